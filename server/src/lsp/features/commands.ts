import type { CancellationToken } from 'vscode-languageserver';
import { type Arranged, sortedProjects, updatedContents } from '../../core/features/actions/arrange';
import { neighborOf } from '../../core/features/navigation/neighbor';
import { mentionsOf, PersonFinder } from '../../core/features/symbols/find-people';
import { type Found, ProposalFinder } from '../../core/features/symbols/find-proposals';
import type { Files } from '../../host/ports';
import {
  type ArrangeParams,
  arrangeRequest,
  type FindParams,
  findPeopleRequest,
  findProposalsRequest,
  type MentoredParams,
  mentoredRequest,
  type NeighborParams,
  neighborRequest,
  type WireArranged,
  type WireBest,
  type WireFound,
  type WirePerson,
} from '../../protocol/commands';
import type { WirePlace } from '../../protocol/place';
import type { Context } from '../server/context';
import { toRange } from '../server/convert';
import type { OpenDocument } from '../server/documents';
import { rangeOf } from '../server/locations';
import { paramsIn, placeIn, textIn } from '../server/params';
import { withTimeout } from '../server/timeout';
import { serveCheck } from './check-workspace';
import { serveExport } from './export';

/** The longest wait for the first list, in milliseconds. */
const TIMEOUT = 1_000;

/** The longest query. No person types a longer one. */
const QUERY = 200;

const none = { items: [], all: 0 };
const nothing: WireArranged = { is: 'nothing', why: 'This file has no proposals.' };

/** Answers the requests of palette commands. */
export function serveCommands(context: Context, files: Files): void {
  const { connection, guard, known } = context;
  const proposals = new ProposalFinder();
  const people = new PersonFinder();
  connection.onRequest<WireBest<WireFound>, never>(
    findProposalsRequest,
    guard('finding proposals', none, async (params: unknown, token) => {
      await workspaceRead(context, token);
      const { items, all } = proposals.matching(queryIn(params), known, context.l10n);
      return { items: found(context, items), all };
    }),
  );
  connection.onRequest<WireBest<WirePerson>, never>(
    findPeopleRequest,
    guard('finding people', none, async (params: unknown, token) => {
      await workspaceRead(context, token);
      return people.matching(queryIn(params), known, context.l10n);
    }),
  );
  connection.onRequest<readonly WireFound[], never>(
    mentoredRequest,
    guard('finding mentors', [], (params: unknown) => {
      const { id } = paramsIn<MentoredParams>(params);
      return typeof id === 'string' ? found(context, mentionsOf(id, known, context.l10n)) : [];
    }),
  );
  connection.onRequest<WirePlace | null, never>(
    neighborRequest,
    guard('a neighbor', null, (params: unknown) => neighbor(context, params)),
  );
  connection.onRequest<WireArranged, never>(
    arrangeRequest,
    guard('putting a file in order', nothing, (params: unknown) => arranged(context, params)),
  );
  serveCheck(context, files);
  serveExport(context, files);
}

/** Waits until the files are read or the timeout is over. Then whatever is known can be found. */
function workspaceRead({ workspace, clock }: Context, token: CancellationToken): Promise<void> {
  return withTimeout(workspace.load(), TIMEOUT, clock, token);
}

function queryIn(params: unknown): string {
  return textIn(paramsIn<FindParams>(params).query).slice(0, QUERY);
}

/** Without the results from removed files. */
function found(context: Context, list: readonly Found[]): readonly WireFound[] {
  return list.flatMap(({ label, around, place }) => {
    const range = rangeOf(context, place);
    return range ? [{ label, around, place: { uri: place.uri, range } }] : [];
  });
}

function neighbor({ documents }: Context, params: unknown): WirePlace | null {
  const { way } = paramsIn<NeighborParams>(params);
  const at = placeIn(params);
  const open = at && documents.get(at.uri);
  if (!open) return null;
  const { text, proposals } = open;
  const span = neighborOf(proposals, text.offsetAt(at.position), way === 'previous' ? 'previous' : 'next');
  return span && { uri: text.uri, range: toRange(text, span) };
}

function arranged({ documents }: Context, params: unknown): WireArranged {
  const { uri, what } = paramsIn<ArrangeParams>(params);
  const open = typeof uri === 'string' ? documents.get(uri) : null;
  if (!open) return nothing;
  return wire(open, what === 'projects' ? sortedProjects(open.proposals) : updatedContents(open.proposals));
}

function wire({ text }: OpenDocument, answer: Arranged): WireArranged {
  if (answer.is === 'nothing') return answer;
  const edits = answer.edits.map((edit) => ({ range: toRange(text, edit.span), text: edit.text }));
  return { is: 'edits', version: text.version, edits };
}
