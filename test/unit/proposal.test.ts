import { describe, expect, test } from 'vitest';
import { listedFile } from '../../server/src/core/features/list/list';
import { fields } from './fields-of';
import { dedent, read } from './marks';

/** A proposal whose description is labelled as given. */
const withLabel = (label: string): string =>
  `### Jaeger\n#### Faster queries\n${label}\n- Mentor(s): Ada Example (@ada-example)\n`;

describe('a label', () => {
  test.each([
    ['- Description: text', '"Description"'],
    ['-\tDescription: text', '"Description"'],
    ['-   Description: text', '"Description"'],
    ['* Description: text', '"Description"'],
    ['Description: text', '"Description"'],
    ['- **Description:** text', '"Description"'],
    ['- **Description**: text', '"Description"'],
    ['**Description** text', '"Description"'],
    ['- Description\n  text', '"Description"'],
    ['- Description：text', '"Description"'],
    ['-Description: text', '"Description"'],
    ['description: |\n  text', '"description"'],
    ['- Descripton: text', '"Descripton"'],
    ['- Description\\*\\*: text', '"Description"'],
  ])('%j', (label, wanted) => {
    expect(fields(withLabel(label))[0]).toBe(`description ${wanted}`);
  });

  test.each([
    ['Upstream Issue (URL)', 'upstream-issue'],
    ['Issue', 'upstream-issue'],
    ['Issue(s)', 'upstream-issue'],
    ['Relevant Issues', 'upstream-issue'],
    ['Upstraeam Issue', 'upstream-issue'],
    ['expectedOutcome', 'expected-outcome'],
    ['Expected outcome(s)', 'expected-outcome'],
    ['Recommend Skills', 'recommended-skills'],
    ['Recommended Skill(s)', 'recommended-skills'],
    ['Mentors(s)', 'mentors'],
    ['Mentor(-s)', 'mentors'],
    ['Potential Mentors', 'mentors'],
    ['Apply', 'lfx-url'],
    ['Community Bridge project (URL)', 'lfx-url'],
  ])('%s means %s', (label, id) => {
    expect(fields(`#### T\n- Description: d\n- Mentor(s): Ada (@ada)\n- ${label}: x\n`)[2]).toBe(`${id} "${label}"`);
  });

  test('is no label in a quote, a fence, or below the margin where the margin has it', () => {
    expect(
      fields(`
        #### T
        - Description: d
          > ## Mentor(s):
          \`\`\`
          - Upstream Issue: x
          \`\`\`
          - Mentors: are great
        - Mentor(s): Ada (@ada)
      `),
    ).toEqual(['description "Description"', 'mentors "Mentor(s)"']);
  });

  test("value bullets at the labels' own margin are no fields", () => {
    expect(
      fields(
        '#### T\n- Description:\n- Design: draw it\n- Figma\n- Mentors:\n- Ada Example (@ada-example)\n- Upstream Issue: o/r#1\n',
      ),
    ).toEqual(['description "Description"', 'mentors "Mentors"', 'upstream-issue "Upstream Issue"']);
  });

  test('of the template alone is a field', () => {
    const { document } = read(`
      ## Template
      \`\`\`
      #### Project
      ##### Title
      - Description:
      - Expected project size: # one of small, medium and large
      - Mentor(s):
      - Upstream Issue (URL):
      \`\`\`
      ## Ideas
      #### Jaeger
      ##### Faster queries
      - Description: d
      - Expected project size: small
      - Mentor(s): Ada (@ada)
      - Upstream Issue (URL): o/r#1
    `);
    expect(document.template).toMatchObject({ source: 'document', projectLevel: 4, proposalLevel: 5, marker: '- ' });
    expect(document.proposals).toHaveLength(1);
    expect(document.proposals[0]?.body.fields.map((field) => field.label?.text)).toEqual([
      'Description',
      'Expected project size',
      'Mentor(s)',
      'Upstream Issue (URL)',
    ]);
  });
});

describe('a value', () => {
  const outcome = (value: string): string => {
    const { document } = read(`#### T\n- Description: d\n- Expected Outcome:${value}\n- Mentor(s): Ada (@ada)\n`);
    const body = document.proposals[0]?.body;
    const field = body?.fields.find(({ id }) => id === 'expected-outcome');
    return body && field ? (field.empty ? 'empty' : body.text.slice(field.value.start, field.value.end)) : 'none';
  };

  test.each([
    [' inline', 'inline'],
    ['\nnext line', 'next line'],
    ['\n  - one\n  - two', '- one\n  - two'],
    ['\n  1. one', '1. one'],
    [' one\nlazy', 'one\nlazy'],
    [' one\n\nfallen out', 'one\n\nfallen out'],
    ['', 'empty'],
    [' \t', 'empty'],
    [' TBD', 'empty'],
    ['\n<!-- say more -->', 'empty'],
  ])('%j', (value, wanted) => {
    expect(outcome(value)).toBe(wanted);
  });
});

describe('a proposal', () => {
  test('without a label right under its heading begins with the description', () => {
    expect(fields('#### T\n\nSome words.\n\n- Recommended Skills: Go\n- Mentor(s): Ada (@ada)\n')).toEqual([
      'description -',
      'recommended-skills "Recommended Skills"',
      'mentors "Mentor(s)"',
    ]);
  });

  test('may be two run together: a field that is written twice is listed twice', () => {
    expect(
      fields('#### T\n- Description: d\n- Mentor(s): Ada (@ada)\n- Description: e\n- Mentor(s): Bob (@bob)\n'),
    ).toHaveLength(4);
  });

  test('with headings inside is one proposal', () => {
    const { document } = read(
      '### Jaeger\n#### T\n- Description: d\n##### Details\nmore\n##### Who\n- Mentor(s): Ada (@ada)\n#### U\n- Description: d\n- Mentor(s): Ada (@ada)\n',
    );
    expect(document.proposals.map(({ body }) => body.title.text)).toEqual(['T', 'U']);
    expect(document.proposals[0]?.body.fields.map(({ id }) => id)).toEqual(['description', 'mentors']);
  });

  test('has the program name of the line below its heading', () => {
    const { document } = read(
      '### Jaeger\n#### T\n\n**CNCF - Jaeger: T (2025 Term 1)**\n\n- Description: d\n- Mentor(s): Ada (@ada)\n',
    );
    expect(document.proposals[0]?.body.programName?.text).toBe('CNCF - Jaeger: T (2025 Term 1)');
    expect(document.proposals[0]?.body.fields).toHaveLength(2);
  });

  test('mentors without a label of theirs are found among the skills', () => {
    const { document } = read(
      '#### T\n- Description: d\n- Recommended Skills:\n  - Go\n  - Ada Example (@ada-example, ada@example.org)\n- Upstream Issue: o/r#1\n',
    );
    expect(document.proposals[0]?.body.mentors.map(({ handle }) => handle?.text)).toEqual(['ada-example']);
  });

  test('the sample mentor of a template is no mentor', () => {
    const { document } = read(
      '#### T\n- Description: d\n- Mentor(s):\n  - Mentor Name (@mentor_github, mentor@email.addy)\n- Upstream Issue: o/r#1\n',
    );
    expect(document.proposals[0]?.body.mentors).toEqual([]);
    expect(document.proposals[0]?.body.fields[1]).toMatchObject({
      id: 'mentors',
      empty: true,
      placeholder: { text: expect.stringContaining('Mentor Name') },
    });
  });
});

test('labels of roles below an empty mentors label are its entries; elsewhere each is a field', () => {
  const mentors = (lines: string) =>
    read(`#### T\n- Description: d\n${lines}`).document.proposals[0]?.body.fields.filter(({ id }) => id === 'mentors');
  expect(mentors('Mentor(s):\n- Primary Mentor: Ada (@ada)\n- Secondary Mentor: Bob (@bob)\n')).toHaveLength(1);
  expect(mentors('- Mentor(s):\n  - Primary Mentor: Ada (@ada)\n  - Secondary Mentor: Bob (@bob)\n')).toHaveLength(1);
  expect(mentors('- Mentor(s):\n  - Ada (@ada)\n- Co-Mentor:\n  - Bob (@bob)\n')).toHaveLength(2);
  expect(mentors('- Primary Mentor: Ada (@ada)\n- Secondary Mentor: Bob (@bob)\n')).toHaveLength(2);
});

test('the list of a document has lines, and every person once', () => {
  const { document } = read(
    dedent(`
      ### Jaeger

      #### Faster queries

      - Description: d
      - Mentor(s):
        - @ada-example
        - Ada Example (@Ada-Example, ada@example.org)
        - Bob Sample (@bob.sample, bob@nowhere)
      - Upstream Issue: <https://github.com/o/r/issues/1>
    `),
    'programs/lfx-mentorship/2025/01-Mar-May/project_ideas.md',
  );
  expect(listedFile(document, 'a.md')).toEqual({
    path: 'a.md',
    file: 'a.md',
    kind: 'proposed',
    term: { program: 'lfx-mentorship', year: 2025, number: 1, name: '01-Mar-May', status: null },
    program: { name: 'LFX Mentorship', template: 'facts', path: null },
    proposals: [
      {
        project: 'Jaeger',
        projectLine: 1,
        subproject: null,
        title: 'Faster queries',
        line: 3,
        level: 4,
        programName: null,
        fields: [
          { id: 'description', label: 'Description', line: 5, empty: false },
          { id: 'mentors', label: 'Mentor(s)', line: 6, empty: false },
          { id: 'upstream-issue', label: 'Upstream Issue', line: 10, empty: false },
        ],
        mentors: [
          { name: 'Ada Example', handle: 'Ada-Example', email: 'ada@example.org', line: 8 },
          { name: 'Bob Sample', handle: null, email: null, line: 9 },
        ],
        upstream: [
          {
            raw: '<https://github.com/o/r/issues/1>',
            url: 'https://github.com/o/r/issues/1',
            owner: 'o',
            repo: 'r',
            number: 1,
            kind: 'issue',
            line: 10,
          },
        ],
        lfxUrl: null,
      },
    ],
  });
});
