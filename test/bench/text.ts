/**
 * Invented proposals, no easier to read and to check than real ones: `test/unit/bench-text.test.ts` compares what is in
 * a kilobyte of them with the corpus.
 */

/** What a proposal is made of; of the length that real ones have. */
const sentences = [
  'The query service answers slowly when a trace has many spans, and nobody can tell which part of it is slow.',
  'This project adds a report to every answer, in the API and on the page, with a `--explain` switch for the command line.',
  'See the [design notes](https://example.org/design) and https://example.org/discussion, which led to them; a **prototype** exists.',
  'A mentee will learn how to measure before changing anything, and how to write a change that others can review.',
  'Störungen in der Anzeige (“flicker”) are out of scope, and so is everything that needs a new storage format.',
];

/** Numbers that look random and are the same in every run. */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

interface Person {
  readonly name: string;
  readonly handle: string;
  readonly email: string;
}

/** What a proposal says, in whatever layout. */
interface Content {
  readonly description: string;
  readonly outcomes: readonly string[];
  /** Null in a proposal that lacks the field. */
  readonly skills: string | null;
  readonly mentors: readonly Person[];
  readonly issue: string;
}

/** How people write the same fields in one file: like the template, like an earlier one, and with emphasis. */
const layouts: readonly ((content: Content) => string[])[] = [
  ({ description, outcomes, skills, mentors, issue }) => [
    `- Description: ${description}`,
    '- Expected Outcome:',
    ...outcomes.map((each) => `  - ${each}`),
    ...(skills ? [`- Recommended Skills: ${skills}`] : []),
    '- Mentor(s):',
    ...mentors.map(({ name, handle, email }) => `  - ${name} (@${handle}, ${email})`),
    `- Upstream Issue: ${issue}`,
  ],
  ({ description, outcomes, skills, mentors, issue }) => [
    `- Description: ${description}`,
    `- Expected outcome: ${outcomes.join(' ')}`,
    ...(skills ? [`- Skills: ${skills}`] : []),
    `- Mentors: ${mentors.map(({ name, handle, email }) => `${name} (@${handle}, ${email})`).join(', ')}`,
    `- Issue: [the issue](${issue})`,
  ],
  ({ description, outcomes, skills, mentors, issue }) => [
    `- **Description**: ${description}`,
    '- **Expected Outcome**:',
    ...outcomes.map((each) => `  - ${each}`),
    ...(skills ? [`- **Recommended Skills**: ${skills}`] : []),
    '- **Mentor(s)**:',
    ...mentors.map(({ name, handle, email }) => `  - ${name} @${handle}, ${email}`),
    `- **Upstream Issue**: ${issue}`,
  ],
];

/** Which layout follows which. Most people copy the template. */
const mix = [0, 0, 0, 0, 1, 0, 0, 2, 0, 1, 0, 0, 0, 0, 1, 0];

/** One invented proposal without its heading. */
function body(n: number, random: () => number): string {
  const pick = () => sentences[Math.floor(random() * sentences.length)] ?? '';
  const first = Math.floor(random() * 900);
  const mentors = Array.from({ length: random() < 0.1 ? 1 : 2 + Math.floor(random() * 2) }, (_, k) => {
    const number = first + k;
    return {
      name: `Mentor Example ${number}`,
      handle: `mentor-${number}`,
      email: `mentor-${number}@example.org`,
    };
  });
  const content: Content = {
    description: `${pick()} ${pick()}\n  ${pick()}`,
    outcomes: [pick(), pick(), ...(random() < 0.5 ? [pick()] : [])],
    skills: random() < 0.05 ? null : 'Go, TypeScript, patience',
    mentors,
    issue: `https://github.com/example/example/issues/${n}`,
  };
  return (layouts[mix[n % mix.length] ?? 0]?.(content) ?? []).join('\n');
}

const template =
  '## Template\n\n```\n### CNCF Project Name\n\n#### Mentorship project Title\n\n- Description:\n- Expected Outcome:\n- Recommended Skills:\n- Mentor(s):\n  - Mentor Name (@mentor_github, mentor@email.addy)\n- Upstream Issue:\n```\n\n---\n\n';

/** A drafts file of about `size` characters: its table of contents, its template, and proposals below their projects. */
export function realisticText(size: number): string {
  const random = numbers(size);
  const contents: string[] = ['## Table of Contents\n\n'];
  const parts: string[] = [];
  let length = template.length;
  for (let n = 0; length < size; n++) {
    if (n % 4 === 0) {
      const project = String(n / 4).padStart(5, '0');
      // Some people make the targets of links by hand.
      const anchor = n % 32 === 0 ? `<a name="project-${project}"></a>\n` : '';
      contents.push(`- [Project ${project}](#project-${project})\n`);
      parts.push(`${anchor}### Project ${project}\n\n`);
    }
    const entry = `  - [Proposal number ${n} makes the project better](#proposal-number-${n}-makes-the-project-better)\n`;
    const proposal = `#### Proposal number ${n} makes the project better\n\n${body(n, random)}\n\n`;
    contents.push(entry);
    parts.push(proposal);
    length += entry.length + proposal.length;
  }
  return [...contents, '\n', template, '## Proposed Project ideas\n\n', ...parts].join('');
}
