import { describe, expect, test } from 'vitest';
import { nothingKnown } from '../../server/src/core/known/known';
import type { RuleSettings } from '../../server/src/core/linter/rule';
import { findingsOf } from '../../server/src/core/linter/run';
import { readDocument } from '../../server/src/core/model/document';
import { goodProposal, goodTemplate, only } from '../good';
import { dedent } from './marks';
import { noRealFiles, realFiles } from './real-files';

const ideas = 'programs/lfx-mentorship/2025/02-Jun-Aug/project_ideas.md';
const readme = 'programs/lfx-mentorship/2024/02-Jun-Aug/README.md';

/** What is said about a text, as `rule: the text it is said at`. */
function said(text: string, path: string, settings: RuleSettings = {}): string[] {
  return findingsOf(readDocument(text, path), nothingKnown, settings).map(
    ({ rule, span }) => `${rule}: ${text.slice(span.start, span.end)}`,
  );
}

const perfect = (title: string, issue: number): string => `${goodProposal(title, { issue })}\n`;

describe('nothing is said', () => {
  test('about the template alone', () => {
    expect(said(goodTemplate, ideas)).toEqual([]);
  });

  test('about perfect proposals', () => {
    expect(
      said(
        `${goodTemplate}### Jaeger\n\n${perfect('Faster queries', 1)}${perfect('Slower queries', 2)}### Prometheus\n\n${perfect('Alerts', 3)}`,
        ideas,
      ),
    ).toEqual([]);
  });
});

const term = (timeline: string, instructions: string, toc: string): string =>
  dedent(`
    # Term 02 - 2024 June - August

    Status: Complete

    ### Timeline

    | activity | date |
    | --- | --- |
    | project proposals | ${timeline} |
    | Last day of term | Friday Aug 30 |

    ### Project Instructions

    Send proposals as a pull request, by ${instructions}.

    ## Accepted projects

    ${toc}

  `);

const lfx = (n: number): string =>
  `- LFX URL: https://mentorship.lfx.linuxfoundation.org/project/00000000-0000-4000-8000-00000000000${n}\n\n`;
const accepted = (title: string, n: number): string => `${perfect(title, n).trimEnd()}\n${lfx(n)}`;

describe('a careful reviewer would write', () => {
  const named = only(
    ...['term-deadline', 'proposal-level', 'toc', 'missing-field', 'field-layout', 'stray-text', 'field-label'],
  );

  test("that the deadline in the instructions is not the timeline's", () => {
    const toc = '- [Jaeger](#jaeger)\n  - [Faster queries](#faster-queries)';
    const head = term('Monday April 8 - Wed May 8, 2024, 5:00 PM PDT', 'April 24, 2024', '§').replace('§', toc);
    const text = `${head}### Jaeger\n\n${accepted('Faster queries', 1)}`;
    expect(said(text, readme, named)).toEqual(['term-deadline: April 24, 2024']);
    expect(said(text.replace('by April 24, 2024', 'by May 8, 2024'), readme, named)).toEqual([]);
  });

  test('that a proposal stands at the level of projects, and that the table of contents lacks one', () => {
    const toc =
      '- [in-toto](#in-toto)\n  - [Add a report](#add-a-report)\n  - [Sign things](#sign-things)\n- [Jaeger](#jaeger)\n  - [Faster queries](#faster-queries)';
    const head = term('Monday April 8 - Wed May 8, 2024', 'May 8, 2024', '§').replace('§', toc);
    const projects = [
      `### in-toto\n\n${accepted('Add a report', 1).replace('####', '###')}${accepted('Sign things', 2)}`,
      `### Jaeger\n\n${accepted('Faster queries', 3)}${accepted('Slower queries', 4)}`,
    ];
    expect(said(head + projects.join(''), readme, named)).toEqual([
      'proposal-level: Add a report',
      'toc: Slower queries',
    ]);
  });

  test('what keeps a free-form proposal from being read', () => {
    const text = `${goodTemplate}### KubeStellar\n\n${dedent(`
      # A design system

      - **Description**:
      One look for all pages.

      - **Deliverables**:
      - A guide
      - A library

      - **Mentors**:
      - Ada Example (@ada-example, ada@example.org)
      - Bob Sample (@bob-sample, bob@example.org)

      - **Upstream Issue:** https://github.com/kubestellar/kubestellar/issues/1

    `)}${perfect('Faster queries', 2)}${perfect('Slower queries', 3)}`;
    expect(said(text, ideas, named)).toEqual([
      'missing-field: A design system',
      'missing-field: A design system',
      'proposal-level: A design system',
      'field-layout: Description',
      'field-layout: Deliverables',
      'stray-text: - A guide',
      'field-label: Mentors',
      'field-layout: Mentors',
      'stray-text: - Ada Example (@ada-example, ada@example.org)',
      'field-layout: Upstream Issue',
    ]);
  });
});

describe.skipIf(noRealFiles)(`the files that started the project${noRealFiles}`, { tags: 'slow' }, () => {
  /** Lines with findings of a rule in the seed, or file, whose path ends so. */
  const lines = (end: string, rule: string): number[] => {
    const file = realFiles().find(({ path }) => path.endsWith(end));
    if (!file) throw new Error(`no file ${end}`);
    const found = findingsOf(readDocument(file.text, file.path), nothingKnown, {}).filter(
      (finding) => finding.rule === rule,
    );
    return found.map(({ span }) => file.text.slice(0, span.start).split('\n').length);
  };

  test('contradict their deadlines where a reviewer sees it', () => {
    expect(lines('2024-term-2-README.md', 'term-deadline')).toEqual([22]);
    expect(lines('2024-term-3-README.md', 'term-deadline')).toEqual([22]);
    expect(lines('2024-term-1-README-excerpt.md', 'term-deadline')).toEqual([]);
  });

  test('have a proposal under in-toto at the level of projects, and a table of contents that lacks entries', () => {
    expect(lines('2024-term-2-README.md', 'proposal-level')).toContain(202);
    expect(lines('2024-term-2-README.md', 'toc')).toEqual([32]);
  });

  test('have a free-form proposal that is told what to change', () => {
    const file = '2025/02-Jun-Aug/project_ideas.md';
    expect(lines(file, 'proposal-level')).toContain(190);
    expect(lines(file, 'stray-text').filter((line) => line >= 190 && line < 226)).toEqual([200, 210, 221]);
    expect(lines(file, 'missing-field').filter((line) => line === 190)).toEqual([]);
  });
});
