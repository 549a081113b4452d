import type { FieldId } from '../facts/fields';
import type { HeadingRole } from '../facts/headings';
import type { Part, Span } from '../text/span';
import type { Front } from './front';

/** How a label is written. Used by `field-layout` and the fixes. */
export interface LabelForm {
  /** Columns before the marker, or before the label if there is no marker. */
  readonly indent: number;
  /** The list marker as written (`-`, `*`, `1.`). Null if there is none. */
  readonly marker: string | null;
  /** Whether there is emphasis around or after the label. */
  readonly bold: boolean;
  readonly colon: boolean;
  /** Whether a YAML block mark (`|` or `>`) follows the colon. */
  readonly yaml: boolean;
}

/** A field of a proposal. Spans count from the start of the proposal's text. */
export interface Field {
  /** Null for a field that the program does not know. */
  readonly id: FieldId | null;
  /** The label without marks and colon. Null for a description without a label. */
  readonly label: Part | null;
  readonly form: LabelForm;
  /** The name of the column above, for a cell in a row that is a proposal. Such a field has no label. */
  readonly column?: string;
  /** From the start of the label's line to the end of the field's last line. */
  readonly span: Span;
  /**
   * The text after the label, without white space at its ends. If there is no text, an empty span where it would start.
   */
  readonly value: Span;
  /** Whether the field has no value. */
  readonly empty: boolean;
  /** A template's hint or a `TBD` in place of a value. */
  readonly placeholder: Part | null;
}

/** A person in a mentors field, unchecked. `facts/mentors` knows what is well-formed. */
export interface Mentor {
  /** The whole entry, without list marker and separators. */
  readonly span: Span;
  readonly name: Part | null;
  /** Without `@`, otherwise as written. May be impossible on GitHub. */
  readonly handle: Part | null;
  /** As written. May be obfuscated or malformed. */
  readonly email: Part | null;
  /** The user name at the Linux Foundation (`LFID: ada`), as written, which CNCF's form asks for. */
  readonly lfid: Part | null;
  /** Whether the entry is exactly `Name (@handle, email)` or `Name (@handle, email, LFID: user)`, apart from a role. */
  readonly plain: boolean;
  /** A role after the entry, such as `primary`. */
  readonly role: string | null;
}

/** A link or short reference in an upstream field. */
export interface Reference {
  /** The reference as written, with brackets and link text. */
  readonly span: Span;
  /** The URL. For the short form `owner/repo#1`, `https://github.com/…`. The text itself if it is no URL. */
  readonly url: Part;
  readonly kind: 'issue' | 'pull' | 'discussion' | 'other';
  readonly owner: string | null;
  readonly repo: string | null;
  readonly number: number | null;
  /** `owner/repo#number` in lower case, because GitHub ignores case. Null if the reference is not an issue. */
  readonly issue: string | null;
  readonly form: 'bare' | 'angle' | 'link' | 'short';
}

/**
 * What the parser reads from a proposal's text, from its heading to the next one.
 *
 * Depends only on that text, the labels of the document's template and the list of projects, so equal texts share one
 * body. Spans count from the start of `text`. Sections that are no proposals also have a body, without fields.
 */
export interface ProposalBody {
  readonly text: string;
  readonly title: Part;
  /** The role of a heading that is neither a project nor a proposal. */
  readonly role: HeadingRole;
  /** Whether the heading is in the list of CNCF projects. */
  readonly listed: boolean;
  /** Equal for headings of the same project or proposal. Empty for a heading without text. */
  readonly key: string;
  /** The line `CNCF - Project: title (2026 Term 1)`, without emphasis. */
  readonly programName: Part | null;
  /** In document order. A repeated field occurs more than once. */
  readonly fields: readonly Field[];
  /** The ids of the program's own fields in `fields`. */
  readonly ids: ReadonlySet<FieldId>;
  readonly mentors: readonly Mentor[];
  readonly upstream: readonly Reference[];
  readonly lfxUrl: Part | null;
  /** What an entry of a list page links to: the address of an issue, or the path of a file as written. */
  readonly address?: Part;
  /** What a section without fields contains: table of contents, timeline, deadline. */
  readonly front: Front;
}

/** The ids of fields. Fields of one template alone have none. */
export function idsOf(fields: readonly Field[]): ReadonlySet<FieldId> {
  return new Set(fields.flatMap(({ id }) => (id === null ? [] : [id])));
}

/** The first field with this id. Null if there is none. */
export function fieldOf(body: ProposalBody, id: FieldId): Field | null {
  return body.fields.find((field) => field.id === id) ?? null;
}

/** Whether a text has any of the program's own fields, which makes it a proposal. */
export function hasFields(body: ProposalBody): boolean {
  return body.ids.size > 0;
}
