/** The rare ways through drafts, issues and verdicts. */
import { describe, expect, test } from 'vitest';
import { cncfProjects } from '../../server/src/core/facts/projects';
import { bundledForm, type ProposalForm } from '../../server/src/core/facts/proposal-form';
import { viewOf } from '../../server/src/core/linter/rule';
import { readDocument } from '../../server/src/core/model/document';
import { partsOfDescription, withoutCuts } from '../../server/src/core/submission/description';
import { checkDraft } from '../../server/src/core/submission/draft-check';
import { draftOfIssue } from '../../server/src/core/submission/draft-of-issue';
import { verdictOf } from '../../server/src/core/submission/verdict';

const path = 'programs/lfx-mentorship/2026/03-Sep-Nov/project_ideas.md';
const ada = 'Ada Example (@ada-example, ada@example.org, LFID: adaex)';
const bo = 'Bo Sample (@bo-sample, bo@example.org, LFID: bosam)';

interface Parts {
  readonly project?: string;
  readonly title?: string;
  readonly mentors?: readonly string[];
  readonly upstream?: string;
  readonly skills?: string;
  readonly more?: string;
}

function checked(parts: Parts, form: ProposalForm = bundledForm, at = path) {
  const {
    project = '### Jaeger',
    title = 'Faster queries',
    mentors = [ada, bo],
    upstream = 'issues/1',
    more = '',
  } = parts;
  const document = readDocument(
    `${project}\n\n#### ${title}\n\n- Description: d\n- Recommended Skills: ${parts.skills ?? 'Go'}\n- Technologies: Go\n- Mentor(s):\n${mentors
      .map((mentor) => `  - ${mentor}\n`)
      .join('')}- Upstream Issue: ${upstream.replace(/issues\//g, 'https://github.com/a/b/issues/')}\n${more}`,
    at,
  );
  const [proposal] = document.proposals;
  if (!proposal) throw new Error('the text has no proposal');
  const { issue, problems } = checkDraft(viewOf(proposal, document), { form, projects: cncfProjects, inReview: [] });
  const at2 = (start: number, end: number) => proposal.body.text.slice(start, end);
  return { issue, said: problems.map(({ message, span }) => `${at2(span.start, span.end)}: ${message}`) };
}

test.each([
  ['https://github.com/a/b/issues/2', ['https://github.com/a/b/issues/2']],
  ['https://github.com/bo-sample', []],
])('a mentor that is only the address %s', (line, lost) => {
  const { issue, said } = checked({ mentors: [ada, bo, line] });
  const about = (message: string) => message.includes('names no mentor and is not sent');
  expect(said.filter(about)).toEqual(lost.map((text) => expect.stringMatching(`^${text}: `)));
  expect([...issue.answers.values()].some(({ text }) => text.includes(line))).toBe(false);
});

describe('what the bot says about a draft, in words', () => {
  test.each<[string, Parts, string]>([
    ['a mentor without a name', { mentors: [' | @ada-example | ada@example.org | adaex', bo] }, 'Add the full name of'],
    ['a wrong handle', { mentors: ['Ada | ada | ada@example.org | adaex', bo] }, 'Add the GitHub handle of'],
    ['a wrong address', { mentors: ['Ada | @ada | nowhere | adaex', bo] }, 'Add the e-mail address of'],
    ['a line of two parts', { mentors: ['Ada || x | y | z', bo] }, 'Write the mentor as Name ('],
    ['an LFID with "@"', { mentors: ['Ada | @ada | ada@example.org | @ada', bo] }, 'An LFID is a user name'],
    ['one handle twice', { mentors: [ada, ada.replace('ada@', 'a@').replace('adaex', 'other')] }, 'the same handle.'],
    ['one LFID twice', { mentors: [ada, bo.replace('bosam', 'adaex')] }, 'the same LFID.'],
    [
      'five mentors',
      { mentors: [1, 2, 3, 4, 5].map((i) => `Ada Example (@a${i}, a${i}@example.org, LFID: a${i})`) },
      'at most four',
    ],
    ['one mentor', { mentors: [ada] }, 'A second mentor is recommended.'],
    ['two issues', { upstream: 'issues/1, issues/2' }, 'has to be one URL'],
    ['no URL', { upstream: 'the tracker' }, 'has to be one URL'],
    ['no skills', { skills: '' }, 'They may equal the technologies.'],
    ['a long title', { title: 'x'.repeat(100) }, 'The program name is too long for LFX.'],
    ['no project', { project: '' }, 'The form requires "CNCF Project".'],
    [
      'a box without a URL',
      { more: '- Application Prerequisites: Coding Challenge\n' },
      'Add the URL of the coding challenge.',
    ],
    [
      'a long text',
      { more: `- Custom Prerequisite: Essay\n\n  ${'x'.repeat(501)}\n` },
      'is 1 character too long (501 of 500).',
    ],
    ['a box that is none', { more: '- Application Prerequisites: Passport\n' }, 'The form has no box for "Passport".'],
  ])('%s', (_, parts, message) => expect(checked(parts).said.join('\n')).toContain(message));

  test('a whole draft has nothing wrong', () => expect(checked({}).said).toEqual([]));
});

describe('an issue of a draft', () => {
  test('has the option of the form for another name of the project', () => {
    const other = checked({ project: '### Visual Studio Code Kubernetes tools' });
    expect(other.issue.answers.get('cncf_project')?.text).toBe('Visual Studio Code Kubernetes Tools');
  });

  test('has the term of a later year, and none where several are open', () => {
    const later = checked({}, bundledForm, 'programs/lfx-mentorship/2028/07-Odd/project_ideas.md');
    expect(later.issue.answers.get('term')?.text).toBe('2028 Term 7');
    const fields = bundledForm.fields.map((field) => (field.id === 'term' ? { ...field, options: ['a', 'b'] } : field));
    expect(checked({}, { ...bundledForm, fields }, 'x.md').issue.answers.get('term')?.text).toBe('');
    expect(checked({}, { ...bundledForm, path: 'x.yml', fields }).said.join()).toContain('It offers a, b.');
  });

  test('of a form that lost fields has the others', () => {
    const kept = bundledForm.fields.filter(({ id }) => !/prerequisite|skills|coding/.test(id));
    const { issue } = checked({ more: '- Coding Challenge: https://example.org\n' }, { ...bundledForm, fields: kept });
    expect(issue.body).not.toContain('Coding Challenge');
    const draft = draftOfIssue(issue, { ...bundledForm, fields: kept });
    expect('text' in draft && draft.text).toContain('#### Faster queries');
  });
});

test('quotas hold for organizations and slugs', () => {
  const issue = checked({}).issue;
  const verdict = (byProject: Record<string, number>) =>
    verdictOf(issue, { form: { ...bundledForm, quotas: { usual: 9, byProject } } }).warnings.map(({ kind }) => kind);
  expect(verdict({ jaegertracing: 0 })).toContain('over-quota');
  expect(verdict({ kubernetes: 0 })).not.toContain('over-quota');
});

test('a description of other headings, or in another order, stays whole', () => {
  const text = '## Expected outcomes\n\nfast\n\n## Description\n\nslow';
  expect(partsOfDescription(text)).toEqual({ description: text, outcome: '' });
  expect(withoutCuts('a\nb\n---\n\n### c', 4)).toBe('#### a b\n\n##### c');
  expect(withoutCuts(`### ${'x'.repeat(30_000)}`, 4)).toMatch(/^ ### x/);
});
