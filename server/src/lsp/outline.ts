import type { Place } from '../core/known/place';
import { outlineChanged, outlineRequest, type WirePlace, type WireTerm } from '../protocol';
import type { Context } from './context';
import { rangeOf } from './places';

/**
 * Answers for the outline. Returns what is to be called when the outline may have changed: the client hears of it
 * once, until it asks again; so typing costs one message a second at most, and none while nobody looks.
 */
export function serveOutline(context: Context): () => void {
  const { connection, documents } = context;
  let told = false;
  const changed = () => {
    if (told) return;
    told = true;
    void connection.sendNotification(outlineChanged);
  };
  const answer = context.guard('outline', [], () => {
    told = false;
    return outline(context);
  });
  // The token comes last, behind whatever parameters a client may send to a request that has none.
  connection.onRequest(outlineRequest, (...given) => answer(undefined, given.at(-1)));
  documents.texts.onDidChangeContent(changed);
  documents.texts.onDidClose(changed);
  return changed;
}

function outline(context: Context): WireTerm[] {
  return context.workspace.outline().map(({ projects, ...term }) => ({
    ...term,
    projects: projects.map(({ proposals, ...project }) => ({
      ...project,
      place: wirePlace(context, project.place),
      proposals: proposals.map((proposal) => ({ ...proposal, place: wirePlace(context, proposal.place) })),
    })),
  }));
}

function wirePlace(context: Context, place: Place): WirePlace {
  return { uri: place.uri, range: rangeOf(context, place) ?? nowhere };
}

/** For a file that has gone since: its start. */
const nowhere = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
