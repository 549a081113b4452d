import { cncfProjectRows } from './cncf-projects';
import { withoutMarkup, wordKey } from './words';

/** Names that term files use and no list of projects knows. */
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
  /** `owner/repo`, or an address where the project is not on GitHub; empty where none is known. */
  readonly repository: string;
  readonly homepage: string;
}

/** A list of projects that finds one by any name people use for it. */
export class ProjectList {
  private readonly byName = new Map<string, CncfProject>();

  constructor(readonly projects: readonly CncfProject[]) {
    // Names win over slugs, slugs over owners and repositories: the weaker name never takes a stronger one's place.
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

  /** The project that people mean by `heading`: its name, slug, GitHub owner or repository, or short form; case aside. */
  find(heading: string): CncfProject | null {
    const own = this.byName.get(wordKey(heading));
    // Only brackets and the word "project" can hide a name: the other headings need no second look.
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

/** What stands before the bracket at the end of a name, and in it; null where none stands there. */
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

/** The projects that travel with the extension. */
export const cncfProjects = new ProjectList(
  cncfProjectRows.map((row) => {
    const [name = '', slug = '', maturity = '', repository = '', homepage = ''] = row.split('\t');
    return { name, slug, maturity, repository, homepage };
  }),
);
