import { fieldText, gapAfter, styleOf } from '../../edits/insert-fields';
import type { RestPart } from '../../from-issue/draft';
import { type Proposal, type ProposalsDocument, readDocument } from '../../model/document';
import { type Field, fieldOf, type ProposalBody } from '../../model/proposal';
import { valueText } from '../../model/value-text';
import { headingText, isBlock, valueForms } from '../../submission/draft-text';
import { applyEdits, type Edit } from '../../text/edit';
import { lineEndOf } from '../../text/lines';
import { keeps, type Surroundings } from './rewriting';

/**
 * The edits that write a part of an issue at the end of a proposal, as a field with its label. Text without a label goes
 * behind the description, if there is one, and so does a part whose label would not be read as one. Null if no form of it
 * leaves everything else as it is.
 */
export function addedPart(
  part: RestPart,
  document: ProposalsDocument,
  proposal: Proposal,
  around: Surroundings = {},
): readonly Edit[] | null {
  const { section, body } = proposal;
  const description = part.label === '' ? fieldOf(body, 'description') : null;
  const end = description && !description.empty ? description.value.end : body.text.trimEnd().length;
  const at = section.start + end;
  const lineEnd = lineEndOf(document.text);
  for (const form of formsOf(part, document, { body, description })) {
    const edits = [{ span: { start: at, end: at }, text: form.replaceAll('\n', lineEnd) }];
    const after = readDocument(applyEdits(document.text, edits), document.path, { ...around, previous: document });
    const own = after.proposals.find((each) => each.section.start === section.start);
    if (own && keeps(document, after) && saysAsBefore(body, own.body, description)) return edits;
  }
  if (part.label === '') return null;
  const labelled = { label: '', text: `**${headingText(part.label)}**\n\n${part.text}` };
  return addedPart(labelled, document, proposal, around);
}

interface Place {
  readonly body: ProposalBody;
  /** The field behind whose value a text without a label goes. */
  readonly description: Field | null;
}

/** How a part may stand behind what is there, the plainest first. */
function formsOf(
  { label, text }: RestPart,
  { template }: ProposalsDocument,
  { body, description }: Place,
): readonly string[] {
  const quoted = `\n\n${text.replace(/^/gm, '> ')}`;
  const style = styleOf(body, template);
  const isItem = style.writing === undefined || style.writing.shape === 'item';
  if (label === '') {
    const indent = description?.label && isItem ? '  ' : '';
    return [`\n\n${text}`, quoted].map((form) => form.replace(/^(?=.)/gm, indent));
  }
  const head = fieldText({ id: null, label, body: '', hint: '' }, style, '\n').trimEnd();
  const isOneLine = !text.includes('\n') && !isBlock(text) && style.writing?.alone !== true;
  const values = isItem ? valueForms({ text }) : [`${isOneLine ? ' ' : '\n\n'}${text}`, quoted];
  return values.map((value) => `${gapAfter(style, '\n')}${head}${value}`);
}

/** Whether the fields of a proposal still say what they said. Others may have been added, and one may say more. */
function saysAsBefore(before: ProposalBody, after: ProposalBody, grown: Field | null): boolean {
  return (
    after.mentors.length === before.mentors.length &&
    after.upstream.length === before.upstream.length &&
    before.fields.every((field, i) => {
      const now = after.fields[i] ?? null;
      const [said, own] = [valueText(after, now), valueText(before, field)];
      return now?.label?.text === field.label?.text && (field === grown ? said.startsWith(own) : said === own);
    })
  );
}
