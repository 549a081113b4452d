import { describe, expect, test } from 'vitest';
import { nothingKnown } from '../../../server/src/core/known/known';
import { rules } from '../../../server/src/core/linter/rules';
import { findingsOf } from '../../../server/src/core/linter/run';
import { readDocument } from '../../../server/src/core/model/document';
import { applyEdits } from '../../../server/src/core/text/edit';
import { goodDrafts, goodProposal, only } from '../../good';
import { findingsOfRule } from '../findings-of-rule';

const path = 'programs/lfx-mentorship/2025/01-Mar-May/project_ideas.md';
const [one, two, three] = ['Faster queries', 'Smaller traces', 'Better pages'].map((title) => goodProposal(title));
const text = goodDrafts(`${one}\n${two}\n${three}`);

/** The text with a line before the fields of the second proposal. */
const withLine = (line: string) => text.replace('#### Smaller traces\n', `#### Smaller traces\n\n${line}\nmake\n`);

const found = (source: string) => findingsOfRule('unclosed-block', source, { path });

/** The text after the help for the first finding. */
function closed(source: string): string {
  const document = readDocument(source, path);
  const rule = rules.find(({ id }) => id === 'unclosed-block');
  const [report] = findingsOf(document, nothingKnown, only('unclosed-block'));
  if (rule?.scope !== 'document' || !report) throw new Error('nothing is reported');
  const [help] = rule.help?.(report, { document, known: nothingKnown, options: {} }) ?? [];
  return help ? applyEdits(source, help.edits) : source;
}

describe('what is never closed is reported where it opens, and can be closed', () => {
  test.each([
    ['```', 'This code block is never closed. It hides 1 heading.'],
    ['~~~~sh', 'This code block is never closed. It hides 1 heading.'],
    ['<!-- later', 'This comment is never closed. It hides 1 heading.'],
  ])('%s', (line, message) => {
    const source = withLine(line);
    expect(found(source)).toEqual([[/^(?:[`~]+|<!--)/.exec(line)?.[0], message]]);
    const after = closed(source);
    expect(found(after)).toEqual([]);
    expect(readDocument(after, path).proposals.map(({ body }) => body.mentors.length)).toEqual(
      readDocument(text, path).proposals.map(({ body }) => body.mentors.length),
    );
  });

  test('at the end of the file, behind Windows line ends', () => {
    const source = `${text}\n\`\`\`\n- Mentor(s): x`.replaceAll('\n', '\r\n');
    expect(found(source)).toEqual([['```', 'This code block is never closed. It hides the fields below.']]);
    expect(closed(source)).toBe(`${text}\n\`\`\`\n\`\`\`\n- Mentor(s): x`.replaceAll('\n', '\r\n'));
  });

  test('in front of all proposals', () => {
    const source = `# Drafts\n\n~~~\n${text}`;
    expect(found(source)[0]?.[0]).toBe('~~~');
    expect(readDocument(closed(source), path).proposals).toHaveLength(3);
  });
});

test('a fence that the next one closes is reported, too', () => {
  const source = withLine('```').replace('#### Better pages\n', '#### Better pages\n\n```\nmake pages\n```\n');
  expect(found(source)[0]).toEqual(['```', 'This code block hides 1 heading. Close it above them.']);
  expect(found(closed(source))).toEqual([]);
});

test.each([
  ['a closed fence', withLine('```\nmake\n```')],
  ['a fence with comments of a shell', withLine('```\n# build\n#### run\n```')],
  ['a fence that its list item ends', text.replace('- Description: ', '- Description: Run\n  ```\n  make\n\n  ')],
  ['a closed comment', withLine('<!--\n#### Draft\n-->')],
])('%s is fine', (_, source) => expect(found(source)).toEqual([]));

test('text of more lines than a proposal has is indented only by choice', () => {
  const long = `${'line\n\n'.repeat(60)}`;
  const source = text.replace(/(- Description: .*\n)/, `$1\n${long}`);
  const [finding] = findingsOf(readDocument(source, path), nothingKnown, only('stray-text'));
  expect(finding?.rule).toBe('stray-text');
  expect(finding?.isFixable()).toBe(false);
});
