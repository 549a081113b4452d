/** What people leave standing, or write, where a value is still to come. */
const words = new Set([
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
  'coming soon',
]);

/** Names and handles of the templates' sample mentors. */
const sampleMentor = /^(?:mentor name|jane doe|john doe|full name|name|first last|your name)$/i;
const sampleHandle =
  /^(?:mentor_github|mentor-github|jane-github|john-github|handle|github-handle|github_handle|your-handle)$/i;

/** Whether the text only says that something is to come ("TBD", "TODO", "…"). */
export function isPlaceholder(text: string): boolean {
  return (
    words.has(text.toLowerCase().replace(/^[\s(<[*_]+|[\s)>\].!*_]+$/g, '')) ||
    /^(?:tbd|todo|tba)\b[\s:.,-]*$/i.test(text)
  );
}

/** Whether a mentor entry is the sample of a template. */
export function isSampleMentor(name: string | null, handle: string | null): boolean {
  return handle !== null ? sampleHandle.test(handle) : name !== null && sampleMentor.test(name);
}
