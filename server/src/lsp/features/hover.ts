import { type CancellationToken, type Hover, type HoverParams, MarkupKind } from 'vscode-languageserver';
import { asksWorkspace, hoverAt } from '../../core/features/hover/hover';
import { issuesAt } from '../../core/features/hover/issue';
import type { Spot } from '../../core/features/navigation/subject';
import type { Context } from '../server/context';
import { toRange } from '../server/convert';
import { surroundingsOf } from '../server/locations';
import { withPatience } from '../server/timeout';

/** A shown hover cannot change, so it waits for what is not known yet, but no longer than a person does; in milliseconds. */
const PATIENCE = 2_000;

export function serveHover(context: Context): void {
  context.connection.onHover(context.guard('hover', null, (params, token) => hover(context, params, token)));
}

async function hover(context: Context, params: HoverParams, token: CancellationToken): Promise<Hover | null> {
  const { documents, clock } = context;
  const { uri } = params.textDocument;
  const asked = documents.get(uri);
  if (!asked) return null;
  const { version } = asked.text;
  const offset = asked.text.offsetAt(params.position);
  const work = toLearn(context, { document: asked.proposals, uri, offset }, token);
  if (work) await withPatience(work, PATIENCE, clock, token);
  const settings = (await context.rulesFor(uri)) ?? {};
  // What has been learnt may tell another kind of document: it is read again where only its text is the same.
  const open = documents.get(uri);
  if (open?.text.version !== version) return null;
  const told = hoverAt({ document: open.proposals, uri, offset }, { ...surroundingsOf(context), settings });
  if (!told) return null;
  return { contents: { kind: MarkupKind.Markdown, value: told.markdown }, range: toRange(open.text, told.span) };
}

/** What has to be found out for the hover at a spot: about issues from GitHub, about all else from the workspace. */
function toLearn({ learner, workspace }: Context, spot: Spot, token: CancellationToken): Promise<void> | null {
  if (asksWorkspace(spot)) return workspace.wake();
  const questions = issuesAt(spot.document, spot.offset).filter((key) => learner.isOpenQuestion(key));
  return questions.length > 0 ? learner.learn(questions, 'person', token) : null;
}
