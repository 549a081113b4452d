import { issueName } from '../../core/facts/issues';
import { bundledForm } from '../../core/facts/proposal-form';
import { mentorsIn } from '../../core/known/file';
import { JoinedPeople } from '../../core/known/joined-people';
import {
  type IssueKey,
  type Known,
  type KnownFile,
  type KnownMentor,
  type KnownProject,
  type KnownProposal,
  type KnownUse,
  nothingKnown,
} from '../../core/known/known';
import { nameKey } from '../../core/known/people';
import { Table } from './table';

/** An index of what the proposals of some files name. It follows files that come and go. */
export class Directory {
  private readonly present: Set<KnownFile>;
  private list: readonly KnownFile[] | null = null;
  private joined: JoinedPeople | null = null;
  private readonly handles: Table<KnownMentor>;
  private readonly emails: Table<KnownMentor>;
  private readonly names: Table<KnownMentor>;
  private readonly nameKeys: Table<KnownMentor>;
  private readonly uses: Table<KnownUse>;
  private readonly projectKeys: Table<KnownProject>;
  private readonly projectsOfProposals: Table<KnownProposal>;

  constructor(files: readonly KnownFile[] = []) {
    this.present = new Set(files);
    this.handles = new Table(this.present, mentorsIn, ({ handle }) => handle?.toLowerCase() ?? null);
    this.emails = new Table(this.present, mentorsIn, ({ email }) => email?.toLowerCase() ?? null);
    this.names = new Table(this.present, mentorsIn, ({ name }) => name?.toLowerCase() ?? null);
    this.nameKeys = new Table(this.present, mentorsIn, nameKey);
    this.uses = new Table(this.present, ({ proposals }) => proposals.flatMap(({ uses }) => uses), issueName);
    this.projectKeys = new Table<KnownProject>(
      this.present,
      ({ projects }) => projects,
      ({ key }) => key,
    );
    this.projectsOfProposals = new Table<KnownProposal>(
      this.present,
      ({ proposals }) => proposals,
      ({ project }) => project?.key ?? null,
    );
  }

  get files(): readonly KnownFile[] {
    this.list ??= [...this.present];
    return this.list;
  }

  get isEmpty(): boolean {
    return this.present.size === 0;
  }

  has(file: KnownFile): boolean {
    return this.present.has(file);
  }

  add(file: KnownFile): void {
    this.present.add(file);
    this.list = null;
    for (const table of this.tables()) table.add(file);
    this.joined?.add(mentorsIn(file));
  }

  remove(file: KnownFile): void {
    this.present.delete(file);
    this.list = null;
    for (const table of this.tables()) table.remove(file);
    this.joined?.remove(mentorsIn(file));
  }

  /** Everyone who is named. Joined again as far as files have changed. */
  people(): JoinedPeople {
    if (this.joined) return this.joined;
    this.joined = new JoinedPeople({
      withHandle: (handle) => this.mentorsByHandle(handle),
      withEmail: (email) => this.mentorsByEmail(email),
      withNameKey: (key) => this.nameKeys.get(key),
    });
    for (const file of this.present) this.joined.add(mentorsIn(file));
    return this.joined;
  }

  /** Builds all tables now, which takes no time as long as there are no files. */
  prepare(): void {
    for (const table of this.tables()) table.get('');
    this.people();
  }

  mentorsByHandle(handle: string): readonly KnownMentor[] {
    return this.handles.get(handle.toLowerCase());
  }

  mentorsByName(name: string): readonly KnownMentor[] {
    return this.names.get(name.toLowerCase());
  }

  mentorsByEmail(email: string): readonly KnownMentor[] {
    return this.emails.get(email.toLowerCase());
  }

  usesOf(key: IssueKey): readonly KnownUse[] {
    return this.uses.get(issueName(key));
  }

  projects(key: string): readonly KnownProject[] {
    return this.projectKeys.get(key);
  }

  proposals(key: string): readonly KnownProposal[] {
    return this.projectsOfProposals.get(key);
  }

  private tables() {
    const { handles, emails, names, nameKeys, uses, projectKeys, projectsOfProposals } = this;
    return [handles, emails, names, nameKeys, uses, projectKeys, projectsOfProposals];
  }
}

/** What a directory knows about the outside. It knows no issues. The directory must not change any more. */
export function knownFromDirectory(directory: Directory, form = bundledForm): Known {
  return {
    revision: () => directory,
    hasAnswers: () => false,
    issue: () => ({ is: 'unknown', why: null }),
    hasOthers: () => !directory.isEmpty,
    files: () => directory.files,
    terms: () => [],
    form: () => form,
    inReview: nothingKnown.inReview,
    base: () => null,
    accounts: () => [],
    projects: (key) => directory.projects(key),
    proposals: (key) => directory.proposals(key),
    people: () => directory.people().all,
    mentorsByHandle: (handle) => directory.mentorsByHandle(handle),
    mentorsByName: (name) => directory.mentorsByName(name),
    mentorsByEmail: (email) => directory.mentorsByEmail(email),
    uses: (key) => directory.usesOf(key),
  };
}
