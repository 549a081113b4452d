import { valuesOf } from '../../edits/mentor-entry';
import { isSampleMentor, isSampleName } from '../../facts/placeholders';
import type { Page, ProposalRule } from '../../linter/rule';
import { linesOf } from '../../model/lines';
import type { Field, Mentor, ProposalBody } from '../../model/proposal';
import type { TemplateField } from '../../model/template';
import type { Edit } from '../../text/edit';
import { type Span, shift, sliceOf } from '../../text/span';

export const placeholder: ProposalRule = {
  id: 'placeholder',
  scope: 'proposal',
  unfinished: true,
  unnecessary: true,
  summary: 'No template hint or "TBD" is left in a proposal.',
  why: 'A placeholder would be published as if it were a real value.',
  source: 'The template at the top of the file; corrections made in past terms',
  severity: 'warning',
  demand: 'fields',
  examples: [
    {
      bad: '### Jaeger\n\n#### Faster queries\n\n- Description: Make them fast.\n- Mentor(s):\n  - Ada Example (@ada-example)\n  - Mentor Name (@mentor_github, mentor@email.addy)\n- Upstream Issue: TBD\n',
      good: '### Jaeger\n\n#### Faster queries\n\n- Description: Make them fast.\n- Mentor(s):\n  - Ada Example (@ada-example)\n- Upstream Issue: https://github.com/example/example/issues/1\n',
    },
  ],
  *check({ body, page }) {
    for (const { span, message, field } of leftoversIn(body, page)) {
      yield { span, message, ...(field === null ? {} : { field }) };
    }
  },
  *help({ span }, { proposal: { body, section }, document, known }) {
    const left = leftoversIn(body, document).find((each) => each.span.start === span.start);
    const { handle = null, email = null } = left?.mentor ?? {};
    const people = [
      ...(handle ? known.mentorsByHandle(handle.text) : []),
      ...(email ? known.mentorsByEmail(email.text) : []),
    ];
    for (const { value, where } of valuesOf(people, 'name'))
      yield {
        title: `Replace the placeholder with "${value}", as ${where}`,
        kind: 'choice',
        edits: [{ span: shift(span, section.start), text: value }],
        caret: null,
        preferred: true,
      };
    if (left?.remove)
      yield {
        title: 'Remove the placeholder',
        kind: 'choice',
        edits: [removal(left.remove, section.start)],
        caret: null,
        preferred: true,
      };
  },
};

interface Leftover {
  readonly span: Span;
  readonly message: string;
  readonly field: string | null;
  /** The range to remove. Null if the user has to write other text. */
  readonly remove: Span | null;
  /** The person who has the template's name before a real handle. */
  readonly mentor?: Mentor;
}

function removal(span: Span, start: number): Edit {
  return { span: shift(span, start), text: '' };
}

const sampleTitle = /^(?:mentorship project title|project title|title|cncf project name|project name)$/i;

function leftoversIn(body: ProposalBody, { template, program }: Page): Leftover[] {
  const found: Leftover[] = [];
  if (sampleTitle.test(body.title.text))
    found.push({
      span: body.title.span,
      message: `Replace "${body.title.text}" with the title of this proposal.`,
      field: null,
      remove: null,
    });
  for (const field of body.fields) {
    const asked = template.fields.find((each) => isFieldOf(each, field));
    // Authors may write anything in fields that they added, and leave open what is optional.
    const isAsked = asked ? asked.required !== false : field.id !== null && program.demands.has('layout');
    if (!isAsked) continue;
    const left = leftoverIn(body.text, field, asked ?? null);
    if (left) found.push(left);
  }
  for (const mentor of body.mentors) {
    const { name, handle } = mentor;
    if (!name || !handle || !isSampleName(name.text, handle.text)) continue;
    const message = `Replace "${name.text}" with the name of @${handle.text}.`;
    found.push({ span: name.span, message, field: null, remove: null, mentor });
  }
  return found;
}

function leftoverIn(text: string, field: Field, asked: TemplateField | null): Leftover | null {
  const label = field.label?.text ?? null;
  const about = label === null ? '' : ` in "${label}"`;
  if (field.placeholder) {
    const { span } = field.placeholder;
    const end = Math.min(span.end, lineEndAt(text, span.start));
    const whole = lineOf(text, span, field);
    return {
      span: { start: span.start, end },
      message: `Replace "${shortened(sliceOf(text, { start: span.start, end }))}"${about} with a value.`,
      field: label,
      remove: whole ?? span,
    };
  }
  const hint = asked?.hint.split(/\r?\n/)[0]?.trim() ?? '';
  if (field.value.end === field.value.start || hint.length < 8 || isSampleMentorLine(hint)) return null;
  if (!text.startsWith(hint, field.value.start)) return null;
  const span = { start: field.value.start, end: field.value.start + hint.length };
  return {
    span,
    message: `Replace the template's hint${about} with your own text.`,
    field: label,
    remove: span,
  };
}

/** The whole line of a sample mentor, if other lines of the field remain. */
function lineOf(text: string, span: Span, field: Field): Span | null {
  const line = linesOf(text).find((each) => each.start <= span.start && span.start <= each.end);
  if (!line || line.start === field.span.start || line.marker === 0) return null;
  const next = text.indexOf('\n', line.end);
  return { start: line.start, end: next < 0 ? text.length : next + 1 };
}

function isSampleMentorLine(hint: string): boolean {
  return isSampleMentor(/^[-*+]?([^(]*)\(/.exec(hint)?.[1]?.trim() ?? null, null);
}

function lineEndAt(text: string, at: number): number {
  const feed = text.indexOf('\n', at);
  const end = feed < 0 ? text.length : feed;
  return text.charAt(end - 1) === '\r' ? end - 1 : end;
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

function isFieldOf(asked: TemplateField, { id, label }: Field): boolean {
  return asked.id === null ? id === null && label?.text.toLowerCase() === asked.label.toLowerCase() : asked.id === id;
}
