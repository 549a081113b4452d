/**
 * Documents in which no rule finds anything, and settings with which only some rules look. A test changes what it is
 * about and turns on the rules that it names, so that a new rule changes nothing for it.
 */
import type { Finding, RuleSettings } from '../server/src/core/linter/rule';
import { rules } from '../server/src/core/linter/rules';

export interface GoodProposal {
  /** The number of its upstream issue; by default each title has its own. */
  readonly issue?: number;
  /** Labels of fields to leave out, by how they begin. */
  readonly without?: readonly string[];
}

/** The template of a drafts file. */
export const goodTemplate = `## Template

\`\`\`
### CNCF Project Name

#### Mentorship project Title

- Description:
- Expected Outcome:
- Recommended Skills:
- Mentor(s):
  - Mentor Name (@mentor_github, mentor@email.addy)
- Upstream Issue:
\`\`\`

---

## Proposed Project ideas

`;

/** A complete proposal for a drafts file. */
export function goodProposal(title: string, { issue = issueOf(title), without = [] }: GoodProposal = {}): string {
  const fields = [
    '- Description: What is to be done.',
    '- Expected Outcome: What will be there.',
    '- Recommended Skills: Go',
    '- Mentor(s):\n  - Ada Example (@ada-example, ada@example.org)\n  - Max Sample (@max-sample, max@example.org)',
    `- Upstream Issue: https://github.com/jaegertracing/jaeger/issues/${issue}`,
  ];
  const kept = fields.filter((field) => !without.some((label) => field.startsWith(`- ${label}`)));
  return `#### ${title}\n\n${kept.join('\n')}\n`;
}

/** A drafts file with these proposals of one project. */
export function goodDrafts(...proposals: string[]): string {
  return `${goodTemplate}### Jaeger\n\n${proposals.join('\n')}`;
}

/** Settings that turn on these rules alone. Throws a `RangeError` for an unknown rule. */
export function only(...ids: string[]): RuleSettings {
  for (const id of ids) if (!rules.some((rule) => rule.id === id)) throw new RangeError(`There is no rule "${id}".`);
  return Object.fromEntries(rules.filter(({ id }) => !ids.includes(id)).map(({ id }) => [id, 'off' as const]));
}

function issueOf(title: string): number {
  return [...title].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9_973, 1);
}

/** Findings as values that can be compared: what they answer is asked. */
export function answered(findings: readonly Finding[]): readonly object[] {
  return findings.map((finding) => ({ ...finding, isFixable: finding.isFixable() }));
}
