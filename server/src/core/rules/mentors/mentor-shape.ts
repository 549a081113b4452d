import {
  askedParts,
  entryText,
  isHalfName,
  isOnlyParts,
  isSound,
  markedSpan,
  mentorLines,
  partTexts,
  readsAs,
  roleBehind,
} from '../../edits/mentor-entry';
import { type MentorLine, splitLine } from '../../edits/mentor-lines';
import type { Page, ProposalRule, Report } from '../../linter/rule';
import { isPerson } from '../../model/people';
import type { Mentor, ProposalBody } from '../../model/proposal';
import { shift } from '../../text/span';

export const mentorShape: ProposalRule = {
  id: 'mentor-shape',
  scope: 'proposal',
  layout: true,
  summary: 'Each mentor is written as `Name (@handle, email)` on a separate line.',
  why: 'Programs and admins read the mentors from accepted proposals to invite them. One common form avoids mistakes.',
  source: 'The mentors field of the template',
  severity: 'information',
  demand: 'mentors',
  examples: [
    {
      bad: '#### Faster queries\n\n- Mentor(s):\n  - [Ada Example](https://github.com/ada-example) <ada@example.org>\n  - Bo Sample(@bo-sample ,bo@example.org),\n',
      good: '#### Faster queries\n\n- Mentor(s):\n  - Ada Example (@ada-example, ada@example.org)\n  - Bo Sample (@bo-sample, bo@example.org)\n',
    },
    {
      bad: '#### Faster queries\n\n- Mentor(s): Ada Example (@ada-example, ada@example.org), Bo Sample (@bo-sample, bo@example.org)\n',
      good: '#### Faster queries\n\n- Mentor(s):\n  - Ada Example (@ada-example, ada@example.org)\n  - Bo Sample (@bo-sample, bo@example.org)\n',
    },
  ],
  *check({ body, page }) {
    for (const { report } of misformatted(body, page)) yield report;
  },
  *help({ span }, { proposal, document }) {
    const { body, section } = proposal;
    const found = misformatted(body, document).find(({ report }) => report.span.start === span.start);
    if (!found?.report.fixable) return;
    const { line } = found;
    const edit = line.mentors.length > 1 ? splitLine(line, proposal, document) : rewriteEntry(body, line);
    if (!edit) return;
    yield {
      title:
        line.mentors.length > 1 ? 'Put each mentor on a separate line' : 'Write the entry as "Name (@handle, email)"',
      kind: 'fix',
      preferred: true,
      caret: null,
      edits: [{ ...edit, span: shift(edit.span, section.start) }],
    };
  },
};

interface Misformatted {
  readonly line: MentorLine;
  readonly report: Report;
}

function misformatted(body: ProposalBody, page: Page): Misformatted[] {
  // A quick test, because most proposals are correct.
  if (body.mentors.every(({ plain }) => plain) && !sharesLine(body)) return [];
  const asked = askedParts(page);
  if (!asked.shape) return [];
  const found: Misformatted[] = [];
  for (const line of mentorLines(body)) {
    const { mentors } = line;
    const [first, last] = [mentors[0], mentors.at(-1)];
    if (
      !first ||
      !last ||
      mentors.some((mentor) => !isPerson(mentor) || isHalfName(body, body.mentors.indexOf(mentor)))
    )
      continue;
    if (mentors.length > 1 && asked.listed) {
      const span = { start: first.span.start, end: last.span.end };
      const message = 'Put each mentor on a separate line.';
      found.push({ line, report: { span, message, fixable: splitLine(line, { body }, page) !== null } });
      continue;
    }
    for (const mentor of mentors) {
      const own = { ...line, mentors: [mentor] };
      if (!isSound(mentor, asked) || isShaped(body, own, mentors.length > 1)) continue;
      const message = `Write this as "${textOf(mentor)}${roleBehind(body.text, mentor)}".`;
      const fixable = rewriteEntry(body, own) !== null;
      found.push({ line: own, report: { span: mentor.span, message, fixable } });
    }
  }
  return found;
}

function sharesLine({ text, mentors }: ProposalBody): boolean {
  return mentors.some(({ span }, i) => {
    const next = mentors[i + 1];
    return next !== undefined && !text.slice(span.end, next.span.start).includes('\n');
  });
}

function textOf(mentor: Mentor): string {
  const { name, handle, email, lfid } = partTexts(mentor);
  return entryText(name, handle, email, lfid);
}

/** Whether an entry has the template's form. Text after it, such as a role, is allowed. */
function isShaped({ text }: ProposalBody, { line, mentors: [mentor] }: MentorLine, shared: boolean): boolean {
  if (!mentor || text.slice(mentor.span.start, mentor.span.end) !== textOf(mentor)) return false;
  return shared || danglingBehind(text, mentor.span.end, line.end) === 0;
}

/** Length of the punctuation after an entry. 0 if other text follows on the line. */
function danglingBehind(text: string, from: number, to: number): number {
  return /^[\s,;，；.)\]）*_\\]*[,;，；.)\]）*_\\][\s]*$/.exec(text.slice(from, to))?.[0].trimEnd().length ?? 0;
}

/** The edit that rewrites one entry. Null if it would lose text. */
function rewriteEntry(
  body: ProposalBody,
  { line, mentors: [mentor] }: MentorLine,
): { span: Mentor['span']; text: string } | null {
  if (!mentor) return null;
  const text = textOf(mentor);
  if (!isOnlyParts(body.text, mentor) || !readsAs(text, partTexts(mentor))) return null;
  const whole = markedSpan(body.text, mentor);
  const feed = body.text.indexOf('\n', whole.end);
  const lineEnd = whole.end <= line.end ? line.end : feed < 0 ? body.text.length : feed;
  const end = whole.end + danglingBehind(body.text, whole.end, lineEnd);
  // Text after the entry could become part of it, or the reverse, so a person should decide.
  const behind = body.text.slice(end, lineEnd);
  if (/^[^\s,;]/.test(behind) || /^\s*[(（]/.test(behind)) return null;
  return { span: { start: whole.start, end }, text: text + roleBehind(body.text, mentor) };
}
