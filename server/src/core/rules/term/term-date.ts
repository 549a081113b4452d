import type { DocumentRule, Report } from '../../linter/rule';
import { type DateMention, dayText, termDaysOf, weekdayNumber, weekdayOf } from '../../model/date';
import type { ProposalsDocument } from '../../model/document';
import type { TimelineRow } from '../../model/front';
import type { Term } from '../../model/term';
import { type Span, shift, sliceOf } from '../../text/span';

export const termDate: DocumentRule = {
  id: 'term-date',
  scope: 'document',
  summary: 'The dates of a timeline exist, match their weekdays and are in order.',
  why: 'Mentors and mentees plan by these dates. If a weekday does not match its date, nobody knows which one is right.',
  source: 'The calendar, and the folder of the term',
  severity: 'warning',
  demand: 'terms',
  examples: [
    {
      path: 'programs/lfx-mentorship/2025/01-Mar-May/README.md',
      bad: '# Term 01 - 2025 March - May\n\n### Timeline\n\n| Activity | Dates |\n|---|---|\n| Project Proposals Open | Wed, Jan 8 - Mon, Feb 4, 2025 |\n',
      good: '# Term 01 - 2025 March - May\n\n### Timeline\n\n| Activity | Dates |\n|---|---|\n| Project Proposals Open | Wed, Jan 8 - Tue, Feb 4, 2025 |\n',
    },
  ],
  *check({ document }) {
    yield* inHeading(document);
    for (const { section, front } of document.fronts) yield* inTimeline(front.timeline, document, section.start);
  },
  *help(report, { document }) {
    const time = timesOfWeekdays(document).get(report.span.start);
    if (time === undefined) return;
    const written = sliceOf(document.text, report.span);
    const text = likeWeekday(written, weekdayOf(time));
    if (text === written) return;
    const edits = [{ span: report.span, text }];
    yield { title: `Write "${text}"`, kind: 'choice', edits, caret: null, preferred: true };
  },
};

/**
 * Times of all timeline days by the offset of their weekday. Cached, because a document can have a thousand wrong
 * weekdays.
 */
function timesOfWeekdays(document: ProposalsDocument): ReadonlyMap<number, number> {
  const known = weekdayTimes.get(document);
  if (known) return known;
  const times = new Map<number, number>();
  for (const { section, front } of document.fronts) {
    for (const { mention, time } of front.timeline.flatMap(({ dates }) => termDaysOf(dates, document.term)))
      if (time !== null && mention.weekday) times.set(section.start + mention.weekday.span.start, time);
  }
  weekdayTimes.set(document, times);
  return times;
}

const weekdayTimes = new WeakMap<ProposalsDocument, ReadonlyMap<number, number>>();

/** Checks a heading such as "# Term 02 - 2025 June - August" against the folder. */
function* inHeading({ text, term, sections }: ProposalsDocument): Iterable<Report> {
  const section = sections.find(({ level }) => level > 0);
  if (!section || !term?.name || section.start > 200) return;
  const title = text.slice(section.titleStart, section.titleEnd);
  const match = /^Term[ \t]+0*(\d)\b[^\n]*?\b(20\d\d)\b/i.exec(title);
  if (!match?.[1] || !match[2]) return;
  const number = Number(match[1]);
  const year = Number(match[2]);
  if (year === term.year && (term.number === null || number === term.number)) return;
  const span = { start: section.titleStart, end: section.titleStart + match[0].length };
  yield {
    span,
    message: `The heading says Term ${number} of ${year}, the folder ${folderOf(term)}.`,
  };
}

function folderOf({ year, number, name }: Term): string {
  return number === null ? `${year}, "${name}"` : `Term ${number} of ${year}`;
}

function* inTimeline(rows: readonly TimelineRow[], { text, term }: ProposalsDocument, by: number): Iterable<Report> {
  let above: { time: number; activity: string } | null = null;
  for (const row of rows) {
    let last = Number.NEGATIVE_INFINITY;
    let lastEnd = 0;
    let first: { time: number; span: Span } | null = null;
    for (const { mention, year, time } of termDaysOf(row.dates, term)) {
      const span = shift(mention.span, by);
      const { weekday } = mention;
      if (isOtherYear(mention, term))
        yield { span, message: `This date is in ${mention.year}, the term in ${term?.year}.` };
      if (mention.day > lastDayOf(mention.month))
        yield { span, message: `"${sliceOf(text, span)}" does not exist. Correct the date.` };
      if (time === null) continue;
      if (weekday && weekdayOf(time) !== weekdayNumber(weekday.text))
        yield {
          span: shift(weekday.span, by),
          message: `${dayText(mention, year)}, is a ${weekdays[weekdayOf(time)]}, not a ${weekdays[weekdayNumber(weekday.text)]}.`,
        };
      if (time < last && isRange(text.slice(by + lastEnd, span.start)))
        yield { span, message: 'This date is earlier than the start of its range.' };
      last = time;
      lastEnd = mention.span.end;
      first ??= { time, span };
    }
    // Prose ("Fall term: September 1st to …") describes the whole term, so we do not compare it with the rows.
    if (!first || !isRowOrItem(text, by + row.activity.span.start)) continue;
    if (above && first.time < above.time)
      yield { span: first.span, message: `This date is earlier than the one of "${above.activity}" above it.` };
    above = { time: first.time, activity: row.activity.text.slice(0, 60) };
  }
}

/** Whether the written year differs from the term's year. Around New Year, the adjacent year is allowed. */
function isOtherYear({ year, month }: DateMention, term: Term | null): boolean {
  if (year === null || term?.year == null || year === term.year) return false;
  return !(year === term.year - 1 && month > 9) && !(year === term.year + 1 && month < 4);
}

function lastDayOf(month: number): number {
  return month === 2 ? 29 : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Whether the text between two days makes them a range. A struck-out day does not end a range. */
function isRange(between: string): boolean {
  return /[-–—]|\b(?:to|until|till)\b/i.test(between) && !between.includes('~~');
}

function isRowOrItem(text: string, at: number): boolean {
  return /^\s*(?:\||[-*+•]|\d+[.)])/.test(text.slice(text.lastIndexOf('\n', at - 1) + 1, at));
}

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
/** The name of a weekday, in the length of the original: "Tuesday", "Tues", "Tue". */
function likeWeekday(written: string, weekday: number): string {
  const name = weekdays[weekday] ?? '';
  if (written.length === 3) return name.slice(0, 3);
  return /day$/i.test(written) ? name : (['Sun', 'Mon', 'Tues', 'Wed', 'Thurs', 'Fri', 'Sat'][weekday] ?? name);
}
