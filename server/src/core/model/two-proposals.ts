import type { ProposalBody } from './proposal';

/**
 * Whether two proposals share one heading, so that the prose fields occur twice. Then only the missing heading is worth
 * a finding, because repeated fields belong to different proposals.
 */
export function isTwoProposals({ fields }: ProposalBody): boolean {
  return (['description', 'recommended-skills'] as const).some(
    (id) => fields.filter((field) => field.id === id).length > 1,
  );
}
