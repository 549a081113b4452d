import { lineOf, mentorLines } from '../../edits/mentor-entry';
import { isEmail } from '../../facts/mentors';
import type { ProposalRule } from '../../linter/rule';
import { calledMentor } from '../../model/people';
import type { Mentor, ProposalBody } from '../../model/proposal';
import { isTwoProposals } from '../../model/two-proposals';
import type { Edit } from '../../text/edit';
import { shift } from '../../text/span';

export const duplicateMentor: ProposalRule = {
  id: 'duplicate-mentor',
  scope: 'proposal',
  unnecessary: true,
  summary: 'Each mentor is listed once per proposal.',
  why: 'If two people share a handle or an address, one of them is not invited.',
  source: 'The acceptance check of proposals',
  severity: 'error',
  examples: [
    {
      bad: '#### Faster queries\n\n- Mentor(s):\n  - Ada Example (@ada-example, ada@example.org)\n  - Bo Sample (@ada-example, bo@example.org)\n',
      good: '#### Faster queries\n\n- Mentor(s):\n  - Ada Example (@ada-example, ada@example.org)\n  - Bo Sample (@bo-sample, bo@example.org)\n',
    },
  ],
  *check({ body }) {
    for (const { mentor, first, part } of repeatedIn(body)) {
      const own = mentor[part];
      if (!own) continue;
      const written = part === 'handle' ? `@${own.text}` : own.text;
      yield {
        span: own.span,
        message: `${written} is listed twice: remove or correct one entry.`,
        related: [{ uri: null, span: first.span, message: `First listed as ${calledMentor(first)}.` }],
      };
    }
  },
  *help({ span }, { proposal }) {
    const { body, section } = proposal;
    const found = repeatedIn(body).find(({ mentor, part }) => mentor[part]?.span.start === span.start);
    const edit = found ? removal(body, found.mentor) : null;
    if (edit)
      yield {
        title: 'Remove this entry',
        kind: 'choice',
        preferred: true,
        caret: null,
        edits: [{ ...edit, span: shift(edit.span, section.start) }],
      };
  },
};

interface Repeated {
  readonly mentor: Mentor;
  readonly first: Mentor;
  readonly part: 'handle' | 'email';
}

function repeatedIn(body: ProposalBody): Repeated[] {
  const { mentors } = body;
  if (mentors.length < 2 || isTwoProposals(body)) return [];
  const found: Repeated[] = [];
  const byHandle = new Map<string, Mentor>();
  const byEmail = new Map<string, Mentor>();
  for (const mentor of mentors) {
    const handle = mentor.handle?.text.toLowerCase();
    const email = mentor.email && isEmail(mentor.email.text) ? mentor.email.text.toLowerCase() : undefined;
    const sameHandle = handle === undefined ? undefined : byHandle.get(handle);
    const sameEmail = email === undefined ? undefined : byEmail.get(email);
    if (sameHandle) found.push({ mentor, first: sameHandle, part: 'handle' });
    else if (sameEmail) found.push({ mentor, first: sameEmail, part: 'email' });
    if (handle !== undefined && !sameHandle) byHandle.set(handle, mentor);
    if (email !== undefined && !sameEmail) byEmail.set(email, mentor);
  }
  return found;
}

/** The edit that removes an entry with its line, or with the separator before it. */
function removal(body: ProposalBody, mentor: Mentor): Edit | null {
  const { text } = body;
  const own = mentorLines(body).find(({ mentors }) => mentors.includes(mentor));
  if (!own) return null;
  const index = own.mentors.indexOf(mentor);
  const before = own.mentors[index - 1];
  if (before) {
    const between = text.slice(before.span.end, mentor.span.start);
    const clean = /^[\s,;，；、&|+/]*(?:\band)?$/i.test(between.trimEnd());
    return clean ? { span: { start: before.span.end, end: mentor.span.end }, text: '' } : null;
  }
  const { start, end } = lineOf(text, mentor.span);
  const alone = own.mentors.length === 1 && mentor.span.end <= end;
  if (!alone || !/^[ \t]*(?:[-*+•][ \t]+)?$/.test(text.slice(start, mentor.span.start))) return null;
  const feed = text.indexOf('\n', end);
  return { span: { start, end: feed < 0 ? end : feed + 1 }, text: '' };
}
