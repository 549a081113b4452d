import { placeOf, valuesOf, withParts } from '../../edits/mentor-entry';
import { sourceOfAccount } from '../../known/accounts';
import { knownFileOf } from '../../known/file';
import type { Known } from '../../known/known';
import type { Said } from '../../known/mentions';
import { type AccountConflict, accountConflictsIn } from '../../linter/account-conflicts';
import { isSimilarAddress, type MentorConflict, mentorConflictsIn } from '../../linter/mentor-conflicts';
import type { DocumentRule, Help, Related, Report } from '../../linter/rule';
import { type ProposalsDocument, readDocument } from '../../model/document';
import { calledMentor } from '../../model/people';
import { shift } from '../../text/span';

export const mentorConflict: DocumentRule = {
  id: 'mentor-conflict',
  scope: 'document',
  outside: true,
  summary: 'A mentor has the same name, handle and address in all proposals.',
  why: 'If they differ, one of them is usually a mistake, and the invitation goes to the wrong person or to nobody.',
  source: 'The other proposals in the workspace',
  severity: 'information',
  also: { hint: 'only the e-mail addresses differ, because people change them' },
  demand: 'mentors',
  examples: [
    {
      bad: '### Jaeger\n\n#### Faster queries\n\n- Mentor(s):\n  - Ada Example (@ada-exampel, ada@example.org)\n',
      good: '### Jaeger\n\n#### Faster queries\n\n- Mentor(s):\n  - Ada Example (@ada-example, ada@example.org)\n',
      known: knowing(
        'programs/lfx-mentorship/2024/03-Sep-Nov/README.md',
        '### Jaeger\n\n#### Smaller index\n\n- Mentor(s):\n  - Ada Example (@ada-example, ada@example.org)\n',
      ),
    },
  ],
  *check(context) {
    const conflicts = mentorConflictsIn(context);
    for (const conflict of conflicts) yield reportOf(conflict, context.document);
    const said = new Set(conflicts.map(({ part }) => part));
    for (const conflict of accountConflictsIn(context)) if (!said.has(conflict.part)) yield reportOnAccount(conflict);
  },
  *help({ span }, context) {
    const found = mentorConflictsIn(context).find(
      ({ part, proposal }) => part.span.start + proposal.section.start === span.start,
    );
    if (found) for (const { value } of valuesOf(found.others, found.key)) yield* changeTo(found, value);
    for (const conflict of accountConflictsIn(context)) {
      const { part, proposal, others } = conflict;
      if (found || part.span.start + proposal.section.start !== span.start) continue;
      for (const { value, account } of others) yield* changeTo(conflict, value, ` (${sourceOfAccount(account)})`);
    }
  },
};

function* changeTo(
  { key, mentor, proposal }: MentorConflict | AccountConflict,
  value: string,
  source = '',
): Iterable<Help> {
  const edit = withParts(proposal.body, mentor, { [key]: value });
  if (!edit) return;
  yield {
    title: `Change to "${key === 'handle' ? '@' : ''}${value}"${source}`,
    kind: 'choice',
    preferred: true,
    caret: null,
    edits: [{ ...edit, span: shift(edit.span, proposal.section.start) }],
  };
}

/** People change their address with their employer, so an address is only a hint. */
function reportOnAccount({ key, part, mentor, proposal, others }: AccountConflict): Report {
  const [newest] = others;
  const who = calledMentor(mentor);
  const has = `${who} has ${newest?.value} in the ${newest ? sourceOfAccount(newest.account) : 'export'}.`;
  return {
    span: shift(part.span, proposal.section.start),
    message: `Check the ${key === 'lfid' ? 'LFID' : 'e-mail'}: ${has}`,
    ...(key === 'email' ? { severity: 'hint' as const } : {}),
  };
}

function reportOf({ key, part, others, mentor, proposal }: MentorConflict, { path }: ProposalsDocument): Report {
  const [other] = others;
  const value = other?.[key] ?? '';
  const where = other && other.proposal.file.path !== path ? placeOf(other) : 'in another proposal here';
  const handle = `@${mentor.handle?.text}`;
  const message =
    key === 'email'
      ? `Check the e-mail: ${handle} has ${value} ${where}.`
      : key === 'handle'
        ? `Check the handle: ${calledMentor(mentor)} has @${value} ${where}.`
        : `Check the name: ${handle} is ${value} ${where}.`;
  const related = others.slice(0, 3).map(
    (each): Related => ({
      uri: each.proposal.file.path === path ? null : each.proposal.file.uri,
      span: each.span,
      message: `${key === 'handle' ? '@' : ''}${each[key]}, in "${each.proposal.title}".`,
    }),
  );
  // People change their address with their employer, so only a similar address is likely to be a typo.
  const changed = key === 'email' && !isSimilarAddress(part.text, value);
  return {
    span: shift(part.span, proposal.section.start),
    message,
    related,
    ...(changed ? { severity: 'hint' as const } : {}),
  };
}

/** For the example: a workspace with one other file. */
function knowing(path: string, text: string): Partial<Known> {
  // Read when it is asked for: a program that starts has no time for examples.
  const mentors = () =>
    (knownFileOf(`file:///${path}`, readDocument(text, path))?.proposals ?? []).flatMap((proposal) => proposal.mentors);
  const by = (said: Said) => (value: string) =>
    mentors().filter((mentor) => mentor[said]?.toLowerCase() === value.toLowerCase());
  return {
    hasOthers: () => true,
    mentorsByName: by('name'),
    mentorsByHandle: by('handle'),
    mentorsByEmail: by('email'),
  };
}
