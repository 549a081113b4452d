/** What a rule asks of a document whose program does not ask for it: nothing. */
import { describe, expect, test } from 'vitest';
import type { Known } from '../../../server/src/core/known/known';
import { rules } from '../../../server/src/core/linter/rules';
import { findingsOf } from '../../../server/src/core/linter/run';
import { answeringFirst, issueIs } from '../../../server/src/core/linter/upstream-answers';
import { readDocument } from '../../../server/src/core/model/document';
import { type GivenProgram, templateOfFile } from '../../../server/src/core/model/given-template';
import { knownFrom } from './known-from';

/** Why these rules run whatever the program asks for. */
const withoutDemand: Readonly<Record<string, string>> = {
  'missing-field': 'asks the template for each field',
  'duplicate-mentor': 'one person twice is wrong anywhere',
  'mentor-email': 'an address that cannot be one is wrong anywhere; it asks the program for the rest',
  'merge-conflict': 'a conflict is wrong anywhere',
  'unclosed-block': 'what hides the text below is wrong anywhere',
  toc: 'a broken link is wrong anywhere; it asks the program for the rest',
  'template-deleted': 'a template that a file has had is worth keeping anywhere',
  'unrelated-edit': 'an accident is one anywhere',
  directive: 'is about the comments of this extension',
};

test('every other rule says what a program has to ask for before it runs', () => {
  const free = rules.filter(({ demand }) => demand === undefined).map(({ id }) => id);
  expect(free.sort()).toEqual(Object.keys(withoutDemand).sort());
});

const nobody = knownFrom({});

function found(text: string, program: GivenProgram | null = null, known: Partial<Known> = {}): string[] {
  const document = readDocument(text, 'gsoc/ideas.md', { program });
  expect(document.program.demands.has('layout')).toBe(false);
  return findingsOf(document, { ...nobody, ...known }, {}).map(({ rule, message }) => `${rule}: ${message}`);
}

/** Two ideas that show a habit; the first has `lines` as well. */
function ideas(lines: string): string {
  const idea = (title: string, own: string) => `## ${title}\n\n**Difficulty:** easy\n\n${own}\n\n`;
  return `# Ideas\n\n${idea('Faster', lines)}${idea('Smaller', '**Mentors:** Bo Sample')}`;
}

describe('a list that asks for nothing', () => {
  test.each([
    ['is missing', { is: 'missing', certain: true, asOf: 0 } as const],
    ['has moved', issueIs({ url: 'https://github.com/example/moved/issues/9' })],
    ['is closed', issueIs({ state: 'closed', closedAt: 0 })],
  ])('is not told that an issue %s', (_, answer) => {
    const text = ideas('**Mentors:** Ada Example\n\n**Issue:** https://github.com/example/example/issues/1');
    expect(found(text, null, answeringFirst(answer))).toEqual([]);
  });

  test('may hide addresses from robots, but an address has to be one', () => {
    expect(found(ideas('**Mentors:** Ada Example (ada[at]example.org)'))).toEqual([]);
    expect(found(ideas('**Mentors:** Ada Example (ada@exa@mple.org)'))).toEqual([
      'mentor-email: Write a complete e-mail address instead of "ada@exa@mple.org".',
    ]);
  });
});

describe('a template of the repository', () => {
  const template = templateOfFile('# Title\n\n**Summary:** what\n\n**Coach:** who\n', 'T.md');
  const program = { name: 'Example Summer', isConfigured: true, template };
  const idea = (lines: string) => `# Ideas\n\n## Faster\n\n**Summary:** fast\n\n**Coach:** Ada Example\n\n${lines}\n`;

  test('does not ask for the value of a field that an author has added', () => {
    expect(found(idea('**Required skills:**'), program)).toEqual([]);
    expect(found(idea('**Required skills:** TBD'), program)).toEqual([]);
  });

  test('does not ask for the value of an optional field', () => {
    const fields = template?.fields.map((field) => ({ ...field, required: field.label !== 'Summary' })) ?? [];
    const optional = { ...program, template: template && { ...template, key: 'optional', fields } };
    const text = '# Ideas\n\n## Faster\n\n**Summary:** TBD\n\n**Coach:** Ada Example\n';
    expect(found(text, optional)).toEqual([]);
    expect(found(text, program)).toEqual(['placeholder: Replace "TBD" in "Summary" with a value.']);
  });
});
