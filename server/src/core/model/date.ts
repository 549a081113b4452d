import type { Part, Span } from '../text/span';
import type { Term } from './term';

/** A day in a term README: "Tue, May 13, 2025", "Sept 3", or "16" after "January 8 -". */
export interface DateMention {
  readonly span: Span;
  /** As written ("Tues"). Null if there is none. */
  readonly weekday: Part | null;
  /** Null if there is none. */
  readonly year: number | null;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31, even if the month has fewer days. */
  readonly day: number;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

const pattern =
  /(?:\b(?<weekday>(?:Mon|Tues?|Wed(?:nes|s)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?)\b[.,]*\s+)?\b(?<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?(?!\d|:\d)(?:,?\s+(?<year>20\d\d)\b)?/gi;

/** The end of a range that does not repeat the month: "January 16 - 31". */
const dayOnly =
  /^\s*[-–—]\s*(?<day>\d{1,2})(?:st|nd|rd|th)?(?!\d|:\d|\s*(?:am|pm|weeks?|months?)\b)(?:,?\s+(?<year>20\d\d)\b)?/i;

/** The days in `span` of `text`, in order. Unrecognized dates are skipped. */
export function datesIn(text: string, span: Span): DateMention[] {
  const mentions: DateMention[] = [];
  const within = text.slice(span.start, span.end);
  for (const match of within.matchAll(pattern)) {
    const { weekday, month = '', day, year } = match.groups ?? {};
    const start = span.start + match.index;
    const end = start + match[0].length;
    const mention = {
      span: { start, end },
      weekday: weekday === undefined ? null : { text: weekday, span: { start, end: start + weekday.length } },
      year: year === undefined ? null : Number(year),
      month: months.indexOf(month.slice(0, 3).toLowerCase()) + 1,
      day: Number(day),
    };
    mentions.push(mention);
    const rest = dayOnly.exec(within.slice(end - span.start));
    // "July 27 - 2nd evaluation" is no range, because a range ends after it begins.
    if (!rest?.groups?.day || Number(rest.groups.day) <= mention.day) continue;
    const at = end + rest[0].search(/\d/);
    const restYear = rest.groups.year === undefined ? null : Number(rest.groups.year);
    mentions.push({
      ...mention,
      weekday: null,
      year: restYear,
      day: Number(rest.groups.day),
      span: { start: at, end: end + rest[0].length },
    });
  }
  return mentions;
}

/** A day as written, without its place. */
export type WrittenDay = Pick<DateMention, 'year' | 'month' | 'day'>;

/** A day of a term, with its year. */
export interface TermDay<D extends WrittenDay = WrittenDay> {
  readonly mention: D;
  readonly year: number | null;
  /** Milliseconds since 1970. Null if the year is unknown or the day does not exist. */
  readonly time: number | null;
}

/**
 * Adds years to the days of a row: as written, otherwise that of a later day in the row, otherwise that of the term.
 */
export function termDaysOf<D extends WrittenDay>(days: readonly D[], term: TermOfYear | null): TermDay<D>[] {
  const dated: TermDay<D>[] = [];
  let next: { year: number; month: number } | null = null;
  for (const mention of days.toReversed()) {
    const year: number | null =
      mention.year ?? (next ? next.year - (mention.month > 9 && next.month < 4 ? 1 : 0) : yearIn(term, mention.month));
    if (year !== null) next = { year, month: mention.month };
    dated.unshift({ mention, year, time: year === null ? null : dayOf(year, mention) });
  }
  return dated;
}

type TermOfYear = Pick<Term, 'year' | 'number'>;

/**
 * The year of a day that has none. The first term of a year is prepared in the year before, and the last one may end in
 * the next year. Null if the term's year is unknown.
 */
function yearIn(term: TermOfYear | null, month: number): number | null {
  if (term?.year == null) return null;
  if (term.number === 1 && month > 9) return term.year - 1;
  return term.number === 3 && month < 4 ? term.year + 1 : term.year;
}

/** Milliseconds since 1970 at the start of the day in UTC. Null if the day does not exist. */
export function dayOf(year: number, { month, day }: WrittenDay): number | null {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? time : null;
}

/** 0 for Sunday to 6 for Saturday. Reads only the first three letters. -1 for other words. */
export function weekdayNumber(name: string): number {
  return weekdays.indexOf(name.slice(0, 3).toLowerCase());
}

/** 0 for Sunday to 6 for Saturday. `time` is in milliseconds since 1970. */
export function weekdayOf(time: number): number {
  return new Date(time).getUTCDay();
}

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** "May 13, 2025", or "May 13" without a year. */
export function dayText({ month, day }: WrittenDay, year: number | null): string {
  const text = `${monthNames[month - 1]} ${day}`;
  return year === null ? text : `${text}, ${year}`;
}
