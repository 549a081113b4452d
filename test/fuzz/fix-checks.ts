import assert from 'node:assert/strict';
import { actionsFor } from '../../server/src/core/features/actions/code-actions';
import { fixed } from '../../server/src/core/features/actions/fixes';
import { ignoreActions } from '../../server/src/core/features/actions/ignore';
import type { Action } from '../../server/src/core/linter/rule';
import { type ProposalsDocument, readDocument } from '../../server/src/core/model/document';
import { applyEdits, type Edit } from '../../server/src/core/text/edit';
import { sliceOf } from '../../server/src/core/text/span';
import { all, lostBetween, type Subject, within, wordsOf } from './subject';

/** How many findings of one document get help, so that the many of one rule do not take all the time. */
const ASKED = 25;

const kinds = new Set(['fix', 'choice', 'action'] as const);

/** Everything that is offered can be done, and a fix takes away only what it says. Returns the number of offers. */
export function checkHelp({ document, known, findings }: Subject): number {
  const asked = findings.slice(0, ASKED);
  const offers = [...actionsFor(asked, document, known, { kinds }), ...ignoreActions(document, asked)];
  for (const offer of offers) {
    assert.ok(offer.edits.length > 0, `${offer.rule}: help without an edit`);
    const text = applied(document.text, offer.edits, offer.rule);
    const { caret } = offer;
    if (caret !== null) within({ start: caret, end: caret }, { start: 0, end: text.length }, `${offer.rule}, caret`);
    if (offer.kind === 'fix') checkFix(document, text, offer);
  }
  return offers.length;
}

function checkFix(document: ProposalsDocument, text: string, { rule }: Action): void {
  const lost = lostWords(document, text);
  assert.ok(lost.length === 0, `a fix of ${rule} loses "${lost.join(' ')}"`);
  const { proposals } = readDocument(text, document.path);
  assert.equal(proposals.length, document.proposals.length, `proposals after a fix of ${rule}`);
}

/** Running all fixes again changes nothing, and together they lose nothing either. Returns the number of edits. */
export function checkAllFixes({ document, known }: Subject): number {
  const once = fixed(document, known, all);
  const text = applied(document.text, once.edits, 'all fixes');
  assert.equal(text, once.document.text, 'the edits of all fixes make another text');
  if (once.edits.length === 0) return 0;
  const lost = lostWords(document, text);
  assert.ok(lost.length === 0, `all fixes lose "${lost.join(' ')}"`);
  assert.equal(once.document.proposals.length, document.proposals.length, 'proposals after all fixes');
  const twice = fixed(readDocument(text, document.path), known, all);
  assert.equal(twice.document.text, text, 'the second run of all fixes changes the text');
  return once.edits.length;
}

/** The text after edits that lie in it and apart from each other. */
function applied(text: string, edits: readonly Edit[], what: string | null): string {
  for (const { span } of edits) within(span, { start: 0, end: text.length }, `${what}, edit`);
  return applyEdits(text, edits);
}

/** Words that only announce a handle or an address, or stand between two people. */
const announcing = /^(?:and|https?|www|github|com|git|gh|mailto|e|mail|email|handle|id|username|lfid)$/iu;

/** Words of the document that the text lacks, and that no fix may take away. */
function lostWords(document: ProposalsDocument, text: string): string[] {
  const mayGo = linkWords(document);
  const labels = labelWords(document);
  const parts = [...mayGo, ...labels.map((word) => word.toLowerCase())];
  return lostBetween(wordsOf(document.text), [...wordsOf(text), ...labels]).filter(
    (word) => !announcing.test(word) && !mayGo.has(word.toLowerCase()) && !isTakenApart(word, parts, text),
  );
}

/** Whether a word is a handle and a name in one, or a label and its value, which are written apart. */
function isTakenApart(word: string, parts: readonly string[], text: string): boolean {
  return parts.some((part) => word.toLowerCase().startsWith(part) && text.includes(word.slice(part.length)));
}

/** Words of labels, and the numbers of the lists that they are in: the template's label and marker take their place. */
function labelWords({ proposals }: ProposalsDocument): string[] {
  return proposals.flatMap(({ body }) =>
    body.fields.flatMap(({ label, form }) => (label ? wordsOf(`${form.marker ?? ''} ${label.text}`) : [])),
  );
}

/**
 * Words of links that are made plain, in lower case: of an account or address that an entry names twice, once in a
 * link, and of an upstream issue, whose URL loses what follows the number.
 */
function linkWords({ proposals }: ProposalsDocument): Set<string> {
  const people = proposals.flatMap(({ body }) => body.mentors.flatMap(({ handle, email }) => [handle, email]));
  const issues = proposals.flatMap(({ body }) => body.upstream.map(({ span }) => sliceOf(body.text, span)));
  const texts = [...people.map((part) => part?.text ?? ''), ...issues];
  return new Set(texts.flatMap(wordsOf).map((word) => word.toLowerCase()));
}
