import { describe, expect, test } from 'vitest';
import { nothingKnown } from '../../server/src/core/known/known';
import { findingsOf } from '../../server/src/core/linter/run';
import { type ProposalsDocument, readDocument } from '../../server/src/core/model/document';

const path = 'programs/lfx-mentorship/2026/01-Mar-May/project_ideas.md';

function proposal(...lines: string[]): string {
  return ['### Jaeger', '', '#### Faster queries', '', ...lines, ''].join('\n');
}

const read = (...lines: string[]): ProposalsDocument => readDocument(proposal(...lines), path);
const rules = (document: ProposalsDocument) => findingsOf(document, nothingKnown, {}).map(({ rule }) => rule);
const mentors = ({ proposals: [first] }: ProposalsDocument) =>
  first?.body.mentors.map(({ name, handle, email }) => [name, handle, email].map((part) => part?.text ?? null));

const good = [
  '- Description: d',
  '- Expected Outcome: e',
  '- Recommended Skills: Go',
  '- Mentor(s):',
  '  - Ada Example (@ada-example, ada@example.org)',
  '  - Bo Sample (@bo-sample, bo@example.org)',
  '- Upstream Issue: https://github.com/example/example/issues/1',
];

test('the proposal that the others are changes of has no finding', () => {
  expect(rules(read(...good))).toEqual([]);
});

describe('a misspelt label is the one that is missing', () => {
  test.each([
    ['Mentor(s)', 'Metor(s)'],
    ['Recommended Skills', 'Recommended'],
    ['Expected Outcome', 'Expeted Outcom'],
    ['Description', 'Descripton'],
  ])('%s', (label, slip) => {
    expect(rules(read(...good.map((line) => line.replace(`- ${label}:`, `- ${slip}:`))))).toEqual(['field-label']);
  });

  test('another field is not', () => {
    const lines = good.map((line) => line.replace('- Mentor(s):', '- Mentee(s):'));
    expect(rules(read(...lines))).toContain('missing-field');
  });
});

test('an unknown label ends the mentors, and names none', () => {
  const lines = [...good.slice(0, 6), '- Acknowledgement: thanks to Cy (@cy-sample, cy@example.org)', ...good.slice(6)];
  expect(mentors(read(...lines))).toHaveLength(2);
  const listed = ['- Mentor(s):', '- Ada: @ada-example', '- Bo: @bo-sample'];
  expect(mentors(read(...good.slice(0, 3), ...listed, ...good.slice(6)))).toHaveLength(2);
});

describe('an entry that stands where a person is still to come is nobody', () => {
  test.each(['TBD (@tbd, tbd@email)', 'n/a', 'to be confirmed', 'TBD'])('%s', (entry) => {
    const document = read(...good.slice(0, 5), `  - ${entry}`, ...good.slice(6));
    expect(mentors(document)).toEqual([['Ada Example', 'ada-example', 'ada@example.org']]);
    expect(rules(document)).toContain('placeholder');
  });
});

test('no handle is guessed from a marked name, and an address with two marks is none', () => {
  const lines = good.map((line) =>
    line.replace('@ada-example', '@Ada Example').replace('bo@example.org', 'bo@x@example.org'),
  );
  const document = read(...lines);
  expect(mentors(document)).toEqual([
    ['Ada Example', null, 'ada@example.org'],
    ['Bo Sample', 'bo-sample', 'bo@x@example.org'],
  ]);
  expect(rules(document)).toEqual(['mentor-handle', 'mentor-email']);
});

test('an LFX URL that is still empty is nobody’s fault in a draft', () => {
  expect(rules(read(...good, '- LFX URL:'))).toEqual([]);
});

test('the term is not counted twice in the name of a program', () => {
  const title = `${'x'.repeat(66)} (2026 Term 1)`;
  const text = proposal(...good).replace('Faster queries', title);
  expect(rules(readDocument(text, path))).toEqual([]);
});

test('a heading between project and proposal is a part of the project that the program’s name says', () => {
  const one = (title: string, issue: number) =>
    ['', `##### ${title}`, '', `CNCF - Kubernetes: ${title} (2026 Term 1)`, '', ...good]
      .join('\n')
      .replace('issues/1', `issues/${issue}`);
  const text = `${proposal(...good)}\n### Kubernetes\n\n#### Headlamp\n${one('One thing', 2)}\n${one('Other thing', 3)}\n`;
  const document = readDocument(text, path);
  expect(document.proposals.map(({ project, subproject }) => [project?.name, subproject?.name ?? null])).toEqual([
    ['Jaeger', null],
    ['Kubernetes', 'Headlamp'],
    ['Kubernetes', 'Headlamp'],
  ]);
  expect(rules(document).filter((rule) => rule !== 'program-name')).toEqual([]);
});

test('nobody in Summer of Code is asked for an LFX account', () => {
  const lines = good.map((line) => line.replace(', ada@example.org', ''));
  const document = readDocument(proposal(...lines), 'programs/summerofcode/2026.md');
  const messages = findingsOf(document, nothingKnown, {}).map(({ message }) => message);
  expect(messages).toEqual(["Add Ada Example's e-mail address."]);
});

test('an address without a dot is one that is not complete', () => {
  const lines = good.map((line) => line.replace('ada@example.org', 'ada@example'));
  const messages = findingsOf(read(...lines), nothingKnown, {}).map(({ message }) => message);
  expect(messages).toEqual(['Write a complete e-mail address instead of "ada@example".']);
});
