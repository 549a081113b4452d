/** Headings that are underlined with `===` or `---`, in lists of ideas. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listedFile } from '../../server/src/core/features/list/list';
import { nothingKnown } from '../../server/src/core/known/known';
import { findingsOf } from '../../server/src/core/linter/run';
import { parseMarkdown } from '../../server/src/core/markdown/parse';
import { readDocument } from '../../server/src/core/model/document';
import { headingsFrom, withUnderlined } from '../../server/src/core/model/ideas/underlined';
import { sectionsOf, titleOf } from '../../server/src/core/model/section';
import { expectSound } from './sound';

const titles = ['Faster queries', 'Smaller images', 'Better docs'];
const list = (of: (title: string) => string) =>
  `Project ideas\n=============\n\nAsk us.\n\n${titles.map(of).join('\n')}`;
const mentor = '- Mentor: Ada Example\n- Difficulty: easy\n';
const read = (text: string) => readDocument(text, 'gsoc/ideas.md');

const lists: Readonly<Record<string, string>> = {
  'below the title': list((title) => `${title}\n---\n\nWhat to do.\n\n${mentor}`),
  'and no blank line below': list((title) => `${title}\n${'-'.repeat(title.length)}\n${mentor}`),
  'in bold': list((title) => `**${title}**\n======\n\n${mentor}`),
  'with code': list((title) => `\`${title}\`\n-----   \n\n${mentor}`),
  'and rules between': list((title) => `${title}\n===\n\nWhat to do.\n\n${mentor}\n---\n`),
  'and labels with #': list((title) => `${title}\n---\n\n### Mentors\n\nAda Example\n\n### Difficulty\n\neasy\n`),
  'as labels': list((title) => `${title}\n===\n\nMentors\n---\n\nAda Example\n\nDifficulty\n---\n\neasy\n`),
};

describe.each(Object.entries(lists))('underlines %s', (_, text) => {
  test.each(['\n', '\r\n'])('are headings of ideas, with lines that end in %j', (lineEnd) => {
    const document = read(text.replaceAll('\n', lineEnd));
    expectSound(document);
    expect(document.proposals.map(({ body }) => body.title.text.replace(/[*`]/g, ''))).toEqual(titles);
    for (const { body } of document.proposals)
      expect(body.mentors.map(({ name }) => name?.text)).toEqual(['Ada Example']);
    expect(findingsOf(document, nothingKnown, {})).toEqual([]);
  });
});

/** The headings that we cut at, by the line of their text. */
function underlined(text: string): string[] {
  const known = new Set(sectionsOf(text).map(({ start }) => start));
  return withUnderlined(text, sectionsOf(text), 0)
    .filter(({ start, level }) => level > 0 && !known.has(start))
    .map((section) => `${section.start} ${section.level} ${titleOf(text, section).trim()}`);
}

const anyText = fc
  .array(
    fc.constantFrom(
      'Title',
      '**b** c',
      '===',
      '---',
      '',
      '- a',
      '  b',
      '> q',
      '```',
      '# H',
      '| a |',
      '|---|',
      '<!--',
      '-->',
      '[x]: y',
      '* * *',
    ),
    { maxLength: 14 },
  )
  .map((lines) => lines.join('\n'));

test('what we call an underlined heading is one on GitHub', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const headings = parseMarkdown(text).children.flatMap((node) =>
        node.type === 'heading' ? [`${node.position?.start.offset} ${node.depth}`] : [],
      );
      for (const own of underlined(text)) expect(headings).toContain(own.split(' ', 2).join(' '));
    }),
    { numRuns: 500 },
  );
});

test('sections with underlined headings touch each other and cover the text', () => {
  fc.assert(
    fc.property(anyText, fc.nat(20), (text, from) => {
      const sections = withUnderlined(text, headingsFrom(sectionsOf(text), from), from);
      expect(sections.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
    }),
    { numRuns: 300 },
  );
});

test('a list with underlined headings that is edited is read like a new one', () => {
  const said = (document: ReturnType<typeof read>) => [listedFile(document), findingsOf(document, nothingKnown, {})];
  const anyEdit = fc.tuple(
    fc.constantFrom(...Object.values(lists)),
    fc.array(
      fc.tuple(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(9),
        fc.constantFrom('\n', '---', '===\n', '# ', '`', 'x', ''),
      ),
      {
        minLength: 1,
        maxLength: 4,
      },
    ),
  );
  fc.assert(
    fc.property(anyEdit, ([text, edits]) => {
      let document = read(text);
      for (const [place, length, inserted] of edits) {
        const start = Math.floor(place * document.text.length);
        const next = document.text.slice(0, start) + inserted + document.text.slice(start + length);
        document = readDocument(next, 'gsoc/ideas.md', { previous: document });
        expect(said(document)).toEqual(said(read(next)));
      }
    }),
    { numRuns: 30 },
  );
});
