import { type Known, type KnownFile, type KnownProject, newestFirst } from '../known/known';
import type { Person } from '../known/people';
import type { Place } from '../known/place';
import { renderedTitle } from '../model/anchor';
import { gradeOf, grades, searchable, wordsOf } from './fuzzy';
import { fileLabel } from './outline';

/** Something of a workspace that can be gone to by its name. */
export interface WorkspaceSymbol {
  readonly kind: 'mentor' | 'project' | 'proposal';
  readonly name: string;
  /** Project and term; for a mentor those of the newest entry, for a project the term alone. */
  readonly container: string;
  readonly place: Place;
}

/** More than anybody looks through. */
const MOST = 200;

/** A symbol with what a query is held against. */
interface Candidate extends WorkspaceSymbol {
  readonly searchableName: string;
  readonly searchableContainer: string;
}

/**
 * The mentors, projects and proposals of a workspace, found by name. What is made of a file or of a person is kept for
 * as long as they are the same, so that a query costs little more than looking at the names.
 */
export class WorkspaceSymbols {
  private readonly ofFiles = new WeakMap<KnownFile, readonly Candidate[]>();
  private readonly ofPeople = new WeakMap<Person, Candidate>();

  /**
   * At most 200 symbols: the best matches first, of equal ones those of the newer term. A query without a word finds
   * all of them.
   */
  matching(query: string, known: Known): readonly WorkspaceSymbol[] {
    const words = wordsOf(query);
    const byGrade = Array.from({ length: grades }, (): Candidate[] => []);
    for (const candidates of this.newestFirst(known)) {
      for (const candidate of candidates) {
        const equals = byGrade[gradeOf(words, candidate.searchableName, candidate.searchableContainer)];
        if (equals && equals.length < MOST) equals.push(candidate);
      }
    }
    return byGrade.reverse().flat().slice(0, MOST);
  }

  /** A person stands with the file of the newest entry. */
  private *newestFirst(known: Known): Iterable<readonly Candidate[]> {
    const people = new Map<KnownFile, Candidate[]>();
    for (const person of known.people()) {
      const file = person.mentions[0]?.proposal.file;
      if (!file) continue;
      const others = people.get(file);
      const own = this.ofPerson(person);
      if (others) others.push(own);
      else people.set(file, [own]);
    }
    for (const file of [...known.files()].sort(newestFirst)) {
      yield this.ofFile(file);
      yield people.get(file) ?? [];
    }
  }

  private ofPerson(person: Person): Candidate {
    const kept = this.ofPeople.get(person);
    if (kept) return kept;
    const own = personCandidate(person);
    this.ofPeople.set(person, own);
    return own;
  }

  private ofFile(file: KnownFile): readonly Candidate[] {
    const kept = this.ofFiles.get(file);
    if (kept) return kept;
    const own = fileCandidates(file);
    this.ofFiles.set(file, own);
    return own;
  }
}

function personCandidate({ handle, names: [called = ''], emails: [email], mentions: [newest] }: Person): Candidate {
  const { file, project } = newest?.proposal ?? {};
  const account = handle === null ? '' : `@${handle}`;
  return candidate({
    kind: 'mentor',
    name: called ? (account ? `${called} (${account})` : called) : account || (email ?? ''),
    container: file ? containerOf(project ?? null, fileLabel(file)) : '',
    place: { uri: file?.uri ?? '', span: newest?.span ?? { start: 0, end: 0 } },
  });
}

function fileCandidates(file: KnownFile): readonly Candidate[] {
  const { uri, projects, proposals } = file;
  const term = fileLabel(file);
  return [
    ...projects.map(({ name, span }) =>
      candidate({ kind: 'project', name: renderedTitle(name), container: term, place: { uri, span } }),
    ),
    ...proposals.map(({ title, project, span }) =>
      candidate({
        kind: 'proposal',
        // Editors refuse a symbol without a name.
        name: renderedTitle(title) || 'Untitled',
        container: containerOf(project, term),
        place: { uri, span },
      }),
    ),
  ];
}

function containerOf(project: KnownProject | null, term: string): string {
  return project ? `${renderedTitle(project.name)} · ${term}` : term;
}

function candidate(symbol: WorkspaceSymbol): Candidate {
  return { ...symbol, searchableName: searchable(symbol.name), searchableContainer: searchable(symbol.container) };
}
