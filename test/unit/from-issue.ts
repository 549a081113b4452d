import { type DraftJson, draftJson, restText } from '../../server/src/core/from-issue/draft';
import type { DraftWithRest } from '../../server/src/core/from-issue/draft-text';
import { readIssue } from '../../server/src/core/from-issue/reading';

export const address = 'https://github.com/example/store/issues/7';

/** The draft of an issue at `address`. */
export function draftOf(body: string, title = 'Faster queries'): DraftJson {
  return draftJson(readIssue({ url: address, title, body }));
}

/** The mentors of a draft as `name | handle | email | lfid`, with a dash for what is not known. */
export function mentorsIn(text: string, label = 'Mentors'): string[] {
  return shown(draftOf(`### Description\n\nIt is slow.\n\n### ${label}\n\n${text}\n`));
}

export function shown({ mentors }: DraftJson): string[] {
  return mentors.map(({ name, handle, email, lfid }) =>
    [name, handle, email, lfid].map((part) => part ?? '-').join(' | '),
  );
}

/** A draft, and what of its issue it does not hold below `=== rest ===`. */
export function withRest({ text, rest }: DraftWithRest): string {
  return rest.length === 0 ? text : `${text}=== rest ===\n${restText(rest)}\n`;
}
