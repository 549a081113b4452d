import { termLabel } from '../../facts/terms';
import { type KnownDay, type KnownFile, newestFirst } from '../../known/known';
import { plain, short, strong } from '../../markdown/write';
import { renderedTitle } from '../../model/anchor';
import { datesIn, dayText, type TermDay, termDaysOf, type WrittenDay } from '../../model/date';
import { withoutTail } from '../../text/tail';
import { bulletList, countedLong, dotted, type HoverContext, paragraphs, placeLink, termIdOf } from './card';

/** The largest number of timeline rows to show. */
const ROWS = 6;
/** Only this many characters of an activity are read. */
const LONGEST = 300;
const DAY = 86_400_000;

/** Progress of a file's term: status, timeline and next date. Null for a file without a term. */
export function termCard(file: KnownFile, context: HoverContext): string | null {
  if (!file.term || file.termKey === '') return null;
  const files = context.known.files().filter((other) => termIdOf(other) === termIdOf(file));
  const [first = file, ...others] = [...files].sort(newestFirst);
  const label = termLabel(first.term ?? file.term);
  const status = [first, ...others].find(({ term }) => term?.status)?.term?.status ?? null;
  const place = { uri: first.uri, span: { start: 0, end: 0 } };
  const today = Math.floor(context.now / DAY) * DAY;
  const rows = rowsOf([first, ...others]);
  return paragraphs(
    dotted(`**${placeLink(label ?? 'Term', place, context)}**`, status && plain(short(renderedTitle(status), 80))),
    countLine([first, ...others]),
    nextLine(rows, today),
    timelineLines(rows, today),
  );
}

function countLine(files: readonly KnownFile[]): string | null {
  const count = (kind: KnownFile['kind']) =>
    files.reduce((sum, file) => sum + (file.kind === kind ? file.proposals.length : 0), 0);
  const [accepted, proposed] = [count('accepted'), count('proposed')];
  return dotted(
    accepted > 0 ? `${countedLong(accepted, 'proposal')} accepted` : null,
    proposed > 0 ? `${countedLong(proposed, 'proposal')} drafted` : null,
  );
}

interface Row {
  readonly activity: string;
  /** Days with their times. Never empty. */
  readonly days: readonly (TermDay & { readonly time: number })[];
  readonly year: number | null;
}

/** The rows of the timeline, or else the deadline from the instructions. */
function rowsOf(files: readonly KnownFile[]): Row[] {
  const planned = files.find(({ timeline }) => timeline.length > 0);
  const stated = files.find(({ deadline }) => deadline !== null);
  const timeline: readonly KnownDay[] =
    planned?.timeline ?? (stated?.deadline ? [{ activity: 'Deadline for proposals', days: [stated.deadline] }] : []);
  const term = (planned ?? stated)?.term ?? null;
  return timeline.flatMap(({ activity, days }) => {
    const dated = termDaysOf(days, term).flatMap((day) => (day.time === null ? [] : [{ ...day, time: day.time }]));
    const row = { activity: activityOf(activity), days: dated, year: term?.year ?? null };
    return dated.length > 0 && plain(row.activity) !== '' ? [row] : [];
  });
}

/** The activity without days and weeks: "March 1 (Week 1): The program begins" becomes "The program begins". */
function activityOf(written: string): string {
  const line = renderedTitle(written.slice(0, LONGEST));
  let words = '';
  let at = 0;
  for (const { span } of datesIn(line, { start: 0, end: line.length })) {
    words += `${line.slice(at, span.start)} `;
    at = span.end;
  }
  words += line.slice(at);
  const bare = words.replace(/\((?:[^()]*\bweeks?\b[^()]*|\s*)\)/gi, ' ').replace(/(?:\s+[-–—:]+)+(?=\s)/g, ' ');
  return short(withoutTail(bare.replace(/^[\s:;,.–—-]+/, ''), /[\s:;,.–—-]/), 70);
}

function firstOf({ days }: Pick<Row, 'days'>) {
  return days.reduce((first, day) => (day.time < first.time ? day : first));
}

function lastOf({ days }: Pick<Row, 'days'>) {
  return days.reduce((last, day) => (day.time > last.time ? day : last));
}

/** The next start or end. If both are on one day, the end. */
function nextLine(rows: readonly Row[], today: number): string | null {
  const coming = rows.flatMap(({ activity, ...row }) => {
    const [first, last] = [firstOf(row), lastOf(row)];
    if (last.time < today) return [];
    if (first.time < today) return [{ activity, time: last.time, rank: 0, when: `until ${fullDay(last)}` }];
    const isRange = first.time < last.time;
    return [{ activity, time: first.time, rank: 1, when: isRange ? `from ${fullDay(first)}` : fullDay(first) }];
  });
  const [next] = coming.sort((a, b) => a.time - b.time || a.rank - b.rank);
  if (next) return `Next: ${strong(next.activity)}, ${next.when}, ${inDays((next.time - today) / DAY)}`;
  const [last] = rows.map(lastOf).sort((a, b) => b.time - a.time);
  return last ? `It ended on ${fullDay(last)}.` : null;
}

function fullDay({ mention, year }: TermDay): string {
  return dayText(mention, year);
}

function inDays(count: number): string {
  if (count === 0) return '**today**';
  return count === 1 ? '**tomorrow**' : `in **${count} days**`;
}

/** Future rows, or all rows if none is in the future. */
function timelineLines(rows: readonly Row[], today: number): string | null {
  const ahead = rows.filter((row) => lastOf(row).time >= today);
  return bulletList(
    (ahead.length > 0 ? ahead : rows).map((row) => {
      const [first, last] = [firstOf(row), lastOf(row)];
      const days = first.time === last.time ? [last] : [first, last];
      return `${plain(row.activity)}: ${days.map(({ mention, year }) => shortDay(mention, year, row)).join(' – ')}`;
    }),
    ROWS,
  );
}

/** The day, without the year if it is the term's year. */
function shortDay(day: WrittenDay, year: number | null, row: Row): string {
  return dayText(day, year === row.year ? null : year);
}
