import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { fieldFacts } from '../../server/src/core/facts/fields';
import { readDocument } from '../../server/src/core/model/document';

const file = resolve(import.meta.dirname, '../../snippets/proposals.json');
const snippets = JSON.parse(readFileSync(file, 'utf8')) as Record<string, { prefix: string; body: string[] }>;
const body = snippets['Mentorship proposal']?.body ?? [];

/** The text that a person has who accepts what stands at every stop. */
const inserted = body
  .join('\n')
  .replaceAll(/\$\{\d+:([^{}]*)\}/g, (_, text: string) => text.replace('$CURRENT_YEAR', '2026'))
  .replaceAll(/\$\{\d+\|([^,]*)[^}]*\}/g, '$1')
  .replaceAll(/\$\{?\d+\}?/g, 'text');

test('the snippet has the fields of the template, in its order', () => {
  const expected = fieldFacts.filter(({ id }) => id !== 'lfx-url').map(({ label }) => label);
  expect(body.flatMap((line) => /^- ([^:]+):/.exec(line)?.[1] ?? [])).toEqual(expected);
});

test('its stops are numbered in the order of the text', () => {
  const stops = [...body.join('\n').matchAll(/\$\{?(\d+)/g)].map((stop) => Number(stop[1]));
  const first = [...new Set(stops)].filter((stop) => stop > 0);
  expect(first).toEqual(first.map((_, order) => order + 1));
});

test('what it inserts is read as one proposal with every field', () => {
  const { proposals } = readDocument(`### Project\n\n${inserted}`, 'project_ideas.md');
  expect(proposals.map(({ body: { fields } }) => fields.map(({ id }) => id))).toEqual([
    ['description', 'expected-outcome', 'recommended-skills', 'mentors', 'upstream-issue'],
  ]);
});
