import { termLabel, termSortKey } from '../../core/facts/terms';
import { counted } from '../../core/facts/words';
import type { ListedFile, ListedProposal } from '../../core/features/list/list';
import { statusIn } from '../../core/features/list/status';
import { renderedTitle } from '../../core/model/anchor';
import { visible } from '../../core/text/visible';
import type { Screen, Style } from './formats/pretty';
import { cutBefore, cutTo, widthOf } from './width';

interface Cell {
  readonly text: string;
  readonly style?: Style;
  /** Whether its end says more than its start. */
  readonly end?: boolean;
}

interface Row {
  readonly project: string;
  readonly cells: readonly Cell[];
}

/** Proposals of one term, or of a file without a term. */
interface Group {
  readonly name: string;
  readonly key: string;
  status: string;
  readonly rows: Row[];
}

/** The larger its share, the later a column is made narrower for the sake of others. */
const columns = [
  { name: 'Title', share: 3 },
  { name: 'Status', share: 4 },
  { name: 'Mentors', share: 2 },
  { name: 'Issue', share: 2 },
];
const GAP = 2;
const INDENT = 2;
const NARROWEST = 8;

/** Proposals for a person at a terminal: a table for each term, the newest first, as wide as the screen. */
export function listTable(files: readonly ListedFile[], screen: Screen): string {
  const groups = groupsOf(files);
  const rows = groups.flatMap((group) => group.rows);
  const widths = widthsFor(
    rows.map(({ cells }) => cells.map(({ text }) => widthOf(text))),
    screen.width - INDENT,
  );
  const head = rowText(
    columns.map(({ name }) => ({ text: name, style: 'hint' })),
    widths,
    screen,
  );
  const tables = groups.map(({ name, status, rows }) => {
    const lines = rows.map(({ project, cells }, at) => {
      const isFirst = at === 0 ? project !== '' : rows[at - 1]?.project !== project;
      const heading = isFirst ? `${screen.paint('mark', cutTo(project || 'No project', screen.width))}\n` : '';
      return heading + rowText(cells, widths, screen);
    });
    const term = cutTo(status ? `${name} · ${status}` : name, screen.width);
    return `${screen.paint('file', term)}\n${head}${lines.join('')}\n`;
  });
  const projects = new Set(rows.map(({ project }) => project)).size;
  return `${tables.join('')}${counted(rows.length, 'proposal')} of ${counted(projects, 'project')}.\n`;
}

function groupsOf(files: readonly ListedFile[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const file of files) {
    const label = file.term && termLabel(file.term);
    const name = shown(label ?? file.file);
    const group: Group = groups.get(name) ?? { name, key: termSortKey(file.term), status: '', rows: [] };
    groups.set(name, group);
    group.status ||= shown(renderedTitle(file.term?.status ?? ''));
    for (const proposal of file.proposals) group.rows.push(rowOf(file, proposal));
  }
  return [...groups.values()]
    .filter((group) => group.rows.length > 0)
    .sort((one, other) => (one.key < other.key ? 1 : one.key > other.key ? -1 : 0))
    .map((group) => ({ ...group, rows: byProject(group.rows) }));
}

/** Drafts and accepted proposals of a project stand together, the projects in the order of the documents. */
function byProject(rows: readonly Row[]): Row[] {
  const projects = new Map<string, Row[]>();
  for (const row of rows) projects.set(row.project, [...(projects.get(row.project) ?? []), row]);
  return [...projects.values()].flat();
}

function rowOf(file: ListedFile, { project, title, mentors, upstream }: ListedProposal): Row {
  const name = project === null ? '' : shown(renderedTitle(project));
  const people = mentors.map((person) =>
    shown(person.name ?? (person.handle && `@${person.handle}`) ?? person.email ?? ''),
  );
  const none: Cell = { text: 'none', style: 'warning' };
  const [issue] = upstream;
  const more = upstream.length > 1 ? ` +${upstream.length - 1}` : '';
  return {
    project: name,
    cells: [
      { text: shown(renderedTitle(title)) || 'Untitled' },
      { text: statusIn(file) ?? '' },
      people.length > 0 ? { text: people.join(', ') } : none,
      issue ? { text: issueName(issue) + more, end: true } : none,
    ],
  };
}

function issueName({ owner, repo, number, url }: ListedProposal['upstream'][number]): string {
  return shown(owner !== null && repo !== null && number !== null ? `${owner}/${repo}#${number}` : url);
}

/** On one line and harmless. */
function shown(text: string): string {
  return visible(text.replaceAll('\t', ' '));
}

/** What each column needs, and less for the widest ones while all of them do not fit. */
function widthsFor(rows: readonly (readonly number[])[], screen: number): readonly number[] {
  const room = Math.max(columns.length * NARROWEST, screen - GAP * (columns.length - 1));
  const widths = columns.map(({ name }, at) =>
    Math.min(
      room,
      rows.reduce((most, row) => Math.max(most, row[at] ?? 0), name.length),
    ),
  );
  const needed = widths.reduce((all, width) => all + width, 0);
  for (let excess = needed - room; excess > 0; excess--) {
    const parts = widths.map((width, at) => width / (columns[at]?.share ?? 1));
    const widest = parts.indexOf(Math.max(...parts));
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}

function rowText(cells: readonly Cell[], widths: readonly number[], screen: Screen): string {
  const texts = cells.map(({ text, style, end }, at) => {
    const width = widths[at] ?? 0;
    const cut = end ? cutBefore(text, width) : cutTo(text, width);
    const painted = style ? screen.paint(style, cut) : cut;
    return at === cells.length - 1 ? painted : painted + ' '.repeat(width - widthOf(cut) + GAP);
  });
  return `${' '.repeat(INDENT)}${texts.join('')}`.trimEnd().concat('\n');
}
