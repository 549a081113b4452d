import { isLfxProgram, lfxProgramIn } from '../../facts/lfx';
import { type KnownProposal, newestFirst } from '../../known/known';
import { viewOf } from '../../linter/rule';
import { plain, short, strong } from '../../markdown/write';
import type { Proposal, ProposalsDocument } from '../../model/document';
import { programNameOf } from '../../model/program-name';

import { dotted, type HoverContext, heading, paragraphs, proposalLink } from './card';
import { termCard } from './term';

/** The largest number of mentors to show. */
const MENTORS = 4;

/** Whether the address is a program of LFX Mentorship or Community Bridge. */
export function isLfx(url: string): boolean {
  return isLfxProgram(url) || lfxProgramIn(url) !== null;
}

/** The proposal of an LFX URL in prose, and the progress of its term. Null if no proposal has that URL. */
export function lfxHover(url: string, context: HoverContext): string | null {
  const key = programKey(url);
  const isMeant = ({ lfxUrl }: KnownProposal) => lfxUrl !== null && programKey(lfxUrl) === key;
  const found = context.known.files().flatMap(({ proposals }) => proposals.filter(isMeant));
  const [proposal] = found.sort((a, b) => newestFirst(a.file, b.file));
  if (!proposal) return null;
  const { project, mentors, file } = proposal;
  const names = mentors.slice(0, MENTORS).map(({ name, handle }) => plain(short(name ?? handle ?? '', 60)));
  return paragraphs(
    dotted(`**${proposalLink(proposal, context)}**`, project && plain(heading(project.name, 40))),
    names.filter((name) => name !== '').join(', '),
    termCard(file, context),
  );
}

/** The program name for a proposal's own LFX URL, and the progress of its term. */
export function ownLfxHover(
  proposal: Proposal,
  document: ProposalsDocument,
  uri: string,
  context: HoverContext,
): string | null {
  const name = programNameOf(viewOf(proposal, document));
  const file = context.known.files().find((each) => each.uri === uri);
  return paragraphs(name && strong(short(name, 200)), file ? termCard(file, context) : null);
}

function programKey(url: string): string {
  return (lfxProgramIn(url) ?? url).toLowerCase().replace(/\/$/, '');
}
