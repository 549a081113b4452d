import type { YAMLException } from 'js-yaml';
import { type CncfProject, cncfProjects, ProjectList } from '../../core/facts/projects';
import { bundledForm, type ProposalForm } from '../../core/facts/proposal-form';
import { termInLabel, termSortKey } from '../../core/facts/terms';
import type { KnownTerm } from '../../core/known/known';
import { plainYaml } from '../../core/markdown/yaml';
import type { Files, Log } from '../ports';
import { sameUri } from '../uri';
import { formFrom, formPaths } from './form-file';
import type { Roots } from './roots';

export type { ProjectList };

/** Where the mentoring repository keeps its lists, below a workspace folder. */
export const projectsPath = 'programs/lfx-mentorship/automation/projects.yml';
const { form: formPath, terms: termsPath, quotas: quotasPath } = formPaths;
const paths: readonly string[] = [projectsPath, formPath, termsPath, quotasPath];

/**
 * The lists of projects and of open terms, and the proposal form, that a workspace keeps. The first folder that has one
 * wins; without one, or with one that cannot be read, the bundled copies of projects and form apply, and no term is known
 * to be open.
 */
export class ProjectLists {
  projects: ProjectList = cncfProjects;
  terms: readonly KnownTerm[] = [];
  form: ProposalForm = bundledForm;
  private formKey = '';
  /** What the projects were made of: equal text, the same list. */
  private projectsText: string | null = null;

  constructor(
    private readonly roots: Roots,
    private readonly files: Files,
    private readonly log: Log,
  ) {}

  isList(uri: string): boolean {
    const key = sameUri(uri);
    return this.roots.folders.some((folder) => paths.some((path) => key === `${folder}/${path}`));
  }

  /** Reads the lists as they are now. Whether headings are compared with other projects from now on. Never rejects. */
  async reload(): Promise<boolean> {
    const [projects, terms, form, quotas] = await Promise.all([
      this.first(projectsPath),
      this.first(termsPath),
      this.first(formPath),
      this.first(quotasPath),
    ]);
    this.terms = terms ? (this.understood(termsPath, () => termsIn(terms.text, terms.uri)) ?? []) : [];
    this.useForm(form?.text ?? null, quotas?.text ?? null);
    const text = projects?.text ?? null;
    if (text === this.projectsText) return false;
    this.projectsText = text;
    const before = this.projects;
    this.projects = text === null ? cncfProjects : projectsFrom(text, (problem) => this.log(`Cannot use ${problem}`));
    return this.projects !== before;
  }

  /** Keeps the same form for equal texts, because drafts are checked again with another one. */
  private useForm(form: string | null, quotas: string | null): void {
    const labels = this.terms.map(({ label }) => label);
    const key = JSON.stringify([form, labels, quotas]);
    if (key === this.formKey) return;
    this.formKey = key;
    this.form = formFrom({ form, quotas }, labels, (problem) => this.log(`Cannot use ${problem}`));
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
      this.log(`Cannot use ${path}: ${whyUnfit(error)}`);
      return null;
    }
  }
}

/** A list that is none, in half a sentence. */
class Unfit extends Error {}

/** The projects in the text of a list, otherwise the bundled ones. `report` gets half a sentence if it cannot be used. */
export function projectsFrom(text: string, report: (problem: string) => void): ProjectList {
  try {
    return projectsIn(text);
  } catch (error) {
    report(`${projectsPath}: ${whyUnfit(error)}`);
    return cncfProjects;
  }
}

function whyUnfit(error: unknown): string {
  return error instanceof Unfit ? error.message : placeOf(error);
}

/** Larger than any real list many times over. Lengths are in UTF-16 code units. */
const MAX_PROJECTS = 2_000;
const MAX_TERMS = 200;
const MAX_LENGTH = 200;

/** What the parser says of itself repeats the text, which may be anybody's: its place is enough. */
function placeOf(error: unknown): string {
  const { mark, reason } = error as Partial<YAMLException>;
  const { line } = (mark ?? {}) as { line?: unknown };
  if (typeof line !== 'number') return 'it is not YAML.';
  return `line ${line + 1} ${reason?.includes('maxAliases') ? 'has an alias; write it out.' : 'is not YAML.'}`;
}

/** Throws an Unfit where the text is no such list. Entries without a name are left out. */
function projectsIn(text: string): ProjectList {
  const value = plainYaml(text);
  if (!Array.isArray(value)) throw new Unfit('it is not a list of projects.');
  const projects = bounded(value, MAX_PROJECTS).flatMap((entry): CncfProject[] => {
    const name = fieldOf(entry, 'name');
    if (name === '') return [];
    return [
      {
        name,
        slug: fieldOf(entry, 'slug'),
        maturity: fieldOf(entry, 'maturity'),
        repository: fieldOf(entry, 'repo_url').replace('https://github.com/', ''),
        homepage: fieldOf(entry, 'homepage'),
      },
    ];
  });
  if (projects.length === 0) throw new Unfit('it has no projects.');
  return JSON.stringify(projects) === JSON.stringify(cncfProjects.projects) ? cncfProjects : new ProjectList(projects);
}

/** The open terms in the text of `terms.yml`. Empty if it is no such list. */
export function termLabelsIn(text: string): readonly string[] {
  try {
    return termsIn(text, '').map(({ label }) => label);
  } catch {
    return [];
  }
}

/** The same for the list of open terms: "2026 Term 3 (Sep-Nov)". */
function termsIn(text: string, uri: string): readonly KnownTerm[] {
  const value = plainYaml(text);
  const { terms } = (typeof value === 'object' && value !== null ? value : {}) as Readonly<Record<string, unknown>>;
  if (!Array.isArray(terms)) throw new Unfit('it has no list of terms.');
  return bounded(terms, MAX_TERMS)
    .filter((label) => typeof label === 'string')
    .map((label) => {
      if (label.length > MAX_LENGTH) throw new Unfit(`a term in it is longer than ${MAX_LENGTH} characters.`);
      return { label, termKey: termSortKey(termInLabel(label)), uri };
    });
}

function bounded(entries: readonly unknown[], most: number): readonly unknown[] {
  if (entries.length > most) throw new Unfit(`it has more than ${most} entries.`);
  return entries;
}

/** What an entry itself says; empty where that is no text. The fields that nobody asks for are not looked at. */
function fieldOf(entry: unknown, key: string): string {
  if (typeof entry !== 'object' || entry === null || !Object.hasOwn(entry, key)) return '';
  const value: unknown = (entry as Readonly<Record<string, unknown>>)[key];
  if (typeof value !== 'string') return '';
  if (value.length > MAX_LENGTH) throw new Unfit(`what it says of a project is longer than ${MAX_LENGTH} characters.`);
  return value;
}
