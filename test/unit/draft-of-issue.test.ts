import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isPlaceholder } from '../../server/src/core/facts/placeholders';
import { cncfProjects } from '../../server/src/core/facts/projects';
import { bundledForm, type LfxField, lfxField, lfxFields } from '../../server/src/core/facts/proposal-form';
import { termInLabel, termSortKey } from '../../server/src/core/facts/terms';
import { wordKey } from '../../server/src/core/facts/words';
import { viewOf } from '../../server/src/core/linter/rule';
import { readDocument } from '../../server/src/core/model/document';
import { draftOfIssue } from '../../server/src/core/submission/draft-of-issue';
import { answersIn, bodyWith, isTicked, tickedIn } from '../../server/src/core/submission/issue-body';
import { issueOfDraft } from '../../server/src/core/submission/issue-of-draft';
import { plainEmail } from '../../server/src/core/submission/roster';
import { realFiles, shared } from './real-files';

const all = Object.keys(lfxFields) as LfxField[];

function draftOf(body: string): string {
  const draft = draftOfIssue({ title: '', body }, bundledForm);
  if ('why' in draft) throw new Error(draft.why);
  return draft.text;
}

/** The body that a draft in an unsaved file becomes. */
function bodyOf(text: string): string {
  const document = readDocument(text, 'Untitled-1');
  const [proposal, ...others] = document.proposals;
  expect(document.kind, text).toBe('proposed');
  expect(others).toEqual([]);
  if (!proposal) throw new Error('the text has no proposal');
  return issueOfDraft(viewOf(proposal, document), bundledForm, cncfProjects).body;
}

/** The answers as they mean the same to the bot, with what every draft puts right. */
function meaning(body: string): Record<LfxField, string> {
  const answers = answersIn(body);
  const answer = (own: LfxField) => {
    const text = (answers.get(lfxField(bundledForm, own)?.label ?? '') ?? '').replace(/\s+/g, ' ').trim();
    return isPlaceholder(text) ? '' : text;
  };
  const raw = (own: LfxField) => answers.get(lfxField(bundledForm, own)?.label ?? '') ?? '';
  const isSame = isTicked(raw('skillsSame')) && answer('skills') === '';
  const skills = isSame ? answer('technologies') : answer('skills');
  const custom =
    isTicked(raw('custom')) ||
    isTicked(raw('prerequisites'), 'custom prerequisite') ||
    isTicked(raw('customUpload')) ||
    answer('customName') + answer('customDescription') !== '';
  const asked = new Set(
    tickedIn(raw('prerequisites'))
      .filter((each) => !/custom prereq/i.test(each))
      .map(wordKey),
  );
  if (answer('challenge') !== '') asked.add(wordKey('Coding Challenge'));
  const term = termInLabel(answer('term'));
  const mentors = raw('mentors')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const parts = line
        .trim()
        .replace(/^[-*+] /, '')
        .split('|')
        .map((part) => part.trim());
      return parts
        .map((part, i) => (i === 2 ? plainEmail(part) : part))
        .join('|')
        .replace(/\|+$/, '');
    });
  const said: Partial<Record<LfxField, string>> = {
    skills: wordKey(skills) === wordKey(answer('technologies')) ? 'same' : skills,
    skillsSame: '',
    custom: String(custom),
    customUpload: String(isTicked(raw('customUpload'))),
    prerequisites: [...asked].sort().join(),
    mentors: mentors.join('\n'),
    project: cncfProjects.find(answer('project'))?.name ?? answer('project'),
    // The form has one open term.
    term: term ? termSortKey(term) : '2026-03',
    upstream: answer('upstream')
      .replace(/^<(.*)>$/, '$1')
      .replace(/^([\w-]+\/[\w-]+)#(\d+)$/, 'https://github.com/$1/issues/$2'),
  };
  return Object.fromEntries(all.map((own) => [own, said[own] ?? answer(own)])) as Record<LfxField, string>;
}

function body(answers: Partial<Record<LfxField, string>>): string {
  return bodyWith(
    bundledForm,
    new Map(Object.entries(answers).map(([own, text]) => [lfxFields[own as LfxField], text])),
  );
}

const whole = {
  project: 'Jaeger',
  term: '2026 Term 3 (Sep-Nov)',
  name: 'Faster queries',
  description:
    '## Description\n\nThey are slow today.\n\n- Storage\n- Index\n\n## Expected outcomes\n\n- They are fast.\n- They stay fast.',
  technologies: 'Go, Kubernetes',
  skills: 'Go',
  mentors: 'Ada Example | @ada-example | ada@example.org | adaex\nBo | bo',
  upstream: 'https://github.com/jaegertracing/jaeger/issues/1',
  prerequisites: '- [X] Resume\n- [X] Coding Challenge',
  challenge: 'https://example.org/challenge',
  custom: '- [X] Custom',
  customName: 'Writing Sample',
  customDescription: 'Half a page about queries.',
  customUpload: '- [X] Yes',
};

test('an issue becomes a draft as mentors write it', () => {
  expect(draftOf(body(whole))).toBe(`# 2026 Term 3 (Sep-Nov)

### Jaeger

#### Faster queries

- Description: They are slow today.

  - Storage
  - Index
- Expected Outcome:
  - They are fast.
  - They stay fast.
- Recommended Skills: Go
- Technologies: Go, Kubernetes
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org, LFID: adaex)
  - Bo | bo
- Upstream Issue: https://github.com/jaegertracing/jaeger/issues/1
- Application Prerequisites: Resume
- Coding Challenge: https://example.org/challenge
- Custom Prerequisite: Writing Sample (file upload)

  Half a page about queries.
`);
});

test('headings of a description, and what would end the proposal, are quoted', () => {
  const text = draftOf(body({ ...whole, description: '## Why\n\nSlow.\n\n```\n# not a heading\n```' }));
  expect(text).toContain(
    '- Description:\n\n  > ## Why\n  >\n  > Slow.\n  >\n  > ```\n  > # not a heading\n  > ```\n- Expected Outcome:\n',
  );
  expect(meaning(bodyOf(text)).description).toBe('## Why Slow. ``` # not a heading ```');
});

test('a draft is served whatever it lacks', () => {
  const text = draftOf(body({}));
  expect(text).toMatch(/^####\n\n- Description:\n/);
  expect(readDocument(text, 'Untitled-1').kind).toBe('proposed');
});

test.each(['Template', 'Sample', 'Talks (sample)', 'Timeline', 'Projects', 'Table of Contents', 'Talks (Term 1)'])(
  'a project or a title comes back although "%s" usually heads another part of a file',
  (named) => {
    expect(meaning(bodyOf(draftOf(body({ ...whole, project: named })))).project).toBe(named);
    expect(meaning(bodyOf(draftOf(body({ ...whole, name: named })))).name).toBe(named);
  },
);

test.each([
  ['### CNCF Project\n\nJaeger\n', 'The issue was not made with the proposal form.'],
  ['A bug', 'The issue was not made with the proposal form.'],
  [body({ ...whole, description: 'a'.repeat(70_000) }), 'The issue is too long.'],
])('no draft of %.30s…', (text, why) => {
  expect(draftOfIssue({ title: '', body: text }, bundledForm)).toEqual({ why });
});

test('only of an issue of the form that the bot knows', () => {
  const form = { ...bundledForm, fields: bundledForm.fields.slice(0, 2) };
  expect(draftOfIssue({ title: '', body: body(whole) }, form)).toHaveProperty('why');
});

test('any answers come back from the draft', () => {
  const line = fc.oneof(
    fc.constantFrom(
      '# a',
      '## Expected outcomes',
      '## Description',
      '#### c',
      '---',
      '===',
      '```',
      '~~~',
      '> q',
      '- i',
    ),
    fc.constantFrom('', '    code', '1. one', '<!--', '-->', '- Mentor(s): x', '**bold**: y', '| a | b |', 'TBD', '|'),
    fc.string({ maxLength: 12 }),
  );
  const text = fc.array(line, { maxLength: 8 }).map((lines) => lines.join('\n').replace(/^### /gm, '#### ').trim());
  const short = fc.stringMatching(/^[A-Za-z0-9+*_`<>&#[\]()~^'"!?\\ /-]{0,30}$/).map((each) =>
    each
      .replace(/\s+/g, ' ')
      .replace(/^[^A-Za-z]+/, '')
      .trim(),
  );
  const box = fc.constantFrom('- [X] a', '- [ ] a');
  const mentor = fc.tuple(short, short, short, short).map((parts) => parts.join(' | '));
  const ada = fc.constant('Ada Example | @ada-example | ada@example.org | adaex');
  const answers = fc.record({
    project: fc.constantFrom('Jaeger', 'Kubernetes', 'Something new', ''),
    term: fc.constantFrom('2026 Term 3 (Sep-Nov)', '2027 Term 1 (Mar-May)', ''),
    name: short,
    description: text,
    technologies: short,
    skillsSame: box,
    skills: short,
    mentors: fc.array(fc.oneof(ada, mentor), { maxLength: 3 }).map((lines) => lines.join('\n')),
    upstream: fc.constantFrom('https://github.com/a/b/issues/1', ''),
    prerequisites: fc
      .subarray(['Resume', 'Cover Letter', 'Coding Challenge'])
      .map((ticked) => ticked.map((each) => `- [X] ${each}`).join('\n')),
    challenge: fc.constantFrom('https://example.org/c', ''),
    custom: box,
    customName: short,
    customDescription: text,
    customUpload: box,
  });
  fc.assert(
    fc.property(answers, (said) => {
      const before = body(said);
      expect(meaning(bodyOf(draftOf(before)))).toEqual(meaning(before));
    }),
  );
});

const cases = join(shared, 'form-cases.json');
describe.skipIf(!existsSync(cases))('issues with the verdict of the bot', () => {
  const issues: { id: string; title: string; body: string; verdict: { ignored: boolean } }[] = existsSync(cases)
    ? JSON.parse(readFileSync(cases, 'utf8'))
    : [];
  test.each(issues.filter(({ verdict }) => !verdict.ignored).map((each) => [each.id, each] as const))(
    '%s',
    (_, issue) => {
      expect(meaning(bodyOf(draftOf(issue.body)))).toEqual(meaning(issue.body));
    },
  );
});

const readme = realFiles().find(({ path }) => path.endsWith('lfx-mentorship/2026/03-Sep-Nov/README.md'));
describe.skipIf(!readme)('the programs of a real term', () => {
  const { text = '', path = '' } = readme ?? {};
  const document = readDocument(text, path);
  test.each(document.proposals.map((proposal) => [proposal.body.title.text, proposal] as const))(
    '%s',
    (_, proposal) => {
      const issue = issueOfDraft(viewOf(proposal, document), bundledForm, cncfProjects);
      // As the bot compares two versions.
      const collapsed = (each: string) => each.replace(/\s+/g, ' ');
      expect(collapsed(bodyOf(draftOf(issue.body)))).toBe(collapsed(issue.body));
    },
  );
});
