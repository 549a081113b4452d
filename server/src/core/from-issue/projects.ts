import { issueFieldOf } from '../facts/issue-labels';
import { referencesIn, targetOf } from '../model/reference';
import { tailStart } from '../text/tail';
import type { IssueEvent, LabelEvent } from './events';

/** A project of an umbrella issue. */
export interface IssueProject {
  readonly title: string;
  /** The issue that the umbrella links for it. Null where the umbrella itself says it. */
  readonly url: string | null;
  readonly events: readonly IssueEvent[];
}

/** The projects of an umbrella issue, and what stands around them. No projects in an issue that is about one. */
export interface IssueProjects {
  readonly projects: readonly IssueProject[];
  readonly shared: readonly IssueEvent[];
}

const telling: ReadonlySet<string> = new Set([
  'description',
  'expected-outcome',
  'recommended-skills',
  'technologies',
  'mentors',
  'difficulty',
  'size',
]);
const MOST = 100;

/** Tells the projects of an issue apart: sections with fields of their own, rows of a table, or links to issues. */
export function projectsIn(title: string, url: string | null, events: readonly IssueEvent[]): IssueProjects {
  const found = sectionsIn(events) ?? rowsOf(events) ?? linksIn(title, url, events);
  return found ?? { projects: [], shared: events };
}

/** Headings of one level with at least two fields below each of two of them. */
function sectionsIn(events: readonly IssueEvent[]): IssueProjects | null {
  const levels = [...new Set(events.flatMap((event) => (isTitle(event) ? [event.level] : [])))].sort((a, b) => a - b);
  for (const level of levels) {
    const starts = events.flatMap((event, i) =>
      event.is === 'label' && event.level <= level && event.shape !== 'line' ? [i] : [],
    );
    const sections = starts.map((start, i) => ({ start, end: starts[i + 1] ?? events.length }));
    const own = sections.filter(({ start, end }) => {
      const head = events[start];
      return head && isTitle(head) && head.level === level && fieldsIn(events.slice(start + 1, end)) >= 2;
    });
    if (own.length < 2) continue;
    const isShared = (at: number) => !own.some(({ start, end }) => start <= at && at < end);
    return {
      projects: own.slice(0, MOST).map(({ start, end }) => {
        const head = events[start] as LabelEvent;
        return { title: plainTitle(head.text), url: null, events: events.slice(start + 1, end) };
      }),
      shared: events.filter((_, i) => isShared(i)),
    };
  }
  return null;
}

/** A label that may be the title of a project. */
function isTitle(event: IssueEvent): event is LabelEvent {
  if (event.is !== 'label' || (event.shape !== 'heading' && event.shape !== 'bold') || event.isInline) return false;
  const field = issueFieldOf(event.text);
  return field === null || /^(?:project|idea|proposal|topic)\b.*\d/i.test(event.text);
}

function fieldsIn(events: readonly IssueEvent[]): number {
  const ids = events.flatMap((event) => (event.is === 'label' ? (issueFieldOf(event.text)?.id ?? []) : []));
  return new Set(ids.filter((id) => telling.has(id))).size;
}

function rowsOf(events: readonly IssueEvent[]): IssueProjects | null {
  const table = events.find((event) => event.is === 'text' && event.rows);
  if (table?.is !== 'text' || !table.rows) return null;
  return {
    projects: table.rows.slice(0, MOST).map((pairs, i) => {
      const named = pairs.find(({ label }) => issueFieldOf(label)?.id === 'title')?.value ?? '';
      const own = pairs.flatMap(({ label, source, value }): IssueEvent[] => [
        { is: 'label', text: label, source, shape: 'cell', level: 8, isInline: true },
        { is: 'text', text: value, kind: 'other', isApart: false, isWhole: true },
      ]);
      return { title: named === '' ? `Row ${i + 1}` : named, url: null, events: own };
    }),
    shared: events.filter((event) => event !== table),
  };
}

/** A list of issues below a title or heading that promises several. */
function linksIn(title: string, url: string | null, events: readonly IssueEvent[]): IssueProjects | null {
  const several = /\b(?:umbrella|tracking|epic|ideas|projects|proposals)\b/i;
  const isIndex = several.test(title) && fieldsIn(events) === 0;
  const { owner, repo } = targetOf(url ?? '');
  const projects = events.flatMap((event, i) => {
    const above = events.slice(0, i).findLast((each) => each.is === 'label');
    if (
      event.is !== 'text' ||
      event.kind !== 'list' ||
      !(isIndex || (above && above.is === 'label' && several.test(above.text)))
    )
      return [];
    return event.text.split('\n').flatMap((line): IssueProject[] => {
      const item = line.replace(/^\s*(?:[-*+]|\d+[.)])\s+(?:\[[ xX]\]\s+)?/, '');
      const whole = item.replace(/^#(?=\d)/, owner !== null && repo !== null ? `${owner}/${repo}#` : '#');
      const [reference] = referencesIn(whole, { start: 0, end: whole.length });
      if (
        !reference ||
        reference.number === null ||
        (reference.span.start > 0 && reference.span.end < whole.trimEnd().length)
      )
        return [];
      const label = /^\[([^\]]+)\]\(/.exec(whole)?.[1] ?? '';
      const around = `${whole.slice(0, reference.span.start)} ${whole.slice(reference.span.end)}`.replace(
        /^[\s:–—-]+/,
        '',
      );
      const words = around.slice(0, tailStart(around, /[\s:–—-]/));
      const address = `https://github.com/${reference.owner}/${reference.repo}/issues/${reference.number}`;
      return [{ title: [label, words].filter((each) => each !== '').join(' ') || address, url: address, events: [] }];
    });
  });
  return projects.length < 2 ? null : { projects: projects.slice(0, MOST), shared: events };
}

/** "Project 2: Smaller index" without its number. */
function plainTitle(text: string): string {
  const title = text.replace(/^(?:(?:project|idea|proposal|topic)\s*)?#?\d{0,3}\s*[.):：–—-]*\s*/i, '').trim();
  return title === '' ? text : title;
}
