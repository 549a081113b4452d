import { type CancellationToken, type Hover, type HoverParams, MarkupKind } from 'vscode-languageserver';
import { hoverAt, hoverNeedsAt } from '../../core/features/hover/hover';
import type { Spot } from '../../core/features/navigation/subject';
import type { Context } from '../server/context';
import { toRange } from '../server/convert';
import { hoverContextOf } from '../server/locations';
import { withTimeout } from '../server/timeout';

/** A visible hover cannot change, so it waits for missing data, but not too long; in milliseconds. */
const TIMEOUT = 2_000;

export function serveHover(context: Context): void {
  context.connection.onHover(context.guard('hover', null, (params, token) => hover(context, params, token)));
}

async function hover(context: Context, params: HoverParams, token: CancellationToken): Promise<Hover | null> {
  const { documents, clock } = context;
  const { uri } = params.textDocument;
  const asked = documents.get(uri);
  if (!asked) return null;
  const offset = asked.text.offsetAt(params.position);
  const work = pendingWork(context, { document: asked.proposals, uri, offset }, token);
  if (work) await withTimeout(work, TIMEOUT, clock, token);
  const settings = (await context.rulesFor(uri)) ?? {};
  // The document may have another kind now, because its configuration has been read meanwhile.
  const open = documents.get(uri);
  if (open?.proposals.text !== asked.proposals.text) return null;
  const found = hoverAt({ document: open.proposals, uri, offset }, { ...hoverContextOf(context), settings });
  if (!found) return null;
  return { contents: { kind: MarkupKind.Markdown, value: found.markdown }, range: toRange(open.text, found.span) };
}

/** Loads what the hover needs: issues from GitHub, everything else from the workspace. */
function pendingWork({ issueStore, workspace }: Context, spot: Spot, token: CancellationToken): Promise<void> | null {
  const needs = hoverNeedsAt(spot);
  if (needs.workspace) return workspace.load();
  const questions = needs.issues.filter((key) => issueStore.isOpenQuestion(key));
  return questions.length > 0 ? issueStore.fetch(questions, 'person', token) : null;
}
