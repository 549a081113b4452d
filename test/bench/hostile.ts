import { nothingKnown } from '../../server/src/core/known/known';
import { findingsOf } from '../../server/src/core/linter/run';
import { readDocument } from '../../server/src/core/model/document';
import { type Row, timed } from './measure';

const path = 'programs/lfx-mentorship/2025/01-Mar-May/project_ideas.md';

/** Texts that make careless parsers slow; each is repeated until it has the wanted length. */
const shapes: readonly string[] = [
  '[',
  '- ',
  '#',
  '#\n',
  '#### x\n',
  '>',
  '> > ',
  '(',
  '[a](',
  '<',
  '<!--',
  '<!--\n',
  '@',
  'a@',
  'a at ',
  'a.',
  ',',
  ' ',
  '\t',
  '*',
  '**a',
  '- * ',
  'word ',
  'a',
  '```\n',
  '- Mentor(s): x @x\n',
  'Ada Example (@ada, ada@example.org), ',
  '\r\n',
  '\r',
  '\0',
  'https://github.com/a/b/issues/1 ',
  'https://a.b/)',
  'a/b#1 ',
  '## Template\n```\n',
  '### Sample\n',
  '##### x\ny\n',
  'a\n===\n',
  'description: |\n',
  '- Description:\n',
  '<!-- proposals-disable -->\n',
  '* [a](#a)\n',
  '| a | Mon, Jan 1 - Tue, Feb 2 |\n',
  '文',
  '😀',
];

/** What stands before the text, so that it falls into prose, a mentors field and an upstream field. */
const openings: readonly string[] = [
  '',
  '### Jaeger\n#### T\n- Description: d\n- Mentor(s): ',
  '### Jaeger\n#### T\n- Mentor(s): x\n- Upstream Issue: ',
];

/** The slowest of all hostile texts at 400 KB, and how its time grows from a quarter of that. */
export async function hostile(): Promise<Row[]> {
  let slowest = { name: '', time: 0, growth: 0 };
  for (const shape of shapes) {
    for (const opening of openings) {
      const small = await readingTime(opening, shape, 100_000);
      const large = await readingTime(opening, shape, 400_000);
      if (large > slowest.time)
        slowest = { name: JSON.stringify(opening.slice(-18) + shape), time: large, growth: large / small };
    }
  }
  const note = `slowest of ${shapes.length * openings.length}: ${slowest.name}`;
  return [
    { what: 'hostile 400 KB: read and check', value: slowest.time, unit: 'ms', note },
    { what: 'hostile: time at 400 KB over time at 100 KB', value: slowest.growth, unit: '×', bar: 8 },
  ];
}

async function readingTime(opening: string, shape: string, size: number): Promise<number> {
  const text = opening + shape.repeat(Math.ceil(size / shape.length));
  const once = () => timed(() => findingsOf(readDocument(text, path), nothingKnown, {}));
  return Math.min(await once(), await once());
}
