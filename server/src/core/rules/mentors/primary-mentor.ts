import { fieldAround, mentorsPlace } from '../../edits/mentor-entry';
import type { ProposalRule } from '../../linter/rule';
import { countMentors } from '../../model/people';
import type { ProposalBody } from '../../model/proposal';
import { requiresPrimaryMentor } from '../../model/template-words';
import { shift } from '../../text/span';

const template = (rest: string) =>
  `## Template\n\n\`\`\`\n#### CNCF Project Name\n\n##### Project Title\n\n- Description:\n- Mentor(s): # at least 2 mentors are required, one of them primary\n  - Jane Doe (@jane-github, jane@email.address) - primary\n\`\`\`\n\n## Ideas\n\n#### Jaeger\n\n##### Faster queries\n\n- Description: d\n- Mentor(s):\n${rest}`;
const [ada, bo] = ['  - Ada Example (@ada-example, ada@example.org)', '  - Bo Sample (@bo-sample, bo@example.org)'];

export const primaryMentor: ProposalRule = {
  id: 'primary-mentor',
  scope: 'proposal',
  unfinished: true,
  summary: 'One mentor is the primary one, if the template requires that.',
  why: 'The program writes to the primary mentor, and needs to know who it is.',
  source: 'The words of the template, as in those of Google Summer of Code since 2024',
  severity: 'warning',
  demand: 'mentors',
  examples: [
    {
      path: 'programs/summerofcode/2026.md',
      bad: template(`${ada}\n${bo}\n`),
      good: template(`${ada} - primary\n${bo}\n`),
    },
  ],
  *check({ body, page }) {
    if (page.kind !== 'proposed' || !requiresPrimaryMentor(page.template)) return;
    if (countMentors(body) === 0 || hasPrimary(body)) return;
    yield { span: mentorsPlace(body), message: 'Write " - primary" after one mentor. The template requires it.' };
  },
  *help(_, { proposal: { body, section } }) {
    for (const mentor of body.mentors) {
      if (mentor.role !== null || !fieldAround(body, mentor)) continue;
      const end = shift(mentor.span, section.start).end;
      yield {
        title: `Make ${mentor.name?.text ?? `@${mentor.handle?.text ?? ''}`} the primary mentor`,
        kind: 'choice',
        preferred: mentor === body.mentors[0],
        caret: null,
        edits: [{ span: { start: end, end }, text: ' - primary' }],
      };
    }
  },
};

/** Whether a role, a label or the words behind an entry name somebody as primary. */
function hasPrimary({ text, mentors, fields }: ProposalBody): boolean {
  const says = (words: string | null | undefined) => /\b(?:primary|lead|main)\b/i.test(words ?? '');
  return (
    mentors.some(({ role, span }) => {
      const feed = text.indexOf('\n', span.end);
      return says(role) || says(text.slice(span.end, feed < 0 ? text.length : Math.min(feed, span.end + 100)));
    }) || fields.some(({ id, label }) => id === 'mentors' && says(label?.text))
  );
}
