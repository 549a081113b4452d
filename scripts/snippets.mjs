/**
 * The snippets, written from the facts of the program by `npm run docs`. A text that has to be written by a person is an
 * empty stop, since the rules tell when it stays empty: an example that looks like a value would be published as one.
 */

/** The years whose terms a snippet can name; later ones are called by the last. */
const firstYear = 2026;
const lastYear = 2034;

/** The marker of an entry below its label: the line may be indented already. */
const indentedItem = `\${TM_CURRENT_LINE/^(\\s+).*$/\${1:?- :  - }/}`;

/** Everything that `snippets/proposals.json` holds, by the names that VS Code lists. */
export function snippets(facts) {
  const today = termOfToday(facts.lfxTerms);
  return {
    'Mentorship proposal': {
      prefix: ['proposal', 'mentorship proposal'],
      description: 'A proposal, to stand under the heading of its project',
      body: lfxProposal(facts, { title: 1, projectText: `\${2:Project}`, today }),
    },
    'Project with a mentorship proposal': {
      prefix: ['project', 'project with proposal'],
      description: 'The heading of a CNCF project, with a first proposal under it',
      body: [`### \${1:CNCF project name}`, '', ...lfxProposal(facts, { title: 2, projectText: '$1', today })],
    },
    Mentor: {
      prefix: ['mentor'],
      description: 'One more mentor of a proposal: name, GitHub handle, e-mail and LFID',
      body: [mentor([1, 2, 3, 4]).replace('- ', () => indentedItem)],
    },
    'Summer of Code mentor': {
      prefix: ['gsoc mentor'],
      description: 'One more mentor of a Summer of Code proposal: name, GitHub handle and e-mail',
      body: [mentor([1, 2, 3]).replace('- ', () => indentedItem)],
    },
    'Summer of Code proposal': {
      prefix: ['gsoc', 'summer of code proposal'],
      description: 'A Google Summer of Code proposal, to stand under the heading of its project',
      body: summerProposal(facts, 1),
    },
    'Project with a Summer of Code proposal': {
      prefix: ['gsoc project', 'summer of code project'],
      description: 'The heading of a CNCF project, with a first Google Summer of Code proposal under it',
      body: [`#### \${1:CNCF project name}`, '', ...summerProposal(facts, 2)],
    },
    'Term README': {
      prefix: ['term', 'mentorship term'],
      description: 'The README of a term: status, timeline, table of contents, accepted proposals',
      isFileTemplate: true,
      body: termReadme(facts),
    },
  };
}

/** With what CNCF's form requires beside the usual fields: technologies, and the LFID of each mentor. */
function lfxProposal({ fieldFacts, programName }, { title, projectText, today }) {
  const labels = fieldFacts.filter(({ id }) => id !== 'lfx-url').map(({ label }) => label);
  labels.splice(labels.indexOf('Recommended Skills') + 1, 0, 'Technologies');
  const name = programName(projectText, `$${title}`, { year: 'YEAR', number: 'NUMBER' });
  return [
    `#### \${${title}:Mentorship project title}`,
    '',
    name.replace('YEAR Term NUMBER', () => `\${3:${today}}`),
    '',
    ...fields(labels, 4, { hasLfid: true }),
    '$0',
  ];
}

function summerProposal({ summerOfCodeLabels, projectSizes }, from) {
  const choices = { 'Expected project size': projectSizes };
  return [
    `##### \${${from}:Project title}`,
    '',
    ...fields(summerOfCodeLabels, from + 1, { choices, role: ' - primary' }),
    '$0',
  ];
}

/** The lines of the fields, with stops numbered from `from` on, and two mentors, as every program prefers. */
function fields(labels, from, { choices = {}, role = '', hasLfid = false } = {}) {
  let stop = from;
  const nextMentor = () => mentor(Array.from({ length: hasLfid ? 4 : 3 }, () => stop++));
  return labels.flatMap((label) => {
    if (label.startsWith('Mentor')) return [`- ${label}:`, `  ${nextMentor()}${role}`, `  ${nextMentor()}`];
    const choice = choices[label];
    return [`- ${label}: ${choice ? `\${${stop++}|${choice.join()}|}` : `$${stop++}`}`];
  });
}

/** The handle and the name are samples of the templates: left as they are, they are known to be none. */
function mentor([name, handle, email, lfid]) {
  const account = lfid === undefined ? '' : `, LFID: \${${lfid}:lf-username}`;
  return `- \${${name}:Name} (@\${${handle}:github-handle}, \${${email}:name@example.org}${account})`;
}

function termReadme({ fieldFacts, lfxTerms, usualStatuses, timelineActivities, programName }) {
  let stop = 5;
  let deadline = '';
  const rows = timelineActivities.map(({ activity, range }) => {
    const days = range ? `$${stop++} – $${stop++}` : `$${stop++}`;
    deadline ||= days.split(' ').at(-1);
    return `| **${activity}** | ${days} |`;
  });
  const [project, title] = [stop, stop + 1];
  // A term that the generator has not written has both of these fields.
  const labels = fieldFacts.map(({ label }) => label);
  labels.splice(labels.indexOf('Mentor(s)'), 0, 'Technologies');
  return [
    `# Term 0\${1:${fromFolder('$2')}} - \${2:${fromFolder('$1')}} \${3:${monthsFromFolder(lfxTerms)}}`,
    '',
    `Status: \${4|${usualStatuses.join()}|}`,
    '',
    'Mentorship duration - three months (full-time schedule)',
    '',
    '### Timeline',
    '',
    '| **Activity** | **Date** |',
    '|---|---|',
    ...rows,
    '',
    '### Project instructions',
    '',
    `Mentors propose what they would like to guide by ${deadline}.`,
    '',
    '### Application instructions',
    '',
    'How mentees apply is told in the [program guidelines](../../README.md#program-guidelines).',
    '',
    '---',
    '',
    '## Table of Contents',
    '',
    `- [\${${project}:CNCF project name}](#${anchor(project)})`,
    `  - [\${${title}:Mentorship project title}](#${anchor(title)})`,
    '',
    '## Accepted Projects',
    '',
    `### $${project}`,
    '',
    `#### $${title}`,
    '',
    programName(`$${project}`, `$${title}`, { year: '$2', number: '$1' }),
    '',
    ...fields(labels, title + 1),
    '$0',
  ];
}

/** What the folders say that a term's README lies in ("2027/01-Mar-May"), nothing where they say nothing. */
function fromFolder(group) {
  return `\${TM_DIRECTORY/^.*\\W(20\\d\\d)\\W0(\\d)-[\\w-]+$|^.*$/${group}/}`;
}

function monthsFromFolder(lfxTerms) {
  const numbers = lfxTerms.map(({ number }) => `(${number})`).join('|');
  const months = lfxTerms.map(({ months }, i) => `\${${i + 1}:+${months}}`).join('');
  return `\${TM_DIRECTORY/^.*\\W0(?:${numbers})-[\\w-]+$|^.*$/${months}/}`;
}

/** The anchor that GitHub makes of what stands at a stop. */
function anchor(stop) {
  return `\${${stop}/([\\p{L}\\p{N}_-]+)|( )|./\${1:/downcase}\${2:+-}/gu}`;
}

/**
 * The term that begins next, "2027 Term 1" from September 2026 on: its proposals are the ones that are written today.
 *
 * A transform sees one variable, and from September on the year of the term is not the year of the day: only the seconds
 * since 1970 tell both. All but their first four digits are cut off, so that a term changes up to six days early or
 * late: its own deadline has been past for weeks then.
 */
function termOfToday(lfxTerms) {
  const known = [];
  for (let year = firstYear; year <= lastYear; year++) {
    for (const { number, firstMonth } of lfxTerms)
      known.push({ name: `${year} Term ${number}`, begins: Math.round(Date.UTC(year, firstMonth - 1) / 1e9) });
  }
  const before = Math.round(Date.UTC(firstYear - 1, lfxTerms.at(-1).firstMonth - 1) / 1e9);
  const times = known.map(({ begins }, i) => `(${numbersFrom(known[i - 1]?.begins ?? before, begins)})`);
  times[times.length - 1] = '(.+)';
  const names = known.map(({ name }, i) => `\${${i + 1}:+${name}}`);
  return `\${CURRENT_SECONDS_UNIX/^(?:${times.join('|')}).*$/${names.join('')}/}`;
}

/** A pattern of the whole numbers from `from` on, without `to`: "178[8-9]|179[0-3]". */
function numbersFrom(from, to) {
  const patterns = [];
  for (let tens = Math.floor(from / 10); tens * 10 < to; tens++) {
    const first = Math.max(from - tens * 10, 0);
    const last = Math.min(to - 1 - tens * 10, 9);
    patterns.push(first === last ? `${tens}${first}` : `${tens}[${first}-${last}]`);
  }
  return patterns.join('|');
}
