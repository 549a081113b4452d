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

/** One kind of hover: finds its target, says what must be loaded, and renders it. */
interface HoverProvider<T extends { readonly span: Span }> {
  find(spot: HoverSpot): T | null;
  needs(found: T, spot: HoverSpot): HoverNeeds;
  /** Returns Markdown, or null for no hover. */
  show(found: T, spot: HoverSpot, context: HoverContext): string | null;
}

/** The first provider that finds a target decides what to load. The first that renders something is shown. */
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
    ({ field, proposal }, { document }, { settings, known }) =>
      fieldHover(field, proposal, document, settings ?? {}, known.form()),
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
  // Links work in all Markdown files, not only in proposals documents.
  provider({
    find: ({ document, offset }) => linkAt(document.text, offset),
    needs: ({ target }, { document }) => (isKnownLink(target, document.path) ? workspace : nothing),
    show: ({ target }, { document }, context) => linkHover(target, document.path, context),
  }),
];

/** The hover at a position. Null if there is none. */
export function hoverAt(spot: Spot, context: HoverContext): Hover | null {
  const at = { ...spot, target: targetAt(spot.document, spot.offset) };
  for (const find of providers) {
    const found = find(at);
    const markdown = found?.markdown(context);
    if (found && markdown) return { span: found.span, markdown };
  }
  return null;
}

/** What must be loaded for the hover at a position. */
export function hoverNeedsAt(spot: Spot): HoverNeeds {
  const at = { ...spot, target: targetAt(spot.document, spot.offset) };
  for (const find of providers) {
    const found = find(at);
    if (found) return found.needs();
  }
  return nothing;
}

/** A hover for one kind of target. */
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

/** Hides the target type so that one table can contain all providers. */
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
