import { FAILSAFE_SCHEMA, load, type YAMLException } from 'js-yaml';
import { type CncfProject, cncfProjects, ProjectList } from '../../core/facts/projects';
import { termKey } from '../../core/facts/terms';
import type { KnownTerm } from '../../core/known/known';
import type { Files, Log } from '../ports';
import { sameUri } from '../uri';
import type { Roots } from './roots';

/** Where the mentoring repository keeps its lists, below a workspace folder. */
const projectsPath = 'programs/lfx-mentorship/automation/projects.yml';
const termsPath = 'programs/lfx-mentorship/automation/terms.yml';

/**
 * The lists of projects and of open terms that a workspace keeps. The first folder that has one wins; without one, or
 * with one that cannot be read, the projects are those that travel with us, and no term is known to be open.
 */
export class Lists {
  projects: ProjectList = cncfProjects;
  terms: readonly KnownTerm[] = [];
  /** What the projects were made of: equal text, the same list. */
  private projectsText: string | null = null;

  constructor(
    private readonly roots: Roots,
    private readonly files: Files,
    private readonly log: Log,
  ) {}

  isList(uri: string): boolean {
    const key = sameUri(uri);
    return this.roots.folders.some((folder) => key === `${folder}/${projectsPath}` || key === `${folder}/${termsPath}`);
  }

  /** Reads the lists as they are now. Whether headings are compared with other projects from now on. Never rejects. */
  async lookAgain(): Promise<boolean> {
    const [projects, terms] = await Promise.all([this.first(projectsPath), this.first(termsPath)]);
    this.terms = terms ? (this.understood(termsPath, () => termsIn(terms.text, terms.uri)) ?? []) : [];
    const text = projects?.text ?? null;
    if (text === this.projectsText) return false;
    this.projectsText = text;
    const before = this.projects;
    this.projects = (text !== null && this.understood(projectsPath, () => projectsIn(text))) || cncfProjects;
    return this.projects !== before;
  }

  private async first(path: string): Promise<{ text: string; uri: string } | null> {
    for (const folder of this.roots.folders) {
      const uri = `${folder}/${path}`;
      const content = await this.files.readSmall(uri, folder);
      if (content.is === 'text') return { text: content.text, uri };
      if (content.is !== 'missing') this.log(`Cannot use ${path}: ${content.why}.`);
    }
    return null;
  }

  private understood<T>(path: string, read: () => T): T | null {
    try {
      return read();
    } catch (error) {
      this.log(`Cannot use ${path}: ${error instanceof Unfit ? error.message : placeOf(error)}`);
      return null;
    }
  }
}

/** A list that is none, in half a sentence. */
class Unfit extends Error {}

/** What the parser says of itself repeats the text, which may be anybody's: its place is enough. */
function placeOf(error: unknown): string {
  const { line } = ((error as YAMLException).mark ?? {}) as { line?: unknown };
  return typeof line === 'number' ? `line ${line + 1} is not YAML.` : 'it is not YAML.';
}

/** Throws an Unfit where the text is no such list. Entries without a name are left out. */
function projectsIn(text: string): ProjectList {
  const value = yamlIn(text);
  if (!Array.isArray(value)) throw new Unfit('it is not a list of projects.');
  const projects = value.flatMap((entry): CncfProject[] => {
    const { name, slug, maturity, repo_url: repository, homepage } = fieldsOf(entry);
    if (!name) return [];
    return [
      {
        name,
        slug: slug ?? '',
        maturity: maturity ?? '',
        repository: (repository ?? '').replace('https://github.com/', ''),
        homepage: homepage ?? '',
      },
    ];
  });
  if (projects.length === 0) throw new Unfit('it has no projects.');
  return JSON.stringify(projects) === JSON.stringify(cncfProjects.projects) ? cncfProjects : new ProjectList(projects);
}

/** The same for the list of open terms: "2026 Term 3 (Sep-Nov)". */
function termsIn(text: string, uri: string): readonly KnownTerm[] {
  const value = yamlIn(text);
  const { terms } = (typeof value === 'object' && value !== null ? value : {}) as Readonly<Record<string, unknown>>;
  if (!Array.isArray(terms)) throw new Unfit('it has no list of terms.');
  return terms
    .filter((label) => typeof label === 'string')
    .map((label) => {
      const [, year, number] = /^(20\d\d)\s+Term\s+(\d)/i.exec(label) ?? [];
      return { label, termKey: year ? termKey({ year: Number(year), number: Number(number) }) : '', uri };
    });
}

/** Strings, lists and objects alone: nothing in the text is more than text. */
function yamlIn(text: string): unknown {
  return load(text, { schema: FAILSAFE_SCHEMA });
}

function fieldsOf(entry: unknown): Readonly<Record<string, string | undefined>> {
  if (typeof entry !== 'object' || entry === null) return {};
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => typeof value === 'string'));
}
