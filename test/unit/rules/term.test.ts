import { describe, expect, test } from 'vitest';
import { type Known, nothingKnown } from '../../../server/src/core/known/known';
import { rules } from '../../../server/src/core/linter/rules';
import { findingsOf } from '../../../server/src/core/linter/run';
import { readDocument } from '../../../server/src/core/model/document';
import { checkRule } from '../marks';
import { noRealFiles, realFiles } from '../real-files';
import { knownFrom } from './known-from';

const path = 'programs/lfx-mentorship/2025/02-Jun-Aug/README.md';

describe('the deadline in the instructions', () => {
  const check = (row: string, instructions: string) =>
    checkRule(
      'term-deadline',
      `### Timeline\n\n| a | d |\n|---|---|\n${row}\n\n### Project Instructions\n\n${instructions}\n`,
      {
        path,
      },
    );
  const row = '| project proposals | Wed April 16 - Tue May 13, 2025, 11AM PDT |';

  test('is the end of the row for proposals', () => {
    check(row, 'Send a pull request, by May 13, 2025.');
    check(row, 'Send a pull request, by May 13.');
  });

  test('differs from it', () => {
    check(
      row,
      'Send a pull request, by April 24, 2025.\n                        ^^^^^^^^^^^^^^ The timeline says Tue May 13, 2025. Use the same deadline here.',
    );
    check(
      row,
      'Send them by May 13, 2024.\n             ^^^^^^^^^^^^ The timeline says Tue May 13, 2025. Use the same deadline here.',
    );
  });

  test('is compared with nothing where the timeline only says when proposals open, or nothing of them', () => {
    check('| Proposals open | April 16 |', 'Send them by May 13.');
    check('| Mentee proposals | April 16 - April 20 |', 'Send them by May 13.');
    check('| Applications | April 16 - April 20 |', 'Send them by May 13.');
    check(row, 'They open May 1, 2025.');
  });

  test('points to the timeline', () => {
    const text = `### Timeline\n\n- project proposals: April 16 - May 13\n\n### Project instructions\n\nby May 1.\n`;
    const [finding] = findingsOf(readDocument(text, path), nothingKnown, {}).filter(
      ({ rule }) => rule === 'term-deadline',
    );
    expect(finding?.related?.map(({ span }) => text.slice(span.start, span.end))).toEqual(['May 13']);
  });

  test.skipIf(noRealFiles)(
    `contradicts the timeline in the two seeds that are known to${noRealFiles}`,
    { tags: 'slow' },
    () => {
      const found = realFiles().flatMap(({ path: at, text }) =>
        findingsOf(readDocument(text, at), nothingKnown, {}).some(({ rule }) => rule === 'term-deadline') ? [at] : [],
      );
      expect(found).toEqual(expect.arrayContaining(['2024-term-2-README.md', '2024-term-3-README.md']));
      expect(found).not.toContain('2024-term-1-README-excerpt.md');
    },
  );
});

describe('the status', () => {
  const later = (folder: string): Known =>
    knownFrom({ [`programs/lfx-mentorship/${folder}/README.md`]: '#### T\n\n- Description: D\n- Upstream Issue:\n' });
  const check = (source: string, known = nothingKnown, at = path) =>
    checkRule('term-status', source, { path: at, known });

  test.each([
    'Planning',
    'Planned',
    'Accepting Applications',
    'In progress',
    'In-Progress',
    '**Ongoing**',
    'Complete',
    'completed',
    'Completed (see the blog)',
    '[✅ Complete](https://example.org)',
    'Open for proposals',
    'Mentee selection',
  ])('"%s" is known', (status) => check(`# Term 2\n\nStatus: ${status}\n`));

  test('that no term has had is reported', () => {
    check(
      '# Term 2\n\n*Status: Plnning*\n         ^^^^^^^ Replace "Plnning" with Planning, In progress or Completed.\n',
    );
  });

  test('of a term that is not over is contradicted by proposals of later ones', () => {
    const message = (term: string, status: string) => `Update the status "${status}": ${term} already has proposals.`;
    check(`Status: Planning\n        ^^^^^^^^ ${message('2025 Term 3', 'Planning')}\n`, later('2025/03-Sep-Nov'));
    check(`Status: Ongoing\n        ^^^^^^^ ${message('2026 Term 1', 'Ongoing')}\n`, later('2026/01-Mar-May'));
    check('Status: Completed\n', later('2026/01-Mar-May'));
  });

  test('is not contradicted while the next term takes proposals, nor by earlier terms and other programs', () => {
    check('Status: Ongoing\n', later('2025/03-Sep-Nov'));
    check('Status: Planning\n', later('2025/02-Jun-Aug'));
    check('Status: Planning\n', later('2025/01-Mar-May'));
    check('Status: Planning\n', later('2026'));
    check('Status: Planning\n', later('x'));
  });
});

describe('the quota of a project', () => {
  const idea = (n: number) => `#### Idea ${n}\n- Description: d\n- Mentor(s): Ada Example (@ada-example)\n`;
  const ideas = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => idea(from + i)).join('');
  const at = 'programs/lfx-mentorship/2026/02-Jun-Aug/project_ideas.md';
  const check = (source: string, where = at) => checkRule('project-quota', source, { path: where });

  test('is four, eight for Kubernetes with its SIGs', () => {
    check(`### Jaeger\n${ideas(1, 4)}### Kubernetes\n${ideas(5, 12)}`);
    check(
      `### Jaeger\n    ^^^^^^ "Jaeger" has 5 proposals, its quota is 4. Ask an admin for an exception.\n${ideas(1, 5)}### k8s\n    ^^^ "k8s" has 9 proposals, its quota is 8. Ask an admin for an exception.\n${ideas(6, 14)}`,
    );
  });

  test('counts a project once however often it is headed', () => {
    check(
      `### Jaeger\n    ^^^^^^ "Jaeger" has 5 proposals, its quota is 4. Ask an admin for an exception.\n${ideas(1, 3)}### jaeger\n${ideas(4, 5)}`,
    );
  });

  test('is no matter of the past, nor of another program', () => {
    check(`### Jaeger\n${ideas(1, 5)}`, path);
    check(`### Jaeger\n${ideas(1, 5)}`, 'programs/summerofcode/2026.md');
  });
});

test('none of these says anything about drafts without table of contents, timeline and status', () => {
  const own = new Set(['toc', 'term-date', 'term-deadline', 'term-status']);
  expect(rules.filter(({ id }) => own.has(id))).toHaveLength(own.size);
  const text = '### Jaeger\n#### T\n- Description: from May 3 to May 1, see [above](#jaegr)\n- Mentor(s): Ada (@ada)\n';
  const document = readDocument(text, 'programs/lfx-mentorship/2025/02-Jun-Aug/project_ideas.md');
  expect(findingsOf(document, nothingKnown, {}).filter(({ rule }) => own.has(rule))).toEqual([]);
});
