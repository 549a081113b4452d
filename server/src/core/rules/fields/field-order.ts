import { labelStem } from '../../facts/fields';
import type { ProposalRule } from '../../linter/rule';
import type { Field, ProposalBody } from '../../model/proposal';
import type { Template, TemplateField } from '../../model/template';
import { shift, sliceOf } from '../../text/span';

export const fieldOrder: ProposalRule = {
  id: 'field-order',
  scope: 'proposal',
  layout: true,
  summary: 'Fields are in the order of the template.',
  why: 'Readers who compare many proposals look for each field in the same place.',
  source: 'The template at the top of the file',
  severity: 'information',
  demand: 'layout',
  examples: [
    {
      bad: '### Jaeger\n\n#### Faster queries\n\n- Description: Make them fast.\n- Recommended Skills: Go\n- Expected Outcome: Speed.\n- Mentor(s): Ada Example (@ada-example)\n',
      good: '### Jaeger\n\n#### Faster queries\n\n- Description: Make them fast.\n- Expected Outcome: Speed.\n- Recommended Skills: Go\n- Mentor(s): Ada Example (@ada-example)\n',
    },
  ],
  *check({ body, page }) {
    const wanted = orderOf(body, page.template);
    if (!wanted) return;
    const place = body.fields.findIndex((field, i) => wanted[i] !== field);
    const next = wanted[place];
    const own = body.fields[place]?.label;
    if (!next?.label || !own) return;
    yield {
      span: next.label.span,
      message: `Move "${next.label.text}" before "${own.text}".`,
      field: next.label.text,
    };
  },
  *help(_report, { proposal: { body, section }, document }) {
    const wanted = orderOf(body, document.template);
    if (!wanted) return;
    yield {
      title: 'Sort the fields as in the template',
      kind: 'choice',
      edits: body.fields.flatMap((field, i) => {
        const other = wanted[i];
        if (!other || other === field) return [];
        return [{ span: shift(field.span, section.start), text: sliceOf(body.text, other.span) }];
      }),
      caret: null,
      preferred: true,
    };
  },
};

/**
 * The fields in template order. Null if they already are, or if the order is ambiguous. A field that the template does
 * not have stays after its predecessor.
 */
function orderOf({ fields }: ProposalBody, { fields: asked }: Template): readonly Field[] | null {
  const ids = fields.flatMap(({ id }) => (id === null ? [] : [id]));
  if (new Set(ids).size < ids.length) return null;
  const groups: { place: number; fields: Field[] }[] = [];
  for (const field of fields) {
    const place = asked.findIndex((each) => isFieldOf(each, field));
    const last = groups.at(-1);
    if (place < 0 && last) last.fields.push(field);
    else groups.push({ place, fields: [field] });
  }
  if (groups.every(({ place }, i) => i === 0 || (groups[i - 1]?.place ?? -1) <= place)) return null;
  return groups.sort((a, b) => a.place - b.place).flatMap((group) => group.fields);
}

function isFieldOf(asked: TemplateField, { id, label }: Field): boolean {
  if (asked.id !== null || id !== null) return asked.id === id;
  return label !== null && labelStem(label.text) === labelStem(asked.label);
}
