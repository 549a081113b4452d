import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { actionsFor, fixesFor } from '../../server/src/core/features/actions/code-actions';
import { fixed } from '../../server/src/core/features/actions/fixes';
import { nothingKnown } from '../../server/src/core/known/known';
import type { Finding, Help } from '../../server/src/core/linter/rule';
import { rules } from '../../server/src/core/linter/rules';
import { findingsOf } from '../../server/src/core/linter/run';
import { type ProposalsDocument, readDocument } from '../../server/src/core/model/document';
import { applyEdits, type Edit } from '../../server/src/core/text/edit';
import { overlaps, type Span } from '../../server/src/core/text/span';
import { anyDocument } from './generated';
import { noRealFiles, realFiles } from './real-files';

const path = 'programs/lfx-mentorship/2025/01-Mar-May/project_ideas.md';

/** Something that can be done in a document, with the finding that it is offered at. */
interface Offer extends Help {
  readonly rule: string;
  readonly span: Span;
  readonly message: string;
}

function offersIn(document: ProposalsDocument): Offer[] {
  return findings(document).flatMap((finding) =>
    actionsFor([finding], document, nothingKnown, { kinds: new Set(['fix', 'choice', 'action']) }).map((action) => ({
      ...action,
      rule: finding.rule,
      span: finding.span,
      message: finding.message,
    })),
  );
}

/** How often each rule says each thing: places move with the text, words do not. */
function counted(findings: readonly Finding[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return counts;
}

function after(document: ProposalsDocument, edits: readonly Edit[]): ProposalsDocument {
  return readDocument(applyEdits(document.text, edits), document.path, { previous: document });
}

function findings(document: ProposalsDocument): readonly Finding[] {
  return findingsOf(document, nothingKnown, {});
}

/** What a failure shows: the offer and the lines around it. */
function told(document: ProposalsDocument, { rule, title, message, span }: Offer): string {
  const line = document.text.slice(0, span.start).split('\n').length;
  return `${document.path}:${line} ${rule} "${title}" at: ${message}`;
}

function expectSafeFix(document: ProposalsDocument, before: readonly Finding[], offer: Offer): void {
  const mended = after(document, offer.edits);
  const now = findings(mended);
  const was = counted(before);
  const is = counted(now);
  expect(is.get(offer.rule) ?? 0, `${told(document, offer)}: the finding stays`).toBeLessThan(was.get(offer.rule) ?? 0);
  for (const [rule, count] of is)
    expect(count, `${told(document, offer)}: a new finding of ${rule}`).toBeLessThanOrEqual(was.get(rule) ?? 0);
  expect(mended.proposals.length, `${told(document, offer)}: a proposal is lost or new`).toBe(
    document.proposals.length,
  );
  const again = offersIn(mended).some(
    ({ rule, title, span }) =>
      rule === offer.rule && title === offer.title && span.start === offer.span.start && offer.kind === 'fix',
  );
  expect(again, `${told(document, offer)}: the same fix is offered once more`).toBe(false);
}

/** Layout is white space, marks and the words of labels: all else of the text stands as it stood. */
function expectSameProse(document: ProposalsDocument, edits: readonly Edit[], rule: string): void {
  for (const { span, text } of edits) {
    const old = document.text.slice(span.start, span.end);
    if (rule === 'field-label' || rule === 'field-layout') expect(old.length, old).toBeLessThan(80);
    else if (rule === 'stray-text') expect(old + text).toMatch(/^[ \t]*$/);
    else if (rule === 'proposal-level' || rule === 'project-level') expect(old + text).toMatch(/^#+$/);
  }
}

/** Where a place is after edits; those that cover it aside. */
function moved(offset: number, edits: readonly Edit[]): number {
  return edits.reduce(
    (sum, { span, text }) => (span.end <= offset ? sum + text.length - (span.end - span.start) : sum),
    offset,
  );
}

function expectSafeChoice(document: ProposalsDocument, before: readonly Finding[], offer: Offer): void {
  const then = after(document, offer.edits);
  const place = moved(offer.span.start, offer.edits);
  // Where three stood, the third may come to stand at the place of the second.
  const fewer = (counted(findings(then)).get(offer.rule) ?? 0) < (counted(before).get(offer.rule) ?? 0);
  const stays =
    !fewer &&
    findings(then).some(
      ({ rule, message, span }) => rule === offer.rule && message === offer.message && span.start === place,
    );
  expect(stays, `${told(document, offer)}: the finding stays`).toBe(false);
  // What was inserted or taken away may change the proposals that it stands in or next to, and no others.
  const touched = document.proposals.filter(({ section }) => offer.edits.some(({ span }) => overlaps(span, section)));
  const left = new Map<string, number>();
  for (const { body } of then.proposals) left.set(body.text.trim(), (left.get(body.text.trim()) ?? 0) + 1);
  for (const proposal of document.proposals) {
    if (touched.includes(proposal)) continue;
    const text = proposal.body.text.trim();
    const count = left.get(text) ?? 0;
    expect(count, `${told(document, offer)}: "${proposal.body.title.text}" is lost`).toBeGreaterThan(0);
    left.set(text, count - 1);
  }
  expect(then.proposals.length, `${told(document, offer)}: a proposal is lost`).toBeGreaterThanOrEqual(
    document.proposals.length,
  );
}

function expectSafe(document: ProposalsDocument, most = Number.POSITIVE_INFINITY): void {
  const before = findings(document);
  const offers = offersIn(document);
  const tried = new Map<string, number>();
  for (const offer of offers) {
    const count = tried.get(offer.rule) ?? 0;
    tried.set(offer.rule, count + 1);
    if (count >= most) continue;
    if (offer.kind === 'fix') {
      expectSafeFix(document, before, offer);
      expectSameProse(document, offer.edits, offer.rule);
    } else expectSafeChoice(document, before, offer);
  }
  const end = fixed(document, nothingKnown, {}).document;
  expect(fixed(end, nothingKnown, {}).document.text, `${document.path} does not settle`).toBe(end.text);
  expect(end.proposals.length).toBe(document.proposals.length);
  const was = counted(before);
  for (const [rule, count] of counted(findings(end)))
    expect(count, `${document.path}: all fixes make new findings of ${rule}`).toBeLessThanOrEqual(was.get(rule) ?? 0);
}

/** In an open comment or fence nothing can be mended: all to the end of the file is hidden. */
const closedDocument = anyDocument.filter((text) => !/<!--|```|~~~/.test(text));

describe('what can be done takes its finding away and harms nothing', () => {
  test.skipIf(noRealFiles)(`in real files${noRealFiles}`, { tags: 'slow', timeout: 60_000 }, () => {
    // Two of a kind in a file: more would say the same again, and the whole takes seconds.
    for (const { text, path: of } of realFiles()) expectSafe(readDocument(text, of), 2);
  });

  test('in generated documents', () => {
    fc.assert(
      fc.property(closedDocument, (text) => expectSafe(readDocument(text, path))),
      { numRuns: 150 },
    );
  });

  test('in the examples of the rules', () => {
    for (const { examples } of rules)
      for (const { bad, good, path: of = path } of examples) {
        expectSafe(readDocument(bad, of));
        expectSafe(readDocument(good, of));
      }
  });
});

test('a fix turns the bad example of its rule into the good one', () => {
  for (const rule of rules) {
    for (const { bad, good, path: of = path } of rule.examples) {
      let document = readDocument(bad, of);
      const isFix = ({ kind, rule: id }: Offer) => kind === 'fix' && id === rule.id;
      for (let offer = offersIn(document).find(isFix), i = 0; offer && i < 20; i++) {
        document = after(document, offer.edits);
        offer = offersIn(document).find(isFix);
      }
      if (document.text !== bad) expect(document.text).toBe(good);
    }
  }
});

describe('the fixes of a whole report', () => {
  test('are for each finding the first fix that is offered at it alone', () => {
    for (const { examples } of rules)
      for (const { bad, path: of = path } of examples) {
        const document = readDocument(bad, of);
        const all = findings(document);
        const fixes = fixesFor(all, document, nothingKnown, {});
        for (const finding of all) {
          const [first] = actionsFor([finding], document, nothingKnown, { kinds: new Set(['fix']) });
          const fix = fixes.get(finding);
          expect(fix && { ...fix, rule: finding.rule }).toEqual(first);
        }
      }
  });

  test('keep the proposals together, too: the usual level of headings decides what is one', () => {
    const text = '#\nMentor\n#### Harbor\n#####\n####\nDescription\n####\nMentor';
    const document = readDocument(text, path);
    const once = fixed(document, nothingKnown, {});
    expect(once.edits).not.toEqual([]);
    expect(once.document.proposals).toHaveLength(document.proposals.length);
    expect(fixed(once.document, nothingKnown, {}).edits).toEqual([]);
  });

  test('are those of the findings that say so, and none in a file with a merge conflict', () => {
    const text = '### Jaeger\n\n#### Faster queries\n\n- Description: Slow.\n- Mentors: Ada Example (@ada-example)\n';
    const document = readDocument(text, path);
    const all = findings(document);
    const fixes = fixesFor(all, document, nothingKnown, {});
    expect([...fixes].map(([finding, { title }]) => [finding.rule, title])).toEqual([
      ['field-label', 'Rename to "Mentor(s)"'],
    ]);
    expect(all.length).toBeGreaterThan(fixes.size);
    const torn = readDocument(`${text}\n<<<<<<< a\n=======\n>>>>>>> b\n`, path);
    expect(torn.conflicts).toHaveLength(1);
    expect(fixesFor(all, torn, nothingKnown, {}).size).toBe(0);
  });
});
