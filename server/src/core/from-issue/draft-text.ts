import { type DraftFieldId, draftFieldFacts } from '../facts/draft-fields';
import { fieldFact } from '../facts/fields';
import { type IssueFieldId, issueFieldOf } from '../facts/issue-labels';
import { lfxField, type ProposalForm } from '../facts/proposal-form';
import { termInLabel } from '../facts/terms';
import { wordKey } from '../facts/words';
import { withoutCuts } from '../submission/description';
import { draftOfIssue } from '../submission/draft-of-issue';
import { type AskedField, type DraftValue, draftText } from '../submission/draft-text';
import { lineText } from '../submission/draft-values';
import { withAbsoluteNumbers } from './addresses';
import { draftFrom, type IssueDraft, lfxDraftFields, type RestPart, type TextFieldId, textOf } from './draft';
import type { Person } from './person';
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
export function programDraft(reading: IssueReading, fields: readonly AskedField[]): DraftWithRest {
  const ids = new Map(fields.map(({ label }) => [label, issueFieldOf(label)?.id ?? null]));
  const texts = [...ids.values()].filter((id): id is TextFieldId => id !== null && !isNoText.has(id));
  const asked = new Set(ids.values());
  const unasked = notAlwaysAsked.filter((id) => !asked.has(id));
  const draft = draftFrom(reading, new Set(texts), new Set(unasked));
  const rest = [...draft.rest];
  const values = new Map<string, DraftValue>();
  for (const [label, id] of ids) {
    const isText = id !== null && !isNoText.has(id);
    // What only this program asks for is said below a label of the same words.
    const own = isText ? [] : rest.filter((part) => wordKey(part.label) === wordKey(label));
    const text = isText
      ? valueText(draft, id as TextFieldId, reading.url)
      : textOf(own.map(({ text }) => ({ label: '', text })));
    if (id === 'upstream-issue') values.set(label, { text: draft.upstream ?? '' });
    else if (text !== '') values.set(label, { text: isInLine(id) ? lineText(text) : text });
    for (const part of own) rest.splice(rest.indexOf(part), 1);
  }
  const mentors = draft.mentors.map(entryOf);
  return { text: draftText({ term: null, project: '', title: draft.title, mentors, values }, fields), rest };
}

/** What is no text, and not every program asks for. */
const notAlwaysAsked: readonly IssueFieldId[] = ['mentors', 'upstream-issue', 'skills-same'];

const isNoText: ReadonlySet<string> = new Set(['title', 'mentors', 'upstream-issue', 'skills-same', 'lfx-url']);

function isInLine(id: IssueFieldId | null): boolean {
  return id === 'recommended-skills' || id === 'technologies' || id === 'difficulty' || id === 'size';
}

/** The value of a field as Markdown for another document: headings below those of a draft, `#12` with its repository. */
export function valueText({ values }: IssueDraft, id: TextFieldId, url: string | null): string {
  return withoutCuts(withAbsoluteNumbers(textOf(values.get(id)), url), 5);
}

/** Skills or technologies in one line. */
function namesText({ values }: IssueDraft, id: TextFieldId): string {
  return (values.get(id) ?? []).map(({ text }) => lineText(text)).join(', ');
}

/** A person as drafts name them. What is not known is left out. */
export function entryOf({ name, handle, email, lfid }: Person): string {
  const parts = [handle && `@${handle}`, email, lfid && `LFID: ${lfid}`].filter(Boolean).join(', ');
  if (name === null) return parts;
  return parts === '' ? name : `${name} (${parts})`;
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
