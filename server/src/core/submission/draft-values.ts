import { type DraftFieldId, draftFieldOf } from '../facts/draft-fields';
import type { FieldId } from '../facts/fields';
import { type Field, fieldOf, type ProposalBody } from '../model/proposal';

/** The field of a draft, by its id or, for one that only the form has, by its label. Null if the draft lacks it. */
export function draftField(body: ProposalBody, id: FieldId | DraftFieldId): Field | null {
  const own = body.fields.find(({ label }) => label !== null && draftFieldOf(label.text)?.id === id);
  return own ?? fieldOf(body, id as FieldId);
}

/** A value in one line. The items of a list are separated by commas. */
export function lineText(value: string): string {
  const lines = value.split('\n').filter((line) => line.trim() !== '');
  const items = lines.map((line) => /^[-*+][ \t](.*)$/.exec(line.trimStart())?.[1]);
  const isList = items.length > 0 && items.every((item) => item !== undefined);
  return (isList ? items.map((item) => item?.trim()).join(', ') : lines.map((line) => line.trim()).join(' ')).trim();
}
