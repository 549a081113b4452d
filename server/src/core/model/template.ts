import type { FieldId } from '../facts/fields';

/** A field as a template asks for it. */
export interface TemplateField {
  /** Null for a field of this template alone, such as "Expected project size". */
  readonly id: FieldId | null;
  readonly label: string;
  /** The lines behind the label as the template has them, to be inserted with the field; empty for none. */
  readonly body: string;
  /** What the template says about the field ("one of small, medium and large"); empty for nothing. */
  readonly hint: string;
}

/** What the proposals of a document look like: read from its own template, else a fact of its kind and year. */
export interface Template {
  readonly source: 'document' | 'facts';
  readonly projectLevel: number;
  readonly proposalLevel: number;
  readonly fields: readonly TemplateField[];
  /** The list marker of the labels with the blank behind it. */
  readonly marker: string;
}
