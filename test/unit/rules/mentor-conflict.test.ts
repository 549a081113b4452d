/** People who have another name, handle or address in other proposals. */
import { describe, expect, test } from 'vitest';
import { actionsAt } from '../../../server/src/core/features/actions/code-actions';
import { type Known, nothingKnown } from '../../../server/src/core/known/known';
import { findingsOf } from '../../../server/src/core/linter/run';
import { readDocument } from '../../../server/src/core/model/document';
import { applyEdits } from '../../../server/src/core/text/edit';
import { only } from '../../good';
import { checkRule } from '../marks';
import { knownFrom } from './known-from';

const drafts = 'programs/lfx-mentorship/2025/01-Mar-May/project_ideas.md';
const proposal = (title: string, ...mentors: string[]) =>
  `#### ${title}\n- Mentor(s):\n${mentors.map((mentor) => `  - ${mentor}\n`).join('')}`;
const earlier = (...mentors: string[]) =>
  knownFrom({ 'programs/lfx-mentorship/2024/03-Sep-Nov/README.md': `### Jaeger\n${proposal('Old', ...mentors)}` });

function found(text: string, known: Known = nothingKnown, path = drafts) {
  return findingsOf(readDocument(text, path), known, only('mentor-conflict'));
}

function helped(text: string, known: Known): [title: string, text: string][] {
  const all = { start: 0, end: text.length };
  return actionsAt(readDocument(text, drafts), all, known, only('mentor-conflict'))
    .filter(({ rule, title }) => rule === 'mentor-conflict' && title.startsWith('Change'))
    .map(({ title, edits }) => [title, applyEdits(text, edits)]);
}

describe('mentor-conflict', () => {
  test('finds another name of one handle, but no short form of it', () => {
    const known = earlier('Ada Example (@ada-example, ada@example.org)', 'Robert Sample (@bo-sample, bo@example.org)');
    checkRule(
      'mentor-conflict',
      `
        ### Jaeger
        #### New
        - Mentor(s):
          - Grace Muster (@ada-example, ada@example.org)
            ^^^^^^^^^^^^ Check the name: @ada-example is Ada Example in 2024 Term 3.
          - Rob Sample (@bo-sample, bo@example.org)
      `,
      { known },
    );
  });

  test('finds two addresses of one handle in the same document, and leads from one to the other', () => {
    const text = `### Jaeger\n${proposal('One', 'Ada Example (@ada-example, ada@example.org)')}${proposal('Two', 'Ada Example (@ada-example, adaa@example.org)')}`;
    const findings = found(text);
    expect(findings.map(({ message }) => message)).toEqual([
      'Check the e-mail: @ada-example has adaa@example.org in another proposal here.',
      'Check the e-mail: @ada-example has ada@example.org in another proposal here.',
    ]);
    const [related] = findings[0]?.related ?? [];
    expect(related).toMatchObject({ uri: null, message: 'adaa@example.org, in "Two".' });
  });

  test('leads to the other file', () => {
    const known = earlier('Ada Example (@ada-example, ada@example.org)');
    const [finding] = found(`### Jaeger\n${proposal('New', 'Ada Example (@ada-exampel, ada@example.org)')}`, known);
    expect(finding?.related).toMatchObject([
      { uri: 'file:///programs/lfx-mentorship/2024/03-Sep-Nov/README.md', message: '@ada-example, in "Old".' },
    ]);
  });

  test('calls a file of no term by its proposal', () => {
    const known = knownFrom({
      'project_ideas.md': `### Jaeger\n${proposal('Old', 'Ada Example (@ada-example, ada@example.org)')}`,
    });
    const [finding] = found(`### Jaeger\n${proposal('New', 'Ada Example (@ada-exampel, ada@example.org)')}`, known);
    expect(finding?.message).toBe('Check the handle: Ada Example has @ada-example in "Old".');
  });

  test('leaves an address of some years ago alone, unless it is nearly the same', () => {
    const old = knownFrom({
      'programs/lfx-mentorship/2021/01-Spring/README.md': `### Jaeger\n${proposal('Old', 'Ada Example (@ada-example, ada@example.org)')}`,
    });
    const now = (email: string) => `### Jaeger\n${proposal('New', `Ada Example (@ada-example, ${email})`)}`;
    expect(found(now('ada@elsewhere.example.org'), old)).toEqual([]);
    expect(found(now('adaa@example.org'), old).map(({ severity }) => severity)).toEqual(['information']);
  });

  test('is only a hint where the address may have changed with the employer', () => {
    const text = `### Jaeger\n${proposal('New', 'Ada Example (@ada-example, ada@elsewhere.example.org)')}`;
    const [finding] = found(text, earlier('Ada Example (@ada-example, ada@example.org)'));
    expect(finding?.severity).toBe('hint');
  });

  test('finds a slip in a handle by the name', () => {
    const known = earlier('Ada Example (@ada-example)', 'Bo Sample (@bo)', 'Bo Sample (bo@example.org)');
    const text = `### Jaeger\n${proposal('New', 'Ada Example (@ada-exampl)', 'Bo Sample (@somebody-else)')}`;
    expect(found(text, known).map(({ message }) => message)).toEqual([
      'Check the handle: Ada Example has @ada-example in 2024 Term 3.',
    ]);
  });

  test('offers what others say', () => {
    const known = earlier('Ada Example (@ada-example, ada@example.org)');
    const text = `### Jaeger\n${proposal('New', 'Ada Example (@ada-exampel, ada@example.org)')}`;
    expect(helped(text, known)).toEqual([['Change to "@ada-example"', text.replace('@ada-exampel', '@ada-example')]]);
    const other = `### Jaeger\n${proposal('New', 'Ada Example (@ada-example, adaa@example.org)')}`;
    expect(helped(other, known)).toEqual([['Change to "ada@example.org"', other.replace('adaa@', 'ada@')]]);
  });
});
