import type { IssueFieldId } from '../facts/issue-labels';
import { referencesIn, targetOf } from '../model/reference';
import { withoutCuts } from '../submission/description';
import { withAbsoluteLinks, withAbsoluteNumbers } from './addresses';
import { itemsIn, namesIn } from './items';
import { mentorsOf } from './mentors';
import type { IssuePart } from './parts';
import type { Person } from './person';
import type { IssueReading } from './reading';

/** A field whose value is a text. */
export type TextFieldId = Exclude<IssueFieldId, 'title' | 'mentors' | 'upstream-issue' | 'skills-same' | 'lfx-url'>;

/** What an issue says for a draft. */
export interface IssueDraft {
  readonly title: string;
  /** The parts of the issue that are the value of a field. */
  readonly values: ReadonlyMap<TextFieldId, readonly RestPart[]>;
  readonly mentors: readonly Person[];
  /** Whether the issue says that the skills are the technologies. */
  readonly isSkillsSame: boolean;
  /** The address of the upstream issue: the one that the issue names, otherwise the issue itself. Null if unknown. */
  readonly upstream: string | null;
  /** What no field of the draft holds, part by part. */
  readonly rest: readonly RestPart[];
}

export interface RestPart {
  /** Empty for text below no label. */
  readonly label: string;
  /** Markdown. Never empty. */
  readonly text: string;
}

/** The fields of CNCF's drafts that an issue may say. */
export const lfxDraftFields: ReadonlySet<TextFieldId> = new Set([
  'description',
  'expected-outcome',
  'recommended-skills',
  'technologies',
]);

/** The value of a field as one text. Parts with a label begin with it. */
export function textOf(parts: readonly RestPart[] | undefined): string {
  return (parts ?? []).map(({ label, text }) => (label === '' ? text : `**${label}**\n\n${text}`)).join('\n\n');
}

/** The draft with these fields that an issue makes. What the issue says for `unasked` is part of the rest. */
export function draftFrom(
  reading: IssueReading,
  wanted: ReadonlySet<TextFieldId> = lfxDraftFields,
  unasked: ReadonlySet<IssueFieldId> = new Set(),
): IssueDraft {
  const { parts } = reading;
  const taken = new Set<IssuePart>();
  const best = (id: IssueFieldId): readonly IssuePart[] => {
    const named = unasked.has(id) ? [] : parts.filter(({ field, isAside }) => field?.id === id && !isAside);
    const rank = Math.min(...named.map(({ field }) => field?.rank ?? 0));
    return named.filter(({ field }) => field?.rank === rank);
  };
  const take = (own: readonly IssuePart[]) => {
    for (const part of own) taken.add(part);
    return own;
  };
  const values = new Map<TextFieldId, readonly RestPart[]>();
  const placed = ({ label, text }: RestPart): RestPart => ({ label, text: withAbsoluteLinks(text, reading.url) });
  for (const id of wanted) {
    const own = take(
      id === 'description'
        ? describing(parts, best(id))
        : id === 'recommended-skills'
          ? skillsOf(parts, best(id))
          : best(id),
    );
    if (own.length > 0)
      values.set(
        id,
        own.map((part, i) => placed(i === 0 && isLabelled(part, own, id) ? { ...part, label: '' } : part)),
      );
  }
  const mentors = mentorsOf(take(best('mentors')));
  const title = titleIn(reading, take(best('title')));
  const upstream = upstreamIn(reading, best('upstream-issue'));
  for (const part of upstream.parts) taken.add(part);
  const same = best('skills-same');
  const isSkillsSame = values.has('technologies') && !values.has('recommended-skills') && same.length > 0;
  if (isSkillsSame) take(same);
  const left = parts.filter((part) => !taken.has(part));
  const rest = [...title.rest, ...mentors.rest, ...upstream.rest, ...left].map(placed);
  return { title: title.title, values, mentors: mentors.people, isSkillsSame, upstream: upstream.url, rest };
}

/** Whether the label of the first part only names the field. So does that of the only part that describes the work. */
function isLabelled({ field }: IssuePart, parts: readonly IssuePart[], id: TextFieldId): boolean {
  return field?.id === id || parts.length === 1;
}

/** The parts that describe the work: those with such a label, else the text above all labels, else the first parts. */
function describing(parts: readonly IssuePart[], named: readonly IssuePart[]): readonly IssuePart[] {
  if (named.length > 0) return named;
  const free = parts.filter(({ isAside, field }) => !isAside && field === null);
  const [first] = free;
  if (!first) return [];
  if (first.label === '' && parts.filter(({ isAside }) => !isAside)[0] === first) return [first];
  const end = parts.findIndex(({ field }) => field !== null);
  const before = free.filter((part) => end < 0 || parts.indexOf(part) < end);
  if (before.length > 0) return before;
  // Fields may stand above the text.
  const text = free.find(({ label, text }) => label === '' && wordsOf(text).length >= FEWEST_WORDS);
  return text ? [text] : [];
}

/** Fewer words describe no work. */
const FEWEST_WORDS = 8;

/** Required and desirable skills are both skills. */
function skillsOf(parts: readonly IssuePart[], best: readonly IssuePart[]): readonly IssuePart[] {
  const named = parts.filter(({ field }) => field?.id === 'recommended-skills' && field.rank <= 1);
  return named.length > 0 ? named : best;
}

function titleIn(
  { title }: IssueReading,
  own: readonly IssuePart[],
): { readonly title: string; readonly rest: readonly RestPart[] } {
  const [first, ...others] = own;
  const line = (first?.text ?? '')
    .replace(/[*_`]{2}/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (line === '') return { title, rest: [] };
  const words = wordsOf(line);
  const isSaid = wordsOf(title).every((word) => words.includes(word));
  const rest = [...(isSaid ? [] : [{ label: 'Title of the issue', text: title }]), ...others].filter(
    ({ text }) => text !== '',
  );
  return { title: line, rest };
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The issue that another one names as upstream. An issue without one is upstream itself. */
function upstreamIn(
  { url }: IssueReading,
  named: readonly IssuePart[],
): { readonly url: string | null; readonly parts: readonly IssuePart[]; readonly rest: readonly RestPart[] } {
  for (const part of named) {
    const absolute = withAbsoluteNumbers(part.text, url);
    const [first, ...others] = referencesIn(absolute, { start: 0, end: absolute.length });
    if (!first) continue;
    const isWhole =
      others.length === 0 && absolute.slice(0, first.span.start).trim() + absolute.slice(first.span.end).trim() === '';
    const own =
      first.form === 'short' && first.issue
        ? `https://github.com/${first.owner}/${first.repo}/issues/${first.number}`
        : first.url.text;
    return { url: own, parts: [part], rest: isWhole ? [] : [part] };
  }
  return { url, parts: [], rest: [] };
}

/** The address of the repository of an issue. Null if the address is no issue's. */
export function repositoryOf(url: string | null): string | null {
  const { owner, repo } = targetOf(url ?? '');
  return owner !== null && repo !== null ? `https://github.com/${owner}/${repo}` : null;
}

/** A draft as programs read it. */
export interface DraftJson {
  readonly url: string | null;
  readonly title: string;
  readonly description: string | null;
  readonly outcome: readonly string[];
  readonly skills: readonly string[];
  readonly technologies: readonly string[];
  readonly mentors: readonly Person[];
  readonly upstream: string | null;
  readonly rest: string | null;
  /** The projects of an umbrella issue. */
  readonly projects?: readonly DraftJson[];
}

export function draftJson(reading: IssueReading): DraftJson {
  const { title, values, mentors, upstream, rest } = draftFrom(reading);
  const each = (id: TextFieldId, read: (text: string) => readonly string[]) =>
    (values.get(id) ?? []).flatMap(({ text }) => read(text));
  return {
    url: reading.url,
    title,
    description: values.has('description') ? textOf(values.get('description')) : null,
    outcome: each('expected-outcome', itemsIn),
    skills: each('recommended-skills', namesIn),
    technologies: each('technologies', namesIn),
    mentors,
    upstream,
    rest: rest.length === 0 ? null : restText(rest),
    ...(reading.projects.length === 0 ? {} : { projects: reading.projects.map(draftJson) }),
  };
}

/** The parts that no field holds, each below its label. */
export function restText(rest: readonly RestPart[]): string {
  return rest.map(({ label, text }) => (label === '' ? text : `### ${label}\n\n${text}`)).join('\n\n');
}

/** The value of a field as Markdown for another document: headings at least of level `lowest`, `#12` with its repository. */
export function valueText({ values }: IssueDraft, id: TextFieldId, url: string | null, lowest = 5): string {
  return withoutCuts(withAbsoluteNumbers(textOf(values.get(id)), url), lowest);
}

/** A person as drafts name them. What is not known is left out. */
export function entryOf({ name, handle, email, lfid }: Person): string {
  const parts = [handle && `@${handle}`, email, lfid && `LFID: ${lfid}`].filter(Boolean).join(', ');
  if (name === null) return parts;
  return parts === '' ? name : `${name} (${parts})`;
}
