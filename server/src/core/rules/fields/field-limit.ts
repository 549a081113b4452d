import { wordKey } from '../../facts/words';
import type { ProposalRule, RuleView } from '../../linter/rule';
import { type GivenProgram, templateFrom } from '../../model/given-template';
import type { Field } from '../../model/proposal';
import type { FieldLimit, TemplateField } from '../../model/template';
import { valueText } from '../../model/value-text';

/** `"fields": { "Abstract": { "max": 3, "unit": "words" }, "Difficulty": { "options": ["Easy", "Hard"] } }`, for the example. */
const program: GivenProgram = {
  name: 'Example',
  isConfigured: true,
  template: templateFrom({
    source: 'file',
    path: 'TEMPLATE.md',
    level: 2,
    writing: { shape: 'bold', before: '**', after: ':**', alone: false },
    fields: [
      { id: 'description', label: 'Abstract', limit: { max: 3, unit: 'words' } },
      { id: null, label: 'Difficulty', options: ['Easy', 'Hard'] },
      { id: 'mentors', label: 'Mentors' },
    ],
  }),
};

export const fieldLimit: ProposalRule = {
  id: 'field-limit',
  scope: 'proposal',
  summary: 'Titles and values keep to the limits and choices that the program states.',
  why: 'A program cuts a longer text, or sends the proposal back.',
  source: 'The configuration of the repository, `.mentorship-proposals.json`',
  severity: 'error',
  demand: 'fields',
  examples: [
    {
      path: 'ideas.md',
      program,
      bad: '# Ideas\n\n## Faster\n\n**Abstract:** Make them very fast.\n\n**Difficulty:** Fiendish\n\n**Mentors:** Ada Example\n',
      good: '# Ideas\n\n## Faster\n\n**Abstract:** Make them fast.\n\n**Difficulty:** Hard\n\n**Mentors:** Ada Example\n',
    },
  ],
  *check({ body, page }) {
    const { template } = page;
    const title = template.titleLimit && excess(body.title.text, template.titleLimit);
    if (title) yield { span: body.title.span, message: `The title is ${title}.` };
    const limited = template.fields.filter(({ limit, options }) => limit || options);
    if (limited.length === 0) return;
    for (const field of body.fields) {
      const { label } = field;
      const key = label && wordKey(label.text);
      const asked = limited.find((each) => wordKey(each.label) === key);
      if (!label || !asked) continue;
      const problem = problemOf(body, field, asked, template.form !== undefined);
      if (problem !== null) yield { span: label.span, field: label.text, message: problem };
    }
  },
};

/** What is wrong with a value, in one sentence. Null for nothing. The choices of a form are another rule's. */
function problemOf(body: RuleView['body'], field: Field, asked: TemplateField, isForm: boolean): string | null {
  if (field.empty) return null;
  const value = valueText(body, field);
  const over = asked.limit && excess(value, asked.limit);
  if (over) return `"${asked.label}" is ${over}.`;
  const { options = [] } = asked;
  if (isForm || options.length === 0 || options.some((option) => wordKey(option) === wordKey(value))) return null;
  const shown = options.length > 5 ? `${options.slice(0, 5).join(', ')} or another` : options.join(', ');
  return `"${asked.label}" takes one of: ${shown}.`;
}

/** "20 words too long (520 of 500)". Null for a text that fits. */
function excess(text: string, { max, unit }: FieldLimit): string | null {
  const length = unit === 'words' ? (text.match(/\S+/g)?.length ?? 0) : text.length;
  if (length <= max) return null;
  const over = length - max;
  return `${over} ${over === 1 ? unit.slice(0, -1) : unit} too long (${length} of ${max})`;
}
