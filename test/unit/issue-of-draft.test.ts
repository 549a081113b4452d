import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cncfProjects } from '../../server/src/core/facts/projects';
import { bundledForm, type LfxField, lfxField } from '../../server/src/core/facts/proposal-form';
import { viewOf } from '../../server/src/core/linter/rule';
import { type ProposalsDocument, readDocument } from '../../server/src/core/model/document';
import { withoutCuts } from '../../server/src/core/submission/description';
import { answersIn, bodyWith } from '../../server/src/core/submission/issue-body';
import { issueOfDraft } from '../../server/src/core/submission/issue-of-draft';
import { verdictOf } from '../../server/src/core/submission/verdict';
import { shared } from './real-files';

const drafts = 'programs/lfx-mentorship/2026/03-Sep-Nov/project_ideas.md';

/** What the form gets from the first proposal of a text, by field. */
function answersOf(text: string, path = drafts): (field: LfxField) => string | undefined {
  const [proposal] = readDocument(text, path).proposals;
  if (!proposal) throw new Error('the text has no proposal');
  return formAnswers(readDocument(text, path), proposal);
}

function formAnswers(document: ProposalsDocument, proposal: ProposalsDocument['proposals'][number]) {
  const { body } = issueOfDraft(viewOf(proposal, document), bundledForm, cncfProjects);
  const answers = answersIn(body);
  return (field: LfxField) => answers.get(lfxField(bundledForm, field)?.label ?? '');
}

const whole = `
### Jaeger

#### Faster queries

- Description: They are slow today.

  ##### Why

  Because of \`this\`:

  \`\`\`md
  ### not a heading
  \`\`\`
- Expected Outcome:
  - They are fast.
  - They stay fast.
- Recommended Skills: Go
- Technologies: Go, Kubernetes
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org, LFID: adaex) - primary
  - Bo Sample (@bo-sample, bo@example.org, LFID: bosam)
- Upstream Issue: [#1](https://github.com/jaegertracing/jaeger/issues/1)
- Application Prerequisites: Resume, cover letter
- Coding Challenge: https://example.org/challenge
- Custom Prerequisite: Writing Sample (file upload)

  Please write half a page about queries.
`;

test('a draft becomes the answers of the form', () => {
  const answer = answersOf(whole);
  expect(answer('project')).toBe('Jaeger');
  expect(answer('term')).toBe('2026 Term 3 (Sep-Nov)');
  expect(answer('name')).toBe('Faster queries');
  expect(answer('technologies')).toBe('Go, Kubernetes');
  expect(answer('skills')).toBe('Go');
  expect(answer('skillsSame')).toMatch(/^- \[ \]/);
  expect(answer('mentors')).toBe(
    'Ada Example | @ada-example | ada@example.org | adaex\nBo Sample | @bo-sample | bo@example.org | bosam',
  );
  expect(answer('upstream')).toBe('https://github.com/jaegertracing/jaeger/issues/1');
  expect(answer('prerequisites')).toBe(
    '- [X] Resume\n- [X] Cover Letter\n- [ ] School Enrollment Verification\n- [ ] Participation Permission from school or employer\n- [X] Coding Challenge',
  );
  expect(answer('challenge')).toBe('https://example.org/challenge');
  expect(answer('custom')).toMatch(/^- \[X\]/);
  expect(answer('customName')).toBe('Writing Sample');
  expect(answer('customDescription')).toBe('Please write half a page about queries.');
  expect(answer('customUpload')).toMatch(/^- \[X\]/);
});

test('in the description no heading and no line of code cuts it off', () => {
  expect(answersOf(whole)('description')).toBe(
    [
      '## Description\n\nThey are slow today.\n\n##### Why\n\nBecause of `this`:\n\n ```md\n ### not a heading\n ```',
      '## Expected outcomes\n\n- They are fast.\n- They stay fast.',
    ].join('\n\n'),
  );
});

test('headings of a quoted description go below those of the form', () => {
  const quoted = whole.replace(
    /Description: [\s\S]*?- Expected/,
    'Description:\n\n  > # Why\n  > They are slow.\n  >\n  > ### Now\n- Expected',
  );
  expect(answersOf(quoted)('description')).toMatch(
    /^## Description\n\n#### Why\nThey are slow\.\n\n###### Now\n\n## Exp/,
  );
});

test('the bot finds nothing wrong with a whole draft', () => {
  const document = readDocument(whole, drafts);
  const [proposal] = document.proposals;
  const issue = proposal && issueOfDraft(viewOf(proposal, document), bundledForm, cncfProjects);
  expect(issue?.title).toBe('[CNCF LFX Proposal] Jaeger Faster queries');
  expect(issue && verdictOf(issue)).toEqual({
    ignored: false,
    title: { text: 'CNCF - Jaeger: Faster queries (2026 Term 3)', length: 43, limit: 100 },
    errors: [],
    warnings: [],
  });
});

test('skills that equal the technologies are a tick', () => {
  const answer = answersOf(whole.replace('Skills: Go\n', 'Skills: Go, kubernetes\n'));
  expect(answer('skillsSame')).toMatch(/^- \[X\]/);
  expect(answer('skills')).toBe('');
});

test("the form's own words for no answer answer nothing", () => {
  const answer = answersOf(
    whole
      .replace('Skills: Go', 'Skills: _No response_')
      .replace('Technologies: Go, Kubernetes', 'Technologies: _No response_'),
  );
  expect(answer('skillsSame')).toMatch(/^- \[ \]/);
  expect([answer('skills'), answer('technologies')]).toEqual(['', '']);
});

test.each(['C++', 'C#'])('the skill %s is not the technology C', (skill) => {
  const answer = answersOf(whole.replace('Skills: Go\n', `Skills: ${skill}\n`).replace('Go, Kubernetes', 'C'));
  expect(answer('skills')).toBe(skill);
  expect(answer('skillsSame')).toMatch(/^- \[ \]/);
});

test('a title or a project that begins like a heading cuts no answer off', () => {
  const answer = answersOf(whole.replace('#### Faster', '#### \\### Faster').replace('### Jaeger', '### # ### Jaeger'));
  expect(answer('name')).toBe('### Faster queries');
  expect(answersOf('#### ### A\n\n- Mentor(s): ### Ada\n- Technologies: ### Go\n')('technologies')).toBe('### Go');
});

test('any text of a field comes back from the body as it was put in', () => {
  const line = fc.oneof(
    fc.constantFrom(
      '### a',
      '###\tb',
      '#### c',
      '# d',
      '---',
      '===',
      '```',
      '~~~',
      '> ### q',
      '- ### i',
      '<!--',
      '-->',
    ),
    fc.constantFrom('', '    ### code', ' ### e', '_No response_', 'text', '### '),
    fc.string({ maxLength: 12 }),
  );
  const text = fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n').replace(/[\r]/g, ''));
  fc.assert(
    fc.property(text, (value) => {
      const safe = withoutCuts(value, 0);
      const body = bodyWith(bundledForm, new Map([['program_description', safe]]));
      const back = answersIn(body).get('Program Description');
      expect(back).toBe(safe.trim() === '_No response_' ? '' : safe.trim());
      const words = (each: string) => each.match(/[^\s#=-]+/g) ?? [];
      expect(words(safe)).toEqual(words(value));
    }),
  );
});

const readme = join(shared, 'corpus/programs/lfx-mentorship/2026/03-Sep-Nov/README.md');
describe.skipIf(!existsSync(readme))('the programs of a real term', () => {
  const document = readDocument(
    existsSync(readme) ? readFileSync(readme, 'utf8') : '',
    'programs/lfx-mentorship/2026/03-Sep-Nov/README.md',
  );

  test('there are 59', () => expect(document.proposals).toHaveLength(59));

  test.each(document.proposals.map((proposal) => [proposal.body.title.text, proposal] as const))(
    '%s',
    (_, proposal) => {
      const { text } = proposal.body;
      const answer = formAnswers(document, proposal);
      const row = (label: string) => new RegExp(`^- ${label}: (.*)$`, 'm').exec(text)?.[1]?.trim();
      const quoted = [...text.matchAll(/^ {2}> ?(.*)$/gm)].map(([, line]) => line);
      expect(answer('description')).toBe(quoted.join('\n').trim());
      const [, project, name] = /^CNCF - (.+?): (.+) \(2026 Term 3\)$/m.exec(text) ?? [];
      expect(answer('project')).toBe(project);
      expect(answer('name')).toBe(name);
      expect(answer('technologies')).toBe(row('Technologies'));
      const isSame = row('Recommended Skills')?.toLowerCase() === row('Technologies')?.toLowerCase();
      expect(answer('skills')).toBe(isSame ? '' : row('Recommended Skills'));
      expect(answer('upstream')).toBe(row('Upstream Issue'));
      const mentors = [...text.matchAll(/^ {2}- (.+) \(@([^,]+), (.+)\)$/gm)].map(
        ([, person, handle, email]) => `${person} | @${handle} | ${email} |`,
      );
      expect(answer('mentors')).toBe(mentors.join('\n'));
    },
  );
});

test('an upstream URL in angle brackets is read whole where it stands bare', () => {
  const upstream = answersOf('### Jaeger\n\n#### Faster\n\n- Upstream Issue: <https://example.org/a`b"c>\n')(
    'upstream',
  );
  expect(upstream).toBe('https://example.org/a%60b%22c');
  expect(answersOf(`### Jaeger\n\n#### Faster\n\n- Upstream Issue: ${upstream}\n`)('upstream')).toBe(upstream);
});
