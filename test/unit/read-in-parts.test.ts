/** A document that is read in parts is the one that is read at once. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nothingKnown } from '../../server/src/core/known/known';
import { findingsOf } from '../../server/src/core/linter/run';
import { type ProposalsDocument, readDocument, readInParts } from '../../server/src/core/model/document';
import { ideaList } from '../bench/shapes';
import { realisticText } from '../bench/text';
import { answered, goodDrafts, goodProposal } from '../good';
import { noRealFiles, realFiles } from './real-files';
import './property-seed';

const path = 'programs/lfx-mentorship/2025/01-Mar-May/project_ideas.md';

function inParts(text: string, at: string): { document: ProposalsDocument; parts: number } {
  const reading = readInParts(text, at);
  for (let parts = 1; ; parts++) {
    const part = reading.next();
    if (part.done) return { document: part.value, parts };
  }
}

function expectSame(text: string, at: string): void {
  const { readings: one, ideas: _, ...document } = inParts(text, at).document;
  const { readings: other, ideas: __, ...expected } = readDocument(text, at);
  expect(document).toEqual(expected);
  expect({ ...one, swallowed: null }).toEqual({ ...other, swallowed: null });
}

const lines = fc.constantFrom(
  '### Jaeger',
  '#### Faster',
  '##### Mentors',
  '## Template',
  '## Sample',
  '```',
  '~~~',
  '<!--',
  '-->',
  '- Description: words',
  '- Mentor(s):',
  '  - Ada Example (@ada, ada@example.org)',
  '- Upstream Issue: https://github.com/example/example/issues/1',
  '- LFX URL: https://mentorship.lfx.linuxfoundation.org/project/1',
  '<<<<<<< ours',
  '=======',
  '>>>>>>> theirs',
  '',
);

test('whatever is in it', () => {
  const text = fc.array(lines, { maxLength: 40 }).map((all) => all.join('\n'));
  fc.assert(
    fc.property(text, fc.constantFrom(path, 'programs/lfx-mentorship/2025/01-Mar-May/README.md', 'x.md'), expectSame),
    { numRuns: 400 },
  );
});

test.each([
  ['a drafts file', realisticText(20_000), path],
  ['an idea list', ideaList(20_000), 'ideas/2026.md'],
  ['two drafts', goodDrafts(goodProposal('One'), goodProposal('Two')), path],
  ['nothing', '', path],
])('%s', (_, text, at) => expectSame(text, at));

test('a later version of it is read as usual', () => {
  const text = realisticText(6_000);
  const { document } = inParts(text, path);
  const next = `${text}\n#### One more\n\n- Description: x\n`;
  const again = readDocument(next, path, { previous: document });
  expect(answered(findingsOf(again, nothingKnown, {}))).toEqual(
    answered(findingsOf(readDocument(next, path), nothingKnown, {})),
  );
});

test('each proposal is a part, so that nobody waits long', () => {
  const text = realisticText(20_000);
  expect(inParts(text, path).parts).toBeGreaterThan(readDocument(text, path).proposals.length);
});

test.skipIf(noRealFiles)(`real files${noRealFiles}`, { tags: 'slow' }, () => {
  for (const { text, path: at } of realFiles()) expectSame(text, at);
});
