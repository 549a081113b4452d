import { askedParts, valuesOf, withParts } from '../../edits/mentor-entry';
import type { Page, ProposalRule } from '../../linter/rule';
import type { Mentor, ProposalBody } from '../../model/proposal';
import { shift } from '../../text/span';
import { tailStart } from '../../text/tail';

export const mentorName: ProposalRule = {
  id: 'mentor-name',
  scope: 'proposal',
  unfinished: true,
  summary: 'Each mentor has a name.',
  why: 'Mentees want to know who will guide them, and a handle alone does not say.',
  source: 'The mentors field of the template',
  severity: 'warning',
  demand: 'mentors',
  examples: [
    {
      bad: '#### Faster queries\n\n- Mentor(s):\n  - @ada-example, ada@example.org\n',
      good: '#### Faster queries\n\n- Mentor(s):\n  - Ada Example (@ada-example, ada@example.org)\n',
    },
  ],
  *check({ body, page }) {
    for (const mentor of nameless(body, page)) {
      const written = mentor.handle ? `@${mentor.handle.text}` : (mentor.email?.text ?? '');
      yield {
        span: spanOf(mentor),
        message: `Add the full name before ${written}.`,
      };
    }
  },
  *help({ span }, { proposal, document, known }) {
    const { body, section } = proposal;
    const mentor = nameless(body, document).find((each) => spanOf(each).start === span.start);
    if (!mentor) return;
    const { handle, email } = mentor;
    const found = [
      ...(handle ? known.mentorsByHandle(handle.text) : []),
      ...(email ? known.mentorsByEmail(email.text) : []),
    ];
    for (const { value, where } of valuesOf(found, 'name')) {
      const edit = withParts(body, mentor, { name: value });
      if (edit)
        yield {
          title: `Add the name "${value}", as ${where}`,
          kind: 'choice',
          preferred: true,
          caret: null,
          edits: [{ ...edit, span: shift(edit.span, section.start) }],
        };
    }
  },
};

function nameless(body: ProposalBody, page: Page): readonly Mentor[] {
  const found = body.mentors.filter((mentor, i) => mentor.name === null && !followsWords(body, i));
  return found.length > 0 && askedParts(page).name ? found : [];
}

/** Whether text directly precedes an entry, as in "(Ada Example, @ada)". It probably contains the name. */
function followsWords({ text, mentors }: ProposalBody, index: number): boolean {
  const start = mentors[index]?.span.start ?? 0;
  const from = Math.max(text.lastIndexOf('\n', start) + 1, mentors[index - 1]?.span.end ?? 0);
  const marks = text.slice(from, start).replace(/@$/, '').replace(/[([]$/, '').trimEnd();
  const before = marks.replace(/[,)\]*_]$/, '');
  const words = tailStart(before, /[\p{L}\p{M} .'’-]/u);
  const isWhole = words === 0 || /[\s([*_]/.test(before.charAt(words - 1));
  return (isWhole && /^\p{Lu}/u.test(before.slice(words))) || /\s\p{Lu}/u.test(before.slice(words));
}

function spanOf({ handle, email, span }: Mentor): Mentor['span'] {
  return handle?.span ?? email?.span ?? span;
}
