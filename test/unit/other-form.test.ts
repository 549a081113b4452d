/** The form of another foundation: what its YAML states is checked, and nothing else. */
import { expect, test } from 'vitest';
import { cncfProjects } from '../../server/src/core/facts/projects';
import type { ProposalForm } from '../../server/src/core/facts/proposal-form';
import { nothingKnown } from '../../server/src/core/known/known';
import { viewOf } from '../../server/src/core/linter/rule';
import { findingsOf } from '../../server/src/core/linter/run';
import { readDocument } from '../../server/src/core/model/document';
import { checkDraft } from '../../server/src/core/submission/draft-check';
import { answersIn } from '../../server/src/core/submission/issue-body';
import { readForm } from '../../server/src/host/workspace/form-file';
import { readTemplate } from '../../server/src/host/workspace/template-file';

const yaml = `
name: Summer idea
title: "[IDEA] <title>"
labels: [idea]
body:
  - type: markdown
    attributes:
      value: Thanks!
  - type: input
    id: title
    attributes:
      label: Project Title
    validations:
      required: true
  - type: textarea
    attributes:
      label: Summary
      description: What it is about.
    validations:
      required: true
  - type: dropdown
    id: level
    attributes:
      label: Difficulty
      options: [Easy, Hard]
  - type: checkboxes
    id: kinds
    attributes:
      label: Kinds
      options:
        - label: Code
        - label: Docs
`;

const text = `# Ideas

## Faster queries

### Summary

They are slow.

#### Why

### Difficulty

hard

### Kinds

code, music

### Mentors

Ada Example
`;

function formOf(source: string): ProposalForm {
  const read = readForm(source, 'idea.yml');
  if ('why' in read) throw new Error(read.why);
  return read.form;
}

function documentOf(source: string) {
  const read = readTemplate(yaml, '.github/ISSUE_TEMPLATE/idea.yml');
  const template = 'template' in read ? read.template : null;
  return readDocument(source, 'ideas.md', { program: { name: 'Example', isConfigured: true, template } });
}

test('its labels, options and title make the issue', () => {
  const document = documentOf(text);
  const [proposal] = document.proposals;
  if (!proposal) throw new Error('the text has no proposal');
  const { issue, verdict } = checkDraft(viewOf(proposal, document), {
    form: formOf(yaml),
    projects: cncfProjects,
    inReview: [],
  });
  expect(issue.title).toBe('[IDEA] Faster queries');
  expect(Object.fromEntries(answersIn(issue.body))).toEqual({
    'Project Title': 'Faster queries',
    Summary: 'They are slow.\n\n#### Why',
    Difficulty: 'Hard',
    Kinds: '- [X] Code\n- [ ] Docs',
  });
  expect(verdict).toEqual({ ignored: false, title: null, errors: [], warnings: [] });
});

test.each(['C', 'c', 'C++', 'c#'])('of choices that differ in a sign alone, %s is itself', (written) => {
  const document = documentOf(text.replace('hard', written));
  const [proposal] = document.proposals;
  if (!proposal) throw new Error('the text has no proposal');
  const form = formOf(yaml.replace('[Easy, Hard]', '[C, C++, "C#"]'));
  const { issue } = checkDraft(viewOf(proposal, document), { form, projects: cncfProjects, inReview: [] });
  expect(answersIn(issue.body).get('Difficulty')).toBe(written.toUpperCase());
});

test('what it requires is reported once', () => {
  const found = findingsOf(documentOf(text.replace(/### Summary[\s\S]*?(?=### Diff)/, '')), nothingKnown, {});
  expect(found.map(({ rule, message }) => `${rule}: ${message}`)).toEqual(['missing-field: "Summary" is missing.']);
});

test('what it does not offer is reported', () => {
  const found = findingsOf(documentOf(text.replace('hard', 'Fiendish')), nothingKnown, {});
  expect(found.map(({ message }) => message)).toEqual(['The form does not offer "Fiendish".']);
});

test.each([
  ['a: [', 'it is not valid YAML'],
  ['- &a x\n- *a\n', 'it is not valid YAML'],
  ['body: 3', 'it has no list "body", as an issue form has'],
  ['body: [{type: input}]', 'it has fewer than two fields with a label'],
])('%j is no form', (source, why) => {
  expect(readForm(source, 'idea.yml')).toEqual({ why });
});

test('a form of 10 MB with wrong types is cut to what a form can have', () => {
  const field = '- {type: [x], id: {a: b}, attributes: {label: L, description: [1], options: 3}, validations: 1}\n';
  const { fields, title, labels } = formOf(`title: [1]\nlabels: x\nbody:\n${field.repeat(100_000)}`);
  expect(fields).toHaveLength(60);
  expect([title, labels, fields[0]]).toEqual([
    '',
    [],
    { id: '', label: 'L', type: 'input', required: false, description: '', options: [] },
  ]);
}, 60_000);
