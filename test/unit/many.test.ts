/** Texts with very many of one thing: what they cost, and that nothing throws. */
import { describe, expect, test } from 'vitest';
import { fixed } from '../../server/src/core/features/actions/fixes';
import { nothingKnown } from '../../server/src/core/known/known';
import { findingsOf } from '../../server/src/core/linter/run';
import { type ProposalsDocument, readDocument } from '../../server/src/core/model/document';
import { only } from '../good';

const path = 'programs/lfx-mentorship/2025/01-Mar-May/project_ideas.md';
const fields = '- Description: d\n- Mentor(s): Ada Example (@ada-example)\n\n';
const proper = `### Harbor\n\n${[1, 2, 3, 4].map((n) => `#### Idea ${n}\n\n${fields}`).join('')}`;
const misplaced = `#### Jaeger\n\n##### Faster queries\n\n${fields}`;
const entry = '- [Harbor](#harbor)\n';

/** How often the rule looks at an entry of the table of contents, and at a proposal. */
function stepsWith(count: number): { entries: number; proposals: number; findings: number } {
  const text = `## Table of Contents\n\n${entry.repeat(count)}\n## Ideas\n\n${(proper + misplaced).repeat(count)}`;
  const document = readDocument(text, path);
  const steps = { entries: 0, proposals: 0 };
  const counted = <T extends object>(value: T, what: keyof typeof steps): T =>
    new Proxy(value, {
      get: (target, key) => {
        steps[what]++;
        return Reflect.get(target, key);
      },
    });
  const watched: ProposalsDocument = {
    ...document,
    proposals: document.proposals.map((each) => counted(each, 'proposals')),
    fronts: document.fronts.map(({ section, front }) => ({
      section,
      front: { ...front, toc: front.toc.map((each) => counted(each, 'entries')) },
    })),
  };
  const findings = findingsOf(watched, nothingKnown, only('project-level')).length;
  return { ...steps, findings };
}

test('twice as many misplaced projects: twice the work, not four times', () => {
  const [once, twice] = [stepsWith(40), stepsWith(80)];
  expect([once.findings, twice.findings]).toEqual([40, 80]);
  expect(once.entries).toBeGreaterThan(0);
  expect(twice.entries / once.entries).toBeLessThan(2.5);
  expect(twice.proposals / once.proposals).toBeLessThan(2.5);
});

describe('more than a call has arguments', { tags: 'slow' }, () => {
  const MANY = 200_000;

  test('entries of a table of contents', () => {
    const text = `## Table of Contents\n\n${entry.repeat(MANY)}\n## Ideas\n\n${proper}${misplaced}`;
    const document = readDocument(text, path);
    expect(document.fronts.flatMap(({ front }) => front.toc)).toHaveLength(MANY);
    expect(findingsOf(document, nothingKnown, only('project-level'))).toHaveLength(1);
    expect(findingsOf(document, nothingKnown, only('toc')).length).toBeGreaterThan(0);
  });

  test('labels of a proposal', () => {
    const document = readDocument(`### Jaeger\n\n#### T\n\n${'- Description: d\n'.repeat(MANY)}`, path);
    expect(document.proposals).toHaveLength(1);
  });

  test('lines of a field whose layout is repaired', () => {
    const text = `### Jaeger\n\n#### T\n\n• Description: d\n${'more\n'.repeat(MANY)}• Expected Outcome: o\n`;
    const { edits } = fixed(readDocument(text, path), nothingKnown, only('field-layout'));
    expect(edits.length).toBeGreaterThan(MANY);
  });
});
