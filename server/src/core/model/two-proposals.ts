import type { ProposalBody } from './proposal';

/**
 * Whether two proposals stand under one heading: the prose fields come twice. What is said twice then belongs to two
 * proposals, and only the missing heading is worth a finding.
 */
export function isTwoProposals({ fields }: ProposalBody): boolean {
  return (['description', 'recommended-skills'] as const).some(
    (id) => fields.filter((field) => field.id === id).length > 1,
  );
}
