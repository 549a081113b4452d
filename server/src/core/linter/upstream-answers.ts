import type { IssueAnswer, IssueFacts, Known } from '../known/known';
import type { DocumentContext } from '../linter/rule';
import type { Reference } from '../model/proposal';
import { type Span, shift } from '../text/span';

/** A reference to an issue with GitHub's answer. */
export interface Answered {
  readonly reference: Reference;
  /** Counts from the start of the document. */
  readonly span: Span;
  readonly answer: IssueAnswer;
}

/** References of a document for which GitHub's answer is known. */
export function* answered({ document, known }: DocumentContext): Iterable<Answered> {
  if (!known.hasAnswers()) return;
  for (const { body, section } of document.proposals) {
    for (const reference of body.upstream) {
      const { kind, owner, repo, number } = reference;
      if (kind !== 'issue' || owner === null || repo === null || number === null) continue;
      const answer = known.issue({ owner, repo, number });
      if (answer.is !== 'unknown') yield { reference, span: shift(reference.span, section.start), answer };
    }
  }
}

/** For examples: a fixed answer for issue 1. All other issues are unknown. */
export function answeringFirst(answer: IssueAnswer): Partial<Known> {
  return { hasAnswers: () => true, issue: ({ number }) => (number === 1 ? answer : { is: 'unknown', why: null }) };
}

/** For examples and tests: an answer for an existing issue, open and ordinary except for `facts`. */
export function issueIs(facts: Partial<IssueFacts>): IssueAnswer {
  return { is: 'known', asOf: 0, facts: { ...ordinary, ...facts } };
}

const ordinary: IssueFacts = {
  kind: 'issue',
  owner: 'example',
  repo: 'example',
  number: 1,
  url: 'https://github.com/example/example/issues/1',
  title: 'Faster queries',
  state: 'open',
  stateReason: null,
  draft: false,
  merged: false,
  author: null,
  createdAt: null,
  updatedAt: null,
  closedAt: null,
  labels: [],
  assignees: [],
  milestone: null,
  comments: null,
  body: null,
};
