import { askedParts, isHalfName, type NewParts, valuesOf, withParts } from '../../edits/mentor-entry';
import { isEmail, plainEmailOf } from '../../facts/mentors';
import type { KnownMentor } from '../../known/known';
import type { Help, Page, ProposalRule } from '../../linter/rule';
import { calledMentor, isPerson } from '../../model/people';
import type { Mentor, ProposalBody } from '../../model/proposal';
import { shift, sliceOf } from '../../text/span';

export const mentorEmail: ProposalRule = {
  id: 'mentor-email',
  scope: 'proposal',
  unfinished: true,
  summary: 'Each mentor has a complete e-mail address.',
  why: 'Mentors are invited by the address of their LFX account. An invitation cannot be sent to an incomplete address.',
  source: 'The mentors field of the template',
  severity: 'warning',
  also: { error: 'an address is incomplete' },
  examples: [
    {
      bad: '#### Faster queries\n\n- Mentor(s):\n  - Ada Example (@ada-example, ada at example dot org)\n',
      good: '#### Faster queries\n\n- Mentor(s):\n  - Ada Example (@ada-example, ada@example.org)\n',
    },
    {
      bad: '#### Faster queries\n\n- Mentor(s):\n  - Ada Example (@ada-example)\n',
      good: '#### Faster queries\n\n- Mentor(s):\n  - Ada Example (@ada-example, ada@example.org)\n',
    },
  ],
  *check({ body, page }) {
    for (const mentor of unmailed(body, page)) {
      const span = spanOf(mentor);
      const written = mentor.email?.text ?? halfAddress(body, mentor);
      const meant = written === undefined ? null : plainEmailOf(written);
      if (written === undefined)
        yield {
          span,
          message: `Add ${calledMentor(mentor)}'s e-mail address${page.term?.program === 'summerofcode' ? '' : ', the one of their LFX account'}.`,
        };
      else if (meant !== null) yield { span, message: `Write the address as "${meant}".` };
      else yield { span, severity: 'error', message: `Write a complete e-mail address instead of "${written}".` };
    }
  },
  *help({ span }, { proposal, document, known }) {
    const { body, section } = proposal;
    const mentor = unmailed(body, document).find((each) => spanOf(each).start === span.start);
    if (!mentor) return;
    const { name, handle, email } = mentor;
    const choice = (title: string, parts: NewParts): Help[] => {
      const edit = withParts(body, mentor, parts);
      if (!edit) return [];
      const edits = [{ ...edit, span: shift(edit.span, section.start) }];
      return [{ title, kind: 'choice', preferred: true, caret: null, edits }];
    };
    const meant = email ? plainEmailOf(email.text) : null;
    if (meant !== null) {
      yield* choice(`Write as "${meant}"`, { email: meant });
      return;
    }
    const found: KnownMentor[] = handle ? [...known.mentorsByHandle(handle.text)] : [];
    if (!handle && name) found.push(...known.mentorsByName(name.text));
    for (const { value, where } of valuesOf(found, 'email'))
      yield* choice(`${email ? 'Change to' : 'Add'} "${value}", as ${where}`, { email: value });
  },
};

/** An address whose host has no dot yet ("ada@example"); undefined for none. */
function halfAddress({ text }: ProposalBody, { span }: Mentor): string | undefined {
  return /[\w.+-]{1,64}@[\w-]{1,64}(?![\w.@-])/.exec(sliceOf(text, span).slice(0, 300))?.[0];
}

function unmailed(body: ProposalBody, page: Page): readonly Mentor[] {
  const found = body.mentors.filter((mentor, i) => {
    if (mentor.email !== null) return !isEmail(mentor.email.text);
    // The entry may contain an address where the reader does not look for one.
    const entry = sliceOf(body.text, mentor.span).slice(0, 300);
    const hidden = /\S@\S+\.\S|\bat\b.*\bdot\b/i.test(entry);
    return isPerson(mentor) && !hidden && !isHalfName(body, i);
  });
  if (found.length === 0 || askedParts(page).email) return found;
  const written = found.filter(({ email }) => email !== null);
  // Where nobody asks for addresses, people may hide theirs from robots.
  if (page.program.demands.has('mentors')) return written;
  return written.filter(({ email }) => plainEmailOf(email?.text ?? '') === null);
}

function spanOf({ name, handle, email, span }: Mentor): Mentor['span'] {
  return email?.span ?? handle?.span ?? name?.span ?? span;
}
