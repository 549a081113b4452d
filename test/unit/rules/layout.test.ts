import { expect, test } from 'vitest';
import { fixed } from '../../../server/src/core/features/actions/fixes';
import { nothingKnown } from '../../../server/src/core/known/known';
import { readDocument } from '../../../server/src/core/model/document';
import { checkRule } from '../marks';

const path = 'programs/lfx-mentorship/2025/01-Mar-May/project_ideas.md';
const head = '### Jaeger\n\n#### Faster queries\n\n';

function expectFixed(bad: string, good: string): void {
  expect(fixed(readDocument(head + bad, path), nothingKnown, {}).document.text).toBe(head + good);
  expect(fixed(readDocument((head + bad).replaceAll('\n', '\r\n'), path), nothingKnown, {}).document.text).toBe(
    (head + good).replaceAll('\n', '\r\n'),
  );
}

test('labels are found by their form, and fixed without a change of the prose', () => {
  checkRule(
    'field-layout',
    `${head}Description: d\n^^^^^^^^^^^ Put "- " before "Description".\n* Expected Outcome: o\n  ^^^^^^^^^^^^^^^^ Use the template's list marker "-" for "Expected Outcome".\n- **Recommended Skills**: s\n    ^^^^^^^^^^^^^^^^^^ Remove the bold from "Recommended Skills".\n- Mentor(s)\n  ^^^^^^^^^ Put a colon after "Mentor(s)".\n  - Ada Example (@ada-example)\n`,
  );
  expectFixed(
    'Description:\n\n**Why** it is so.\n\n    code\n\n* Expected Outcome:\n  * Speed\n- __Recommended Skills:__ Go\n- Upstream Issue https://github.com/example/example/issues/1\n',
    '- Description:\n\n  **Why** it is so.\n\n      code\n\n- Expected Outcome:\n  * Speed\n- Recommended Skills: Go\n- Upstream Issue: https://github.com/example/example/issues/1\n',
  );
});

test('a YAML key becomes a label', () => {
  expectFixed(
    'description: |\n  It is slow.\n\n  Very.\nexpectedOutcome:\n  - Speed\n- Recommended Skills: Go\n',
    '- Description:\n  It is slow.\n\n  Very.\n- Expected Outcome:\n  - Speed\n- Recommended Skills: Go\n',
  );
});

test('emphasis that continues after the label belongs to the value', () => {
  checkRule('field-layout', `${head}- **Description: all of it is important**\n- Recommended Skills: Go\n`);
});

test("another label than the template's is renamed where nothing is lost with it", () => {
  checkRule(
    'field-label',
    `${head}- Description: d\n- Recommend Skills: Go\n  ^^^^^^^^^^^^^^^^ Use the template's label: "Recommended Skills".\n- Primary Mentor: Ada Example (@ada-example)\n- Upstream issue (URL): o/r#1\n`,
  );
});

test('text that has fallen out of its field is indented as a whole', () => {
  checkRule(
    'stray-text',
    `${head}- Description: d\n\nIt is slow, and it has been so for long.\n^^^^^^^^^^^^^^^ Indent by 2 spaces to keep this text in "Description".\n- Recommended Skills:\n- Go\n^^^^ Indent by 2 spaces to keep this text in "Recommended Skills".\n- C\n`,
  );
  expectFixed(
    '- Description: d\n\nIt is slow:\n\n```\ncode\n```\n- Recommended Skills:\n- Go\n  - generics\n',
    '- Description: d\n\n  It is slow:\n\n  ```\n  code\n  ```\n- Recommended Skills:\n  - Go\n    - generics\n',
  );
});

test('a lazy line stands inside; a field of its own and what follows a link have not fallen out', () => {
  checkRule(
    'stray-text',
    `${head}- Description:\nIt is slow.\nVery.\n- Duration: 12 weeks\n- Recommended Skills: Go\n- Objectives\n  - Speed\n- Upstream Issue: https://github.com/example/example/issues/1\n\nSee you!\n`,
  );
});

test('the first field out of order is found, and fields move byte for byte', () => {
  checkRule(
    'field-order',
    `${head}- Description: d\n- Recommended Skills: s\n- Expected Outcome: o\n  ^^^^^^^^^^^^^^^^ Move "Expected Outcome" before "Recommended Skills".\n- Mentor(s): Ada Example (@ada-example)\n`,
  );
});

test('what the template says is no value', () => {
  const template =
    '## Template\n\n```\n### CNCF Project Name\n\n#### Mentorship project title\n\n- Description:\n- Expected project size: # one of small, medium and large\n- Mentor(s):\n  - Mentor Name (@mentor_github, mentor@email.addy)\n```\n\n## Ideas\n\n';
  checkRule(
    'placeholder',
    `${template}### Jaeger\n\n#### Mentorship project title\n     ^^^^^^^^^^^^^^^^^^^^^^^^ Replace "Mentorship project title" with the title of this proposal.\n\n- Description: TODO\n               ^^^^ Replace "TODO" in "Description" with a value.\n- Expected project size: # one of small, medium and large: small\n                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Replace the template's hint in "Expected project size" with your own text.\n- Mentor(s):\n  - Ada Example (@ada-example)\n  - Mentor Name (@mentor_github, mentor@email.addy)\n    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Replace "Mentor Name (@mentor_github, mentor@emai…" in "Mentor(s)" with a value.\n`,
  );
});
