import { expect, test } from 'vitest';
import { actionsAt } from '../../../server/src/core/features/actions/code-actions';
import { type Known, nothingKnown } from '../../../server/src/core/known/known';
import { readDocument } from '../../../server/src/core/model/document';
import { applyEdits } from '../../../server/src/core/text/edit';
import { checkRule, marked } from '../marks';
import { knownFrom } from './known-from';

const drafts = 'programs/lfx-mentorship/2025/01-Mar-May/project_ideas.md';
const earlier = 'programs/lfx-mentorship/2024/03-Sep-Nov/README.md';

/** The text after the first help of a rule. */
function helped(rule: string, source: string, known: Known = nothingKnown): string {
  const { text } = marked(source);
  const all = { start: 0, end: text.length };
  const help = actionsAt(readDocument(text, drafts), all, known, {}).find((each) => each.rule === rule);
  if (!help) throw new Error(`no help of ${rule}`);
  return applyEdits(text, help.edits);
}

const head = '### Jaeger\n#### T\n';

test('mentor-shape: several on the label line become a list in the marker and indentation of the file', () => {
  const other = '#### U\n* Mentor(s):\n    * Cy Test (@cy-test, cy@example.org)\n';
  expect(
    helped(
      'mentor-shape',
      `${head}* Mentor(s): Ada Example (@ada, ada@example.org) and Bo Sample(@bo, bo@example.org)\n${other}`,
    ),
  ).toBe(
    `${head}* Mentor(s):\n    * Ada Example (@ada, ada@example.org)\n    * Bo Sample (@bo, bo@example.org)\n${other}`,
  );
});

test('mentor-shape: line ends, mail links and roles are kept for what they are', () => {
  expect(
    helped(
      'mentor-shape',
      `${head}- Mentor(s):\r\n  - Ada Example (primary) (@ada，[ada@example.org](mailto:ada@example.org))\r\n`,
    ),
  ).toBe(`${head}- Mentor(s):\r\n  - Ada Example (@ada, ada@example.org) - primary\r\n`);
});

test('mentor-shape: what would lose something is reported and not fixed', () => {
  const text = `${head}- Mentor(s):\n  - [Ada Example](https://social.example.org/ada) @ada, ada@example.org\n`;
  expect(() => helped('mentor-shape', text)).toThrow('no help');
});

test('mentor-shape: until 2022 any shape was fine, and one line was enough until the middle of 2023', () => {
  checkRule('mentor-shape', `${head}- Mentor(s): Ada Example @ada, Bo Sample @bo\n`, {
    path: 'programs/lfx-mentorship/2022/01-Spring/README.md',
  });
  checkRule(
    'mentor-shape',
    `${head}- Mentor(s): Ada Example (@ada, ada@example.org), Bo Sample (@bo, bo@example.org)\n`,
    {
      path: 'programs/lfx-mentorship/2023/01-Mar-May/README.md',
    },
  );
});

test('missing parts are found, prose and names written the other way round are not', () => {
  const source = `
    ### Jaeger
    #### T
    - Mentor(s):
      - Ada Example (ada@example.org)
      - Example, Bo (@bo-sample, bo@example.org)
      - The team is around on Slack as well
      - Adjunct
  `;
  checkRule('mentor-email', source);
  checkRule(
    'mentor-handle',
    source.replace(
      '      - Example',
      "        ^^^^^^^^^^^ Add Ada Example's GitHub handle, with an @ before it.\n      - Example",
    ),
  );
});

test('mentor-email: an address in words is written out, with the dots of its first part', () => {
  const text = `${head}- Mentor(s):\n  - Ada Example (@ada, ada dot example at mail dot example dot org)\n`;
  expect(helped('mentor-email', text)).toContain('(@ada, ada.example@mail.example.org)');
});

test('mentor-email, mentor-handle, mentor-name: missing parts are taken from other proposals', () => {
  const known = knownFrom({ [earlier]: `${head}- Mentor(s): Ada Example (@ada-example, ada@example.org)\n` });
  const whole = '  - Ada Example (@ada-example, ada@example.org)\n';
  expect(helped('mentor-email', `${head}- Mentor(s):\n  - Ada Example (@ada-example)\n`, known)).toContain(whole);
  expect(helped('mentor-handle', `${head}- Mentor(s):\n  - Ada Example (ada@example.org)\n`, known)).toContain(whole);
  expect(helped('mentor-name', `${head}- Mentor(s):\n  - @ada-example, ada@example.org\n`, known)).toContain(whole);
});

test('mentor-count: five are too many', () => {
  const people = [1, 2, 3, 4, 5].map((n) => `  - Ada Example (@ada-${n}, ada${n}@example.org)\n`).join('');
  checkRule(
    'mentor-count',
    `${head}- Mentor(s):\n  ^^^^^^^^^ Keep at most 4 of these 5 mentors, those who will guide the mentee.\n${people}`,
  );
});

test('duplicate-mentor: the second entry goes with its line', () => {
  const ada = '  - Ada Example (@ada, ada@example.org)\n';
  expect(helped('duplicate-mentor', `${head}- Mentor(s):\n${ada}  - Ada E. (@ADA, ada@example.org)\n`)).toBe(
    `${head}- Mentor(s):\n${ada}`,
  );
});

test('mentor-conflict: another address, another handle, a slip; never against its own copy', () => {
  const known = knownFrom({
    [earlier]: `${head}- Mentor(s):\n  - Ada Example (@ada-example, ada@example.org)\n  - Bo Sample (@bo-sample, bo@example.org)\n  - Cy Test (@cy-test, cy@example.org)\n`,
    'programs/lfx-mentorship/2025/01-Mar-May/README.md': `### Jaeger\n#### Own\n- Mentor(s): Di Demo (@di-demo, di@example.org)\n`,
  });
  checkRule(
    'mentor-conflict',
    `
      ### Jaeger
      #### Own
      - Mentor(s):
        - Ada Example (@ada-example, ada@mail.example.org)
                                     ^^^^^^^^^^^^^^^^^^^^ Check the e-mail: @ada-example has ada@example.org in 2024 Term 3.
        - Bo Sample (@sample-bo, bo@example.org)
                      ^^^^^^^^^ Check the handle: Bo Sample has @bo-sample in 2024 Term 3.
        - Cy Test (@cy-tst, cy.test@example.org)
                    ^^^^^^ Check the handle: Cy Test has @cy-test in 2024 Term 3.
        - Di Demo (@di-demo, di@mail.example.org)
    `,
    { known },
  );
});
