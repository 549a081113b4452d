/** Issues in the shapes that people use, each with the draft that a reader would write (test/unit/issues). */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { draftJson } from '../../server/src/core/from-issue/draft';
import { readIssue } from '../../server/src/core/from-issue/reading';
import { shown } from './from-issue';

const folder = fileURLToPath(new URL('issues/', import.meta.url));
const url = 'https://github.com/example/project/issues/41';
const wordsIn = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** A draft in lines, as the files have it. */
function linesOf(title: string, body: string): { readonly lines: string[]; readonly rest: string } {
  const draft = draftJson(readIssue({ url, title, body }));
  const skills = draft.skills.length > 0 ? draft.skills : draft.technologies;
  return {
    lines: [
      `title: ${draft.title}`,
      `description: ${(draft.description ?? '').replace(/\n/g, '\\n')}`,
      ...draft.outcome.map((item) => `outcome: ${item}`),
      ...skills.map((skill) => `skill: ${skill}`),
      ...shown(draft).map((person) => `mentor: ${person}`),
      `upstream: ${draft.upstream}`,
    ],
    rest: draft.rest ?? '',
  };
}

test.each(readdirSync(folder))('%s', (name) => {
  const [issue = '', draft = ''] = readFileSync(`${folder}${name}`, 'utf8').split('=== draft ===\n');
  const [title = '', ...body] = issue.split('\n');
  const expected = draft.trimEnd().split('\n');
  const { lines, rest } = linesOf(title, body.join('\n').trim());
  expect(lines).toEqual(expected.filter((line) => !line.startsWith('beside: ')));
  const beside = expected.filter((line) => line.startsWith('beside: ')).join('\n');
  const said = new Set(wordsIn(`beside ${rest}`));
  expect(wordsIn(beside).filter((word) => !said.has(word))).toEqual([]);
});
