import { fieldText, type LabelStyle } from '../../edits/insert-fields';
import type { TemplateField } from '../../model/template';
import type { Piece } from '../completion/offer';

/** A proposal's fields as a table with a label and a value in each row. `valueFor` gives the value of a field. */
export function rowPieces(
  fields: readonly TemplateField[],
  style: LabelStyle,
  lineEnd: string,
  valueFor: (field: TemplateField) => Piece,
): readonly Piece[] {
  return fields.flatMap((field, i): Piece[] => {
    const row = fieldText(field, style, lineEnd);
    const before = row.slice(0, -' |'.length);
    const below = i === 0 ? `${lineEnd}| --- | --- |` : '';
    return [before, valueFor(field), ` |${below}${i < fields.length - 1 ? lineEnd : ''}`];
  });
}
