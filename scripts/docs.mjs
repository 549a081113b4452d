/**
 * `npm run docs`: writes everything that comes from the sources. The rules give a page each in `docs/rules`, the index of
 * these pages, and the schema of `.mentorship-proposals.json`. The table of settings gives package.json its settings and
 * their texts, and the list in `docs/settings.md`. Snippets and grammars come from the facts, the list in
 * `docs/editors.md` from the server's own answer, options and session in `docs/command-line.md` from the command line, and the licenses from the bundles. With `--check` it writes nothing and
 * fails if a file is stale.
 */
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { commandLineLists } from './command-line.mjs';
import { loadCore } from './core.mjs';
import { rulePage, rulesIndex } from './docs-pages.mjs';
import {
  configuration,
  ruleProperties,
  ruleTexts,
  serverSettingsList,
  settingsList,
  settingTexts,
} from './docs-settings.mjs';
import { directives, proposals } from './grammar.mjs';
import { notices } from './notices.mjs';
import { offeredList } from './offers.mjs';
import { snippets } from './snippets.mjs';
import { root } from './stages.mjs';

const folder = 'docs/rules';
/** Written by hand: the pages beside the generated ones. */
const kept = new Set(['README.md', 'accuracy.md']);

const [core, offered, thirdParty, commandLine] = await Promise.all([
  loadCore(),
  offeredList(),
  notices(),
  commandLineLists(),
]);
const json = {
  'package.json': manifest(JSON.parse(read('package.json'))),
  'package.nls.json': texts('package.nls.json', 'en'),
  'package.nls.zh-cn.json': texts('package.nls.zh-cn.json', 'zh-cn'),
  'schemas/mentorship-proposals.schema.json': schema(),
  'snippets/proposals.json': snippets(core),
  'syntaxes/mentorship-proposals.tmLanguage.json': proposals(core),
  'syntaxes/directives.tmLanguage.json': directives(),
};
/** Pages that are written by hand around a generated list. */
const lists = [
  ['docs/settings.md', 'settings', settingsList(core)],
  ['docs/editors.md', 'server-settings', serverSettingsList(core)],
  ['docs/editors.md', 'offers', offered],
  ...Object.entries(commandLine).map(([name, list]) => ['docs/command-line.md', name, list]),
];
const pages = new Map();
for (const [file, name, list] of lists) pages.set(file, between(pages.get(file) ?? read(file), file, name, list));
const wanted = new Map([
  ...core.rules.map((rule) => [`${folder}/${rule.id}.md`, rulePage(rule, core)]),
  [`${folder}/README.md`, rulesIndex(core.rules)],
  ...pages,
  ['THIRD_PARTY_NOTICES.md', thirdParty],
  ...Object.entries(json).map(([file, value]) => [file, formatted(file, value)]),
]);
const orphans = (fs.existsSync(path.join(root, folder)) ? fs.readdirSync(path.join(root, folder)) : [])
  .filter((name) => !kept.has(name) && !wanted.has(`${folder}/${name}`))
  .map((name) => `${folder}/${name}`);
const stale = [...wanted].filter(([file, text]) => read(file) !== text).map(([file]) => file);

if (process.argv.includes('--check')) {
  for (const file of [...stale, ...orphans]) console.error(`${file} is stale: run \`npm run docs\`.`);
  process.exitCode = stale.length + orphans.length > 0 ? 1 : 0;
} else {
  for (const file of stale) {
    fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    fs.writeFileSync(path.join(root, file), wanted.get(file));
  }
  for (const file of orphans) fs.rmSync(path.join(root, file));
  console.log(`${core.rules.length} rules, ${stale.length} files written, ${orphans.length} removed`);
}

/** The text of a file of the checkout with the line ends of the sources; empty where it is absent. */
function read(file) {
  const whole = path.join(root, file);
  return fs.existsSync(whole) ? fs.readFileSync(whole, 'utf8').replaceAll('\r\n', '\n') : '';
}

/** The `text` of a file with a list between its marks. Throws if they are missing. */
function between(text, file, name, list) {
  const marks = new RegExp(`(<!-- ${name}:begin[^>]*-->\\n)[\\s\\S]*?(<!-- ${name}:end -->)`);
  if (!marks.test(text)) throw new Error(`${file} has no marks around its list of ${name}.`);
  return text.replace(marks, (_, begin, end) => begin + list + end);
}

function manifest(value) {
  value.contributes.configuration.properties = configuration(core);
  return value;
}

/** The texts of the manifest in one language; those of other things than settings are written by hand. */
function texts(file, language) {
  const isOurs = language === 'en' ? /^(?:setting|rule)\./ : /^setting\./;
  const others = Object.entries(JSON.parse(read(file))).filter(([key]) => !isOurs.test(key));
  const all = [...others, ...settingTexts(core, language), ...(language === 'en' ? ruleTexts(core) : [])];
  return Object.fromEntries(all.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function schema() {
  const files = (what) => ({
    type: 'array',
    items: { type: 'string', maxLength: 1000 },
    maxItems: 200,
    markdownDescription: `${what}, as globs that count from the folder of this file: \`programs/**/*.md\`.`,
  });
  const limit = {
    type: 'object',
    additionalProperties: false,
    properties: {
      max: { type: 'integer', minimum: 1, maximum: 100000, description: 'The largest length.' },
      unit: { enum: ['characters', 'words'], default: 'characters', description: 'What counts.' },
    },
  };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Mentorship Proposals',
    description: 'What a repository wants of the checks of its mentorship proposals, for everybody.',
    type: 'object',
    properties: {
      $schema: { type: 'string' },
      rules: {
        type: 'object',
        markdownDescription: 'Severities and limits by rule; they win over personal settings.',
        properties: ruleProperties(core),
        additionalProperties: false,
      },
      programs: {
        type: 'array',
        description: 'Who takes the proposals of which files. The first program that covers a file counts.',
        maxItems: 50,
        items: {
          type: 'object',
          required: ['name'],
          additionalProperties: false,
          properties: {
            name: { type: 'string', description: 'What people call the program.' },
            files: files('Files that hold its proposals'),
            template: {
              type: 'string',
              description:
                'A Markdown file with an empty proposal: its labels are the fields. The path counts from this folder.',
            },
            form: {
              type: 'string',
              description:
                'A GitHub issue form (YAML): its labels, required fields and options hold. The path counts from this folder.',
            },
            title: { ...limit, description: 'The longest title of a proposal.', required: ['max'] },
            fields: {
              type: 'object',
              description:
                'What is asked of fields beside the template, by their labels. They need a template or a form.',
              maxProperties: 60,
              additionalProperties: {
                ...limit,
                properties: {
                  ...limit.properties,
                  required: {
                    type: 'boolean',
                    description: 'Whether a proposal needs this field. Default: as in the template.',
                  },
                  options: { type: 'array', items: { type: 'string' }, description: 'The values that it takes.' },
                },
              },
            },
          },
        },
      },
      files: {
        type: 'object',
        description: 'Which files are looked at.',
        properties: {
          include: files('Only these files'),
          exclude: files('Not these files'),
        },
        additionalProperties: false,
      },
    },
    additionalProperties: false,
  };
}

/** JSON in the house's layout, which the linter holds every file to. */
function formatted(file, value) {
  const biome = path.join(root, 'node_modules/@biomejs/biome/bin/biome');
  const input = `${JSON.stringify(value, null, 2)}\n`;
  return execFileSync(process.execPath, [biome, 'format', `--stdin-file-path=${file}`], {
    cwd: root,
    input,
    encoding: 'utf8',
  });
}
