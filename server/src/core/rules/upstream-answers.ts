import type { IssueAnswer, Known } from '../known/known';
import type { Reference } from '../model/proposal';
import { type Span, shift } from '../text/span';
import type { DocumentContext } from './rule';

/** A reference to an issue with what GitHub says about it. */
export interface Answered {
  readonly reference: Reference;
  /** Counts from the start of the document. */
  readonly span: Span;
  readonly answer: IssueAnswer;
}

/** The issues of a document of which something is known. */
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

/** For the examples: this is the answer about issue 1, and nothing is known of any other. */
export function answeringFirst(answer: IssueAnswer): Partial<Known> {
  return { hasAnswers: () => true, issue: ({ number }) => (number === 1 ? answer : { is: 'unknown', why: null }) };
}
