/** Fixes of layout and of projects, by the text that they write. */
import { describe, expect, test } from 'vitest';
import { actionsAt } from '../../../server/src/core/features/actions/code-actions';
import { fixed } from '../../../server/src/core/features/actions/fixes';
import { nothingKnown } from '../../../server/src/core/known/known';
import { readDocument } from '../../../server/src/core/model/document';
import { applyEdits } from '../../../server/src/core/text/edit';
import { only } from '../../good';
import { findingsOfRule } from '../findings-of-rule';

const path = 'programs/lfx-mentorship/2025/01-Mar-May/project_ideas.md';
const head = '### Jaeger\n\n#### Faster queries\n\n';
const idea = (title: string) => `#### ${title}\n\n- Description: ${title}\n- Mentor(s): Ada Example (@ada-example)\n`;

describe('field-layout', () => {
  const repaired = (text: string) =>
    fixed(readDocument(head + text, path), nothingKnown, {}).document.text.slice(head.length);

  test('a list marker that was pasted from elsewhere becomes one of Markdown, with what is below it', () => {
    expect(repaired('• Description: d\nmore of it\n• Expected Outcome: o\n')).toBe(
      '- Description: d\n  more of it\n- Expected Outcome: o\n',
    );
    expect(repaired('•Description: d\n•Expected Outcome: o\n')).toBe('- Description: d\n- Expected Outcome: o\n');
  });

  test('says whether a label is bold or in italics', () => {
    const messages = (label: string) =>
      findingsOfRule('field-layout', `${head}- ${label} d\n- Expected Outcome: o\n`).map(([, message]) => message);
    expect(messages('**Description:**')).toEqual(['Remove the bold from "Description".']);
    expect(messages('_Description:_')).toEqual(['Remove the italics from "Description".']);
  });

  test('labels that are indented move together', () => {
    expect(repaired('  - Description: d\n  - Expected Outcome: o\n')).toBe('- Description: d\n- Expected Outcome: o\n');
  });
});

test('no fix makes a label of what is read as a mentor', () => {
  const text = `${head}- Mentor(s): Ada Example (@ada-example) Issue URL\n`;
  expect(fixed(readDocument(text, path), nothingKnown, {}).document.text).toBe(text);
});

test('no fix makes a heading of an indented line below a label that moves to the margin', () => {
  const text = '###\n####\n   -Mentor\n    ####\n    ```';
  const { proposals } = readDocument(text, path);
  expect(fixed(readDocument(text, path), nothingKnown, {}).document.proposals).toHaveLength(proposals.length);
});

test('no fix makes an open fence swallow the next proposal', () => {
  const text =
    '-\n  #### A\n  - Description: a\n  ```\n#### B\n\n- Description: b\n- Mentor(s): Ada Example (@ada-example)\n';
  const before = readDocument(`### Jaeger\n${text}`, path);
  const { proposals } = fixed(before, nothingKnown, {}).document;
  expect(proposals.map(({ body }) => body.title.text)).toEqual(['A', 'B']);
  expect(before.proposals).toHaveLength(2);
});

describe('duplicate-project', () => {
  /** The text after the help; undefined without any. */
  function moved(text: string): string | undefined {
    const all = { start: 0, end: text.length };
    const help = actionsAt(readDocument(text, path), all, nothingKnown, only('duplicate-project')).find(({ title }) =>
      title.startsWith('Move under the first'),
    );
    return help && applyEdits(text, help.edits);
  }

  test('the proposals move under the first heading, from the end of the file or from between others', () => {
    const [a, b, c] = [idea('A'), idea('B'), idea('C')];
    expect(moved(`### Jaeger\n\n${a}\n### Harbor\n\n${b}\n### Jaeger\n\n${c}`)).toBe(
      `### Jaeger\n\n${a}\n${c}\n### Harbor\n\n${b}`,
    );
    expect(moved(`### Jaeger\n\n${a}\n### Jaeger\n\n${c}\n### Harbor\n\n${b}`)).toBe(
      `### Jaeger\n\n${a}\n${c}\n### Harbor\n\n${b}`,
    );
  });

  test('a second heading without proposals goes', () => {
    const text = `### Jaeger\n\n${idea('A')}\n### Harbor\n\n${idea('B')}\n### Jaeger\n`;
    expect(moved(text)).toBe(`### Jaeger\n\n${idea('A')}\n### Harbor\n\n${idea('B')}`);
  });
});
