import { type IssueField, type IssueFieldId, issueFieldOf } from '../facts/issue-labels';
import { wordKey } from '../facts/words';
import type { AskedField, DraftValue } from '../submission/draft-text';
import { lineText } from '../submission/draft-values';
import { draftFrom, entryOf, type RestPart, type TextFieldId, textOf, valueText } from './draft';
import type { IssueReading } from './reading';

/** What an issue says for the fields of some program. */
export interface FilledFields {
  readonly title: string;
  /** Entries as they are written below the label. */
  readonly mentors: readonly string[];
  /** By label. Markdown whose headings have at least the level that was asked for. */
  readonly values: ReadonlyMap<string, DraftValue>;
  /** The description, if no field asks for it. May be empty. */
  readonly prose: string;
  readonly rest: readonly RestPart[];
}

/** A field that a place asks for. `asks` is what its label means there; undefined for what its words say. */
export interface PlacedField extends AskedField {
  readonly asks?: IssueField | null;
}

const isNoText: ReadonlySet<string> = new Set(['title', 'mentors', 'upstream-issue', 'skills-same', 'lfx-url']);
/** What is no text, and not every program asks for. */
const notAlwaysAsked: readonly IssueFieldId[] = ['mentors', 'upstream-issue', 'skills-same'];
const isInLine: ReadonlySet<IssueFieldId | null> = new Set<IssueFieldId>([
  'recommended-skills',
  'technologies',
  'difficulty',
  'size',
]);

/**
 * The fields of a program with what an issue says. A field that the issue says in another one stays empty. `withProse`
 * says whether there is a place for a description that no field asks for; `lowest` is the level of headings in values.
 */
export function filledFields(
  reading: IssueReading,
  fields: readonly PlacedField[],
  { withProse = false, lowest = 5 }: { readonly withProse?: boolean; readonly lowest?: number } = {},
): FilledFields {
  const ids = idsOf(fields);
  const texts = [...ids.values()].filter((id): id is TextFieldId => id !== null && !isNoText.has(id));
  const asked = new Set(ids.values());
  const hasProse = withProse && !asked.has('description');
  const unasked = notAlwaysAsked.filter((id) => !asked.has(id));
  const wanted = new Set(hasProse ? [...texts, 'description' as const] : texts);
  const draft = draftFrom(withOwnLabels(reading, ids), wanted, new Set(unasked));
  const rest = [...draft.rest];
  const values = new Map<string, DraftValue>();
  for (const [label, id] of ids) {
    if (id === 'upstream-issue') values.set(label, { text: draft.upstream ?? '' });
    // Beside people, title and issue stands only what they do not hold.
    if (id === 'upstream-issue' || id === 'mentors' || id === 'title') continue;
    const isText = id !== null && !isNoText.has(id);
    // What only this program asks for is said below a label of the same words.
    const own = isText ? [] : rest.filter((part) => wordKey(part.label) === wordKey(label));
    const text = isText
      ? valueText(draft, id as TextFieldId, reading.url, lowest)
      : textOf(own.map((part) => ({ ...part, label: '' })));
    if (text !== '') values.set(label, { text: isInLine.has(id) ? lineText(text) : text });
    for (const part of own) rest.splice(rest.indexOf(part), 1);
  }
  const prose = hasProse ? valueText(draft, 'description', reading.url, lowest) : '';
  return { title: draft.title, mentors: draft.mentors.map(entryOf), values, prose, rest };
}

/** What each label asks for. Of several that ask for the same, the surest; the others only for their own words. */
function idsOf(fields: readonly PlacedField[]): ReadonlyMap<string, IssueFieldId | null> {
  const named = fields.map(({ label, id, asks }) => ({
    label,
    field: asks ?? issueFieldOf(label) ?? (id && { id, rank: 3 }),
  }));
  const surest = new Map<IssueFieldId, string>();
  for (const { label, field } of [...named].sort((a, b) => (a.field?.rank ?? 9) - (b.field?.rank ?? 9)))
    if (field && !surest.has(field.id)) surest.set(field.id, label);
  return new Map(
    named.map(({ label, field }) => [label, field && surest.get(field.id) === label ? field.id : null] as const),
  );
}

/** A reading whose parts below a label that only this program has are nothing else. */
function withOwnLabels(reading: IssueReading, ids: ReadonlyMap<string, IssueFieldId | null>): IssueReading {
  const own = new Set([...ids].flatMap(([label, id]) => (id === null ? [wordKey(label)] : [])));
  own.delete('');
  if (own.size === 0) return reading;
  return {
    ...reading,
    parts: reading.parts.map((part) =>
      part.label !== '' && own.has(wordKey(part.label)) ? { ...part, field: null, isAside: true } : part,
    ),
  };
}
