import type { Template } from './template';

/** Whether a template says that one of the mentors has to be the primary one. */
export function requiresPrimaryMentor({ fields }: Template): boolean {
  const hint = fields.find(({ id }) => id === 'mentors')?.hint ?? '';
  return /\bprimary\b/i.test(hint) && /\b(?:required?|must|has to|have to)\b/i.test(hint);
}

/** The number of mentors that a template requires, as "at least two" in its hint. Null if it requires none. */
export function requiredMentors({ fields }: Template): number | null {
  const hint = fields.find(({ id }) => id === 'mentors')?.hint ?? '';
  const number = /\bat least (\d|two|three)\b/i.exec(hint)?.[1]?.toLowerCase();
  if (number === undefined || !/\b(?:required?|must|has to|have to)\b/i.test(hint)) return null;
  return { two: 2, three: 3 }[number] ?? Number(number);
}
