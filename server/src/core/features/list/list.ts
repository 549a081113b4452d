import { isEmail, isGitHubHandle } from '../../facts/mentors';
import type { Proposal, ProposalsDocument } from '../../model/document';
import type { DocumentKind } from '../../model/kind';
import { programNameIn } from '../../model/program';
import type { Mentor, Reference } from '../../model/proposal';
import type { Template } from '../../model/template';
import type { Term } from '../../model/term';
import { valueText } from '../../model/value-text';
import { lineAt, lineStartsOf } from '../../text/lines';
import { type Part, sliceOf } from '../../text/span';

/** One file in the output of `list --json`. Lines are 1-based. Missing values are null or an empty list. */
export interface ListedFile {
  /** Below the folder that was listed; the name of a file that was given itself. */
  readonly path: string;
  /** As `check` calls it: from where the person is. */
  readonly file: string;
  readonly kind: DocumentKind | null;
  readonly term: Term | null;
  /** Who takes the proposals, and where what they ask for is written. */
  readonly program: {
    readonly name: string | null;
    readonly template: Template['source'];
    /** Where a template that is a file lies; null for every other. */
    readonly path: string | null;
  };
  readonly proposals: readonly ListedProposal[];
}

export interface ListedProposal {
  /** The heading as written, with markup. Null for a proposal without a project. */
  readonly project: string | null;
  readonly projectLine: number | null;
  readonly subproject: string | null;
  readonly title: string;
  readonly line: number;
  readonly level: number;
  readonly programName: string | null;
  readonly fields: readonly {
    readonly id: string | null;
    readonly label: string | null;
    readonly line: number;
    readonly empty: boolean;
    /** Of an entry of a list page: what its column or label says. */
    readonly value?: string;
  }[];
  readonly mentors: readonly {
    readonly name: string | null;
    readonly handle: string | null;
    readonly email: string | null;
    readonly line: number;
  }[];
  readonly upstream: readonly {
    readonly raw: string;
    readonly url: string;
    readonly owner: string | null;
    readonly repo: string | null;
    readonly number: number | null;
    readonly kind: Reference['kind'];
    readonly line: number;
  }[];
  readonly lfxUrl: string | null;
  /** Of an entry of a list page: the address of the issue or the path of the file that it links to, as written. */
  readonly address?: string;
}

/** The contents of a document as plain data, under the given names. */
export function listedFile(document: ProposalsDocument, path = document.path, file = path): ListedFile {
  const starts = lineStartsOf(document.text);
  const line = (offset: number) => lineAt(starts, offset) + 1;
  return {
    path,
    file,
    kind: document.kind,
    term: document.term,
    program: {
      name: programNameIn(document),
      template: document.template.source,
      path: document.template.path ?? null,
    },
    proposals: document.proposals.map((proposal) => listProposal(document.text, proposal, line)),
  };
}

function listProposal(
  text: string,
  { section, body, project, subproject }: Proposal,
  line: (offset: number) => number,
): ListedProposal {
  const at = (offset: number) => line(section.start + offset);
  return {
    project: project?.name ?? null,
    projectLine: project ? line(project.section.start) : null,
    subproject: subproject?.name ?? null,
    title: body.title.text,
    line: line(section.start),
    level: section.level,
    programName: body.programName?.text ?? null,
    fields: body.fields.map((field) => ({
      id: field.id,
      label: field.label?.text ?? field.column ?? null,
      line: at(field.span.start),
      empty: field.empty,
      ...(body.address ? { value: valueText(body, field) } : {}),
    })),
    mentors: distinct(body.mentors).map((mentor) => ({
      name: mentor.name?.text ?? null,
      handle: mentor.handle && isGitHubHandle(mentor.handle.text) ? mentor.handle.text : null,
      email: mentor.email && isEmail(mentor.email.text) ? mentor.email.text : null,
      line: at(mentor.span.start),
    })),
    upstream: body.upstream.map(({ span, url, owner, repo, number, kind }) => ({
      raw: sliceOf(text, { start: section.start + span.start, end: section.start + span.end }),
      url: url.text,
      owner,
      repo,
      number,
      kind,
      line: at(span.start),
    })),
    lfxUrl: body.lfxUrl?.text ?? null,
    ...(body.address ? { address: body.address.text } : {}),
  };
}

/** One entry per person, by handle, or else address, or else name. Keeps the most complete entry. */
function distinct(mentors: readonly Mentor[]): Mentor[] {
  const people: Mentor[] = [];
  for (const mentor of mentors) {
    const twin = people.findIndex((other) => isSamePerson(mentor, other));
    const other = people[twin];
    if (!other) people.push(mentor);
    else if (partsOf(mentor) > partsOf(other)) people[twin] = mentor;
  }
  return people;
}

function isSamePerson(a: Mentor, b: Mentor): boolean {
  const same = (one: Part | null, two: Part | null) =>
    one !== null && two !== null && one.text.toLowerCase() === two.text.toLowerCase();
  if (same(a.handle, b.handle) || same(a.email, b.email)) return true;
  return !a.handle && !a.email && !b.handle && !b.email && same(a.name, b.name);
}

function partsOf({ name, handle, email }: Mentor): number {
  return [name, handle, email].filter((part) => part !== null).length;
}
