import { isHalfName, valuesOf, withParts } from '../../edits/mentor-entry';
import { isGitHubHandle } from '../../facts/mentors';
import type { KnownMentor } from '../../known/known';
import type { ProposalRule } from '../../linter/rule';
import { calledMentor, isPerson } from '../../model/people';
import type { Mentor, ProposalBody } from '../../model/proposal';
import { shift } from '../../text/span';

export const mentorHandle: ProposalRule = {
  id: 'mentor-handle',
  scope: 'proposal',
  unfinished: true,
  summary: 'Each mentor has a valid GitHub handle.',
  why: 'Mentors confirm their proposal with this GitHub account. Without a valid handle they cannot.',
  source: 'The mentors field of the template; GitHub: username rules',
  severity: 'warning',
  also: { error: 'a handle is impossible' },
  demand: 'mentors',
  examples: [
    {
      bad: '#### Faster queries\n\n- Mentor(s):\n  - Ada Example (@ada.example, ada@example.org)\n',
      good: '#### Faster queries\n\n- Mentor(s):\n  - Ada Example (@ada-example, ada@example.org)\n',
    },
    {
      bad: '#### Faster queries\n\n- Mentor(s):\n  - Ada Example (ada@example.org)\n',
      good: '#### Faster queries\n\n- Mentor(s):\n  - Ada Example (@ada-example, ada@example.org)\n',
    },
  ],
  *check({ body }) {
    for (const mentor of unreachable(body)) {
      const { handle } = mentor;
      if (handle)
        yield {
          span: handle.span,
          severity: 'error',
          message: `Correct "${handle.text}": use letters, digits and single hyphens only.`,
        };
      else
        yield {
          span: spanOf(mentor),
          message: `Add ${calledMentor(mentor)}'s GitHub handle, with an @ before it.`,
        };
    }
  },
  *help({ span }, { proposal, known }) {
    const { body, section } = proposal;
    const mentor = unreachable(body).find((each) => spanOf(each).start === span.start);
    if (!mentor) return;
    const { name, email } = mentor;
    const found: KnownMentor[] = email ? [...known.mentorsByEmail(email.text)] : [];
    if (name) found.push(...known.mentorsByName(name.text));
    for (const { value, where } of valuesOf(found, 'handle')) {
      const edit = withParts(body, mentor, { handle: value });
      if (edit)
        yield {
          title: `${mentor.handle ? 'Change to' : 'Add'} "@${value}", as ${where}`,
          kind: 'choice',
          preferred: true,
          caret: null,
          edits: [{ ...edit, span: shift(edit.span, section.start) }],
        };
    }
  },
};

function unreachable(body: ProposalBody): readonly Mentor[] {
  return body.mentors.filter((mentor, i) =>
    mentor.handle === null ? isPerson(mentor) && !isHalfName(body, i) : !isGitHubHandle(mentor.handle.text),
  );
}

function spanOf({ name, handle, email, span }: Mentor): Mentor['span'] {
  return handle?.span ?? name?.span ?? email?.span ?? span;
}
