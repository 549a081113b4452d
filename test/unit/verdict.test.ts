import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bundledForm, type LfxField, lfxField, lfxFields } from '../../server/src/core/facts/proposal-form';
import { answersIn } from '../../server/src/core/submission/issue-body';
import { type FiledIssue, type Verdict, verdictOf } from '../../server/src/core/submission/verdict';
import { shared } from './real-files';

const formLabels = Object.fromEntries(
  Object.keys(lfxFields).map((own) => [own, lfxField(bundledForm, own as LfxField)?.label]),
) as Record<LfxField, string>;

const good: Readonly<Record<LfxField, string>> = {
  project: 'Jaeger',
  term: '2026 Term 3 (Sep-Nov)',
  name: 'Faster queries',
  description: '## Description\nThey are slow.\n\n## Expected outcomes\n- They are fast.',
  technologies: 'Go',
  skillsSame: '- [X] Yes, the required skills are the same as the technologies listed above.',
  skills: '_No response_',
  mentors: 'Ada Example | @ada-example | ada@example.org | adaex\nBo Sample | @bo-sample | bo@example.org | bosam',
  upstream: 'https://github.com/example/example/issues/1',
  prerequisites: '- [X] Resume\n- [ ] Coding Challenge',
  challenge: '_No response_',
  custom: '- [ ] Custom Prerequisite (fill in details below)',
  customName: '_No response_',
  customDescription: '_No response_',
  customUpload: '- [ ] Yes',
};

function issue(changes: Partial<typeof good> = {}): FiledIssue {
  const answers = Object.entries({ ...good, ...changes });
  const body = answers.map(([field, value]) => `### ${formLabels[field as LfxField]}\n\n${value}\n`);
  return { title: '[CNCF LFX Proposal] Jaeger Faster queries', body: body.join('\n') };
}

const said = ({ errors, warnings }: Verdict): string[] => [
  ...errors.map(({ kind, field }) => `${kind} / ${field}`),
  ...warnings.map(({ kind, field }) => `(${kind} / ${field})`),
];

const mentors = (...lines: string[]) => issue({ mentors: lines.join('\n') });
const ada = 'Ada Example | @ada-example | ada@example.org | adaex';

describe('the verdict of the bot', () => {
  test('on a proposal without a fault', () => {
    expect(verdictOf(issue())).toEqual({
      ignored: false,
      title: { text: 'CNCF - Jaeger: Faster queries (2026 Term 3)', length: 43, limit: 100 },
      errors: [],
      warnings: [],
    });
  });

  test.each<[string, FiledIssue, string[]]>([
    ['nothing said', issue({ technologies: '_No response_' }), ['empty / Technologies']],
    ['a long name', issue({ name: 'x'.repeat(72) }), ['title-too-long / Program Name']],
    ['a long description', issue({ description: 'x'.repeat(3001) }), ['too-long / Program Description']],
    ['no skills', issue({ skillsSame: '- [ ] Yes' }), ['skills-missing / Required/Desirable Skills']],
    ['skills twice', issue({ skills: 'Go' }), ['(skills-both / Required/Desirable Skills)']],
    ['no address', issue({ upstream: 'example/example#1' }), ['url / Upstream Issue URL']],
    ['two addresses', issue({ upstream: 'https://a.org/1,https://a.org/2' }), ['url-many / Upstream Issue URL']],
    ['a challenge nobody hears of', issue({ challenge: 'https://a.org/1' }), ['unchecked / Application Prerequisites']],
    [
      'a challenge that is missing',
      issue({ prerequisites: '- [x] Coding Challenge' }),
      ['empty / Coding Challenge URL'],
    ],
    [
      'a custom prerequisite without words',
      issue({ custom: '- [X] Custom Prerequisite (fill in details below)' }),
      ['empty / Custom Prerequisite Name', 'empty / Custom Prerequisite Description'],
    ],
    [
      'words without their box',
      issue({ customName: 'A talk', customDescription: 'Give one.' }),
      ['unchecked / Custom Prerequisites'],
    ],
    ['one mentor', mentors(ada), ['(mentor-alone / Mentors)']],
    ['too few parts', mentors(ada, 'Bo Sample | bo@example.org'), ['mentor-parts / Mentors']],
    ['no LFID', mentors(ada, 'Bo Sample | @bo | bo@example.org'), ['mentor-lfid-missing / Mentors']],
    [
      'the same twice',
      mentors(ada, ada),
      ['handle', 'email', 'lfid'].map((part) => `mentor-duplicate-${part} / Mentors`),
    ],
    ['an address as a link', mentors(ada, 'Bo | @bo | [bo@example.org](mailto:bo@example.org) | bo'), []],
  ])('on %s', (_, filed, expected) => {
    expect(said(verdictOf(filed))).toEqual(expected);
  });

  test('counts the other proposals of the project and compares their issues', () => {
    const others = [1, 2, 3, 4].map((n) => issue({ upstream: `https://www.github.com/Example/example/issues/${n}/` }));
    expect(said(verdictOf({ ...issue(), others }))).toEqual([
      '(over-quota / CNCF Project)',
      '(upstream-duplicate / Upstream Issue URL)',
    ]);
    const elsewhere = others.map(({ body }) => ({ body: body.replace('Term 3', 'Term 1') }));
    expect(said(verdictOf({ ...issue(), others: elsewhere }))).toEqual([]);
  });

  test('is silent about other issues, unless their labels say that they are proposals', () => {
    const other = { ...issue(), title: 'Faster queries' };
    expect(verdictOf(other).ignored).toBe(true);
    expect(verdictOf({ ...other, labels: ['lfx mentorship', 'Proposal'] }).ignored).toBe(false);
    expect(verdictOf({ title: '[CNCF LFX Proposal] x', body: 'prose' }).ignored).toBe(true);
  });

  test('a section that is not there is missing, and empty as well', () => {
    const { title, body } = issue();
    const cut = body.replace(/### Technologies\n\nGo\n\n/, '');
    expect(said(verdictOf({ title, body: cut }))).toEqual(['section-missing / Technologies', 'empty / Technologies']);
  });
});

test('a heading of level three in a description cuts it off, in a fence too', () => {
  const answers = answersIn('### A\n\none\n\n```\n### B\ntwo\n```\r\n### A\r\n\r\nthree\n### C');
  expect([...answers]).toEqual([
    ['A', 'three'],
    ['B', 'two\n```'],
  ]);
});

const cases = join(shared, 'form-cases.json');

test.skipIf(!existsSync(cases))('equals what the bot itself has said about 141 issues', () => {
  const filed: (FiledIssue & { verdict: Verdict })[] = JSON.parse(readFileSync(cases, 'utf8'));
  for (const { verdict, ...each } of filed) {
    const own = verdictOf(each);
    expect([own.ignored, own.title, said(own).sort()]).toEqual([verdict.ignored, verdict.title, said(verdict).sort()]);
  }
});
