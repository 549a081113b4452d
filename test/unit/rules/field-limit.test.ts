import { expect, test } from 'vitest';
import { nothingKnown } from '../../../server/src/core/known/known';
import { findingsOf } from '../../../server/src/core/linter/run';
import { readDocument } from '../../../server/src/core/model/document';
import { templateOfFile } from '../../../server/src/core/model/given-template';
import { readConfig } from '../../../server/src/host/workspace/config';
import { ProgramLookup } from '../../../server/src/host/workspace/program-lookup';
import { only } from '../../good';

const program = {
  name: 'Example',
  template: 'T.md',
  title: { max: 14 },
  fields: {
    Abstract: { max: 3, unit: 'words' },
    Difficulty: { options: ['Easy', 'Hard'] },
    Reward: { required: false, max: 4 },
  },
};
const template = templateOfFile('# Title\n\n**Abstract:** what\n\n**Difficulty:** how\n\n**Mentors:** who\n', 'T.md');
const idea = (title: string, abstract: string, difficulty: string) =>
  `# Ideas\n\n## ${title}\n\n**Abstract:** ${abstract}\n\n**Difficulty:** ${difficulty}\n\n**Mentors:** Ada Example\n`;

function found(text: string, config: unknown = { programs: [program] }): string[] {
  const read = readConfig(JSON.stringify(config));
  expect(read.problems).toEqual([]);
  const given = new ProgramLookup().programFor(read.config, 'ideas.md', template);
  const document = readDocument(text, 'ideas.md', { program: given });
  return findingsOf(document, nothingKnown, only('field-limit', 'missing-field')).map(
    ({ message, span }) => `${text.slice(span.start, span.end)}: ${message}`,
  );
}

test('what keeps to the limits is fine, and an optional field may be missing', () => {
  expect(found(idea('Faster queries', 'They get fast.', 'easy'))).toEqual([]);
});

test('a long title, a long value and another choice are reported with the limit', () => {
  expect(found(idea('Faster queries now', 'They get very fast.', 'Fiendish'))).toEqual([
    'Faster queries now: The title is 4 characters too long (18 of 14).',
    'Abstract: "Abstract" is 1 word too long (4 of 3).',
    'Difficulty: "Difficulty" takes one of: Easy, Hard.',
  ]);
});

test('a field that the template lacks can be asked for', () => {
  const fields = { Reward: { max: 4 } };
  const config = { programs: [{ ...program, title: undefined, fields }] };
  expect(found(idea('Faster queries', 'They get fast.', 'Easy'), config)).toEqual([
    'Faster queries: "Reward" is missing.',
  ]);
});

test.each([
  [{ title: 3 }, '"programs.title" must be an object with "max".'],
  [{ title: { max: 0 } }, '"programs.title.max" must be a whole number from 1 to 100000.'],
  [{ title: { most: 3 } }, '"programs.title.most" is not allowed here. Use max or unit.'],
  [{ fields: [] }, '"programs.fields" must be an object with at most 60 labels.'],
  [{ fields: { A: 1 } }, 'A field in "programs.fields" must be an object.'],
  [{ fields: { A: { unit: 'pages' } } }, '"programs.fields.unit" must be "characters" or "words".'],
  [{ fields: { A: { required: 'yes' } } }, '"programs.fields.required" must be true or false.'],
  [{ fields: { A: { options: [1] } } }, '"programs.fields.options" must be a list of at most 1000 texts.'],
  [{ fields: { A: { size: 1 } } }, '"programs.fields.size" is not allowed here. Use required, max, unit or options.'],
])('%j is a mistake in the configuration', (more, message) => {
  const { problems } = readConfig(JSON.stringify({ programs: [{ name: 'Example', ...more }] }));
  expect(problems.map((problem) => problem.message)).toEqual([message]);
});
