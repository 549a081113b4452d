import { type DraftFieldId, draftFieldFacts } from '../facts/draft-fields';
import { fieldFact } from '../facts/fields';
import type { IssueFieldId } from '../facts/issue-labels';
import { lfxField, type ProposalForm } from '../facts/proposal-form';
import { termInLabel } from '../facts/terms';
import { wordKey } from '../facts/words';
import { draftOfIssue } from '../submission/draft-of-issue';
import { type AskedField, type DraftValue, draftText } from '../submission/draft-text';
import { lineText } from '../submission/draft-values';
import {
  draftFrom,
  entryOf,
  type IssueDraft,
  lfxDraftFields,
  type RestPart,
  type TextFieldId,
  textOf,
  valueText,
} from './draft';
import { filledFields } from './filled-fields';
import type { IssueReading } from './reading';

/** The text of a draft, and what of the issue it does not hold. */
export interface DraftWithRest {
  readonly text: string;
  readonly rest: readonly RestPart[];
}

/** What CNCF's drafts hold beside the fields of every draft. */
const wanted: ReadonlySet<TextFieldId> = new Set([
  ...lfxDraftFields,
  'project',
  'term',
  'prerequisites',
  'coding-challenge',
  'custom-prerequisite',
]);

/** The draft for CNCF's form that an issue makes. `body` is the issue's, for one that was made with that form. */
export function lfxDraft(reading: IssueReading, body: string, form: ProposalForm): DraftWithRest {
  const filed = reading.projects.length === 0 ? draftOfIssue({ title: reading.title, body }, form) : null;
  if (filed && 'text' in filed) return { text: filed.text, rest: [] };
  const whole = draftFrom(reading, wanted);
  const project = projectOf(whole, form);
  const term = termOf(whole);
  // What the form does not list stands beside the draft, with its label.
  const unasked = new Set<IssueFieldId>();
  if (project === '') unasked.add('project');
  if (term === null) unasked.add('term');
  const draft = draftFrom(reading, wanted, unasked);
  const values = new Map<string, DraftValue>();
  const add = (label: string, text: string) => {
    if (text !== '') values.set(label, { text });
  };
  const value = (id: TextFieldId) => valueText(draft, id, reading.url);
  add(fieldFact('description').label, value('description'));
  add(fieldFact('expected-outcome').label, value('expected-outcome'));
  const technologies = namesText(draft, 'technologies');
  add(
    fieldFact('recommended-skills').label,
    draft.isSkillsSame ? technologies : namesText(draft, 'recommended-skills'),
  );
  add(labelOf('technologies'), technologies);
  add(fieldFact('upstream-issue').label, draft.upstream ?? '');
  add(labelOf('prerequisites'), lineText(value('prerequisites')).replace(/\[[xX]\] /g, ''));
  add(labelOf('coding-challenge'), lineText(value('coding-challenge')));
  add(labelOf('custom-prerequisite'), lineText(value('custom-prerequisite')));
  const text = draftText({ term, project, title: draft.title, mentors: draft.mentors.map(entryOf), values });
  return { text, rest: draft.rest };
}

/** The draft for a program with these fields. A field that the issue says in another one stays empty. */
export function programDraft(reading: IssueReading, fields: readonly AskedField[], project = ''): DraftWithRest {
  const { title, mentors, values, rest } = filledFields(reading, fields);
  return { text: draftText({ term: null, project, title, mentors, values }, fields), rest };
}

/** Skills or technologies in one line. */
function namesText({ values }: IssueDraft, id: TextFieldId): string {
  return (values.get(id) ?? []).map(({ text }) => lineText(text)).join(', ');
}

/** The project as the form lists it. Empty for any other. */
function projectOf(draft: IssueDraft, form: ProposalForm): string {
  const said = textOf(draft.values.get('project')).trim();
  const key = wordKey(said);
  return lfxField(form, 'project')?.options.find((each) => wordKey(each) === key) ?? '';
}

/** The term as the form would list it. Null for any other text. */
function termOf(draft: IssueDraft): string | null {
  const said = textOf(draft.values.get('term')).trim();
  return termInLabel(said) && /^[^()\n]*(?:\([^()\n]*\))?$/.test(said) ? said : null;
}

function labelOf(id: DraftFieldId): string {
  return draftFieldFacts.find((fact) => fact.id === id)?.label ?? '';
}
