import type { Finding } from '../../core/linter/rule';
import { changeRules } from '../../core/linter/rules';
import { type ProposalsDocument, proposalAt } from '../../core/model/document';
import { contentKey } from '../../core/text/content-key';
import { type Span, sliceOf } from '../../core/text/span';

/**
 * Compares a file with an earlier version. A proposal is unchanged if its text and its project are the same,
 * wherever it is in the file and whatever its line endings.
 */
export class Changes {
  private readonly marks: ReadonlySet<string>;

  /** `before` is null if the file did not exist: then everything has changed. */
  constructor(readonly before: ProposalsDocument | null) {
    this.marks = new Set(before ? marksOf(before).values() : []);
  }

  /** The findings of what has changed. */
  findingsIn(document: ProposalsDocument, findings: readonly Finding[]): readonly Finding[] {
    if (this.marks.size === 0) return findings;
    const marks = marksOf(document);
    return findings.filter(({ rule, span }) => {
      if (changeRules.has(rule)) return true;
      const proposal = proposalAt(document, span.start);
      const section =
        proposal?.section ?? document.sections.find(({ start, end }) => start <= span.start && span.start < end);
      return !this.marks.has(marks.get(section?.start ?? -1) ?? '');
    });
  }

  /** The unchanged spans in order; adjacent ones are merged. */
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

/** The identity of every section, by its start. */
function marksOf({ text, sections, proposals }: ProposalsDocument): Map<number, string> {
  const projects = new Map(proposals.map(({ section, project }) => [section.start, project?.name ?? '']));
  return new Map(
    sections.map((section) => {
      const content = contentKey(sliceOf(text, section));
      return [section.start, `${projects.get(section.start) ?? ''}\n${content}`];
    }),
  );
}
