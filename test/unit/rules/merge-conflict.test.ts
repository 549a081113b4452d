import { expect, test } from 'vitest';
import { nothingKnown } from '../../../server/src/core/known/known';
import { findingsOf } from '../../../server/src/core/linter/run';
import { type Conflict, conflictsIn, sideOf } from '../../../server/src/core/model/conflict';
import { readDocument } from '../../../server/src/core/model/document';
import { checkRule } from '../marks';

const path = 'programs/lfx-mentorship/2025/01-Mar-May/project_ideas.md';
const fields = '- Description: Make them fast.\n- Expected Outcome: Speed.\n- Mentor(s): Ada Example (@ada-example)\n';
const says = '^^^^^^^ Resolve this merge conflict before anything else.';
const isLeft = '^^^^^^^ This marker is left from a merge conflict. Remove the line.';

/** `lines` as git joins them with those of another branch. */
function conflict(ours: string, theirs: string, base = ''): string {
  return `<<<<<<< HEAD\n${ours}${base}=======\n${theirs}>>>>>>> other\n`;
}

/** A conflict with the mark of its finding. */
function reported(ours: string, theirs: string, base = ''): string {
  return conflict(ours, theirs, base).replace('<<<<<<< HEAD\n', `<<<<<<< HEAD\n${says}\n`);
}

function findings(text: string, at = path): readonly string[] {
  const document = readDocument(text, at);
  return findingsOf(document, nothingKnown, {}).map(({ rule, span }) => {
    const line = text.slice(0, span.start).split('\n').length;
    return `${rule} ${line}`;
  });
}

function slices(text: string, conflicts: readonly Conflict[]): readonly string[] {
  return conflicts.map(({ span }) => text.slice(span.start, span.end));
}

test('each conflict is found once, at its first marker', () => {
  const two = `${reported('- Mentor(s): A\n', '- Mentor(s): B\n')}\n${reported('', '#### C\n')}`;
  checkRule('merge-conflict', `#### A\n\n- Description: x\n${two}`);
});

test('so is one with the base between the sides, as diff3 writes it', () => {
  checkRule('merge-conflict', `#### A\n\n${reported('a\n', 'b\n', '||||||| 1234567\nc\n')}`);
});

test.each([
  ['in a fence', `\`\`\`\n${reported('a\n', 'b\n')}\`\`\`\n`],
  ['in a comment', `<!--\n${reported('a\n', 'b\n')}-->\n`],
  ['at the head of the file', reported('## Ideas\n', '## Proposed ideas\n')],
  ['without names', reported('a\n', 'b\n').replace(' HEAD', '').replace(' other\n', '')],
])('git does not ask what Markdown is around it: %s', (_, text) => {
  checkRule('merge-conflict', text);
});

test('a Windows line end does not belong to a marker', () => {
  const text = conflict('a\n', 'b\n').replaceAll('\n', '\r\n');
  expect(slices(text, conflictsIn(`x\r\n${text}y`))).toHaveLength(1);
  expect(conflictsIn(text)).toMatchObject([{ marker: { start: 0, end: 7 }, span: { start: 0, end: text.length } }]);
});

test.each([
  ['the beginning', `<<<<<<< HEAD\n${isLeft}\n#### B\n`],
  ['the beginning and the middle', `<<<<<<< HEAD\n${isLeft}\n#### B\n=======\n#### C\n`],
  ['the end', `#### B\n\n>>>>>>> other\n${isLeft}\n`],
  ['the middle and the end', `#### B\n=======\n#### C\n>>>>>>> other\n${isLeft}\n`],
])('what is half resolved is told: %s', (_, text) => {
  checkRule('merge-conflict', `#### A\n\n- Description: x\n\n${text}`);
});

test.each([
  'A title\n=======\n',
  '| a |\n|||||||\n',
  '||||||| 1234567\n',
  'text <<<<<<< HEAD\n',
  '  <<<<<<< HEAD\n',
  '> <<<<<<< HEAD\n',
  '<<<<<<<< HEAD\n',
  '<<<<<< HEAD\n',
  '<<<<<<<HEAD\n',
  '>>>>>>>> deep\n',
  '> > > > > > > deep\n',
])('%j is no conflict', (line) => {
  checkRule('merge-conflict', `#### A\n\n${fields}\n${line}`);
});

test('conflicts end where the next begins, and each marker belongs to one', () => {
  const [a, b] = ['<<<<<<< a\nx\n=======\n', conflict('y\n', 'z\n')];
  const text = `${a}between\n${b}>>>>>>> left\nrest\n`;
  expect(slices(text, conflictsIn(text))).toEqual([a, b, '>>>>>>> left\n']);
});

test('one side is what somebody has written', () => {
  const text = `#### A\n${conflict('ours\n', 'theirs\n', '||||||| base\nold\n')}rest\n>>>>>>> left\n`;
  const conflicts = conflictsIn(text);
  expect(sideOf(text, conflicts, 'ours')).toBe('#### A\nours\nrest\n');
  expect(sideOf(text, conflicts, 'theirs')).toBe('#### A\ntheirs\nrest\n');
});

test.each([
  ['a heading', `${conflict('#### Faster queries\n', '#### Quicker queries\n')}\n${fields}`],
  ['what opens a fence', `${conflict('~~~\n', '~~~~\n')}x\n~~~\n\n#### Faster queries\n\n${fields}`],
  [
    'the fence of a template',
    `## Template\n\n${conflict('```\n', '```markdown\n')}#### Title\n\n- Description:\n- Mentor(s):\n- Upstream Issue:\n\`\`\`\n`,
  ],
])('a file that only its content tells is still looked at: a conflict in %s', (_, text) => {
  expect(
    readDocument(text.replace(/^(?:[<=>]{7}.*|.*(?:Quicker|~~~~|```m).*)\n/gm, ''), 'notes.md').kind,
  ).not.toBeNull();
  expect(findings(text, 'notes.md')).toContain(`merge-conflict ${text.startsWith('<') ? 1 : 3}`);
});

test('other documents have no findings, with or without a conflict', () => {
  expect(findings(`# Notes for mentors\n\n${conflict('a\n', 'b\n')}`, 'notes.md')).toEqual([]);
});

const lacking = (title: string) => `#### ${title}\n\n- Description: x\n- Mentor(s): ${title} Example (@example)\n\n`;

test('beside a conflict, only findings of other proposals alone are shown', () => {
  const text = `### Jaeger\n\n${lacking('Above')}${conflict(lacking('Ours'), lacking('Theirs'))}\n${lacking('Below')}`;
  const lines = text.split('\n');
  const lineOf = (title: string) => lines.indexOf(`#### ${title}`) + 1;
  const missing = findings(text).filter((each) => each.startsWith('missing-field'));
  const at = [...new Set(missing.map((each) => Number(each.split(' ')[1])))];
  expect(at).toEqual([lineOf('Above'), lineOf('Below')]);
  expect(findings(text)).toContain(`merge-conflict ${lines.indexOf('<<<<<<< HEAD') + 1}`);
});

test('a proposal that holds both sides is left alone, and so is what would count both', () => {
  const twice = conflict('- Description: a\n- Recommended Skills: Go\n', '- Description: b\n- Recommended Skills: C\n');
  const text = `### Jaeger\n\n#### One\n\n${twice}- Mentor(s): Ada\n\n### Argo\n\n### Argo\n`;
  expect(findings(text)).toEqual([`merge-conflict 5`]);
  const resolved = sideOf(text, conflictsIn(text), 'ours');
  expect(findings(resolved).map((each) => each.split(' ')[0])).toEqual(
    expect.arrayContaining(['missing-field', 'duplicate-project']),
  );
});

test('none of its findings says that it can be fixed', () => {
  const text = `#### A\n\n- Descriptions: x\n- Mentor(s): Ada Example (@ada-example)\n\n#### B\n\n${conflict('', fields)}`;
  const found = findingsOf(readDocument(text, path), nothingKnown, {});
  expect(found.map(({ rule }) => rule)).toContain('field-label');
  expect(found.filter((each) => each.isFixable())).toEqual([]);
});
