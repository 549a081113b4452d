import { cncfProjectRows } from './cncf-projects';
import { wordKey } from './words';

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
    const plain = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[*_`]/g, '');
    for (const name of [
      plain,
      plain.replace(/\s*\([^)]*\)\s*$/, ''),
      ...shortForms(plain),
      plain.replace(/\s+project$/i, ''),
    ]) {
      const project = this.byName.get(wordKey(name));
      if (project) return project;
    }
    return null;
  }
}

/** "The Update Framework (TUF)" → "TUF", "The Update Framework". */
function shortForms(name: string): string[] {
  const match = /^(.*?)\s*\(([^)]+)\)\s*$/.exec(name);
  return match?.[1] !== undefined && match[2] !== undefined ? [match[2], match[1]] : [];
}

/** The projects that travel with the extension. */
export const cncfProjects = new ProjectList(
  cncfProjectRows.map((row) => {
    const [name = '', slug = '', maturity = '', repository = '', homepage = ''] = row.split('\t');
    return { name, slug, maturity, repository, homepage };
  }),
);
