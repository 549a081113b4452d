import type { ProposalsDocument } from '../../model/document';
import { type Target, targetAt } from '../target';
import type { Hover, Surroundings } from './card';
import { issueHover } from './issue';

/** What a person should see at `offset`, null for nothing. */
export function hoverAt(document: ProposalsDocument, offset: number, around: Surroundings): Hover | null {
  const target = targetAt(document, offset);
  const markdown = target && markdownOf(target, around);
  return target && markdown ? { span: target.span, markdown } : null;
}

function markdownOf(target: Target, around: Surroundings): string | null {
  switch (target.is) {
    case 'reference':
      return issueHover(target.reference, around);
    default:
      return null;
  }
}
