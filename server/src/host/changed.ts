import { type ProposalsDocument, proposalAt } from '../core/model/document';
import type { Finding } from '../core/rules/rule';
import { sliceOf } from '../core/text/span';

/**
 * The findings that belong to proposals which differ from those of an earlier version of the file, or are new; all of
 * them where there was no file. A proposal is the same where its text and its project are: the place in the file and
 * the kind of line ends do not matter.
 */
export function findingsOfChanged(
  document: ProposalsDocument,
  before: ProposalsDocument | null,
  findings: readonly Finding[],
): readonly Finding[] {
  if (!before) return findings;
  const same = new Set(marksOf(before).values());
  const marks = marksOf(document);
  return findings.filter(({ span }) => {
    const proposal = proposalAt(document, span.start);
    const section =
      proposal?.section ?? document.sections.find(({ start, end }) => start <= span.start && span.start < end);
    return !same.has(marks.get(section?.start ?? -1) ?? '');
  });
}

/** What makes every section what it is, by where the section starts. */
function marksOf({ text, sections, proposals }: ProposalsDocument): Map<number, string> {
  const projects = new Map(proposals.map(({ section, project }) => [section.start, project?.name ?? '']));
  return new Map(
    sections.map((section) => {
      const content = sliceOf(text, section).replaceAll('\r\n', '\n').trimEnd();
      return [section.start, `${projects.get(section.start) ?? ''}\n${content}`];
    }),
  );
}
