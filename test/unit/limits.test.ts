/** What is cut, skipped or left alone: long issues, terms that are over, headings without room. */
import { describe, expect, test } from 'vitest';
import { actionsAt } from '../../server/src/core/features/actions/code-actions';
import { bodyMarkdown } from '../../server/src/core/features/issue-preview/issue-body';
import { isOver, termsOf } from '../../server/src/core/features/outline/terms';
import { nothingKnown } from '../../server/src/core/known/known';
import { readDocument } from '../../server/src/core/model/document';
import { sameLabels, templateOf } from '../../server/src/core/model/template';
import { applyEdits } from '../../server/src/core/text/edit';
import { only } from '../good';
import { dedent } from './marks';
import { knownFrom } from './rules/known-from';

describe('the beginning of a long issue', () => {
  const cut = (text: string, most: number) => bodyMarkdown(text, { owner: 'example', repo: 'tracer' }, most);

  test('ends between the items of a list', () => {
    const text = cut('- one one one\n- two two two\n- three three\n- four four\n', 26);
    expect(text).toContain('- one one one');
    expect(text).not.toContain('four');
  });

  test('ends between the rows of a table', () => {
    const text = cut('| a | b |\n|---|---|\n| one | two |\n| three | four |\n', 12);
    expect(text).toContain('a · b');
    expect(text).not.toContain('four');
  });

  test('ends between the lines of code, and without one that fits shows none', () => {
    expect(cut('```\nfirst line\nsecond line\n```\n', 14)).toContain('first line\n…');
    expect(cut('```\na line that is much too long\n```\n', 10)).toBeNull();
  });

  test('keeps a heading with code in it as a line', () => {
    expect(cut('## What `a` does\n', 100)).toBe('What `a` does');
  });
});

describe('a term', () => {
  const idea = '### Jaeger\n\n#### One\n\n- Description: d\n- Mentor(s): @ada-example\n';
  const at = (path: string, head: string) => {
    const [term] = termsOf(knownFrom({ [path]: `${head}\n\n${idea}` }).files());
    return term;
  };
  const readme = 'programs/lfx-mentorship/2026/01-Mar-May/README.md';
  const [before, after] = [Date.UTC(2026, 0, 15), Date.UTC(2026, 8, 1)];

  test.each([
    ['Status: Completed', true, true],
    ['Status: In progress', false, false],
    ['Status: Planning', false, true],
    ['# Mentorship', false, true],
  ])('with "%s" is over before its months: %s, after them: %s', (head, early, late) => {
    const term = at(readme, head);
    expect(term && [isOver(term, before), isOver(term, after)]).toEqual([early, late]);
  });

  test('of unknown months is never over by the clock', () => {
    const term = at('project_ideas.md', '# Mentorship');
    expect(term && isOver(term, after)).toBe(false);
  });

  test('does not list a README without proposals', () => {
    expect(termsOf(knownFrom({ [readme]: '# Term 01 - 2026\n\nStatus: Planning\n' }).files())).toEqual([]);
  });

  test('lists files of the same age by their paths', () => {
    const files = knownFrom({ 'b/project_ideas.md': idea, 'a/project_ideas.md': idea }).files();
    expect(termsOf(files).flatMap((term) => term.files.map(({ path }) => path))).toEqual([
      'a/project_ideas.md',
      'b/project_ideas.md',
    ]);
  });
});

describe('"Add the project heading"', () => {
  const idea = (title: string, more: string) =>
    `${title}\n\n${more}- Description: d\n- Mentor(s): Ada Example (@ada-example)\n`;
  const titles = (text: string) => {
    const document = readDocument(text, 'project_ideas.md');
    const all = { start: 0, end: text.length };
    return actionsAt(document, all, nothingKnown, only('missing-project'))
      .filter(({ title }) => title.startsWith('Add'))
      .map(({ title, edits }) => [title, applyEdits(text, edits).split('\n', 1)[0]]);
  };

  test('takes the name of the program, and without any name asks for one', () => {
    expect(titles(idea('#### T', 'CNCF - jaeger: T\n\n'))).toEqual([
      ['Add the project heading "Jaeger"', '### Jaeger'],
    ]);
    expect(titles(idea('#### T', 'CNCF - Our Own Tool: T\n\n'))).toEqual([
      ['Add the project heading "Our Own Tool"', '### Our Own Tool'],
    ]);
    expect(titles(idea('#### T', ''))).toEqual([['Add a project heading', '### CNCF Project Name']]);
  });

  test('is not offered where there is no level above the proposal', () => {
    expect(titles(idea('# T', ''))).toEqual([]);
  });
});

describe('two templates', () => {
  const labelsOf = (fields: string) => templateOf(`#### Title\n\n${dedent(fields)}`)?.labels;
  const base = '- Description:\n- Mentor(s):\n- Our Own Field: # a hint\n';

  test.each([
    ['the same fields', base, true],
    ['another field', base.replace('Own', 'New'), false],
    ['one field more', `${base}- Another Field:\n`, false],
    ['another hint', base.replace('a hint', 'advice'), false],
  ])('with %s ask for the same: %s', (_, other, expected) => {
    const [one, two] = [labelsOf(base), labelsOf(other)];
    expect(one && two && sameLabels(one, two)).toBe(expected);
  });
});
