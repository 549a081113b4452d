import type { Finding } from '../../core/linter/rule';
import { type ProposalsDocument, proposalAt } from '../../core/model/document';
import { type Span, sliceOf } from '../../core/text/span';

/**
 * What has changed in a file since an earlier version of it. A proposal is the same where its text and its project are:
 * the place in the file and the kind of line ends do not matter.
 */
export class Changes {
  private readonly marks: ReadonlySet<string>;

  /** `before` is null where there was no such file: then all of it has changed. */
  constructor(before: ProposalsDocument | null) {
    this.marks = new Set(before ? marksOf(before).values() : []);
  }

  /** The findings of proposals, and of what stands between them, that differ from the earlier version's or are new. */
  findingsIn(document: ProposalsDocument, findings: readonly Finding[]): readonly Finding[] {
    if (this.marks.size === 0) return findings;
    const marks = marksOf(document);
    return findings.filter(({ span }) => {
      const proposal = proposalAt(document, span.start);
      const section =
        proposal?.section ?? document.sections.find(({ start, end }) => start <= span.start && span.start < end);
      return !this.marks.has(marks.get(section?.start ?? -1) ?? '');
    });
  }

  /** All that has not changed, in order; spans of the document that touch are one. */
  unchangedIn(document: ProposalsDocument): readonly Span[] {
    const spans: Span[] = [];
    const marks = marksOf(document);
    for (const { start, end } of document.sections) {
      if (!this.marks.has(marks.get(start) ?? '')) continue;
      const last = spans.at(-1);
      if (last?.end === start) spans[spans.length - 1] = { start: last.start, end };
      else spans.push({ start, end });
    }
    return spans;
  }
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
