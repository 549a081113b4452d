import { type ProposalsDocument, readDocument } from '../model/document';
import { applyEdits, type Edit } from '../text/edit';

/**
 * Whether the document has the same proposals after `edits`, in any order. Check this before you offer to move text,
 * because an unclosed fence can swallow everything after it.
 */
export function losesNothing(document: ProposalsDocument, edits: readonly Edit[]): boolean {
  const after = readDocument(applyEdits(document.text, edits), document.path, { previous: document });
  const before = textsOf(document);
  const then = textsOf(after);
  return before.length === then.length && before.every((text, i) => text === then[i]);
}

function textsOf({ proposals }: ProposalsDocument): string[] {
  return proposals.map(({ body }) => withoutRules(body.text.slice(body.title.span.start).trim())).sort();
}

/** `text` without blank lines and horizontal rules at its end. */
function withoutRules(text: string): string {
  for (let end = text.length; ; ) {
    const feed = text.lastIndexOf('\n', end - 1);
    const line = text.slice(feed + 1, end);
    if (line.trim() !== '' && !/^ {0,3}[-*_]{3,}\s*$/.test(line)) return text.slice(0, end).trimEnd();
    if (feed <= 0) return '';
    end = feed;
  }
}

/** Whether the same proposals are under the same projects after `edits` of headings. */
export function keepsProposals(document: ProposalsDocument, edits: readonly Edit[]): boolean {
  const after = readDocument(applyEdits(document.text, edits), document.path, { previous: document });
  return (
    after.proposals.length === document.proposals.length &&
    after.projects.length === document.projects.length &&
    after.proposals.every(({ body, project }, i) => {
      const old = document.proposals[i];
      return (
        old?.body.title.text === body.title.text &&
        old.body.fields.length === body.fields.length &&
        old.project?.name === project?.name
      );
    })
  );
}
