import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { completionsAt } from '../../server/src/core/features/completion/completion';
import { CompletionMemory } from '../../server/src/core/features/completion/memory';
import { hoverAt } from '../../server/src/core/features/hover/hover';
import { listedFile } from '../../server/src/core/features/list/list';
import { type DocumentSymbol, symbolsOf } from '../../server/src/core/features/symbols/document-symbols';
import { FindingMemory } from '../../server/src/core/linter/memory';
import { findingsOf } from '../../server/src/core/linter/run';
import { cutAgain } from '../../server/src/core/model/cut';
import { type ProposalsDocument, readDocument } from '../../server/src/core/model/document';
import { sectionsOf } from '../../server/src/core/model/section';
import type { Span } from '../../server/src/core/text/span';
import { stepsFor } from '../abuse/work';
import { answered } from '../good';
import { expectSound } from '../unit/sound';
import { checkAllFixes, checkHelp } from './fix-checks';
import { all, now, type Subject, uri, within } from './subject';
import { checkDrafts, checkIssue } from './submission-checks';

export interface Check {
  readonly name: string;
  /** Throws where something does not hold. Returns how many things it has looked at. */
  readonly run: (subject: Subject) => number;
  /** Slow checks are done for every so many documents. Default: for each. */
  readonly every?: number;
}

/** All that holds of every document, in the order in which it is checked. */
export const checks: readonly Check[] = [
  { name: 'reading again = reading afresh', run: checkReadingAgain },
  { name: 'spans of proposals', run: checkSpans },
  { name: 'findings', run: checkFindings },
  { name: 'fixes and choices', run: checkHelp },
  { name: 'all fixes twice', run: checkAllFixes },
  { name: 'completion', run: checkCompletion },
  { name: 'hover', run: checkHover },
  {
    name: 'symbols',
    run: ({ text, document }) =>
      checkSymbols(
        symbolsOf(text, () => document),
        { start: 0, end: text.length },
      ),
  },
  { name: 'drafts to issues and back', run: checkDrafts },
  { name: 'issues', run: checkIssue, every: 5 },
  { name: 'everything else', run: checkRest, every: 5 },
];

/** Everything that a document says, without what it remembers for the next version. */
function said(document: ProposalsDocument): Record<string, unknown> {
  const { readings: _, ...rest } = document;
  return { ...rest, list: listedFile(document) };
}

function checkReadingAgain({ path, versions, document, findings, known }: Subject): number {
  const memory = new FindingMemory();
  let before: ProposalsDocument | null = null;
  for (const text of versions) {
    if (before) {
      const { sections } = cutAgain(text, { text: before.text, sections: sectionsOf(before.text) });
      assert.ok(isDeepStrictEqual(sections, sectionsOf(text)), 'sections differ');
    }
    const again: ProposalsDocument = readDocument(text, path, before ? { previous: before } : {});
    if (before) expectSame(said(again), said(text === document.text ? document : readDocument(text, path)));
    findingsOf(again, known, all, memory);
    before = again;
  }
  if (before) {
    const remembered = answered(findingsOf(before, known, all, memory));
    assert.ok(isDeepStrictEqual(remembered, answered(findings)), 'findings out of memory differ');
  }
  return versions.length - 1;
}

function expectSame(again: Record<string, unknown>, afresh: Record<string, unknown>): void {
  const differing = Object.keys(afresh).filter((key) => !isDeepStrictEqual(again[key], afresh[key]));
  assert.ok(differing.length === 0, `differs: ${differing.join(', ')}`);
}

function checkSpans({ document }: Subject): number {
  expectSound(document);
  return document.proposals.length;
}

function checkFindings({ text, findings }: Subject): number {
  const whole = { start: 0, end: text.length };
  for (const { rule, span, message, related } of findings) {
    within(span, whole, rule);
    assert.ok(message.trim() !== '', `${rule}: no message`);
    for (const each of related ?? []) if (!each.uri || each.uri === uri) within(each.span, whole, `${rule}, related`);
  }
  return findings.length;
}

function checkCompletion({ text, document, known, offsets }: Subject): number {
  const memory = new CompletionMemory();
  let count = 0;
  for (const offset of offsets) {
    for (const { edit, label } of completionsAt(document, offset, known, memory).items) {
      within(edit.span, { start: 0, end: text.length }, 'completion');
      assert.ok(edit.span.start <= offset && offset <= edit.span.end, 'the completion replaces a text elsewhere');
      assert.ok(label !== '', 'a completion without a label');
      count++;
    }
  }
  return count;
}

function checkHover({ text, document, known, offsets }: Subject): number {
  const context = { known, now, addressOf: () => uri };
  const hovers = offsets.flatMap((offset) => {
    const hover = hoverAt({ document, uri, offset }, context);
    return hover ? [{ offset, span: hover.span }] : [];
  });
  for (const { offset, span } of hovers) {
    within(span, { start: 0, end: text.length }, 'hover');
    assert.ok(span.start <= offset && offset <= span.end, 'the hover is elsewhere');
  }
  return hovers.length;
}

/** Children lie in their parents and names in what they name, or VS Code refuses all symbols. */
function checkSymbols(symbols: readonly DocumentSymbol[], around: Span): number {
  let count = symbols.length;
  for (const { name, span, nameSpan, children } of symbols) {
    within(span, around, 'symbol');
    within(nameSpan, span, 'name of a symbol');
    assert.ok(name.trim() !== '', 'a symbol without a name');
    count += checkSymbols(children, span);
  }
  return count;
}

/** What has a check of its own. */
const checked = new Set(['help', 'fixes', 'hover', 'completion', 'issue', 'symbols']);

function checkRest({ path, text, offsets }: Subject): number {
  let count = 0;
  for (const [name, run] of stepsFor({ name: 'fuzz', path, text, start: offsets.at(-1) ?? 0, end: text.length })) {
    if (checked.has(name)) continue;
    try {
      run();
      count++;
    } catch (error) {
      throw new Error(`${name} throws`, { cause: error });
    }
  }
  return count;
}
