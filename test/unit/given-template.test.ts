import { describe, expect, test } from 'vitest';
import { nothingKnown } from '../../server/src/core/known/known';
import { findingsOf } from '../../server/src/core/linter/run';
import { readDocument } from '../../server/src/core/model/document';
import { templateOfFile } from '../../server/src/core/model/given-template';
import { configName, noConfig, readConfig } from '../../server/src/host/workspace/config';
import { withProgram } from '../../server/src/host/workspace/config-text';
import { ProgramLookup, placesFor } from '../../server/src/host/workspace/program-lookup';
import { readTemplate, templatePlaces } from '../../server/src/host/workspace/template-file';

const labels = (text: string, path = 'TEMPLATE.md') => {
  const read = readTemplate(text, path);
  return 'why' in read
    ? read.why
    : read.template.fields.map(({ label, required }) => (required === false ? `${label}?` : label));
};

describe('a template that is a Markdown file', () => {
  test.each([
    ['bold labels', '# Title of your idea\n\n**Summary:** what\n\n**Coach:** who\n', ['Summary', 'Coach']],
    [
      'headings',
      '# Your idea\n\n## Abstract\n\n## Mentors\n\n## Project size\n',
      ['Abstract', 'Mentors', 'Project size'],
    ],
    [
      'a list in a fence',
      'Copy this:\n\n```\n## Title\n\n- Difficulty:\n- Mentor(s):\n```\n',
      ['Difficulty', 'Mentor(s)'],
    ],
    [
      'front matter',
      '---\ntitle: Title\ndifficulty: easy\nmentors:\n  - name: Name\n---\n\n## Description\n',
      ['title', 'difficulty', 'mentors', 'Description'],
    ],
  ])('shows its labels: %s', (_, text, expected) => {
    expect(labels(text)).toEqual(expected);
  });

  test.each([
    ['## Title\n\n### Abstract\n\n### Mentors\n', { shape: 'heading', before: '### ', after: '' }],
    [
      '## Title\n\n## Abstract\n\nx\n\n**Mentors:** a\n\n**Skills:** b\n',
      { shape: 'bold', before: '**', after: ':**' },
    ],
    ['## Title\n\nText.\n\n#### Abstract\n\n#### Mentors\n', { shape: 'heading', before: '#### ' }],
  ])('shows how its labels are written: %j', (text, expected) => {
    expect(templateOfFile(text, 'TEMPLATE.md')?.writing).toMatchObject(expected);
  });

  test('without labels is none', () => {
    expect(labels('# Hello\n\nNothing here.\n')).toBe('it shows no labels such as "Mentors:"');
    expect(templateOfFile('', 'TEMPLATE.md')).toBeNull();
  });
});

describe('an issue form', () => {
  const form = `name: Idea
body:
  - type: markdown
    attributes:
      value: Hello
  - type: input
    attributes:
      label: Mentor Name(s)
    validations:
      required: true
  - type: dropdown
    attributes:
      label: Project Size
      options:
        - 90 hours
        - 175 hours
  - type: checkboxes
    attributes:
      label: Rules
      options:
        - label: I have read them
`;

  test('gives its labels, what is required, and what can be chosen', () => {
    expect(labels(form, 'form.yml')).toEqual(['Mentor Name(s)', 'Project Size?', 'Rules?']);
    const read = readTemplate(form, 'form.yml');
    expect('template' in read && read.template.fields.map(({ options }) => options)).toEqual([
      undefined,
      ['90 hours', '175 hours'],
      ['I have read them'],
    ]);
  });

  test.each([
    ['body: [', 'it is not valid YAML'],
    ['name: Idea', 'it has no list "body", as an issue form has'],
    ['body: []', 'it has fewer than two fields with a label'],
    ['a: &a [x]\nbody: *a', 'it is not valid YAML'],
  ])('%j cannot be used', (text, why) => {
    expect(labels(text, 'form.yaml')).toBe(why);
  });
});

describe('which template holds for a file', () => {
  const configured = (programs: unknown) => readConfig(JSON.stringify({ programs })).config;

  test('one beside it or above it, nearest first', () => {
    expect(templatePlaces('a/b/2026.md').slice(0, 4)).toEqual([
      'a/b/TEMPLATE.md',
      'a/b/template.md',
      'a/b/PROJECT_IDEA_TEMPLATE.md',
      'a/TEMPLATE.md',
    ]);
    expect(templatePlaces('TEMPLATE.md')).not.toContain('TEMPLATE.md');
    expect(placesFor(noConfig, 'a.md').isNamed).toBe(false);
  });

  test('the first program of the configuration that covers it', () => {
    const config = configured([
      { name: 'One', files: ['one/**'], template: './one/T.md' },
      { name: 'Two', files: ['**/*.md'] },
    ]);
    expect(placesFor(config, 'one/a.md')).toEqual({ places: ['one/T.md'], isNamed: true });
    expect(placesFor(config, 'two.md')).toEqual({ places: [], isNamed: true });
    const lookup = new ProgramLookup();
    expect(lookup.programFor(config, 'two.md', null)).toEqual({ name: 'Two', isConfigured: true, template: null });
    expect(lookup.programFor(config, 'two.md', null)).toBe(lookup.programFor(config, 'two.md', null));
    expect(lookup.programFor(noConfig, 'two.md', null)).toBeNull();
  });

  test.each([
    ['{ "programs": {} }', '"programs" must be a list of objects with "name" and "files".'],
    ['{ "programs": [{ "files": ["a"] }] }', 'Each program needs a "name".'],
    ['{ "programs": [{ "name": 3 }] }', '"programs.name" must be a text of at most 300 characters.'],
    [
      '{ "programs": [{ "name": "A", "template": "../T.md" }] }',
      '"programs.template" must be a path inside this folder.',
    ],
    ['{ "programs": [{ "name": "A", "form": "/etc/passwd" }] }', '"programs.form" must be a path inside this folder.'],
    [
      '{ "programs": [{ "name": "A", "where": "x" }] }',
      '"programs.where" is not allowed here. Use name, files, template, form, title or fields.',
    ],
    ['{ "programs": [{ "name": "A", "files": "x" }] }', '"programs.files" must be a list of patterns.'],
    [
      JSON.stringify({ programs: Array.from({ length: 51 }, () => ({ name: 'A' })) }),
      '"programs" can have at most 50 programs.',
    ],
  ])('%.60s is a mistake that is said', (text, message) => {
    expect(readConfig(text).problems.map((problem) => problem.message)).toContain(message);
  });
});

describe('a document with a template of its repository', () => {
  const template = templateOfFile('# Title\n\n**Summary:** what\n\n**Coach:** who\n\n**Weeks:** how long\n', 'T.md');
  const program = { name: 'Example Summer', isConfigured: true, template };
  const idea = '## Faster\n\n**Summary:** fast\n\n**Coach:** Ada Example\n';

  test('is asked for the fields of that template, and nothing else', () => {
    const document = readDocument(`# Ideas\n\n${idea}`, 'ideas/2026.md', { program });
    expect(document.proposals.map(({ body }) => body.title.text)).toEqual(['Faster']);
    expect(findingsOf(document, nothingKnown, {})).toMatchObject([
      { rule: 'missing-field', severity: 'error', message: '"Weeks" is missing.' },
    ]);
  });

  test('is one before it has a proposal', () => {
    const document = readDocument('# Ideas\n', 'ideas/2026.md', { program });
    expect([document.kind, document.template.path]).toEqual(['proposed', 'T.md']);
  });

  test('that was only found by its name has to be the one that is followed', () => {
    const found = { name: null, isConfigured: false, template };
    const other =
      '# Ideas\n\n## A\n\n**Difficulty:** easy\n\n**Mentors:** Ada\n\n## B\n\n**Difficulty:** easy\n\n**Mentors:** Bo\n';
    expect(readDocument(other, 'gsoc/ideas.md', { program: found }).template.source).toBe('habit');
    const own = `# Ideas\n\n${idea}\n**Difficulty:** easy\n\n${idea.replace('Faster', 'Smaller')}\n**Difficulty:** hard\n`;
    expect(readDocument(own, 'gsoc/ideas.md', { program: found }).template.source).toBe('file');
  });
});

describe('the configuration with one more program', () => {
  const program = { name: 'Example', files: ['ideas/**'], template: '.github/ISSUE_TEMPLATE/idea.yml' };

  test('is made, or keeps what it says', () => {
    const first = withProgram(null, program);
    expect(JSON.parse(first ?? '')).toEqual({
      programs: [{ name: 'Example', files: ['ideas/**'], form: '.github/ISSUE_TEMPLATE/idea.yml' }],
    });
    const second = withProgram('{\r\n  "rules": { "toc": "off" },\r\n  "programs": [{ "name": "A" }]\r\n}\r\n', {
      ...program,
      template: 'T.md',
    });
    expect(JSON.parse(second ?? '')).toEqual({
      rules: { toc: 'off' },
      programs: [{ name: 'A' }, { name: 'Example', files: ['ideas/**'], template: 'T.md' }],
    });
    expect(readConfig(second ?? '').problems).toEqual([]);
  });

  test(`is not written into a broken ${configName}`, () => {
    expect(withProgram('{ "ruls": {} }', program)).toBeNull();
  });
});
