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
  private known: ReadonlySet<string> | null = null;

  constructor(
    /** Null if the file did not exist: then everything has changed. */
    readonly before: ProposalsDocument | null,
    /** Finds what was wrong with the earlier version. Asked at most once, and only if that matters. */
    private readonly findingsBefore: (before: ProposalsDocument) => readonly Finding[],
  ) {
    this.marks = new Set(before ? marksOf(before).values() : []);
  }

  /** The findings of what has changed, and those of the rest that the earlier version did not have at the same place. */
  findingsIn(document: ProposalsDocument, findings: readonly Finding[]): readonly Finding[] {
    const { before } = this;
    if (!before || this.marks.size === 0) return findings;
    const marks = marksOf(document);
    return findings.filter((finding) => {
      if (changeRules.has(finding.rule)) return true;
      const section = sectionOf(finding, document);
      if (!this.marks.has(marks.get(section.start) ?? '')) return true;
      this.known ??= keysOf(before, this.findingsBefore(before));
      return !this.known.has(keyOf(finding, section, document.text, marks));
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

/** What the findings have in common that an unchanged section has in both versions. */
function keysOf(document: ProposalsDocument, findings: readonly Finding[]): ReadonlySet<string> {
  const marks = marksOf(document);
  return new Set(findings.map((finding) => keyOf(finding, sectionOf(finding, document), document.text, marks)));
}

/** Before the first heading, it is the text up to the finding. */
function sectionOf({ span: { start } }: Finding, document: ProposalsDocument): Span {
  const proposal = proposalAt(document, start);
  if (proposal) return proposal.section;
  return document.sections.find((section) => section.start <= start && start < section.end) ?? { start: 0, end: start };
}

/** The rule, and its place in the section. Messages do not count: they may tell of what is elsewhere. */
function keyOf({ rule, span }: Finding, { start }: Span, text: string, marks: ReadonlyMap<number, string>): string {
  const place = contentKey(text.slice(start, span.start)).length;
  return `${rule} ${place} ${marks.get(start) ?? ''}`;
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
