/** Hovers in a workspace of a few files. */
import { expect } from 'vitest';
import { hoverAt } from '../../server/src/core/features/hover/hover';
import { readDocument } from '../../server/src/core/model/document';
import { marked } from './marks';
import { knownFrom } from './rules/known-from';

export const old = 'programs/lfx-mentorship/2024/03-Sep-Nov/project_ideas.md';

export const term = 'programs/lfx-mentorship/2025/01-Mar-May/README.md';

export const drafts = 'programs/lfx-mentorship/2025/01-Mar-May/project_ideas.md';

export const all = 'programs/lfx-mentorship/README.md';

/** A proposal of Jaeger with its fields. */
export function proposal(title: string, mentors: string, more = ''): string {
  return `#### ${title}\n\n- Description: Queries are slow.\n- Mentor(s):\n${mentors
    .split('\n')
    .map((mentor) => `  - ${mentor}\n`)
    .join('')}- Upstream Issue: https://github.com/jaegertracing/jaeger/issues/1\n${more}\n`;
}

export const lfx = 'https://mentorship.lfx.linuxfoundation.org/project/01234567-89ab-cdef-0123-456789abcdef';

export const readme = `# Term 01 - 2025 March - May

Status: Planning

### Timeline

| Activity | Dates |
|---|---|
| **Project Proposals Open** | Wed, January 8 - Tue, February 4, 2025 |
| Mentee Applications Open | Feb 5 - Feb 18 |
| Selection Notifications | Thu, Feb 27, 2025 |
| Last Day of Term | May 30 |

## Accepted projects

### Jaeger

${proposal('Faster queries', 'Ada Example (@ada-example, ada@example.org)', `- LFX URL: ${lfx}\n`)}`;

/** What the hover at `$0` says, in a workspace of these files; addresses are `path:` and the text at the place. */
export function hover(files: Readonly<Record<string, string>>, day = '2025-01-20'): string | null {
  const read = Object.fromEntries(Object.entries(files).map(([path, source]) => [path, marked(source)]));
  const [path, at] = Object.entries(read).find(([, { caret }]) => caret >= 0) ?? [];
  if (path === undefined || !at) throw new Error('The caret stands in no file.');
  const texts = Object.fromEntries(Object.entries(read).map(([path, { text }]) => [path, text]));
  const spot = { document: readDocument(at.text, path), uri: `file:///${path}`, offset: at.caret };
  const told = hoverAt(spot, {
    known: knownFrom(texts),
    now: Date.parse(`${day}T23:30:00Z`),
    addressOf: ({ uri, span }) => {
      const place = uri.replace('file:///', '');
      return `to:${place.split('/').at(-1)}:${texts[place]?.slice(span.start, span.end).replace(/ /g, '_')}`;
    },
  });
  if (told) expect(told.span.start <= at.caret && at.caret <= told.span.end).toBe(true);
  return told?.markdown ?? null;
}
