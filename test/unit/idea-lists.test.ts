import { describe, expect, test } from 'vitest';
import { actionsFor } from '../../server/src/core/features/actions/code-actions';
import { completionsAt } from '../../server/src/core/features/completion/completion';
import { nothingKnown } from '../../server/src/core/known/known';
import { findingsOf } from '../../server/src/core/linter/run';
import { readDocument } from '../../server/src/core/model/document';
import { valueText } from '../../server/src/core/model/value-text';
import { applyEdits } from '../../server/src/core/text/edit';
import { looksLikeProposals } from '../../server/src/recognize';
import { others, shapes } from './idea-shapes';

const read = (text: string) => readDocument(text, 'gsoc/ideas.md');

describe.each(shapes)('a list with $name', ({ text, mentorsLabel }) => {
  test('is looked at, and each idea is read with its mentors', () => {
    expect(looksLikeProposals(text)).toBe(true);
    const { proposals } = read(text);
    expect(proposals.map(({ body }) => body.title.text.replace(/^\d\. /, ''))).toEqual([
      'Faster queries',
      'Smaller images',
      'Better docs',
    ]);
    expect(
      proposals.map(({ body: { mentors } }) =>
        mentors.map(({ name, handle, email }) => [name, handle, email].map((part) => part?.text ?? null)),
      ),
    ).toEqual([
      [['Ada Example', 'ada-example', null]],
      [['Bo Sample', null, null]],
      [['Cy Probe', 'cy-probe', 'cy@example.org']],
    ]);
  });

  test('has the template that its ideas share, and no finding', () => {
    const document = read(text);
    expect(document.template.source).toBe('habit');
    expect(document.template.fields.map(({ label }) => label)).toContain(mentorsLabel);
    expect(findingsOf(document, nothingKnown, {})).toEqual([]);
  });
});

test.each(Object.entries(others))(
  '%s is no proposals document, and the server stays asleep or silent',
  (name, text) => {
    const document = readDocument(text, `docs/${name}.md`);
    expect(document.kind).toBeNull();
    expect(findingsOf(document, nothingKnown, {})).toEqual([]);
  },
);

describe('what nearly all ideas of a list have, and one lacks', () => {
  const ideas = (without: string, count = 6) =>
    Array.from({ length: count }, (_, i) => {
      const fields = ['**Difficulty**\n\nhard\n', '**Mentors**\n\n- Ada Example\n', '**Project size**\n\nlarge\n'];
      const kept = i === 2 ? fields.filter((field) => !field.includes(without)) : fields;
      return `## Idea of part ${i}\n\nWhat there is to do.\n\n${kept.join('\n')}`;
    });

  test('is said once, as information, with the figures', () => {
    const document = read(ideas('Mentors').join('\n'));
    expect(findingsOf(document, nothingKnown, {})).toMatchObject([
      { rule: 'missing-field', severity: 'information', message: '5 of 6 proposals here have "Mentors".' },
    ]);
  });

  test('can be put in, in the shape of the list', () => {
    const document = read(ideas('Mentors').join('\n'));
    const actions = actionsFor(findingsOf(document, nothingKnown, {}), document, nothingKnown, {
      kinds: new Set(['choice']),
    });
    const action = actions.find(({ title }) => title === 'Insert "Mentors"');
    const after = applyEdits(document.text, action?.edits ?? []);
    expect(after).toContain('**Difficulty**\n\nhard\n\n**Mentors**\n\n- \n\n**Project size**\n\nlarge\n');
    expect(after.slice(0, action?.caret ?? 0)).toMatch(/\*\*Mentors\*\*\n\n- $/);
    expect(readDocument(after, 'ideas.md').proposals).toHaveLength(6);
  });

  test('is no habit in a list of four', () => {
    expect(findingsOf(read(ideas('Mentors', 4).join('\n')), nothingKnown, {})).toEqual([]);
  });

  test('a heading between two ideas that has no label yet is an idea', () => {
    const texts = ideas('nothing');
    texts.splice(3, 0, '## Idea that is being written\n\nSomebody should.\n');
    expect(read(texts.join('\n')).proposals).toHaveLength(7);
  });
});

describe('an idea in a file of its own', () => {
  const front =
    '---\ntitle: Faster queries\nproject: Jaeger\ndifficulty: medium\nduration: 350\nproject_mentors:\n  - email: ada@example.org\n    first_name: Ada\n    last_name: Example\n---\n\n## Description\n\nWhat there is to do.\n\n## Requirements\n\nGo\n';

  test('has its title, its fields and its mentors in the front matter', () => {
    const { proposals } = readDocument(front, '_ideas/faster.md');
    expect(proposals).toHaveLength(1);
    const [{ body } = { body: null }] = proposals;
    expect(body?.title.text).toBe('Faster queries');
    expect(body?.mentors.map(({ name, email }) => [name?.text, email?.text])).toEqual([
      ['Ada Example', 'ada@example.org'],
    ]);
    expect(body?.fields.map(({ label }) => label?.text)).toContain('Requirements');
  });

  test('without mentors it is a page like any other', () => {
    expect(readDocument(front.replace(/project_mentors[\s\S]*?---/, '---'), 'posts/faster.md').kind).toBeNull();
  });
});

test('a page that lists ideas by their issues has one for each row, and no row lacks anything', () => {
  const rows = ['Faster queries', 'Smaller images', 'Better docs', 'Less code', 'More tests'];
  const table = rows.map(
    (title, i) =>
      `| ${title} | [example#${i}](https://github.com/example/example/issues/${i}) | ${i === 3 ? '' : '175 hours'} |`,
  );
  const text = `# Project ideas\n\nAsk our mentors.\n\n| **Project Title** | **Link** | **Hours** |\n|---|---|---|\n${table.join('\n')}\n`;
  const document = read(text);
  expect(document.proposals.map(({ body }) => body.title.text)).toEqual(rows);
  expect(findingsOf(document, nothingKnown, {})).toEqual([]);
  expect(looksLikeProposals(text)).toBe(true);
});

test('a table of accepted students is no list of ideas', () => {
  const text =
    '# Projects\n\nThanks to all mentors.\n\n| Title | Student | Mentors | Size |\n|---|---|---|---|\n| Faster queries | Cy | Ada | large |\n| Smaller images | Di | Bo | small |\n';
  expect(read(text).kind).toBeNull();
});

test('a label is offered in the shape of the list', () => {
  const list = shapes.find(({ name }) => name === 'bold labels with the value below')?.text ?? '';
  const source = `${list}\n## One more\n\n**Description**\n\nWhat there is to do.\n\n**Project size**\n\nSmall\n\n**Men`;
  const document = read(source);
  const { items } = completionsAt(document, source.length, nothingKnown);
  expect(items.map(({ label }) => label)).toContain('Mentors');
  const edit = items.find(({ label }) => label === 'Mentors')?.edit;
  expect(edit && applyEdits(source, [edit])).toMatch(/Small\n\n\*\*Mentors\*\*\n\n- $/);
});

describe('the labels of an idea', () => {
  const fields = (idea: (title: string) => string) =>
    read(`# Ideas\n\n${['Faster queries', 'Smaller images', 'Better docs'].map(idea).join('\n')}`).proposals.map(
      ({ body }) => body.fields.map((field) => `${field.label?.text ?? '-'}: ${valueText(body, field)}`),
    );

  test('may stand in one line, and in a heading with their value', () => {
    const each = [
      '-: What there is to do.',
      'Size: 350 hours',
      'Difficulty: hard, **really**: yes',
      'Skills: Go',
      'Mentors: - Ada Example',
    ];
    expect(
      fields(
        (title) =>
          `## ${title}\n\nWhat there is to do.\n\n**Size:** 350 hours **Difficulty**: hard, **really**: yes\n\n### Skills: Go\n\n**Mentors**\n\n- Ada Example\n`,
      ),
    ).toEqual([each, each, each]);
  });

  test('are not the bold words of a sentence, but for those that every list has', () => {
    const each = ['-: **Everyone** may join.', 'Required skills: Go', 'Mentors: Ada Example'];
    expect(
      fields(
        (title) => `## ${title}\n\n**Everyone** may join.\n\n**Required skills** Go\n\n**Mentors:** Ada Example\n`,
      ),
    ).toEqual([each, each, each]);
  });
});
