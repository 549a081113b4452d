import type { IssueAnswer, IssueFacts, IssueKey } from '../../known/known';
import { issueKeyOf } from '../../known/questions';
import { whyUnknown } from '../../known/silence';
import type { ProposalsDocument } from '../../model/document';
import type { Reference } from '../../model/proposal';
import { ago, link, plain } from '../markdown';
import { targetAt } from '../target';
import type { Surroundings } from './card';

/** State and title of the upstream issue that a reference names; null where it names none. */
export function issueHover(reference: Reference, { known, now }: Surroundings): string | null {
  const key = keyOf(reference);
  return key && issueMarkdown(key, reference, known.issue(key), now);
}

/** The issues that a hover at `offset` would like to know about. */
export function issuesAt(document: ProposalsDocument, offset: number): readonly IssueKey[] {
  const key = keyOf(referenceAt(document, offset));
  return key ? [key] : [];
}

function referenceAt(document: ProposalsDocument, offset: number): Reference | null {
  const target = targetAt(document, offset);
  return target?.is === 'reference' ? target.reference : null;
}

function keyOf(reference: Reference | null): IssueKey | null {
  return reference && issueKeyOf(reference);
}

function issueMarkdown(key: IssueKey, reference: Reference, answer: IssueAnswer, now: number): string {
  const name = link(`${key.owner}/${key.repo}#${key.number}`, reference.url.text);
  if (answer.is === 'unknown') return `${name}\n\n${plain(whyUnknown(answer.why, now))}`;
  if (answer.is === 'missing')
    return `${name}\n\nGitHub knows no public issue at this address (as of ${ago(now - answer.asOf)}): it is gone, private, or mistyped.`;
  const { title, labels } = answer.facts;
  const lines = [`**${plain(title)}**`, `${stateWord(answer.facts)} · ${name}`];
  if (labels.length > 0) lines.push(`Labels: ${labels.map(plain).join(', ')}`);
  lines.push(`As of ${ago(now - answer.asOf)}`);
  return lines.join('\n\n');
}

function stateWord({ state, stateReason }: IssueFacts): string {
  if (state === 'open') return 'Open';
  if (stateReason === 'not_planned') return 'Closed as not planned';
  if (stateReason === 'duplicate') return 'Closed as a duplicate';
  return 'Closed as completed';
}
