/**
 * An issue that says a proposal already, read whatever its shape.
 *
 * `eventsIn` (remark) → labels and texts in their order: headings, bold labels, `Label:` lines, items and cells that are
 * labels. `partsOf` → parts: a label and what is said below it. A label that only stands inside of a value stays text, and
 * what says nothing (comments, `_No response_`, placeholders, boxes that nobody has ticked) is left out. `issueFieldOf`
 * (facts/issue-labels.ts) says which field a label names and how surely.
 *
 * `readIssue` → title, prefix, parts, people. `draftFrom` (draft.ts) chooses for each field of a draft the parts that name
 * it best; all others are `rest`, part by part. So every word of the issue is in the draft or in `rest`, and nothing is in
 * the draft that the issue does not say.
 *
 * `projectsIn` (projects.ts) tells the projects of an umbrella issue apart, each an issue of its own for `readIssue`.
 *
 * Bounded: the first 20,000 characters are parsed, seven times what the program takes; what is longer is one part of the
 * rest. Text that nests too deep for the parser is read as plain text.
 */
import { type IssueField, isPersonColumn } from '../facts/issue-labels';
import { wordKey } from '../facts/words';
import { eventsIn, type IssueEvent } from './events';
import { type FormLabels, formOfIssue } from './form-labels';
import { normalized } from './normalize';
import { type IssuePart, partsOf } from './parts';
import { projectsIn } from './projects';
import { type IssueTitle, titleOfIssue } from './title';

/** An issue on GitHub. Its texts are a stranger's. */
export interface IssueSource {
  /** Null if it is unknown. */
  readonly url: string | null;
  readonly title: string;
  /** Markdown. */
  readonly body: string;
}

/** What an issue says. */
export interface IssueReading {
  readonly url: string | null;
  readonly title: string;
  /** What the title says about program, term and kind of issue. May be empty. */
  readonly prefix: string;
  /** In their order, without those that say nothing. */
  readonly parts: readonly IssuePart[];
  /** The projects of an umbrella issue. Empty for an issue that is about one. */
  readonly projects: readonly IssueReading[];
}

/** No more is parsed, in UTF-16 code units, because a hostile text of GitHub's own limit takes seconds. */
export const longestIssue = 20_000;

/** Reads an issue. `forms` are those of its repository; the one that it was made with counts. Never throws. */
export function readIssue({ url, title, body }: IssueSource, forms: readonly FormLabels[] = []): IssueReading {
  const { text, more } = boundedBody(body);
  const events = eventsOf(text);
  const form = formOfIssue(events, forms);
  const { projects, shared } = form ? { projects: [], shared: events } : projectsIn(title, url, events);
  const own = projects.map((project) => readingOf({ ...project, url: project.url ?? url, form }));
  return readingOf({ url, title, events: shared, form, more, projects: own });
}

/** The reading of labels and texts, of a whole issue or of a project in it. `more` is what was too long to be read. */
function readingOf({
  url,
  title,
  events,
  form,
  more = '',
  projects = [],
}: {
  readonly url: string | null;
  readonly title: string;
  readonly events: readonly IssueEvent[];
  readonly form: FormLabels | null;
  readonly more?: string;
  readonly projects?: readonly IssueReading[];
}): IssueReading {
  const own = titleOf(title, form);
  const isTitle = ({ label, text }: IssuePart) => label === '' && wordKey(text) === wordKey(own.title);
  const parts = withColumns(partsOf(events, form)).filter((part) => part.text !== '' && !isTitle(part));
  const rest = { label: '', field: null, text: more, isAside: true };
  return { url, ...own, parts: more === '' ? parts : [...parts, rest], projects };
}

/** The title in parts, without what the form writes before it. */
function titleOf(title: string, form: FormLabels | null): IssueTitle {
  const given = form?.prefix ?? '';
  if (given === '' || !title.trimStart().startsWith(given)) return titleOfIssue(title);
  const own = titleOfIssue(title.trimStart().slice(given.length));
  return { title: own.title, prefix: `${given} ${own.prefix}`.trim() };
}

/** The part of a body that is read, with LF, and what is left of it. */
function boundedBody(body: string): { readonly text: string; readonly more: string } {
  const whole = body.replace(/\r\n?/g, '\n').replace(/^\ufeff/, '');
  if (whole.length <= longestIssue) return { text: whole, more: '' };
  const end = Math.max(whole.lastIndexOf('\n', longestIssue), 0) || longestIssue;
  return { text: whole.slice(0, end), more: whole.slice(end).trim() };
}

/** Quote and list marks in a row, and brackets, whose nesting makes the parser's time quadratic. */
const tooDeep = /(?:[>*+-][ \t]){24}|>{24}|(?:\d[.)][ \t]){32}|[[(*_~]{200}|^[ \t]{200,}\S/m;

function eventsOf(text: string): readonly IssueEvent[] {
  if (!tooDeep.test(text)) return eventsIn(normalized(text));
  return text.split(/\n{2,}/).map((paragraph) => ({ is: 'text', text: paragraph, kind: 'paragraph', isApart: true }));
}

/** Parts that ask for handles and addresses belong to the mentors next to them, as surely as these are mentors. */
function withColumns(parts: readonly IssuePart[]): readonly IssuePart[] {
  const surest = (near: readonly (IssuePart | undefined)[]): IssueField | null =>
    near
      .flatMap((part) => (part?.field?.id === 'mentors' ? [part.field] : []))
      .reduce<IssueField | null>((best, field) => (best && best.rank <= field.rank ? best : field), null);
  return parts.map((part, i) => {
    const isColumn = (part.field === null || part.field.id === 'mentors') && isPersonColumn(part.label);
    const field = isColumn ? surest([parts[i - 1], parts[i - 2], parts[i + 1], parts[i - 3]]) : null;
    return field ? { ...part, field } : part;
  });
}
