import type { FieldId } from '../facts/fields';
import type { HeadingRole } from '../facts/headings';
import type { Part, Span } from '../text/span';
import type { Front } from './front';

/** How the label of a field is written; what `field-layout` and the fixes look at. */
export interface LabelForm {
  /** Columns before the marker (or the label, where there is no marker). */
  readonly indent: number;
  /** The list marker as written (`-`, `*`, `1.`), null without one. */
  readonly marker: string | null;
  /** Whether emphasis marks stand around or behind the label. */
  readonly bold: boolean;
  readonly colon: boolean;
  /** Whether a YAML block mark (`|` or `>`) stands behind the colon. */
  readonly yaml: boolean;
}

/** One field of a proposal. Spans count from the start of the proposal's text. */
export interface Field {
  /** Null for a field that the program does not know by name. */
  readonly id: FieldId | null;
  /** The label without marks and colon; null for a description that stands without one. */
  readonly label: Part | null;
  readonly form: LabelForm;
  /** From the start of the label's line to the end of the last line that belongs to the field. */
  readonly span: Span;
  /** What stands behind the label, without white space at its ends; empty where the text would begin. */
  readonly value: Span;
  /** Nothing stands behind the label. */
  readonly empty: boolean;
  /** The hint of a template or a `TBD` that stands instead of a value. */
  readonly placeholder: Part | null;
}

/** A person in a mentors field, as far as the text tells. Nothing here is checked: `facts/mentors` says what is well formed. */
export interface Mentor {
  /** The whole entry, without list marker and separators. */
  readonly span: Span;
  readonly name: Part | null;
  /** Without `@`, as written: not every handle is one that GitHub could have. */
  readonly handle: Part | null;
  /** As written: an obfuscated or malformed address too. */
  readonly email: Part | null;
  /** Exactly `Name (@handle, email)`, a role behind it aside. */
  readonly plain: boolean;
  /** A role word behind the entry, such as `primary`. */
  readonly role: string | null;
}

/** A link or short reference in an upstream field. */
export interface Reference {
  /** The reference as written, with brackets and link text. */
  readonly span: Span;
  /** The bare address; `https://github.com/…` for the short form `owner/repo#1`, and the text itself where it is none. */
  readonly url: Part;
  readonly kind: 'issue' | 'pull' | 'discussion' | 'other';
  readonly owner: string | null;
  readonly repo: string | null;
  readonly number: number | null;
  /** `owner/repo#number` in lower case, which GitHub does not tell from upper; null for what is no issue. */
  readonly issue: string | null;
  readonly form: 'bare' | 'angle' | 'link' | 'short';
}

/**
 * What one reader takes out of the text of a proposal, from its heading to the next one.
 *
 * It depends on that text, the labels of the document's template and the list of projects alone, so equal texts share
 * one body. All spans count from the start of `text`. Sections that are no proposal have one too, without fields.
 */
export interface ProposalBody {
  readonly text: string;
  readonly title: Part;
  /** What the heading orders, where it names neither a project nor a proposal. */
  readonly role: HeadingRole;
  /** Whether the list of CNCF projects has the heading. */
  readonly listed: boolean;
  /** What two headings that mean the same project or proposal have in common; empty for a heading without text. */
  readonly key: string;
  /** The line `CNCF - Project: title (2026 Term 1)`, without emphasis marks. */
  readonly programName: Part | null;
  /** In document order; a field written twice stands twice. */
  readonly fields: readonly Field[];
  /** The program's own fields among them. */
  readonly ids: ReadonlySet<FieldId>;
  readonly mentors: readonly Mentor[];
  readonly upstream: readonly Reference[];
  readonly lfxUrl: Part | null;
  /** What a section without fields says: table of contents, timeline, deadline. */
  readonly front: Front;
}

/** The first field with that id, null where there is none. */
export function fieldOf(body: ProposalBody, id: FieldId): Field | null {
  return body.fields.find((field) => field.id === id) ?? null;
}

/** Whether a text has any field of the program's own: then it is a proposal. */
export function hasFields(body: ProposalBody): boolean {
  return body.ids.size > 0;
}

/** The length of description and expected outcome together, as LFX counts it: in UTF-16 units. */
export function descriptionCharacters({ fields }: ProposalBody): number {
  return fields
    .filter(({ id }) => id === 'description' || id === 'expected-outcome')
    .reduce((sum, { value }) => sum + value.end - value.start, 0);
}
