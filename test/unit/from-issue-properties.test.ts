/** Nothing of an issue is lost, and nothing is made up, whatever it looks like. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { draftFrom, draftJson, type IssueDraft, textOf } from '../../server/src/core/from-issue/draft';
import { withoutComments } from '../../server/src/core/from-issue/nothing';
import { type IssueReading, readIssue } from '../../server/src/core/from-issue/reading';
import { address } from './from-issue';
import { noRealFiles, realFiles, shared } from './real-files';

const wordsIn = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** All that a draft and what is kept beside it say. */
function said(reading: IssueReading): string {
  const draft: IssueDraft = draftFrom(reading);
  return [
    draft.title,
    reading.prefix,
    ...[...draft.values.values()].map(textOf),
    ...draft.mentors.flatMap((mentor) => Object.values(mentor)),
    draft.upstream,
    ...draft.rest.flatMap(({ label, text }) => [label, text]),
    ...reading.projects.map(said),
  ].join('\n');
}

function missingWords(source: string, found: string): string[] {
  const there = new Set(wordsIn(found));
  return wordsIn(source).filter((word) => !there.has(word));
}

/** What the reading has decided to be labels, for which a draft has its own words. */
const labelsOf = (reading: IssueReading): string =>
  [...reading.parts.map(({ label }) => label), ...reading.projects.map(labelsOf)].join('\n');

const sentence = fc
  .array(
    fc.constantFrom(
      'alpha',
      'beta',
      'gamma',
      'delta',
      'epsilon',
      '`zeta`',
      '**eta**',
      '[theta](iota.md)',
      '#12',
      'https://example.org/kappa',
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((words) => words.join(' '));
const block = fc.oneof(
  sentence,
  fc.array(sentence, { minLength: 1, maxLength: 4 }).map((items) => items.map((item) => `- ${item}`).join('\n')),
  fc
    .array(sentence, { minLength: 1, maxLength: 3 })
    .map((items) => items.map((item, i) => `${i + 1}. ${item}`).join('\n')),
  sentence.map((text) => `> ${text}`),
  sentence.map((text) => `\`\`\`\n${text}\n\`\`\``),
  fc.tuple(sentence, sentence).map(([a, b]) => `| ${a} | ${b} |\n|---|---|\n| ${b} | ${a} |`),
);
const label = fc.constantFrom(
  'Description',
  'Expected Outcome',
  'Skills',
  'Mentors',
  'Technologies',
  'Difficulty',
  'Upstream Issue',
  'Background',
  'Alpha beta',
  'Title',
);
const labelled = fc
  .tuple(label, fc.array(block, { maxLength: 3 }), fc.constantFrom('#', '##', '### ', '**', '-', ':', '||'))
  .map(([name, blocks, shape]) => {
    const value = blocks.join('\n\n');
    const line = (blocks[0] ?? '').replace(/\n/g, ' ').replaceAll('|', '/');
    if (shape.startsWith('#')) return `${shape.trim()} ${name}\n\n${value}`;
    if (shape === '**') return `**${name}**: ${value}`;
    if (shape === '-') return `- ${name}: ${line}\n- Mentor: @alpha`;
    if (shape === ':') return `${name}: ${value}`;
    return `| ${name} | ${line} |\n|---|---|\n| Mentors | beta |`;
  });
const person = fc.constantFrom(
  'Alpha Beta (@gamma, delta@example.org)',
  '@gamma, @delta',
  'Alpha Beta, Gamma Labs, delta@example.org, @gamma',
  'Alpha | @beta | gamma@example.org | delta',
  '[Alpha](https://github.com/beta) and Gamma',
  'alpha at example dot org',
);
const people = fc.array(person, { minLength: 1, maxLength: 3 }).map((lines) => `### Mentors\n\n${lines.join('\n')}`);
const body = fc.array(fc.oneof(block, labelled, people), { maxLength: 8 }).map((parts) => parts.join('\n\n'));
/** Numbers of items, keys of people, and words that an address is made of. */
const allowed = /^(?:[1-4]|https?|github|com|at|dot|and|www|org)$/;

describe('of generated issues', () => {
  test('every word is in the draft or in what is kept beside it', () => {
    fc.assert(
      fc.property(body, (text) => {
        const reading = readIssue({ url: address, title: 'Faster queries', body: text });
        const lost = missingWords(text, `${said(reading)}\n${labelsOf(reading)}`);
        // A label without a value says nothing.
        const labels = new Set(
          wordsIn(
            'Description Expected Outcome Skills Mentors Mentor Technologies Difficulty Upstream Issue Background Title Alpha beta',
          ),
        );
        expect(
          lost.filter((word) => !labels.has(word) && !allowed.test(word)),
          text,
        ).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test('no word is in the draft that the issue does not say', () => {
    fc.assert(
      fc.property(body, fc.string({ maxLength: 40 }), (text, title) => {
        const reading = readIssue({ url: address, title, body: text });
        expect(missingWords(said(reading), `${title}\n${text}\n${address}\nTitle of the issue`), text).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test('any text is read', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ unit: 'binary' }), (text, title) => {
        const reading = readIssue({ url: null, title, body: text });
        expect(draftFrom(reading).upstream).toBe(null);
      }),
      { numRuns: 100 },
    );
  });
});

const forms = join(shared, 'form-cases.json');
test.skipIf(!existsSync(forms))('of filed issues, only answers that say nothing are lost', { tags: 'slow' }, () => {
  for (const { id, title, body: text } of JSON.parse(readFileSync(forms, 'utf8'))) {
    const reading = readIssue({ url: address, title, body: text });
    const answers = withoutComments(text)
      .replace(/^\s*- \[ \].*$/gm, '')
      .replace(/^#{2,3} .*$/gm, '')
      .replaceAll('_No response_', '')
      .replace(/^- \[x\] Yes, the required.*$/gim, '');
    expect(
      missingWords(answers, `${said(reading)}\n${labelsOf(reading)}`).filter(
        (word) => !/^(?:no|response|x|tbd|name|lfid|email|mailto)$/.test(word),
      ),
      id,
    ).toEqual([]);
  }
});

test.skipIf(noRealFiles !== '')(
  'real proposals, as the text of an issue, lose no word either',
  { tags: 'slow' },
  () => {
    for (const { path, text } of realFiles().slice(0, 40)) {
      const short = withoutComments(text.slice(0, 20_000));
      const reading = readIssue({ url: address, title: 'Faster queries', body: short });
      const lost = missingWords(short, `${said(reading)}\n${labelsOf(reading)}`);
      expect(lost.length, `${path}: ${lost.slice(0, 20).join(' ')}`).toBeLessThan(wordsIn(short).length / 100);
    }
  },
);

test('of an issue of 1 MB the beginning is read, and the end is kept as it is', () => {
  const text = `### Description\n\nSlow.\n\n### Plan\n\n${'Line of a plan.\n'.repeat(70_000)}The end.`;
  const { description, rest } = draftJson(readIssue({ url: address, title: 'Faster queries', body: text }));
  expect(description).toBe('Slow.');
  expect(rest?.endsWith('Line of a plan.\nThe end.')).toBe(true);
  expect(rest?.match(/Line of a plan\./g)).toHaveLength(70_000);
});

test.each([
  ['quotes', '> '.repeat(5_000)],
  ['lists', '- '.repeat(5_000)],
  ['brackets', '[a]('.repeat(5_000)],
  ['emphasis', '*a **b '.repeat(3_000)],
])('%s that nest deep are text', (_, text) => {
  const { rest, description } = draftJson(
    readIssue({ url: address, title: '', body: `${text}\n\n**Mentors**: @ada-example` }),
  );
  expect(`${description}${rest}`.length).toBeGreaterThan(text.trim().length / 2);
});
