/** The view in another language: every word of ours is translated, and what the documents say stays as it is. */
import { expect, test } from 'vitest';
import bundle from '../../l10n/bundle.l10n.zh-cn.json';
import type { Branch } from '../../server/src/core/features/outline/branch';
import { branchesIn } from '../../server/src/core/features/outline/outline';
import { english, hasRightToLeft, isolated, l10nFrom, listed } from '../../server/src/l10n';
import { both, drafts, viewOf } from './outline-of';
import { issueIs } from './rules/known-from';

const chinese = l10nFrom(bundle);

function branches(view: ReturnType<typeof viewOf>, parent: string | null = null): readonly Branch[] {
  return branchesIn(parent, view).flatMap((branch) => [branch, ...branches(view, branch.id)]);
}

const answers = {
  'jaegertracing/jaeger#1': issueIs({ state: 'closed', stateReason: 'completed', title: '-' }),
  'jaegertracing/jaeger#2': { is: 'missing', certain: true, asOf: 0 },
} as const;

test('nothing of ours is English', () => {
  const all = branches(viewOf(both, { l10n: chinese, answers }));
  expect(all.map(({ is }) => is)).toEqual(expect.arrayContaining(['term', 'kind', 'project', 'proposal', 'field']));
  const findings = all.flatMap(({ is, about }) => (is === 'field' ? about : [])).sort((a, b) => b.length - a.length);
  for (const { label, detail, about, spoken } of all)
    for (const text of [label, detail, spoken, ...about]) {
      const ours = findings.reduce((rest, finding) => rest.replaceAll(finding, ''), text);
      const words = ours.match(/[A-Za-z][\w.@/#()-]*/g) ?? [];
      expect(words.filter((word) => !isOfDocuments(word))).toEqual([]);
      expect(ours).not.toMatch(/[,:;] |\p{Script=Han}\./u);
    }
});

/** Names, titles, paths and issues. */
function isOfDocuments(word: string): boolean {
  const texts = [...Object.keys(both), ...Object.values(both), 'Term Mar-May'].join('\n');
  return word.split(/[/#()]/).every((part) => texts.includes(part)) || word.startsWith('programs/');
}

test('English is what the source says', () => {
  const inEnglish = branches(viewOf(both, { answers })).map(({ spoken }) => spoken);
  expect(branches(viewOf(both, { l10n: l10nFrom(undefined), answers })).map(({ spoken }) => spoken)).toEqual(inEnglish);
});

test('a client that sends anything else gets English', () => {
  for (const words of [null, 7, 'a', [], { Accepted: 7 }, { Accepted: 'x'.repeat(5_000) }])
    expect(l10nFrom(words).t('Accepted')).toBe('Accepted');
});

test('what is filled in is filled in once, and a text from right to left keeps to itself', () => {
  expect(english.t('{0}, {1}', '{1}', 2)).toBe('{1}, 2');
  expect(chinese.t('{0}: {1}', 'תוכנית', 3)).toBe('\u2068תוכנית\u2069：3');
  expect(listed(chinese, ['Ada', 'עדה', 'Bo'])).toBe('Ada，\u2068עדה\u2069，Bo');
  expect(isolated('\u2068עדה\u2069')).toBe('\u2068עדה\u2069');
  expect(['Ada', 'Ådá', '阿达', '👍', 'ادا', 'עדה'].map(hasRightToLeft)).toEqual([
    false,
    false,
    false,
    false,
    true,
    true,
  ]);
});

test('a project from right to left does not change places with the count behind it', () => {
  const text = `### תוכנית\n\n#### Slow queries\n\n- Description: d\n- Mentor(s): עדה (@ada-example)\n`;
  const proposal = branches(viewOf({ [drafts]: text })).find(({ is }) => is === 'proposal');
  expect(proposal?.spoken).toMatch(/^Slow queries, a proposal of \u2068תוכנית\u2069, mentored by \u2068עדה\u2069\. /);
});
