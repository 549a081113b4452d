import { draftFieldOf } from '../../facts/draft-fields';
import { type FieldId, fieldFact } from '../../facts/fields';
import { type LfxField, lfxField, type ProposalForm } from '../../facts/proposal-form';
import { viewOf } from '../../linter/rule';
import { plain, short, strong } from '../../markdown/write';
import type { Proposal, ProposalsDocument } from '../../model/document';
import { countMentors } from '../../model/people';
import type { Field } from '../../model/proposal';
import { limitOf } from '../../submission/draft-check';
import { keyOf } from '../../submission/issue-body';
import { issueOfDraft } from '../../submission/issue-of-draft';
import { grouped, paragraphs } from './card';

/** The fields of the form that a label of a draft answers, the most important first. */
const answered: Readonly<Record<Exclude<FieldId, 'lfx-url'>, LfxField>> = {
  description: 'description',
  'expected-outcome': 'description',
  'recommended-skills': 'skills',
  mentors: 'mentors',
  'upstream-issue': 'upstream',
};

const answeredByDrafts: Readonly<Record<string, readonly LfxField[]>> = {
  technologies: ['technologies'],
  prerequisites: ['prerequisites'],
  'coding-challenge': ['challenge'],
  'custom-prerequisite': ['customName', 'customDescription'],
};

/** The longest text of a form that a hover shows. */
const LONGEST = 600;

/** What the form says about the field that a label answers, and how much of its limit is used. Null for other labels. */
export function formFieldHover(
  field: Field,
  proposal: Proposal,
  document: ProposalsDocument,
  form: ProposalForm,
): string | null {
  const label = field.label?.text ?? '';
  const draft = draftFieldOf(label);
  if (field.id === 'lfx-url') return paragraphs(strong(short(label, 80)), plain(fieldFact('lfx-url').help));
  const own = field.id ? [answered[field.id]] : (answeredByDrafts[draft?.id ?? ''] ?? []);
  const fields = own.flatMap((each) => lfxField(form, each) ?? []);
  const [first] = fields;
  if (!first) return null;
  const projects = document.readings.context.projects;
  const { answers } = issueOfDraft(viewOf(proposal, document), form, projects);
  const limits = fields.flatMap((each) => {
    const limit = limitOf(each.label, form);
    if (!Number.isFinite(limit)) return [];
    const { length } = (answers.get(keyOf(each))?.text ?? '').trim();
    return [`${grouped(length)} of ${grouped(limit)} characters for "${plain(each.label)}"`];
  });
  const options = first.options.length > 0 && first.options.length <= 20 ? first.options.join(', ') : '';
  return paragraphs(
    strong(short(field.id ? fieldFact(field.id).label : (draft?.label ?? label), 80)),
    draft ? plain(draft.help) : null,
    field.id === 'mentors' ? plain('In the draft: Name (@github-handle, e-mail address, LFID: user-name).') : null,
    first.description === '' ? null : `The form says: ${plain(short(plainText(first.description), LONGEST))}`,
    options === '' ? null : `Boxes: ${plain(short(options, LONGEST))}`,
    ...limits,
    field.id === 'mentors' ? `${countMentors(proposal.body)} of 4 mentors` : null,
  );
}

/** The text of Markdown, with the addresses of links on the web. */
function plainText(markdown: string): string {
  return markdown
    .replace(/\*\*|`/g, '')
    .replace(/\[([^[\]\n]{0,300})\]\(([^()\s]{0,300})\)/g, (_, text: string, address: string) =>
      /^https?:\/\//i.test(address) && !text.includes(address) ? `${text} (${address})` : text,
    );
}
