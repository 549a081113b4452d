import type { ProposalsDocument } from '../../model/document';
import type { Spot } from '../navigation/subject';
import { type Target, targetAt } from '../navigation/target';
import type { Hover, HoverContext } from './card';
import { fieldHover } from './field';
import { issueHover, issueLinkHover } from './issue';
import { ownLfxHover } from './lfx';
import { isKnownLink, linkHover } from './link';
import { mentorHover } from './mentor';
import { projectHover } from './project';
import { proposalHover } from './proposal';

/** What a person should see at a spot, null for nothing. Links are told about in what is no proposals document, too. */
export function hoverAt({ document, uri, offset }: Spot, context: HoverContext): Hover | null {
  const target = targetAt(document, offset);
  const markdown = target && markdownOf(target, document, uri, context);
  if (target && markdown) return { span: target.span, markdown };
  return (target ? null : issueLinkHover(document, offset, context)) ?? linkHover(document, offset, context);
}

/** Whether the hover at a spot is made of what other files of the workspace say. */
export function asksWorkspace({ document, offset }: Spot): boolean {
  const target = targetAt(document, offset);
  if (!target) return isKnownLink(document, offset);
  return target.is === 'mentor' || target.is === 'project' || target.is === 'lfxUrl';
}

function markdownOf(target: Target, document: ProposalsDocument, uri: string, context: HoverContext): string | null {
  switch (target.is) {
    case 'mentor':
      return mentorHover(target, uri, context);
    case 'reference':
      return issueHover(target.reference, context);
    case 'lfxUrl':
      return ownLfxHover(target.proposal, document, uri, context);
    case 'field':
      return fieldHover(target.field, target.proposal, document);
    case 'proposal':
    case 'programName':
      return proposalHover(target.proposal, document);
    case 'project':
      return projectHover(target.project, document.readings.context.projects, context);
    case 'tocEntry':
      return null;
  }
}
