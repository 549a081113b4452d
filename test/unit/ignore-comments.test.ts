/** "Ignore here" and "Ignore in this file", and the help for comments without effect. */
import { describe, expect, test } from 'vitest';
import { actionsAt } from '../../server/src/core/features/actions/code-actions';
import { ignoreActions } from '../../server/src/core/features/actions/ignore';
import { nothingKnown } from '../../server/src/core/known/known';
import { findingsOf } from '../../server/src/core/linter/run';
import { readDocument } from '../../server/src/core/model/document';
import { applyEdits } from '../../server/src/core/text/edit';
import { only } from '../good';
import { checkRule } from './marks';

const path = 'programs/lfx-mentorship/2025/01-Mar-May/project_ideas.md';

/** The texts that ignoring the first finding of a rule makes, by the titles of the actions. */
function ignored(rule: string, text: string): Record<string, string> {
  const document = readDocument(text, path);
  const finding = findingsOf(document, nothingKnown, {}).find((each) => each.rule === rule);
  if (!finding) throw new Error(`no finding of ${rule}`);
  return Object.fromEntries(
    ignoreActions(document, [finding]).map(({ title, edits }) => [title, applyEdits(text, edits)]),
  );
}

const idea = '#### T\n- Description: d\n- Expected Outcome: o\n- Recommended Skills: s\n- Mentor(s):\n';
const here = 'Ignore "empty-field" here';
const inFile = 'Ignore "empty-field" in this file';

describe('ignoring a finding', () => {
  test('puts a comment above its line, or at the head of the file', () => {
    const texts = ignored('empty-field', `### Jaeger\n${idea}`);
    expect(texts[here]).toBe(
      `### Jaeger\n${idea.replace('- Mentor', '<!-- proposals-disable-next-line empty-field -->\n- Mentor')}`,
    );
    expect(texts[inFile]).toBe(`<!-- proposals-disable-file empty-field -->\n### Jaeger\n${idea}`);
  });

  test('indents the comment like the line, and keeps CRLF', () => {
    const nested = `### Jaeger\n${idea}`.replace('- Mentor(s):', '  - Mentor(s):').replaceAll('\n', '\r\n');
    expect(ignored('empty-field', nested)[here]).toContain(
      '\r\n  <!-- proposals-disable-next-line empty-field -->\r\n  - Mentor(s):',
    );
  });

  test('adds the rule to a comment that is there already', () => {
    const above = idea.replace('- Mentor', '<!-- proposals-disable-next-line toc -->\n- Mentor');
    const texts = ignored('empty-field', `<!-- proposals-disable-file toc -->\n### Jaeger\n${above}`);
    expect(texts[here]).toContain('<!-- proposals-disable-next-line toc empty-field -->\n- Mentor');
    expect(texts[inFile]).toMatch(/^<!-- proposals-disable-file toc empty-field -->\n### Jaeger/);
  });

  test('in the whole file leaves front matter at the head', () => {
    const matter = '---\ntitle: Ideas\n---\n';
    expect(ignored('empty-field', `${matter}### Jaeger\n${idea}`)[inFile]).toBe(
      `${matter}<!-- proposals-disable-file empty-field -->\n### Jaeger\n${idea}`,
    );
  });

  test('is not offered beside a merge conflict', () => {
    const conflict = '<<<<<<< ours\n### Jaeger\n=======\n### Harbor\n>>>>>>> theirs\n';
    const document = readDocument(`${conflict}${idea}`, path);
    const findings = findingsOf(document, nothingKnown, {});
    expect(document.conflicts).not.toEqual([]);
    expect(ignoreActions(document, findings)).toEqual([]);
  });
});

describe('help for a comment without effect', () => {
  const whole =
    '### Jaeger\n#### T\n- Description: d\n- Expected Outcome: o\n- Recommended Skills: s\n- Mentor(s):\n  - Ada Example (@ada-example, ada@example.org)\n  - Bo Sample (@bo-sample, bo@example.org)\n- Upstream Issue: https://github.com/example/example/issues/1\n';

  /** The text after the first help for a comment, and its title. */
  function helped(text: string): [title: string, text: string] {
    const document = readDocument(text, path);
    const all = { start: 0, end: text.length };
    const settings = only('empty-field', 'missing-field', 'directive');
    const help = actionsAt(document, all, nothingKnown, settings).find(
      ({ rule, title }) => rule === 'directive' && title.startsWith('Remove'),
    );
    if (!help) throw new Error('no help');
    return [help.title, applyEdits(text, help.edits)];
  }

  test('removes the comment with its line', () => {
    const comment = '<!-- proposals-disable-file empty-field -->';
    expect(helped(`${comment}\n${whole}`)).toEqual(['Remove the comment', whole]);
    expect(helped(`${whole}\n${comment}`)).toEqual(['Remove the comment', `${whole}\n`]);
  });

  test('leaves what else is on its line', () => {
    const line = 'See below. <!-- proposals-disable-file empty-field -->';
    expect(helped(`${line}\n${whole}`)[1]).toBe(`See below. \n${whole}`);
  });

  test('removes one of several names', () => {
    const source = whole.replace(/- Upstream.*\n/, '');
    const comment = (names: string) => `<!-- proposals-disable-file ${names} -->\n${source}`;
    expect(helped(comment('missing-field, empty-field'))).toEqual(['Remove the name', comment('missing-field')]);
  });

  test.each([
    ['disable-next-line', 'on the next line'],
    ['disable', 'from here on'],
    ['disable-file', 'in this file'],
  ])('says where "%s" has nothing to turn off', (kind, where) => {
    const comment = `<!-- proposals-${kind} -->`;
    const mark = `${'^'.repeat(comment.length)} Remove this comment: there are no findings ${where}.`;
    checkRule('directive', `${comment}\n${mark}\n${whole}`);
  });

  test('turns off nothing without an end, or with another word', () => {
    for (const comment of ['<!-- proposals-disable-file empty-field', '<!-- proposals-disabled -->'])
      checkRule('directive', `${whole}\n${comment}\n`);
  });
});
