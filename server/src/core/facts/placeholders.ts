/** Words that people write, or keep from the template, until they know a value. */
export const placeholderWords: readonly string[] = [
  'tbd',
  'tba',
  'todo',
  'tbc',
  'n/a',
  'na',
  'none',
  'xxx',
  '…',
  '...',
  '?',
  '-',
  'to be determined',
  'to be decided',
  'to be announced',
  'to be added',
  'to be confirmed',
  'to be defined',
  'unknown',
  'coming soon',
];
const words = new Set(placeholderWords);

/** Handles of the sample mentors in templates. */
export const sampleHandles: readonly string[] = [
  'mentor_github',
  'mentor-github',
  'jane-github',
  'john-github',
  'handle',
  'github-handle',
  'github_handle',
  'your-handle',
];
const handles = new Set(sampleHandles);
/** Names of the sample mentors in templates. */
const sampleMentor = /^(?:mentor name|jane doe|john doe|full name|name|first last|your name)$/i;

/** What templates write in place of a name. "Jane Doe" may be somebody's name. */
const sampleName = /^(?:(?:mentor|full|first|your)(?:'s)? name|name|first(?: name)? last(?: name)?|mentor \d)$/i;

/** Whether the name before a real handle is still that of the template: `Mentor Name (@ada-example)`. */
export function isSampleName(name: string, handle: string | null): boolean {
  return handle !== null && !handles.has(handle.toLowerCase()) && sampleName.test(name);
}

/** Longer texts are more than a placeholder. */
const LONGEST = 200;

/** Whether a text is only a placeholder ("TBD", "TODO", "…"). */
export function isPlaceholder(text: string): boolean {
  if (text.length > LONGEST) return false;
  return (
    words.has(text.toLowerCase().replace(/^[\s(<[*_]+|[\s)>\].!*_]+$/g, '')) ||
    /^(?:tbd|todo|tba)\b[\s:.,-]*$/i.test(text)
  );
}

/** Whether a mentor entry is the sample from a template. */
export function isSampleMentor(name: string | null, handle: string | null): boolean {
  return handle !== null ? handles.has(handle.toLowerCase()) : name !== null && sampleMentor.test(name);
}
