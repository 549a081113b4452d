/** What the form for a new proposal offers, and what it says while somebody types. */
import { describe, expect, test } from 'vitest';
import {
  mentorChoices,
  projectChoices,
  remarkOn,
  type WantedPart,
} from '../../server/src/core/features/new-proposal/choices';
import type { WantedProposal } from '../../server/src/core/features/new-proposal/text';
import { nothingKnown } from '../../server/src/core/known/known';
import type { RuleSettings } from '../../server/src/core/linter/rule';
import { read } from './marks';
import { ada, drafts, full, issue, template, two } from './new-proposal-of';
import { knownFrom } from './rules/known-from';

describe('projects to choose from', () => {
  const source = `${two}
  ### Jaeger

  ### Antrea

  #### Larger maps

  - Description: More.

  ### Our own tool

  #### A start

  - Description: Begin.
`;
  const choices = projectChoices(read(source).document).map(({ label, detail }) => ({ label, detail }));

  test('those of the file come first, each once, with the number of their proposals', () => {
    expect(choices.slice(0, 4)).toEqual([
      { label: 'Antrea', detail: 'in this file, 1 proposal' },
      { label: 'Prometheus', detail: 'in this file, 1 proposal' },
      { label: 'Jaeger', detail: 'in this file' },
      { label: 'Our own tool', detail: 'in this file, 1 proposal' },
    ]);
    expect(choices.filter(({ label }) => label === 'Antrea')).toHaveLength(1);
  });

  test('those of the CNCF follow with their maturity', () => {
    expect(choices).toContainEqual({ label: 'Kubernetes', detail: 'graduated' });
  });
});

describe('mentors to choose from', () => {
  const known = knownFrom({
    'programs/lfx-mentorship/2024/03-Sep-Nov/README.md': `
      ### Jaeger

      #### Older storage

      - Mentor(s):
        - Grace Sample (@grace-sample, grace@example.org)
    `,
    'programs/lfx-mentorship/2025/01-Mar-May/README.md': `
      ### Harbor

      #### Copy less

      - Mentor(s):
        - Cy Instance (@cy-instance, cy@example.org)
        - @tim-muster
        - Olga Sample (olga@example.org)
        - Nobody Reachable

      #### Copy nothing

      - Mentor(s):
        - Cy Instance (@cy-instance, cy@example.org)

      - Mentor(s):
    `,
    'programs/lfx-mentorship/2024/01-Mar-May/README.md': `
      #### No project

      - Mentor(s): Max Sample (@max-sample, max@example.org)
    `,
  });

  test('those of the project come first, then the newest term, then the busiest', () => {
    expect(mentorChoices(read(two).document, 'jaeger', known)).toEqual([
      {
        label: 'Grace Sample',
        detail: '@grace-sample, Jaeger, 2024 Term 3 (Sep-Nov)',
        entry: 'Grace Sample (@grace-sample, grace@example.org)',
      },
      {
        label: 'Cy Instance',
        detail: '@cy-instance, Harbor, 2025 Term 1 (Mar-May)',
        entry: 'Cy Instance (@cy-instance, cy@example.org)',
      },
      { label: '@tim-muster', detail: 'Harbor, 2025 Term 1 (Mar-May)', entry: '@tim-muster' },
      { label: 'Olga Sample', detail: 'Harbor, 2025 Term 1 (Mar-May)', entry: 'Olga Sample (olga@example.org)' },
      {
        label: 'Max Sample',
        detail: '@max-sample, 2024 Term 1 (Mar-May)',
        entry: 'Max Sample (@max-sample, max@example.org)',
      },
    ]);
  });

  test('a project that the CNCF does not have is found by its name', () => {
    const own = knownFrom({
      [drafts]: '### Our Own Tool\n\n#### A start\n\n- Mentor(s): Bo Sample (@bo-sample, bo@example.org)\n',
      'programs/lfx-mentorship/2026/01-Mar-May/README.md': `### Harbor\n\n#### B\n\n- Mentor(s): ${ada}\n`,
    });
    const labels = mentorChoices(read(two).document, 'our own tool', own).map(({ label }) => label);
    expect(labels).toEqual(['Bo Sample', 'Ada Example']);
  });

  test('where the template asks for no e-mail, only people without a handle are named by theirs', () => {
    const { document } = read(template.replace(', mentor@example.org', ''));
    const entries = mentorChoices(document, 'Jaeger', known).map(({ entry }) => entry);
    expect(entries).toContain('Grace Sample (@grace-sample)');
    expect(entries).toContain('Olga Sample (olga@example.org)');
  });
});

describe('a remark', () => {
  function remark(part: WantedPart, wanted: Partial<WantedProposal>, source = two, settings: RuleSettings = {}) {
    return remarkOn(part, read(source).document, { ...full, ...wanted }, { known: nothingKnown, settings });
  }

  test('about a good title tells how long the name of the program will be', () => {
    const name = 'CNCF - Jaeger: A calmer trace view (2025 Term 1)';
    expect(remark('title', {})).toEqual({ budget: { used: name.length, most: 100, name }, finding: null });
    expect(remark('title', {}, two, { 'program-name': { max: 40 } }).budget?.most).toBe(40);
  });

  test('about a title that is too long says so', () => {
    const { budget, finding } = remark('title', { title: 'x'.repeat(90) });
    expect(budget?.used).toBe(119);
    expect(finding?.message).toBe('Program name is 19 characters too long (119 of 100). Shorten the title.');
  });

  test('in a draft for any term counts a name of the same length', () => {
    const { document } = read('', 'project_ideas.md');
    expect(remarkOn('title', document, full, { known: nothingKnown, settings: {} }).budget?.name).toBe(
      'CNCF - Jaeger: A calmer trace view (20xx Term x)',
    );
  });

  test('about what cannot be added says why, but a title that is still to come is no mistake of another part', () => {
    expect(remark('title', { title: '' })).toEqual({
      budget: null,
      finding: { severity: 'error', message: 'Enter a title.' },
    });
    expect(remark('mentors', { title: '' })).toEqual({ budget: null, finding: null });
    expect(remark('mentors', { project: '' }).finding?.message).toBe('Choose or enter a project.');
  });

  test.each<[WantedPart, Partial<WantedProposal>, string | null]>([
    ['mentors', { mentors: [ada, ada] }, '@ada-example is listed twice: remove or correct one entry.'],
    ['mentors', {}, null],
    ['mentors', { mentors: [] }, null],
    [
      'upstream',
      { upstream: 'https://github.com/jaegertracing/jaeger' },
      'This links to a repository. Link one issue.',
    ],
    ['upstream', { upstream: issue }, null],
    ['upstream', { mentors: [ada, ada] }, null],
  ])('about %s with %j', (part, wanted, message) => {
    expect(remark(part, wanted).finding?.message ?? null).toBe(message);
  });

  test('tells the gravest finding first', () => {
    const mentors = ['Ada Example @ada-example, ada@example.org', ada];
    expect(remark('mentors', { mentors }).finding?.severity).toBe('error');
  });
});
