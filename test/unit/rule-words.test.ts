import { expect, test } from 'vitest';
import { nothingKnown } from '../../server/src/core/known/known';
import { rules } from '../../server/src/core/linter/rules';
import { findingsOf } from '../../server/src/core/linter/run';
import { readDocument } from '../../server/src/core/model/document';
import { noRealFiles, realFiles } from './real-files';

/** The Problems panel shows about this many characters of a message. */
const longest = 80;
/** A quoted name, an address or a reference belongs to the text: it counts as at most this many characters. */
const longestName = 20;
const unplain =
  /stands? (?:behind|under|here)|\bis no |\bwhat\b|\bto be\b|\bof one's own\b|\bgrave|\bwhereof\b|\bfallen out\b/i;

/** A message with every name that it takes from the text replaced by a short one. */
function withShortNames(message: string): string {
  const name = 'x'.repeat(longestName);
  return message.replace(/"[^"]{21,}"|https?:\S{20,}|[\w.-]+\/[\w.-]+#\d+|@[\w-]+|\S+@\S+\.\S+/g, (written) =>
    written.startsWith('"') ? `"${name.slice(2)}"` : written.length > longestName ? name : written,
  );
}

/** What is wrong with the words of a message, one line for each. */
function flawsOf(rule: string, message: string): string[] {
  const flaws: string[] = [];
  const { length } = withShortNames(message);
  if (length > longest) flaws.push(`${length} characters`);
  if (!message.endsWith('.')) flaws.push('no full stop');
  // Quoted text is the author's own.
  const own = message.replace(/"[^"]*"/g, '""');
  if (unplain.test(own)) flaws.push('not plain');
  return flaws.map((flaw) => `${rule}: ${flaw}: ${message}`);
}

test('messages that are long, unfinished or not plain are found', () => {
  expect(flawsOf('r', `Move ${'very '.repeat(20)}far.`)).toHaveLength(1);
  expect(flawsOf('r', 'Move this')).toHaveLength(1);
  expect(flawsOf('r', 'This is no issue.')).toHaveLength(1);
  expect(flawsOf('r', `Move "${'x'.repeat(200)}".`)).toEqual([]);
});

test('every finding of the examples is short and plain', () => {
  const messages = rules.flatMap(({ id, examples }) =>
    examples.flatMap(({ bad, path = 'programs/lfx-mentorship/2025/01-Mar-May/project_ideas.md', known }) =>
      findingsOf(readDocument(bad, path), { ...nothingKnown, ...known }, {})
        .filter(({ rule }) => rule === id)
        .map(({ rule, message }) => ({ rule, message })),
    ),
  );
  expect(messages.length).toBeGreaterThanOrEqual(rules.length);
  expect(messages.flatMap(({ rule, message }) => flawsOf(rule, message))).toEqual([]);
});

test.skipIf(noRealFiles)(`every finding of real files is short and plain${noRealFiles}`, () => {
  const flaws = new Set<string>();
  for (const { text, path } of realFiles())
    for (const { rule, message } of findingsOf(readDocument(text, path), nothingKnown, {}))
      for (const flaw of flawsOf(rule, message)) flaws.add(flaw);
  expect([...flaws]).toEqual([]);
});
