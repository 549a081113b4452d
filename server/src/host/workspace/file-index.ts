import { issueName } from '../../core/facts/issues';
import { bundledForm } from '../../core/facts/proposal-form';
import type {
  IssueKey,
  Known,
  KnownFile,
  KnownMentor,
  KnownProject,
  KnownProposal,
  KnownUse,
} from '../../core/known/known';
import { People } from '../../core/known/people';

/** An immutable index of what the proposals of some files name. */
export class Directory {
  // Each table is built when it is first needed, because most are never used.
  private readonly tables = new Map<string, unknown>();

  constructor(readonly files: readonly KnownFile[]) {}

  mentors(): readonly KnownMentor[] {
    return this.once('mentors', () => this.allProposals().flatMap(({ mentors }) => mentors));
  }

  people(): People {
    return this.once('people', () => People.of(this.mentors()));
  }

  /** Builds the tables for finding proposals in advance. */
  prepare(): void {
    this.mentorsByHandle('');
    this.mentorsByEmail('');
    this.mentorsByName('');
    this.projects('');
    this.proposals('');
    this.usesOf({ owner: '', repo: '', number: 0 });
  }

  mentorsByHandle(handle: string): readonly KnownMentor[] {
    const table = this.once('handles', () => tableOf(this.mentors(), (mentor) => mentor.handle?.toLowerCase() ?? null));
    return table.get(handle.toLowerCase()) ?? none;
  }

  mentorsByName(name: string): readonly KnownMentor[] {
    const table = this.once('names', () => tableOf(this.mentors(), (mentor) => mentor.name?.toLowerCase() ?? null));
    return table.get(name.toLowerCase()) ?? none;
  }

  mentorsByEmail(email: string): readonly KnownMentor[] {
    const table = this.once('emails', () => tableOf(this.mentors(), (mentor) => mentor.email?.toLowerCase() ?? null));
    return table.get(email.toLowerCase()) ?? none;
  }

  usesOf(key: IssueKey): readonly KnownUse[] {
    const table = this.once('uses', () =>
      tableOf(
        this.allProposals().flatMap(({ uses }) => uses),
        issueName,
      ),
    );
    return table.get(issueName(key)) ?? none;
  }

  projects(key: string): readonly KnownProject[] {
    const table = this.once('projects', () =>
      tableOf(
        this.files.flatMap(({ projects }) => projects),
        (project) => project.key,
      ),
    );
    return table.get(key) ?? none;
  }

  proposals(key: string): readonly KnownProposal[] {
    const table = this.once('proposals', () => tableOf(this.allProposals(), ({ project }) => project?.key ?? null));
    return table.get(key) ?? none;
  }

  private allProposals(): readonly KnownProposal[] {
    return this.once('all', () => this.files.flatMap(({ proposals }) => proposals));
  }

  private once<T>(name: string, make: () => T): T {
    if (!this.tables.has(name)) this.tables.set(name, make());
    return this.tables.get(name) as T;
  }
}

/** What a directory knows about the outside. It knows no issues. */
export function knownFromDirectory(directory: Directory, form = bundledForm): Known {
  return {
    hasAnswers: () => false,
    issue: () => ({ is: 'unknown', why: null }),
    hasOthers: () => directory.files.length > 0,
    files: () => directory.files,
    terms: () => [],
    form: () => form,
    inReview: () => [],
    base: () => null,
    accounts: () => [],
    projects: (key) => directory.projects(key),
    proposals: (key) => directory.proposals(key),
    people: () => directory.people().all,
    mentors: () => directory.mentors(),
    mentorsByHandle: (handle) => directory.mentorsByHandle(handle),
    mentorsByName: (name) => directory.mentorsByName(name),
    mentorsByEmail: (email) => directory.mentorsByEmail(email),
    uses: (key) => directory.usesOf(key),
  };
}

const none: readonly never[] = [];

function tableOf<T>(values: readonly T[], keyOf: (value: T) => string | null): ReadonlyMap<string, readonly T[]> {
  const table = new Map<string, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    if (key === null) continue;
    const others = table.get(key);
    if (others) others.push(value);
    else table.set(key, [value]);
  }
  return table;
}
