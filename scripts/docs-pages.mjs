/** What the pages of the rules look like. A page says nothing that its rule does not say, or do with its own examples. */

const draft = 'programs/lfx-mentorship/2025/01-Mar-May/project_ideas.md';

/** The page of one rule. */
export function rulePage(rule, core) {
  const { id, summary, why, source, examples } = rule;
  const shown = examples.map((example) => ({ ...example, ...outcome(rule, example, core) }));
  return [
    `# ${id}`,
    summary,
    facts(rule),
    '## Why',
    why,
    '## Examples',
    ...shown.flatMap(({ bad, good, messages }) => [
      `Reported (${messages.map((message) => `“${message}”`).join('; ')}):`,
      fenced(bad),
      'Not reported:',
      fenced(good),
    ]),
    '## Help',
    help(shown.flatMap(({ actions }) => actions)),
    ...optionsPart(rule),
    '## Switching it off',
    'For yourself, in the settings of your editor:',
    fenced(`{ "mentorshipProposals.rules": { "${id}": "off" } }\n`, 'json'),
    'For everybody, in `.mentorship-proposals.json` at the root of the repository:',
    fenced(`{ "rules": { "${id}": "off" } }\n`, 'json'),
    'In the text, above a line, around a part, or anywhere for the whole file:',
    fenced(
      `<!-- proposals-disable-next-line ${id} -->\n<!-- proposals-disable ${id} --> … <!-- proposals-enable -->\n<!-- proposals-disable-file ${id} -->\n`,
    ),
    'Instead of `off`, you can set `error`, `warning`, `information` or `hint`.',
    '## Source',
    `${source.replace(/[.]$/, '')}.`,
    '[All rules](README.md)\n',
  ].join('\n\n');
}

/** What can be set beside the severity; nothing for most rules. */
function optionsPart({ id, options }) {
  if (!options) return [];
  const rows = Object.entries(options).map(
    ([name, option]) =>
      `| \`${name}\` | \`${JSON.stringify(option.default)}\` | ${option.summary} From ${grouped(option.minimum)} to ${grouped(option.maximum)}. |`,
  );
  const set = Object.fromEntries(Object.entries(options).map(([name, option]) => [name, option.default]));
  return [
    '## Options',
    `| option | default | what it is |\n|---|---|---|\n${rows.join('\n')}`,
    'Set them next to the severity, in `mentorshipProposals.rules` of your settings or in `rules` of `.mentorship-proposals.json`. Options that you leave out keep their defaults:',
    fenced(`{ "${id}": ${inLine({ severity: 'warning', ...set })} }\n`, 'json'),
  ];
}

function inLine(value) {
  if (typeof value !== 'object') return JSON.stringify(value);
  const members = Object.entries(value).map(([name, each]) => `"${name}": ${inLine(each)}`);
  return `{ ${members.join(', ')} }`;
}

function grouped(number) {
  return number.toLocaleString('en-US');
}

/** The index of the pages. */
export function rulesIndex(rules) {
  const rows = rules.map(
    (rule) => `| [\`${rule.id}\`](${rule.id}.md) | ${severityOf(rule)} | ${rule.summary.replaceAll('|', '\\|')} |`,
  );
  const table = `| rule | severity | what it demands |\n|---|---|---|\n${rows.join('\n')}\n`;
  return `# Rules\n\n${table}\nHow often they are right on real files is measured in [accuracy.md](accuracy.md).\n`;
}

function severityOf({ severity, also = {}, offByDefault }) {
  return offByDefault ? `off (${severity})` : [severity, ...Object.keys(also)].join(', ');
}

function facts(rule) {
  const { severity, also = {}, unfinished, layout, outside, change, offByDefault, demand } = rule;
  return [
    `- Severity: ${[severity, ...Object.entries(also).map(([other, when]) => `${other} if ${when}`)].join('; ')}${offByDefault ? '; off by default' : ''}`,
    ...(unfinished ? ['- A hint while the proposal is being written'] : []),
    ...(demand === 'fields' ? ['- Runs where the program has a template'] : []),
    ...(demand && demand !== 'fields' ? ["- Runs for CNCF's programs only"] : []),
    ...(layout ? ['- Does not check generated files'] : []),
    ...(change
      ? ['- Compares the file with the base of your branch, or with `--changed-since` on the command line']
      : []),
    ...(outside && !change
      ? ['- Reports nothing about facts that are not available, such as issues while offline']
      : []),
  ].join('\n');
}

/** What the rule says about its bad example, and what it offers. */
function outcome({ id, severity }, { bad, path, known }, core) {
  const document = core.readDocument(bad, path ?? draft);
  const knows = { ...core.nothingKnown, ...known };
  const settings = { [id]: severity };
  const findings = core.findingsOf(document, knows, settings).filter(({ rule }) => rule === id);
  const actions = findings
    .flatMap(({ span }) => core.actionsAt(document, span, knows, settings))
    .filter(({ rule }) => rule === id)
    .map(({ title, kind }) => ({ title, kind }));
  return { messages: unique(findings.map(({ message }) => message)), actions };
}

const kinds = {
  fix: 'a fix: layout only, safe for “Fix Layout in File” and `check --fix`',
  choice: 'a quick fix to choose',
  action: 'changes the whole file',
};

function help(actions) {
  const lines = unique(actions.map(({ title, kind }) => `- “${title}”: ${kinds[kind]}`));
  return lines.length > 0 ? lines.join('\n') : 'None: this needs a decision by a person.';
}

function fenced(text, language = 'markdown') {
  const longest = Math.max(2, ...[...text.matchAll(/`{3,}/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text.replace(/\n*$/, '\n')}${fence}`;
}

function unique(values) {
  return [...new Set(values)];
}
