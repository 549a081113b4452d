import { mostMentorsOfProposal } from '../facts/limits';

/** What the bot finds wrong with the lines `Name | @handle | email | LFID`, as kinds, and how many lines there are. */
export function mentorProblems(answer: string): { readonly problems: readonly string[]; readonly count: number } {
  const lines = answer.split('\n').filter((line) => line.trim() !== '');
  const problems: string[] = [];
  if (lines.length > mostMentorsOfProposal) problems.push('mentors-too-many');
  const seen = { handle: new Set<string>(), email: new Set<string>(), lfid: new Set<string>() };
  for (const line of lines) {
    const parts = line.split('|').map((part) => part.trim());
    if (parts.length < 3 || parts.length > 4) {
      problems.push('mentor-parts');
      continue;
    }
    const [name = '', handle = '', written = '', lfid = ''] = parts;
    const email = plainEmail(written);
    if (name === '') problems.push('mentor-name');
    if (!/^@[a-z\d](?:[a-z\d]|-(?=[a-z\d])){0,38}$/i.test(handle)) problems.push('mentor-handle');
    else if (isSeen(seen.handle, handle)) problems.push('mentor-duplicate-handle');
    if (!isMailAddress(email)) problems.push('mentor-email');
    else if (isSeen(seen.email, email)) problems.push('mentor-duplicate-email');
    if (lfid === '') problems.push('mentor-lfid-missing');
    else if (/[\s@/]/.test(lfid)) problems.push('mentor-lfid');
    else if (isSeen(seen.lfid, lfid)) problems.push('mentor-duplicate-lfid');
  }
  return { problems, count: lines.length };
}

/** The address in `[a](mailto:a)`, `<a>` or `mailto:a`. */
function plainEmail(written: string): string {
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
