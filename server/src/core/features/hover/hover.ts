import type { ProposalsDocument } from '../../model/document';
import type { Spot } from '../navigation/subject';
import { type Target, targetAt } from '../navigation/target';
import type { Hover, Surroundings } from './card';
import { fieldHover } from './field';
import { issueHover, issueLinkHover } from './issue';
import { ownLfxHover } from './lfx';
import { isKnownLink, linkHover } from './link';
import { mentorHover } from './mentor';
import { projectHover } from './project';
import { proposalHover } from './proposal';

/** What a person should see at a spot, null for nothing. Links are told about in what is no proposals document, too. */
export function hoverAt({ document, uri, offset }: Spot, around: Surroundings): Hover | null {
  const target = targetAt(document, offset);
  const markdown = target && markdownOf(target, document, uri, around);
  if (target && markdown) return { span: target.span, markdown };
  return (target ? null : issueLinkHover(document, offset, around)) ?? linkHover(document, offset, around);
}

/** Whether the hover at a spot is made of what other files of the workspace say. */
export function asksWorkspace({ document, offset }: Spot): boolean {
  const target = targetAt(document, offset);
  if (!target) return isKnownLink(document, offset);
  return target.is === 'mentor' || target.is === 'project' || target.is === 'lfxUrl';
}

function markdownOf(target: Target, document: ProposalsDocument, uri: string, around: Surroundings): string | null {
  switch (target.is) {
    case 'mentor':
      return mentorHover(target, uri, around);
    case 'reference':
      return issueHover(target.reference, around);
    case 'lfxUrl':
      return ownLfxHover(target.proposal, document, uri, around);
    case 'field':
      return fieldHover(target.field, target.proposal, document, around.settings ?? {});
    case 'proposal':
    case 'programName':
      return proposalHover(target.proposal, document, around.settings ?? {});
    case 'project':
      return projectHover(target.project, document.readings.context.projects, around);
    case 'tocEntry':
      return null;
  }
}
