import { fieldFact } from '../../facts/fields';
import { isLfxForm, type ProposalForm } from '../../facts/proposal-form';
import { wordKey } from '../../facts/words';
import { optionsOf } from '../../linter/options';
import type { RuleSettings } from '../../linter/rule';
import { plain, short, strong } from '../../markdown/write';
import type { Proposal, ProposalsDocument } from '../../model/document';
import { countMentors, limitsMentors } from '../../model/people';
import type { Field } from '../../model/proposal';
import type { Template } from '../../model/template';
import { descriptionCharacters } from '../../model/value-text';
import { descriptionLength } from '../../rules/fields/description-length';
import { mentorCount } from '../../rules/mentors/mentor-count';
import { formOfDocument } from '../../submission/form-of-document';
import { grouped, paragraphs } from './card';
import { formFieldHover } from './form-field';

/** What the field is for, and how much of its limit is used. `cncfForm` is as the workspace knows it. */
export function fieldHover(
  field: Field,
  proposal: Proposal,
  document: ProposalsDocument,
  settings: RuleSettings,
  cncfForm: ProposalForm,
): string | null {
  const form = formOfDocument(document, cncfForm);
  if (form && isLfxForm(form)) return formFieldHover(field, proposal, document, form);
  const label = field.label?.text ?? '';
  const help = helpFor(field, label, document);
  return (
    help &&
    paragraphs(
      strong(short(field.id && document.program.demands.has('lfx') ? fieldFact(field.id).label : label, 80)),
      help,
      limitOf(field, proposal, document, settings),
    )
  );
}

/** The program's description of a field, or the template's hint if only the template has the field. */
function helpFor({ id }: Field, label: string, { template, program }: ProposalsDocument): string | null {
  if (!program.demands.has('lfx')) return sourceOf(label, template);
  if (id) return plain(fieldFact(id).help);
  const asked = template.fields.find((each) => each.id === null && wordKey(each.label) === wordKey(label));
  if (!asked) return null;
  const hint = [asked.hint, asked.body].find((text) => /[\p{L}\p{N}]/u.test(text));
  return hint === undefined
    ? 'This field comes from the template of this file.'
    : `The template says: ${plain(short(hint, 300))}`;
}

/** Where a program that is not CNCF's asks for a field, or how many of the file's proposals have it. */
export function sourceOf(label: string, template: Template): string | null {
  const asked = template.fields.find((each) => wordKey(each.label) === wordKey(label));
  if (!asked) return null;
  if (template.proposals !== undefined)
    return `${asked.count} of ${template.proposals} proposals in this file have it.`;
  const need = asked.required === false ? 'Optional' : 'Required';
  const choices = asked.options?.length ? `One of: ${plain(short(asked.options.join(', '), 300))}` : null;
  const most = asked.limit ? `At most ${grouped(asked.limit.max)} ${asked.limit.unit}.` : null;
  return paragraphs(template.path ? `${need} by ${plain(template.path)}.` : `${need}.`, choices, most);
}

function limitOf(
  { id }: Field,
  { body }: Proposal,
  { term, program }: ProposalsDocument,
  settings: RuleSettings,
): string | null {
  if (!program.demands.has('lfx')) return null;
  if (id === 'description' || id === 'expected-outcome')
    return `${grouped(descriptionCharacters(body))} of ${grouped(optionsOf(descriptionLength, settings).max)} characters for description and outcome together`;
  if (id !== 'mentors' || !limitsMentors(term)) return null;
  return `${countMentors(body)} of ${optionsOf(mentorCount, settings).max} mentors`;
}
