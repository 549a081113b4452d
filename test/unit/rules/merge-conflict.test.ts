import { describe, expect, test } from 'vitest';
import { sortedProjects, updatedContents } from '../../../server/src/core/features/actions/arrange';
import { actionsAt, proposalActionsAt } from '../../../server/src/core/features/actions/code-actions';
import { fixed } from '../../../server/src/core/features/actions/fixes';
import { ignoreActions } from '../../../server/src/core/features/actions/ignore';
import { newProposal } from '../../../server/src/core/features/new-proposal/new-proposal';
import { nothingWanted } from '../../../server/src/core/features/new-proposal/text';
import { nothingKnown } from '../../../server/src/core/known/known';
import { findingsOf } from '../../../server/src/core/linter/run';
import { conflictsIn } from '../../../server/src/core/model/conflict';
import { readDocument } from '../../../server/src/core/model/document';
import { checkRule, dedent, read } from '../marks';

const told = 'Resolve this merge conflict: keep one version and delete the marker lines.';

/** Two layouts to be fixed and no field of its own, around whatever stands between. */
function around(conflict: string): string {
  return dedent(`
    ### Jaeger

    #### Faster queries

    * **Description**: Make them fast.
    ${conflict.trim().replaceAll('\n', '\n    ')}
    * **Mentors**: Ada Example (@ada-example, ada@example.org)

    ### Harbor

    #### Slower queries

    * **Description**: Make them slow.

    ### Argo

    #### Sooner queries

    * **Description**: Make them soon.
  `);
}

const conflict = around(`
<<<<<<< HEAD
- Recommended Skills: Go
=======
- Recommended Skills: TBD
>>>>>>> drafts
`);

test('a conflict is told of once, at its first marker', () => {
  checkRule(
    'merge-conflict',
    `
    #### Faster queries

    - Description: Make them fast.
    <<<<<<< HEAD
    ^^^^^^^^^^^^ ${told}
    - Recommended Skills: Go
    ||||||| 1234567
    - Recommended Skills: Rust
    =======
    - Recommended Skills: C
    >>>>>>> drafts

    \`\`\`
    <<<<<<< HEAD
    ^^^^^^^^^^^^ ${told}
    =======
    >>>>>>> drafts
    \`\`\`
    `,
  );
});

test('a marker that was left alone is told of, too', () => {
  checkRule('merge-conflict', `#### Faster queries\n\n- Description: a\n>>>>>>> drafts\n^^^^^^^^^^^^^^ ${told}\n`);
});

test.each(['Faster queries\n=======\n', '<<<<<<<<\n', 'a <<<<<<< b\n', '>>>>>>>quoted\n', '   >>>>>>> quoted\n'])(
  '%j is none',
  (text) => expect(conflictsIn(text)).toEqual([]),
);

test.each(['\n', '\r\n'])('a conflict reaches from its first marker to its last, with line ends %j', (end) => {
  const lines = ['a', '<<<<<<< HEAD', 'b', '=======', 'c', '>>>>>>> d', 'e'];
  const [only, ...others] = conflictsIn(lines.join(end));
  expect(others).toEqual([]);
  expect(lines.join(end).slice(only?.start, only?.end).trimEnd()).toBe(lines.slice(1, 6).join(end));
});

test('what stands between the markers has no other finding', () => {
  const { document } = read(conflict);
  const texts = findingsOf(document, nothingKnown, {}).map(({ rule, span }) => [
    rule,
    document.text.slice(span.start, span.end),
  ]);
  expect(texts).toContainEqual(['merge-conflict', '<<<<<<< HEAD']);
  expect(texts.some(([, text]) => text === 'TBD')).toBe(false);
});

describe('while there is a conflict', () => {
  const { document } = read(conflict);
  const resolved = readDocument(around(''), document.path);

  test('nothing is fixed, and without it something would be', () => {
    expect(fixed(document, nothingKnown, {}).document).toBe(document);
    expect(fixed(resolved, nothingKnown, {}).edits).not.toEqual([]);
  });

  test('nothing is offered, and without it something would be', () => {
    const offered = (each: typeof document) => [
      ...actionsAt(each, { start: 0, end: each.text.length }, nothingKnown, {}),
      ...ignoreActions(each, findingsOf(each, nothingKnown, {})),
      ...proposalActionsAt(each, each.text.indexOf('Faster'), {}),
    ];
    expect(offered(document)).toEqual([]);
    expect(new Set(offered(resolved).map(({ kind }) => kind))).toEqual(new Set(['fix', 'choice', 'action']));
  });

  test('nothing is put in order, and the reason is said', () => {
    const why = 'Resolve the merge conflict in this file first.';
    expect(sortedProjects(document)).toEqual({ is: 'nothing', why });
    expect(updatedContents(document)).toEqual({ is: 'nothing', why });
    expect(sortedProjects(resolved).is).toBe('edits');
  });

  test('no proposal is added, and the reason is said', () => {
    const wanted = { ...nothingWanted, project: 'Jaeger', title: 'More queries' };
    expect(newProposal(document, wanted)).toMatchObject({ is: 'refused', why: expect.stringContaining('conflict') });
    expect(newProposal(resolved, wanted).is).toBe('edit');
  });
});
