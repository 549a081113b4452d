import { issueName } from '../core/facts/issues';
import { isEmail, isGitHubHandle } from '../core/facts/mentors';
import { termKey } from '../core/facts/terms';
import type { IssueKey, Known, KnownMentor, KnownUse } from '../core/known/known';
import type { ProposalsDocument } from '../core/model/document';
import { type Part, shift } from '../core/text/span';

/** Who and what the proposals of some files name, found by handle, e-mail and issue. It never changes. */
export class Directory {
  readonly mentors: readonly KnownMentor[];
  readonly uses: readonly (KnownUse & { readonly issue: string })[];
  // Most questions about a file are never asked: each table is made by the first that is.
  private byHandle: ReadonlyMap<string, readonly KnownMentor[]> | null = null;
  private byEmail: ReadonlyMap<string, readonly KnownMentor[]> | null = null;
  private byIssue: ReadonlyMap<string, readonly KnownUse[]> | null = null;

  constructor({ mentors, uses }: Pick<Directory, 'mentors' | 'uses'>) {
    this.mentors = mentors;
    this.uses = uses;
  }

  mentorsByHandle(handle: string): readonly KnownMentor[] {
    this.byHandle ??= tableOf(this.mentors, (mentor) => mentor.handle?.toLowerCase() ?? null);
    return this.byHandle.get(handle.toLowerCase()) ?? none;
  }

  mentorsByEmail(email: string): readonly KnownMentor[] {
    this.byEmail ??= tableOf(this.mentors, (mentor) => mentor.email?.toLowerCase() ?? null);
    return this.byEmail.get(email.toLowerCase()) ?? none;
  }

  usesOf(key: IssueKey): readonly KnownUse[] {
    this.byIssue ??= tableOf(this.uses, ({ issue }) => issue);
    return this.byIssue.get(issueName(key)) ?? none;
  }
}

/** Everybody who is named in a document, once for each proposal; handles and addresses only where they can work. */
export function directoryOf(uri: string, document: ProposalsDocument): Directory {
  const term = termKey(document.term);
  const mentors: KnownMentor[] = [];
  const uses: Directory['uses'][number][] = [];
  for (const { body, section, project } of document.proposals) {
    const place = { path: document.path, project: project?.name ?? null, title: body.title.text, term, uri };
    for (const { name, handle, email, span } of body.mentors) {
      mentors.push({
        name: name?.text ?? null,
        handle: textIf(isGitHubHandle, handle),
        email: textIf(isEmail, email),
        span: shift(span, section.start),
        ...place,
      });
    }
    for (const { owner, repo, number, span } of body.upstream) {
      if (owner === null || repo === null || number === null) continue;
      uses.push({ issue: issueName({ owner, repo, number }), span: shift(span, section.start), ...place });
    }
  }
  return new Directory({ mentors, uses });
}

/** Several directories as one. */
export function joinedDirectory(directories: readonly Directory[]): Directory {
  return new Directory({
    mentors: directories.flatMap(({ mentors }) => mentors),
    uses: directories.flatMap(({ uses }) => uses),
  });
}

/** The outside as far as a directory tells of it: nothing is known of any issue. */
export function knownFromDirectory(directory: Directory): Known {
  return {
    hasAnswers: () => false,
    issue: () => ({ is: 'unknown', why: null }),
    hasOthers: () => true,
    mentors: () => directory.mentors,
    mentorsByHandle: (handle) => directory.mentorsByHandle(handle),
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

function textIf(isGood: (text: string) => boolean, part: Part | null): string | null {
  return part && isGood(part.text) ? part.text : null;
}
