import type { Span } from '../../text/span';
import type { Spot } from '../navigation/subject';
import { type Target, targetAt } from '../navigation/target';
import type { Hover, HoverContext, HoverNeeds } from './card';
import { fieldHover } from './field';
import { issueHover, issueLinkAt, issuesOf } from './issue';
import { ownLfxHover } from './lfx';
import { isKnownLink, linkAt, linkHover } from './link';
import { mentorHover } from './mentor';
import { projectHover } from './project';
import { proposalHover } from './proposal';

const nothing: HoverNeeds = { workspace: false, issues: [] };
const workspace: HoverNeeds = { workspace: true, issues: [] };

interface HoverSpot extends Spot {
  readonly target: Target | null;
}

/** A kind of hover: where it is, what it needs, and how it is shown. */
interface HoverProvider<T extends { readonly span: Span }> {
  find(spot: HoverSpot): T | null;
  needs(found: T, spot: HoverSpot): HoverNeeds;
  /** As Markdown; null for nothing. */
  show(found: T, spot: HoverSpot, context: HoverContext): string | null;
}

/** The first that finds something tells what is needed; the first that shows something is shown. */
const providers = [
  on(
    'mentor',
    () => workspace,
    (target, { uri }, context) => mentorHover(target, uri, context),
  ),
  on(
    'reference',
    ({ reference }) => issuesOf(reference),
    ({ reference }, _, context) => issueHover(reference, context),
  ),
  on(
    'lfxUrl',
    () => workspace,
    ({ proposal }, { document, uri }, context) => ownLfxHover(proposal, document, uri, context),
  ),
  on(
    'field',
    () => nothing,
    ({ field, proposal }, { document }, { settings }) => fieldHover(field, proposal, document, settings ?? {}),
  ),
  on(
    'proposal',
    () => nothing,
    ({ proposal }, { document }, { settings }) => proposalHover(proposal, document, settings ?? {}),
  ),
  on(
    'programName',
    () => nothing,
    ({ proposal }, { document }, { settings }) => proposalHover(proposal, document, settings ?? {}),
  ),
  on(
    'project',
    () => workspace,
    ({ project }, { document }, context) => projectHover(project, document.readings.context.projects, context),
  ),
  on(
    'tocEntry',
    () => nothing,
    () => null,
  ),
  provider({
    find: ({ document, offset, target }) => (target ? null : issueLinkAt(document, offset)),
    needs: (reference) => issuesOf(reference),
    show: (reference, _, context) => issueHover(reference, context),
  }),
  // Links are shown in what is no proposals document, too.
  provider({
    find: ({ document, offset }) => linkAt(document.text, offset),
    needs: ({ target }, { document }) => (isKnownLink(target, document.path) ? workspace : nothing),
    show: ({ target }, { document }, context) => linkHover(target, document.path, context),
  }),
];

/** What a person should see at a spot, null for nothing. */
export function hoverAt(spot: Spot, context: HoverContext): Hover | null {
  const at = { ...spot, target: targetAt(spot.document, spot.offset) };
  for (const find of providers) {
    const found = find(at);
    const markdown = found?.markdown(context);
    if (found && markdown) return { span: found.span, markdown };
  }
  return null;
}

/** What the hover at a spot needs to know. */
export function hoverNeedsAt(spot: Spot): HoverNeeds {
  const at = { ...spot, target: targetAt(spot.document, spot.offset) };
  for (const find of providers) {
    const found = find(at);
    if (found) return found.needs();
  }
  return nothing;
}

/** A hover about one kind of target. */
function on<K extends Target['is']>(
  kind: K,
  needs: HoverProvider<Extract<Target, { is: K }>>['needs'],
  show: HoverProvider<Extract<Target, { is: K }>>['show'],
) {
  return provider<Extract<Target, { is: K }>>({
    find: ({ target }) => (target?.is === kind ? (target as Extract<Target, { is: K }>) : null),
    needs,
    show,
  });
}

/** Hides the type of what a provider finds, so that one table can hold all of them. */
function provider<T extends { readonly span: Span }>({ find, needs, show }: HoverProvider<T>) {
  return (spot: HoverSpot) => {
    const found = find(spot);
    return (
      found && {
        span: found.span,
        needs: () => needs(found, spot),
        markdown: (context: HoverContext) => show(found, spot, context),
      }
    );
  };
}
