import { describe, expect, test } from 'vitest';
import { nothingKnown } from '../../server/src/core/known/known';
import { findingsOf } from '../../server/src/core/linter/run';
import { readDocument } from '../../server/src/core/model/document';
import { only } from '../good';
import { checkRule, dedent } from './marks';

const path = 'programs/lfx-mentorship/2025/01-Mar-May/project_ideas.md';

/** "rule: text" for every finding of a document. */
function found(source: string): string[] {
  const text = dedent(source);
  return findingsOf(readDocument(text, path), nothingKnown, only('missing-field', 'empty-field', 'directive')).map(
    ({ rule, span }) => `${rule}: ${text.slice(span.start, span.end)}`,
  );
}

const rest = `
  - Description: d
  - Expected Outcome: o
  - Recommended Skills: s
  - Mentor(s):
    - Ada Example (@ada-example, ada@example.org)
    - Max Sample (@max-sample, max@example.org)
`;

/** Two proposals without an upstream issue, with what is given above each and at the end. */
function two(first: string, second: string, end = ''): string {
  return `
  ## Jaeger
  ${first}
  ### One
  ${rest}
  ${second}
  ### Two
  ${rest}
  ${end}
`;
}

describe('a comment', () => {
  test('without any, everything is found', () => {
    expect(found(two('', ''))).toEqual(['missing-field: One', 'missing-field: Two']);
  });

  test('switches a rule off on the next line that is not blank', () => {
    expect(found(two('<!-- proposals-disable-next-line missing-field -->', ''))).toEqual(['missing-field: Two']);
    expect(found(two('<!-- proposals-disable-next-line missing-field -->\n', ''))).toEqual(['missing-field: Two']);
  });

  test('switches rules off up to where they are switched on again', () => {
    const off = '<!-- proposals-disable missing-field -->';
    expect(found(two(off, '<!-- proposals-enable missing-field -->'))).toEqual(['missing-field: Two']);
    expect(found(two(off, '<!-- proposals-enable -->'))).toEqual(['missing-field: Two']);
    expect(found(two(off, ''))).toEqual([]);
    expect(found(two('<!-- proposals-disable -->', '<!-- proposals-enable missing-field -->'))).toEqual([
      'missing-field: Two',
    ]);
  });

  test('switches rules off in the whole file, wherever it stands', () => {
    expect(found(two('', '', '<!-- proposals-disable-file missing-field -->'))).toEqual([]);
    expect(found(two('', '', '<!-- proposals-disable-file -->'))).toEqual([]);
  });

  test('names several rules, with commas or without', () => {
    const empty = two('<!-- proposals-disable-file missing-field, empty-field -->', '').replaceAll(': d', ':');
    expect(found(empty)).toEqual([]);
  });

  test('has no effect in code or in another comment', () => {
    const off = '<!-- proposals-disable-file missing-field -->';
    expect(found(two(`\`\`\`\n  ${off}\n  \`\`\``, ''))).toHaveLength(2);
    expect(found(two(`- a\n\n    ~~~\n    ${off}\n    ~~~`, ''))).toHaveLength(2);
    expect(found(two(`<!-- for example\n  ${off}`, ''))).toHaveLength(2);
  });

  test('leaves Windows line ends alone', () => {
    const text = dedent(two('<!-- proposals-disable-next-line missing-field -->', '')).replaceAll('\n', '\r\n');
    expect(findingsOf(readDocument(text, path), nothingKnown, {})).toHaveLength(1);
  });
});

describe('a comment without effect is reported', () => {
  test('if it names an unknown rule', () => {
    checkRule(
      'directive',
      `
        ### Jaeger
        <!-- proposals-disable-file missing-feild -->
                                    ^^^^^^^^^^^^^ Correct the rule name "missing-feild".
        #### T
        - Description: d
        - Mentor(s): Ada Example (@ada-example, ada@example.org)
      `,
    );
  });

  test('if it turns off nothing', () => {
    checkRule(
      'directive',
      `
        ### Jaeger
        <!-- proposals-disable-next-line empty-field -->
                                         ^^^^^^^^^^^ Remove "empty-field": it has no findings on the next line.
        <!-- proposals-enable -->
        ^^^^^^^^^^^^^^^^^^^^^^^^^ Remove this comment: no rule is turned off here.
        #### T
        - Description: d
        - Mentor(s): Ada Example (@ada-example, ada@example.org)
      `,
    );
  });

  test('but not if the rule needs answers from outside, or is turned off itself', () => {
    const outside = '<!-- proposals-disable-next-line upstream-closed directive -->';
    expect(found(two(outside, '', '<!-- proposals-disable-file empty-field -->'))).toContain('directive: empty-field');
    expect(found(two(outside, '')).filter((each) => each.startsWith('directive'))).toEqual([]);
    const silent = '<!-- proposals-disable-file empty-field directive -->';
    expect(found(two('', '', silent)).filter((each) => each.startsWith('directive'))).toEqual([]);
  });
});
