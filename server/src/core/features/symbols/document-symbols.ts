import { headingRole } from '../../facts/headings';
import type { Project, Proposal, ProposalsDocument } from '../../model/document';
import { type Section, sectionsOf, titleOf } from '../../model/section';
import { templateIn } from '../../model/template';
import { type Span, shift } from '../../text/span';

/** A symbol of the document outline. */
export interface DocumentSymbol {
  readonly kind: 'project' | 'proposal' | 'field';
  readonly name: string;
  /** The mentors of a proposal. Otherwise empty. */
  readonly detail: string;
  /** The whole range, including all children. */
  readonly span: Span;
  /** The name itself. */
  readonly nameSpan: Span;
  readonly children: readonly DocumentSymbol[];
}

/** From this size, in UTF-16 code units, the outline shows headings only. The largest real file has 160,000. */
const LARGE = 400_000;

/**
 * Projects with their proposals and fields, in document order. Empty if the file is not a proposals document. `read`
 * parses the document; `isRead` says whether an earlier version has been parsed, which makes that cheap.
 *
 * Editors ask for the outline first when they open a file, so a very large file is not parsed for it. Its headings
 * become projects and proposals by level only, without fields, also after it has been parsed for something else.
 */
export function symbolsOf(
  text: string,
  read: () => ProposalsDocument | null,
  isRead = false,
): readonly DocumentSymbol[] {
  if (text.length < LARGE) {
    const document = read();
    return document ? documentSymbols(document) : [];
  }
  const document = isRead ? read() : null;
  return headingSymbols(text, document?.kind ? document.readings.sections : sectionsOf(text));
}

function documentSymbols(document: ProposalsDocument): DocumentSymbol[] {
  const symbols: DocumentSymbol[] = [];
  let project: Project | null = null;
  let children: DocumentSymbol[] = [];
  const finish = () => {
    if (project) symbols.push(projectSymbol(project.section, project.name, children));
  };
  for (const proposal of document.proposals) {
    if (project !== proposal.project) {
      finish();
      project = proposal.project;
      children = [];
    }
    (project ? children : symbols).push(proposalSymbol(proposal));
  }
  finish();
  return symbols;
}

function headingSymbols(text: string, sections: readonly Section[]): DocumentSymbol[] {
  const headed = sections.filter(({ level, titleStart, titleEnd }) => level > 0 && titleEnd > titleStart);
  const proposalLevel = templateIn(text, sections)?.proposalLevel ?? commonLevel(headed);
  const symbols: DocumentSymbol[] = [];
  let project: { section: Section; children: DocumentSymbol[] } | null = null;
  const finish = () => {
    if (project && project.children.length > 0) {
      symbols.push(projectSymbol(project.section, titleOf(text, project.section), project.children));
    }
  };
  for (const section of headed) {
    if (section.level >= proposalLevel) {
      (project?.children ?? symbols).push(symbol('proposal', titleOf(text, section), section, []));
    } else if (headingRole(titleOf(text, section)) === 'other') {
      finish();
      project = { section, children: [] };
    }
  }
  finish();
  return symbols;
}

/** The most frequent heading level. If two are equal, the deeper one, because projects have several proposals. */
function commonLevel(sections: readonly Section[]): number {
  const counts = [0, 0, 0, 0, 0, 0, 0];
  for (const { level } of sections) counts[level] = (counts[level] ?? 0) + 1;
  return counts.lastIndexOf(Math.max(...counts));
}

function projectSymbol(section: Section, name: string, children: readonly DocumentSymbol[]): DocumentSymbol {
  return symbol('project', name, { ...section, end: Math.max(section.end, children.at(-1)?.span.end ?? 0) }, children);
}

function proposalSymbol({ section, body }: Proposal): DocumentSymbol {
  const fields = body.fields.flatMap(({ label, span }): DocumentSymbol[] => {
    if (!label) return [];
    const nameSpan = shift(label.span, section.start);
    return [{ kind: 'field', name: label.text, detail: '', span: shift(span, section.start), nameSpan, children: [] }];
  });
  const detail = body.mentors.map(({ name, handle }) => (name ?? handle)?.text ?? '').join(', ');
  return { ...symbol('proposal', body.title.text, section, fields), detail };
}

function symbol(
  kind: DocumentSymbol['kind'],
  name: string,
  { start, end, titleStart, titleEnd }: Section,
  children: readonly DocumentSymbol[],
): DocumentSymbol {
  return {
    kind,
    // Editors reject symbols without a name.
    name: name || 'Untitled',
    detail: '',
    span: { start, end },
    nameSpan: { start: titleStart, end: titleEnd },
    children,
  };
}
