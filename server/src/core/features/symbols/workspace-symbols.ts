import type { Person } from '../../known/known';
import { type Known, type KnownFile, type KnownProject, newestFirst } from '../../known/known';
import type { Place } from '../../known/place';
import { renderedTitle } from '../../model/anchor';
import type { Span } from '../../text/span';
import { fileLabel } from '../outline/terms';
import { gradeOf, grades, searchable, wordsOf } from './fuzzy';

/** A symbol of the workspace. */
export interface WorkspaceSymbol {
  readonly kind: 'mentor' | 'project' | 'proposal';
  readonly name: string;
  /** Project and term: for a mentor those of the newest entry, for a project only the term. */
  readonly container: string;
  readonly place: Place;
}

/** The largest number of results. */
const MOST = 200;

/** Search data of a symbol. The symbol itself is built only for results. */
interface Candidate {
  readonly kind: WorkspaceSymbol['kind'];
  readonly name: string;
  readonly searchableName: string;
  readonly around: Around;
  readonly file: KnownFile;
  readonly span: Span;
}

/** Context that many candidates share. */
interface Around {
  readonly container: string;
  readonly searchable: string;
}

/**
 * Finds mentors, projects and proposals of a workspace by name. Search data is cached until the file or person changes,
 * so that a query only compares names.
 */
export class WorkspaceSymbols {
  private readonly ofFiles = new WeakMap<KnownFile, readonly Candidate[]>();
  private readonly ofPeople = new WeakMap<Person, Candidate>();
  private readonly around = new WeakMap<KnownFile | KnownProject, Around>();

  /** At most 200 symbols: best matches first, then by latest term. An empty query matches all. */
  matching(query: string, known: Known): readonly WorkspaceSymbol[] {
    const words = wordsOf(query);
    const byGrade = Array.from({ length: grades }, (): Candidate[] => []);
    for (const candidates of this.newestFirst(known)) {
      for (const candidate of candidates) {
        const equals = byGrade[gradeOf(words, candidate.searchableName, candidate.around.searchable)];
        if (equals && equals.length < MOST) equals.push(candidate);
      }
    }
    return byGrade
      .reverse()
      .flat()
      .slice(0, MOST)
      .map(({ kind, name, around: { container }, file: { uri }, span }) => {
        return { kind, name, container, place: { uri, span } };
      });
  }

  /** Builds the search data for the first query ahead of time, in steps of about a millisecond. */
  *prepare(known: Known): Generator<void, void> {
    for (const file of known.files()) {
      this.ofFile(file);
      yield;
    }
  }

  /** A person is listed with the file of their newest entry. */
  private *newestFirst(known: Known): Iterable<readonly Candidate[]> {
    const people = new Map<KnownFile, Candidate[]>();
    for (const person of known.people()) {
      const own = this.ofPerson(person);
      const others = own && people.get(own.file);
      if (others) others.push(own);
      else if (own) people.set(own.file, [own]);
    }
    for (const file of [...known.files()].sort(newestFirst)) {
      yield this.ofFile(file);
      yield people.get(file) ?? [];
    }
  }

  private ofPerson(person: Person): Candidate | null {
    const [newest] = person.mentions;
    const kept = this.ofPeople.get(person);
    if (kept || !newest) return kept ?? null;
    const { file, project } = newest.proposal;
    const own = candidate('mentor', calledOf(person), this.aroundOf(file, project), { file, span: newest.span });
    this.ofPeople.set(person, own);
    return own;
  }

  private ofFile(file: KnownFile): readonly Candidate[] {
    const kept = this.ofFiles.get(file);
    if (kept) return kept;
    const projects = file.projects.map((project) =>
      candidate('project', renderedTitle(project.name), this.aroundOf(file, null), project),
    );
    const proposals = file.proposals.map((proposal) =>
      // Editors reject symbols without a name.
      candidate(
        'proposal',
        renderedTitle(proposal.title) || 'Untitled',
        this.aroundOf(file, proposal.project),
        proposal,
      ),
    );
    const own = [...projects, ...proposals];
    this.ofFiles.set(file, own);
    return own;
  }

  private aroundOf(file: KnownFile, project: KnownProject | null): Around {
    const kept = this.around.get(project ?? file);
    if (kept) return kept;
    const term = fileLabel(file);
    const container = project ? `${renderedTitle(project.name)} · ${term}` : term;
    const own = { container, searchable: searchable(container) };
    this.around.set(project ?? file, own);
    return own;
  }
}

/** Name with handle, if known. */
function calledOf({ handle, names: [name = ''], emails: [email = ''] }: Person): string {
  const account = handle === null ? '' : `@${handle}`;
  return name && account ? `${name} (${account})` : name || account || email;
}

function candidate(
  kind: Candidate['kind'],
  name: string,
  around: Around,
  { file, span }: { readonly file: KnownFile; readonly span: Span },
): Candidate {
  return { kind, name, searchableName: searchable(name), around, file, span };
}
