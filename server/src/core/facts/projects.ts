import { cncfProjectRows } from './cncf-projects';
import { withoutMarkup, wordKey } from './words';

/** Common names in term files that the project list does not have. */
const usualNames: readonly (readonly [string, string])[] = [
  ['WasmEdge', 'WasmEdge Runtime'],
  ['LitmusChaos', 'Litmus'],
  ['TUF', 'The Update Framework (TUF)'],
  ['OPA', 'Open Policy Agent (OPA)'],
  ['OCM', 'Open Cluster Management'],
  ['SMI', 'Service Mesh Interface'],
  ['SMP', 'Service Mesh Performance'],
  ['Buildpacks', 'Cloud Native Buildpacks'],
  ['k8s', 'Kubernetes'],
];

export interface CncfProject {
  readonly name: string;
  readonly slug: string;
  readonly maturity: string;
  /** `owner/repo`, or a URL if the project is not on GitHub. Empty if unknown. */
  readonly repository: string;
  readonly homepage: string;
}

/** Finds a project by any of its common names. */
export class ProjectList {
  private readonly byName = new Map<string, CncfProject>();

  constructor(readonly projects: readonly CncfProject[]) {
    // Names win over slugs, and slugs over owners and repositories, so that a weak name never replaces a strong one.
    const namesOf: ((project: CncfProject) => string[])[] = [
      ({ name }) => [name, ...shortForms(name)],
      ({ slug }) => [slug],
      ({ repository }) => repository.split('/'),
    ];
    for (const names of namesOf) {
      for (const project of projects) {
        for (const name of names(project)) {
          const key = wordKey(name);
          if (key !== '' && !this.byName.has(key)) this.byName.set(key, project);
        }
      }
    }
    for (const [name, other] of usualNames) {
      const project = this.byName.get(wordKey(other));
      if (project && !this.byName.has(wordKey(name))) this.byName.set(wordKey(name), project);
    }
  }

  /** The project that `heading` names, by name, short form, slug, or GitHub owner or repository. Ignores case. */
  find(heading: string): CncfProject | null {
    const own = this.byName.get(wordKey(heading));
    // Only brackets and the word "project" can hide a name, so we look no further in other headings.
    if (own || !/[([]|\bproject\b/i.test(heading)) return own ?? null;
    const plain = withoutMarkup(heading);
    for (const name of [plain, bracketAtEnd(plain)?.before ?? plain, ...shortForms(plain), withoutNoun(plain)]) {
      const project = this.byName.get(wordKey(name));
      if (project) return project;
    }
    return null;
  }
}

/** "The Update Framework (TUF)" → "TUF", "The Update Framework". */
function shortForms(name: string): string[] {
  const bracket = bracketAtEnd(name);
  return bracket && bracket.inner !== '' ? [bracket.inner, bracket.before] : [];
}

/** The text before the bracket at the end of a name, and inside it. Null if there is no such bracket. */
function bracketAtEnd(name: string): { before: string; inner: string } | null {
  const text = name.trimEnd();
  if (!text.endsWith(')')) return null;
  const open = text.indexOf('(', text.lastIndexOf(')', text.length - 2) + 1);
  return open < 0 ? null : { before: text.slice(0, open), inner: text.slice(open + 1, -1) };
}

/** "Jaeger project" → "Jaeger ". */
function withoutNoun(name: string): string {
  return name.replace(/\sproject$/i, ' ');
}

/** The list that is part of the extension. */
export const cncfProjects = new ProjectList(
  cncfProjectRows.map((row) => {
    const [name = '', slug = '', maturity = '', repository = '', homepage = ''] = row.split('\t');
    return { name, slug, maturity, repository, homepage };
  }),
);
