/** Rules that compare a file with the one before the change. */
import { describe, expect, test } from 'vitest';
import { actionsAt } from '../../../server/src/core/features/actions/code-actions';
import { type Known, nothingKnown } from '../../../server/src/core/known/known';
import { changedFrom } from '../../../server/src/core/linter/since-base';
import { readDocument } from '../../../server/src/core/model/document';
import { applyEdits } from '../../../server/src/core/text/edit';
import { goodDrafts, goodProposal, goodTemplate, only } from '../../good';
import { findingsOfRule } from '../findings-of-rule';
import { knownFrom } from './known-from';

const path = 'programs/lfx-mentorship/2026/01-Mar-May/project_ideas.md';
const readme = 'programs/lfx-mentorship/2026/01-Mar-May/README.md';
const ideas = 'programs/summerofcode/2026.md';

/** What one rule finds in `text` after a change of `before`. */
function found(id: string, before: string, text: string, of = path, more: Partial<Known> = {}) {
  return findingsOfRule(id, text, { path: of, known: { ...nothingKnown, ...more, ...changedFrom(before, of) } });
}

/** The text after the choice that a rule gives. */
function restored(id: string, before: string, text: string): string | undefined {
  const known = { ...nothingKnown, ...changedFrom(before, path) };
  const everywhere = { start: 0, end: text.length };
  const [action] = actionsAt(readDocument(text, path), everywhere, known, only(id)).filter(({ rule }) => rule === id);
  return action && applyEdits(text, action.edits);
}

const faster = goodProposal('Faster queries');
const others = goodProposal('Calmer traces').replaceAll('ada', 'kim').replaceAll('max', 'lee');

describe('template-deleted', () => {
  const text = goodDrafts(faster);
  test.each([
    ['the whole section', text.replace(goodTemplate, '# Ideas\n\n')],
    ['its fence', text.replace(/```[\s\S]*```\n/, '')],
    ['its fields', text.replace(/(?<=Title\n)[\s\S]*?(?=```)/, '\n')],
  ])('tells who deletes %s', (_, after) => {
    expect(found('template-deleted', text, after)).toEqual([
      [after.split('\n')[0], 'Your change deletes the template: restore it, because the next mentor copies it.'],
    ]);
  });

  test('restores it where it was', () => {
    expect(restored('template-deleted', text, text.replace(goodTemplate, '## Proposed Project ideas\n\n'))).toBe(text);
    const all = `${goodTemplate.replace('## Proposed Project ideas\n\n', '')}`;
    expect(restored('template-deleted', all + faster, faster)).toContain('CNCF Project Name');
  });

  test('is silent about another template, a file that has none, and where nobody knows', () => {
    expect(found('template-deleted', text, text.replace('- Recommended Skills:\n', ''))).toEqual([]);
    expect(found('template-deleted', `### Jaeger\n\n${faster}`, `### Jaeger\n\n${faster}\n${others}`)).toEqual([]);
    expect(findingsOfRule('template-deleted', `### Jaeger\n\n${faster}`)).toEqual([]);
  });
});

describe('wrong-file', () => {
  const term = (status: string, ...proposals: string[]) =>
    `# Term 01 - 2026 March - May\n\nStatus: ${status}\n\n### Jaeger\n\n${proposals.join('\n')}`;
  const drafts = knownFrom({ [path]: goodDrafts(others) });
  const where = 'Move this proposal to "project_ideas.md": the README lists accepted proposals only.';

  test('a new proposal in the README of a term that takes proposals', () => {
    const before = term('Planning', goodProposal('Older work'));
    const after = term('Planning', goodProposal('Older work'), faster);
    expect(found('wrong-file', before, after, readme, drafts)).toEqual([['Faster queries', where]]);
  });

  test.each([
    ['accepted: it is in the drafts', 'Planning', others],
    [
      'accepted: it has a page on LFX',
      'Planning',
      `${faster}- LFX URL: https://mentorship.lfx.linuxfoundation.org/project/1\n`,
    ],
    ['in a term that runs', 'In progress', faster],
    ['an old one with another title', 'Planning', goodProposal('Older work').replace('Older work', 'Old work')],
  ])('not one that is %s', (_, status, proposal) => {
    const before = term(status, goodProposal('Older work'));
    const kept = proposal.includes('Old work') ? [proposal] : [goodProposal('Older work'), proposal];
    expect(found('wrong-file', before, term(status, ...kept), readme, drafts)).toEqual([]);
  });

  test('an idea of the other program, either way', () => {
    const size = `${faster}- Expected project size: large (~350 hours)\n`;
    expect(found('wrong-file', goodDrafts(others), goodDrafts(others, size))).toEqual([
      ['Faster queries', '"Expected project size" is a field of Summer of Code: move this idea to its file.'],
    ]);
    const list = (more: string) => `# Google Summer of Code 2026\n\n### Jaeger\n\n${others}\n${more}`;
    const form = `${faster}- Technologies: Go\n`;
    expect(found('wrong-file', list(''), list(form), ideas)).toEqual([
      ['Faster queries', '"Technologies" is a field of LFX Mentorship: move this proposal to its drafts.'],
    ]);
    expect(found('wrong-file', list(form), list(`${form} `), ideas)).toEqual([]);
  });
});

describe('unrelated-edit', () => {
  const before = goodDrafts(others);
  test('a field of a proposal by others, next to a new proposal', () => {
    const after = goodDrafts(others.replace('Go', 'Rust'), faster);
    expect(found('unrelated-edit', before, after)).toEqual([
      ['Recommended Skills', 'Your change edits "Recommended Skills" of other mentors. Restore it if by accident.'],
    ]);
  });

  test('restores the proposal', () => {
    const after = goodDrafts(others.replace('Go', 'Rust'), faster);
    expect(restored('unrelated-edit', before, after)).toBe(goodDrafts(others, faster));
  });

  test.each([
    ['no proposal is new', goodDrafts(others.replace('Go', 'Rust'))],
    ['a mentor of both is the same', goodDrafts(others.replace('Go', 'Rust').replace('@kim', '@ada'), faster)],
    ['only line ends differ', goodDrafts(others, faster).replaceAll('\n', '\r\n')],
  ])('not where %s', (_, after) => {
    const base = after.includes('(@ada-example, kim') ? before.replace('@kim', '@ada') : before;
    expect(found('unrelated-edit', base, after)).toEqual([]);
  });

  test('nor where somebody edits many, because that is on purpose', () => {
    const many = ['A', 'B', 'C', 'D'].map((name) =>
      others.replace('Calmer', name).replace(/issues\/\d+/, `issues/${name.charCodeAt(0)}`),
    );
    const after = goodDrafts(...many.map((each) => each.replace('Go', 'Rust')), faster);
    expect(found('unrelated-edit', goodDrafts(...many), after)).toEqual([]);
  });
});
