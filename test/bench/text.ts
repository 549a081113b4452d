/** What a proposal is made of; invented, of the length that real ones have. */
const sentences = [
  'The query service answers slowly when a trace has many spans, and nobody can tell which part of it is slow.',
  'This project adds a report to every answer, in the API and on the page, with a `--explain` switch for the command line.',
  'See the [design notes](https://example.org/design) and the discussion that led to them; a **prototype** exists.',
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

/** One invented proposal; `complete` or without a label that its template has. */
function proposal(n: number, random: () => number, complete: boolean): string {
  const pick = () => sentences[Math.floor(random() * sentences.length)] ?? '';
  const first = Math.floor(random() * 900);
  const mentors = Array.from({ length: 2 + Math.floor(random() * 2) }, (_, k) => {
    const number = first + k;
    return `  - Mentor Example ${number} (@mentor-${number}, mentor-${number}@example.org)`;
  });
  return [
    `#### Proposal number ${n} makes the project better`,
    '',
    `- Description: ${pick()} ${pick()}`,
    `  ${pick()}`,
    '- Expected Outcome:',
    `  - ${pick()}`,
    `  - ${pick()}`,
    `    - ${pick()}`,
    ...(complete ? ['- Recommended Skills: Go, TypeScript, patience'] : []),
    '- Mentor(s):',
    ...mentors,
    `- Upstream Issue: https://github.com/example/example/issues/${n}`,
    '',
  ].join('\n');
}

/** A drafts file of about `size` characters with `findings` proposals that lack a field, spread over it. */
export function realisticText(size: number, findings: number): string {
  const random = numbers(size);
  const head =
    '## Template\n\n```\n### CNCF Project Name\n\n#### Mentorship project Title\n\n- Description:\n- Expected Outcome:\n- Recommended Skills:\n- Mentor(s):\n  - Mentor Name (@mentor_github, mentor@email.addy)\n- Upstream Issue:\n```\n\n---\n\n## Proposed Project ideas\n\n';
  const count = Math.max(findings, Math.round(size / 960));
  const every = Math.floor(count / findings);
  const parts = [head];
  let length = head.length;
  for (let n = 0; length < size || n < findings; n++) {
    if (n % 4 === 0) parts.push(`### Project ${String(n / 4).padStart(5, '0')}\n\n`);
    const lacking = n % every === 0 && n / every < findings;
    const text = `${proposal(n, random, !lacking)}\n`;
    parts.push(text);
    length += text.length;
  }
  return parts.join('');
}
