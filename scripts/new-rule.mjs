/**
 * `npm run new:rule <subject> <id>`: writes a rule that works and a test of it, and puts it into the list. Its example,
 * words and demand are yours to replace. `npm run docs` writes the rest.
 */
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { root } from './stages.mjs';

const rules = path.join(root, 'server/src/core/rules');
const list = path.join(root, 'server/src/core/linter/rules.ts');
const subjects = fs.readdirSync(rules).sort();
const [subject = '', id = ''] = process.argv.slice(2);

if (!subjects.includes(subject)) fail(`The subject of a rule is one of ${subjects.join(', ')}.`);
if (!/^[a-z]+(?:-[a-z]+)*$/.test(id)) fail('The id of a rule is words in lower case with hyphens: "mentor-count".');
if (subjects.some((each) => fs.existsSync(path.join(rules, each, `${id}.ts`)))) fail(`There is a rule "${id}".`);

const name = id.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
const files = {
  [`server/src/core/rules/${subject}/${id}.ts`]: rule(),
  [`test/unit/rules/${id}.test.ts`]: test(),
};
for (const [file, text] of Object.entries(files)) fs.writeFileSync(path.join(root, file), text, { flag: 'wx' });
fs.writeFileSync(list, listed(fs.readFileSync(list, 'utf8')));
// Biome sorts the imports.
const biome = path.join(root, 'node_modules/@biomejs/biome/bin/biome');
execFileSync(process.execPath, [biome, 'check', '--write', list, ...Object.keys(files)], { cwd: root });
console.log(`${[...Object.keys(files), path.relative(root, list)].join('\n')}\n\nNow: npm run docs && npm run check`);

function rule() {
  return `import type { ProposalRule } from '../../linter/rule';

export const ${name}: ProposalRule = {
  id: '${id}',
  scope: 'proposal',
  summary: 'A title is no single letter.',
  why: 'Mentees find a proposal by its title.',
  source: 'The template at the head of the file',
  severity: 'warning',
  examples: [
    {
      bad: '### Jaeger\\n\\n#### Q\\n\\n- Description: Make queries fast.\\n- Mentor(s): Ada Example (@ada-example)\\n',
      good: '### Jaeger\\n\\n#### Faster queries\\n\\n- Description: Make queries fast.\\n- Mentor(s): Ada Example (@ada-example)\\n',
    },
  ],
  *check({ body }) {
    if (body.title.text !== 'Q') return;
    yield { span: body.title.span, message: 'This title is a single letter: write what the proposal is about.' };
  },
};
`;
}

function test() {
  return `import { expect, test } from 'vitest';
import { goodDrafts, goodProposal } from '../../good';
import { findingsOfRule } from '../findings-of-rule';

test('reports what it should, with its words', () => {
  const text = goodDrafts(goodProposal('Q'));
  expect(findingsOfRule('${id}', text)).toEqual([
    ['Q', 'This title is a single letter: write what the proposal is about.'],
  ]);
});

test('says nothing of a good proposal', () => {
  expect(findingsOfRule('${id}', goodDrafts(goodProposal('Faster queries')))).toEqual([]);
});
`;
}

/** The list of rules with one more import and one more entry, the last of its subject. */
function listed(text) {
  const inFolder = new RegExp(`^import \\{ (\\w+) \\} from '\\.\\./rules/${subject}/.*\\n`, 'gm');
  const names = [...text.matchAll(inFolder)].map((match) => match[1]);
  const places = names.map((each) => text.lastIndexOf(`\n  ${each},\n`));
  const at = Math.max(...places);
  const end = text.indexOf('\n', at + 1) + 1;
  const withEntry = `${text.slice(0, end)}  ${name},\n${text.slice(end)}`;
  return withEntry.replace(/^/, `import { ${name} } from '../rules/${subject}/${id}';\n`);
}

function fail(why) {
  console.error(`npm run new:rule <subject> <id>\n\n${why}`);
  process.exit(2);
}
