import { mostMentorsOfProposal } from '../facts/limits';

/** A problem with the mentors. `line` is its line among those with text, from 0; undefined for one of all lines. */
export interface MentorProblem {
  readonly kind: string;
  readonly line?: number;
}

/** The lines of mentors that are not blank, as they are written. */
export function rosterLines(answer: string): readonly string[] {
  return answer.split('\n').filter((line) => line.trim() !== '');
}

/** The parts between the pipes of a line: name, handle, e-mail address and LFID, if all is well. */
export function rosterParts(line: string): readonly string[] {
  return line.split('|').map((part) => part.trim());
}

/** What the bot finds wrong with the lines `Name | @handle | email | LFID`, and how many lines there are. */
export function mentorProblems(answer: string): {
  readonly problems: readonly MentorProblem[];
  readonly count: number;
} {
  const lines = rosterLines(answer);
  const found: MentorProblem[] = [];
  if (lines.length > mostMentorsOfProposal) found.push({ kind: 'mentors-too-many' });
  const seen = { handle: new Set<string>(), email: new Set<string>(), lfid: new Set<string>() };
  for (const [line, text] of lines.entries()) {
    const report = (kind: string) => found.push({ kind, line });
    const parts = rosterParts(text);
    if (parts.length < 3 || parts.length > 4) {
      report('mentor-parts');
      continue;
    }
    const [name = '', handle = '', written = '', lfid = ''] = parts;
    const email = plainEmail(written);
    if (name === '') report('mentor-name');
    if (!/^@[a-z\d](?:[a-z\d]|-(?=[a-z\d])){0,38}$/i.test(handle)) report('mentor-handle');
    else if (isSeen(seen.handle, handle)) report('mentor-duplicate-handle');
    if (!isMailAddress(email)) report('mentor-email');
    else if (isSeen(seen.email, email)) report('mentor-duplicate-email');
    if (lfid === '') report('mentor-lfid-missing');
    else if (/[\s@/]/.test(lfid)) report('mentor-lfid');
    else if (isSeen(seen.lfid, lfid)) report('mentor-duplicate-lfid');
  }
  return { problems: found, count: lines.length };
}

/** The address in `[a](mailto:a)`, `<a>` or `mailto:a`. */
export function plainEmail(written: string): string {
  const link = /^\[[^\]]*\]\((?:mailto:)?([^()]*)\)$/i.exec(written)?.[1] ?? written;
  return link
    .replace(/^<([^<>]*)>$/, '$1')
    .replace(/^mailto:/i, '')
    .trim();
}

/** Something, `@`, something, a dot, something; no white space and no second `@`. */
function isMailAddress(text: string): boolean {
  const [name = '', host = '', ...others] = text.split('@');
  return name !== '' && others.length === 0 && !/\s/.test(text) && host.slice(1, -1).includes('.');
}

/** Whether a value was there before, case aside; it is from now on. */
function isSeen(values: Set<string>, value: string): boolean {
  const key = value.toLowerCase();
  const has = values.has(key);
  values.add(key);
  return has;
}
