/** Titles that are renamed where a project, a term or another proposal is missing or near. */
import { describe, expect, test } from 'vitest';
import { renamableHeadingAt, renameIn } from '../../server/src/core/features/rename/rename';
import { applyEdits } from '../../server/src/core/text/edit';
import { read } from './marks';

/** The text after the heading at the caret has another title, and the warning; why not, where that is refused. */
function renamed(source: string, to: string): { text: string; warning: string | null } {
  const { document, caret } = read(`## Ideas\n\n${source}`);
  const named = renamableHeadingAt(document, caret);
  if (!named) throw new Error('no heading');
  const answer = renameIn(document, named, to);
  if (answer.is === 'refused') return { text: answer.why, warning: null };
  return { text: applyEdits(document.text, answer.edits), warning: answer.warning };
}

const idea = (title: string, program = '') =>
  `#### ${title}\n\n${program && `${program}\n\n`}- Description: d\n- Mentor(s): Ada Example (@ada-example)\n\n`;

describe('a proposal', () => {
  test('without a project may not get the title of another one', () => {
    expect(renamed(`${idea('O$0ne')}${idea('Two')}`, 'two').text).toBe('This file already has a proposal "Two".');
  });

  test('may be written in other letters', () => {
    expect(renamed(`### Jaeger\n\n${idea('faster $0queries')}`, 'Faster Queries').text).toContain(
      '#### Faster Queries',
    );
  });

  test.each([
    ['CNCF - Jaeger: One', 'CNCF - Jaeger: Uno'],
    ['CNCF - Jaeger: One (beta)', 'CNCF - Jaeger: One (beta)'],
    ['CNCF - One', 'CNCF - One'],
    ['CNCF - Jaeger: (2025 Term 1)', 'CNCF - Jaeger: (2025 Term 1)'],
    ['CNCF: Jaeger: One (2025 Term 1)', 'CNCF: Jaeger: Uno (2025 Term 1)'],
  ])('takes the name of its program "%s" along where it has the title', (program, expected) => {
    expect(renamed(`### Jaeger\n\n${idea('O$0ne', program)}`, 'Uno').text).toContain(`\n\n${expected}\n\n`);
  });
});

describe('a project', () => {
  test('may be written in other letters', () => {
    expect(renamed(`### jae$0ger\n\n${idea('One')}`, 'Jaeger').text).toContain('### Jaeger\n');
  });

  test('warns of the proposal whose program gets too long a name', () => {
    const { warning } = renamed(`### Jae$0ger\n\n${idea('One')}${idea('Two')}`, 'Jaeger '.repeat(14).trim());
    expect(warning).toMatch(/^"One": Program name is \d+ characters? too long/);
  });
});

test('an entry of the table of contents gets the new title, unless it has another text', () => {
  const list = (title: string, own: string) =>
    `## TOC\n\n- [Jaeger](#jaeger)\n  - [${title}](#one)\n  - [${own}](#two)\n\n`;
  const source = `${list('One', 'Short')}### Jaeger\n\n${idea('O$0ne')}${idea('Two')}`;
  expect(renamed(source, 'Uno').text).toContain('  - [Uno](#uno)\n  - [Short](#two)\n');
  const other = `${list('One', 'Short')}### Jaeger\n\n${idea('One')}${idea('T$0wo')}`;
  expect(renamed(other, 'Due').text).toContain('  - [One](#one)\n  - [Short](#due)\n');
});
