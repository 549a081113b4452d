/** Proposals beside the issues that they come from. */
import { asIssueSays } from '../../server/src/core/features/issue-draft/compare';
import { type Filled, filledFrom } from '../../server/src/core/features/issue-draft/fill';
import { type IssueReading, readIssue } from '../../server/src/core/from-issue/reading';
import { type Proposal, type ProposalsDocument, proposalAt } from '../../server/src/core/model/document';
import { applyEdits } from '../../server/src/core/text/edit';
import { read } from './marks';

export const issueAddress = 'https://github.com/example/store/issues/7';

export function issue(body: string, title = 'Faster queries'): IssueReading {
  return readIssue({ url: issueAddress, title, body });
}

/** The proposal at the mark, in its document. */
export function proposalIn(source: string, path?: string): { document: ProposalsDocument; proposal: Proposal } {
  const { document, caret } = read(source, path);
  const proposal = proposalAt(document, caret);
  if (!proposal) throw new RangeError('There is no proposal at the mark.');
  return { document, proposal };
}

export interface FilledText extends Filled {
  readonly text: string;
}

/** The marked document with what its proposal takes over from an issue. */
export function fill(source: string, reading: IssueReading, path?: string): FilledText {
  const { document, proposal } = proposalIn(source, path);
  const filled = filledFrom(reading, document, proposal);
  return { ...filled, text: applyEdits(document.text, filled.edits) };
}

/** The lines of the marked document that would differ, with what the issue says. */
export function differences(source: string, reading: IssueReading, path?: string): string[] {
  const { document, proposal } = proposalIn(source, path);
  const [ours, theirs] = [document.text.split('\n'), asIssueSays(reading, document, proposal).split('\n')];
  const minus = ours.filter((line) => !theirs.includes(line)).map((line) => `draft: ${line}`);
  return [...minus, ...theirs.filter((line) => !ours.includes(line)).map((line) => `issue: ${line}`)];
}
