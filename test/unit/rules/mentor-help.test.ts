/** The help for entries of mentors: what each fix writes, and where it leaves the text to the person. */
import { describe, expect, test } from 'vitest';
import { actionsAt } from '../../../server/src/core/features/actions/code-actions';
import { type Known, nothingKnown } from '../../../server/src/core/known/known';
import { findingsOf } from '../../../server/src/core/linter/run';
import { readDocument } from '../../../server/src/core/model/document';
import { applyEdits } from '../../../server/src/core/text/edit';
import { only } from '../../good';
import { findingsOfRule } from '../findings-of-rule';
import { knownFrom } from './known-from';

const drafts = 'programs/lfx-mentorship/2025/01-Mar-May/project_ideas.md';
const head = '### Jaeger\n#### T\n';

/** The texts that the help of a rule makes, by their titles. */
function helped(rule: string, text: string, known: Known = nothingKnown): Record<string, string> {
  const all = { start: 0, end: text.length };
  const help = actionsAt(readDocument(text, drafts), all, known, only(rule)).filter((each) => each.rule === rule);
  return Object.fromEntries(
    help
      .filter(({ title }) => !/^Ignore|^Open/.test(title))
      .map(({ title, edits }) => [title, applyEdits(text, edits)]),
  );
}

const first = (texts: Record<string, string>): string | undefined => Object.values(texts)[0];
const list = (...mentors: string[]) => `${head}- Mentor(s):\n${mentors.map((mentor) => `  - ${mentor}\n`).join('')}`;

const known = knownFrom({
  'programs/lfx-mentorship/2024/03-Sep-Nov/README.md': list(
    'Ada Example (@ada-example, ada@example.org)',
    'Bo Sample (@bo-sample, bo@example.org)',
  ),
});

describe('mentor-shape', () => {
  test.each([
    ['Ada Example (@ada, ada@example.org, [@ada](https://github.com/ada))'],
    ['Ada Example (@ada, [ada@example.org](mailto:ada@example.org))'],
    ['Ada Example - GitHub: @ada - Email: ada@example.org'],
    ['Ada Example [@ada](https://github.com/ada) ada@example.org'],
    ['Ada Example, github.com/ada, ada@example.org'],
    ['Ada Example @ada <ada@example.org>'],
  ])('%s is written anew', (entry) => {
    expect(first(helped('mentor-shape', list(entry)))).toBe(list('Ada Example (@ada, ada@example.org)'));
  });

  test.each([
    ['Ada Example @ada ada@example.org https://github.com/somebody-else'],
    ['Ada Example @ada [ada@example.org](mailto:other@example.org)'],
    ['Ada Example @ada, ada@example.org, on leave in May'],
  ])('%s would lose something, so a person has to decide', (entry) => {
    expect(first(helped('mentor-shape', list(entry)))).toBeUndefined();
  });

  test('several on a line of their own get a line each, with its marker', () => {
    const one = 'Ada Example (@ada, ada@example.org)';
    const other = 'Bo Sample (@bo, bo@example.org)';
    expect(first(helped('mentor-shape', list(`${one}, ${other}`)))).toBe(list(one, other));
    const bare = `${head}- Mentor(s):\n  ${one}; ${other}\n`;
    expect(first(helped('mentor-shape', bare))).toBe(list(one, other));
    const last = `${head}- Mentor(s): ${one}, ${other}`;
    expect(first(helped('mentor-shape', last))).toBe(list(one, other).trimEnd());
  });

  test('several below a numbered or tabbed label are indented as Markdown wants it', () => {
    const both = 'Ada Example (@ada, ada@example.org), Bo Sample (@bo, bo@example.org)';
    expect(first(helped('mentor-shape', `${head}-\tMentor(s): ${both}\n`))).toBe(
      `${head}-\tMentor(s):\n\t- Ada Example (@ada, ada@example.org)\n\t- Bo Sample (@bo, bo@example.org)\n`,
    );
    expect(first(helped('mentor-shape', `${head}1. Mentor(s): ${both}\n`))).toBe(
      `${head}1. Mentor(s):\n   - Ada Example (@ada, ada@example.org)\n   - Bo Sample (@bo, bo@example.org)\n`,
    );
    expect(first(helped('mentor-shape', `${head}Mentor(s): ${both}\n`))).toBe(
      `${head}Mentor(s):\n  - Ada Example (@ada, ada@example.org)\n  - Bo Sample (@bo, bo@example.org)\n`,
    );
  });

  test('several with words between them stay on their line', () => {
    const [one, other] = ['Ada Example (@ada, ada@example.org)', 'Bo Sample (@bo, bo@example.org)'];
    expect(helped('mentor-shape', `${head}- Mentor(s): ${one} together with ${other}\n`)).toEqual({});
  });
});

describe('mentor-email', () => {
  test('an incomplete address is an error, and the known one replaces it', () => {
    const text = list('Ada Example (@ada-example, ada@exa_mple.org)');
    expect(findingsOfRule('mentor-email', text)).toEqual([
      ['ada@exa_mple.org', 'Write a complete e-mail address instead of "ada@exa_mple.org".'],
    ]);
    expect(helped('mentor-email', text, known)).toEqual({
      'Change to "ada@example.org", as in 2024 Term 3': list('Ada Example (@ada-example, ada@example.org)'),
    });
  });

  test('the address of somebody without a handle is found by the name', () => {
    expect(helped('mentor-email', list('Bo Sample'), known)).toEqual({
      'Add "bo@example.org", as in 2024 Term 3': list('Bo Sample (bo@example.org)'),
    });
  });
});

describe('mentor-handle', () => {
  test('a handle that GitHub does not accept is replaced by the known one', () => {
    const text = list('Ada Example (@ada--example, ada@example.org)');
    expect(findingsOfRule('mentor-handle', text)[0]?.[1]).toBe(
      'Correct "ada--example": use letters, digits and single hyphens only.',
    );
    expect(helped('mentor-handle', text, known)).toEqual({
      'Change to "@ada-example", as in 2024 Term 3': list('Ada Example (@ada-example, ada@example.org)'),
    });
  });

  test('somebody with an address alone is called by it', () => {
    expect(findingsOfRule('mentor-handle', list('ada@example.org'))[0]?.[1]).toBe(
      "Add ada@example.org's GitHub handle, with an @ before it.",
    );
  });
});

describe('mentor-name', () => {
  test('somebody with an address alone is found by it', () => {
    expect(findingsOfRule('mentor-name', list('ada@example.org'))).toEqual([
      ['ada@example.org', 'Add the full name before ada@example.org.'],
    ]);
    expect(helped('mentor-name', list('ada@example.org'), known)).toEqual({
      'Add the name "Ada Example", as in 2024 Term 3': list('Ada Example (ada@example.org)'),
    });
  });
});

describe('duplicate-mentor', () => {
  const ada = 'Ada Example (@ada, ada@example.org)';
  const bo = 'Bo Sample (@bo, bo@example.org)';

  test('the same address twice is found as well', () => {
    const text = list(ada, 'A. Example (ada@example.org)');
    expect(findingsOfRule('duplicate-mentor', text)).toEqual([
      ['ada@example.org', 'ada@example.org is listed twice: remove or correct one entry.'],
    ]);
  });

  test('an entry goes with its line, also at the end of the file', () => {
    expect(first(helped('duplicate-mentor', list(ada, bo, ada)))).toBe(list(ada, bo));
    expect(first(helped('duplicate-mentor', list(ada, bo, ada).trimEnd()))).toBe(list(ada, bo));
  });

  test('on a shared line it goes with the separator before it', () => {
    const line = (...mentors: string[]) => `${head}- Mentor(s): ${mentors.join(', ')}\n`;
    expect(first(helped('duplicate-mentor', line(ada, bo, ada)))).toBe(line(ada, bo));
  });

  test('with words around it, it is left to the person', () => {
    expect(helped('duplicate-mentor', list(ada, `and again ${ada}`))).toEqual({});
  });
});

describe("the template's name before a real handle", () => {
  test.each([
    ['Mentor Name (@ada-example, ada@example.org)', 'Ada Example (@ada-example, ada@example.org)'],
    ['Full Name (@new-handle, ada@example.org)', 'Ada Example (@new-handle, ada@example.org)'],
    ['[Mentor Name](https://github.com/ada-example)', '[Ada Example](https://github.com/ada-example)'],
  ])('%s gets the name that the person has elsewhere', (entry, expected) => {
    expect(first(helped('placeholder', list(entry), known))).toBe(list(expected));
  });

  test('is found once, at the name, and nobody is called so elsewhere', () => {
    const text = list('Mentor Name (@ada-example, ada@example.org)');
    const document = readDocument(text, drafts);
    const findings = findingsOf(document, known, {}).filter(({ rule }) =>
      /^(?:placeholder|mentor-(?:name|conflict|shape))/.test(rule),
    );
    expect(findings.map(({ message, span }) => [message, text.slice(span.start, span.end)])).toEqual([
      ['Replace "Mentor Name" with the name of @ada-example.', 'Mentor Name'],
    ]);
    const other = list('(@ada-example, ada@example.org)');
    expect(helped('mentor-name', other, knownFrom({ [drafts]: text }))).toEqual({});
  });

  test('of somebody who is not known has no fix, and a sample as a whole is removed', () => {
    expect(helped('placeholder', list('Mentor Name (@nobody-known)'))).toEqual({});
    const sample = list('Ada Example (@ada-example)', 'Mentor Name (@mentor_github, mentor@email.addy)');
    expect(Object.keys(helped('placeholder', sample))).toEqual(['Remove the placeholder']);
  });
});
