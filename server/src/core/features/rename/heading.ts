import { wordKey } from '../../facts/words';
import { optionsOf } from '../../linter/options';
import { type RuleSettings, viewOf } from '../../linter/rule';
import { renderedTitle } from '../../model/anchor';
import type { Proposal, ProposalsDocument } from '../../model/document';
import type { Section } from '../../model/section';
import { programName } from '../../rules/lfx/program-name';
import type { Edit } from '../../text/edit';
import { type Part, partOf, type Span, shift } from '../../text/span';
import { linkEdits } from './links';
import { edited, isMadeAlike, type NewName, type Refused, type Renamed, refused } from './new-name';

/** A proposal or project heading, identified by the start of its section. */
interface Heading {
  readonly is: 'proposal' | 'project';
  readonly start: number;
}

/** The new title, normalized from the user's input. */
export function newTitle(written: string): NewName | Refused {
  const name = written.trim();
  if (name === '') return refused('A title needs at least one letter.');
  if (/[\r\n\u2028\u2029]/.test(name)) return refused('A title must fit on one line.');
  return { is: 'name', name };
}

/** The title of a section, with offsets from the start of the document. If all of it is a link, the link's text. */
export function titleIn(text: string, { titleStart, titleEnd }: Section): Part {
  const title = text.slice(titleStart, titleEnd);
  const link = /^\[((?:[^[\]\\]|\\.)+)\]\([^()\s]*\)$/.exec(title)?.[1];
  if (link === undefined) return { text: title, span: { start: titleStart, end: titleEnd } };
  return { text: link, span: { start: titleStart + 1, end: titleStart + 1 + link.length } };
}

/**
 * The edits that rename a proposal or project: its heading, links to it and their text, other links whose anchor number
 * changes, and program names.
 *
 * A program name changes only if it contains the old title, because a shorter one was written on purpose. Other files
 * stay unchanged: proposals are a record, and accepted ones belong to other terms.
 */
export function renameHeading(
  document: ProposalsDocument,
  heading: Heading,
  to: string,
  settings: RuleSettings,
): Renamed | Refused {
  const { sections } = document.readings;
  // In a text that begins with a heading, the empty section before all headings starts there too.
  const index = sections.findLastIndex(({ start }) => start === heading.start);
  const section = sections[index];
  if (!section) return refused('This heading no longer exists.');
  const from = titleIn(document.text, section);
  // A heading without text needs a blank after its `#` marks.
  const own = { span: from.span, text: from.text === '' ? ` ${to}` : to };
  const concerned = document.proposals.filter((proposal) => belongsTo(proposal, heading));
  const names = concerned.flatMap((proposal) => programNameEdit(proposal, heading.is, from.text, to) ?? []);
  const titled = edited(document, [own, ...names]);
  const now = titled.readings.sections[index];
  const other = heading.is === 'proposal' ? 'no longer be a proposal' : 'no longer be the project of its proposals';
  const unsafe = refused(`With the title "${to}", this heading would ${other}.`);
  if (!now || !isMadeAlike(document, titled)) return unsafe;
  const read = titleIn(titled.text, now).text;
  if (read !== to) return refused(`Markdown would show this title as "${read}".`);
  const twin = twinOf(document, titled, now);
  if (twin !== null) return refused(twin);
  const edits = [own, ...names, ...linkEdits(document, titled, { index, from: from.text, to })];
  return isMadeAlike(document, edited(document, edits))
    ? { is: 'renamed', edits, warning: warningOf(document, titled, heading.is, settings) }
    : refused(`With the title "${to}", the table of contents would lose this entry.`);
}

function belongsTo({ section, project, subproject }: Proposal, { is, start }: Heading): boolean {
  if (is === 'proposal') return section.start === start;
  return project?.section.start === start || subproject?.section.start === start;
}

/** Replaces the old title or project in a program name. Null if it contains neither. */
function programNameEdit(
  { body, section }: Proposal,
  is: 'proposal' | 'project',
  from: string,
  to: string,
): Edit | null {
  const line = body.programName;
  const parts = line && namePartsIn(line.text);
  if (!parts) return null;
  const { text, span } = is === 'proposal' ? parts.title : parts.project;
  if (wordKey(text) !== wordKey(renderedTitle(from))) return null;
  return { span: shift(span, section.start + line.span.start), text: renderedTitle(to) };
}

/** Project and title in `CNCF - Project: title (2026 Term 1)`. The term is optional. */
function namePartsIn(line: string): { readonly project: Part; readonly title: Part } | null {
  const start = /^CNCF\s*[-–—:]\s*/i.exec(line)?.[0].length;
  if (start === undefined) return null;
  const colon = line.slice(start + 1).search(/:\s/) + start + 1;
  if (colon <= start) return null;
  const title = partOf(line, { start: colon + 1, end: termStart(line) });
  if (title.text === '') return null;
  return { project: { text: line.slice(start, colon), span: { start, end: colon } }, title };
}

/** Start of the term in parentheses at the end of a program name, or the end of the name. */
function termStart(line: string): number {
  const open = line.lastIndexOf('(');
  const inner = line.endsWith(')') ? line.slice(open + 1, -1) : '';
  return open >= 0 && !inner.includes(')') && /\bTerm\b|20\d\d/i.test(inner) ? open : line.length;
}

/** A warning if another heading already has the name. Null if not. */
function twinOf(before: ProposalsDocument, { projects, proposals }: ProposalsDocument, { start }: Span): string | null {
  const at = proposals.findIndex(({ section }) => section.start === start);
  const proposal = proposals[at];
  if (proposal) {
    const { key } = proposal.body;
    const parent = parentKey(proposal);
    if (key === before.proposals[at]?.body.key) return null;
    const twin = proposals.find(
      (each) => each !== proposal && key !== '' && each.body.key === key && parentKey(each) === parent,
    );
    const where = proposal.project ? `"${proposal.project.name}"` : 'This file';
    return twin ? `${where} already has a proposal "${twin.body.title.text}".` : null;
  }
  const index = projects.findIndex(({ section }) => section.start === start);
  const project = projects[index];
  if (!project || project.key === before.projects[index]?.key) return null;
  const { key, section } = project;
  const twin = projects.find((each) => each !== project && each.key === key && each.section.level === section.level);
  return twin ? `This file already has a project "${twin.name}".` : null;
}

function parentKey({ project, subproject }: Proposal): string {
  return (subproject ?? project)?.key ?? '';
}

/** Findings of the `program-name` rule that the renaming adds. */
function warningOf(
  before: ProposalsDocument,
  after: ProposalsDocument,
  is: 'proposal' | 'project',
  settings: RuleSettings,
): string | null {
  for (const [i, proposal] of after.proposals.entries()) {
    const old = before.proposals[i];
    if (!old || messageOf(old, before, settings) !== null) continue;
    const message = messageOf(proposal, after, settings);
    if (message !== null) return is === 'proposal' ? message : `"${proposal.body.title.text}": ${message}`;
  }
  return null;
}

function messageOf(proposal: Proposal, page: ProposalsDocument, settings: RuleSettings): string | null {
  const options = optionsOf(programName, settings);
  for (const { message } of programName.check({ ...viewOf(proposal, page), options }, [])) return message;
  return null;
}
