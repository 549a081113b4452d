import type { DefinitionParams, DocumentHighlight, Location, ReferenceParams } from 'vscode-languageserver';
import { definitionAt } from '../../core/features/navigation/definition';
import { headingWithAnchor } from '../../core/features/navigation/heading-links';
import { highlightsAt, referencesAt } from '../../core/features/navigation/references';
import type { Spot } from '../../core/features/navigation/subject';
import type { Place } from '../../core/known/place';
import { slugOfTitle } from '../../core/model/anchor';
import { sameUri } from '../../host/uri';
import { fileLinkedFrom } from '../../host/workspace/link-target';
import type { Context } from '../server/context';
import { toRange } from '../server/convert';
import { toLocations } from '../server/locations';

/**
 * Answers definitions and references of mentors, projects and issues. With `links`, also of headings and links to them,
 * for editors that do not do that for Markdown.
 */
export function serveNavigation(context: Context, links: boolean): void {
  const { connection, guard, known } = context;
  connection.onDefinition(guard('definition', [], (params) => definition(context, params, links)));
  connection.onReferences(guard('references', [], (params) => references(context, params, links)));
  connection.onDocumentHighlight(
    guard('highlights', [], (params): DocumentHighlight[] => {
      const spot = spotOf(context, params);
      const text = context.documents.texts.get(params.textDocument.uri);
      if (!spot || !text) return [];
      return highlightsAt(spot, known, links).map((span) => ({ range: toRange(text, span) }));
    }),
  );
}

/** The position of the caret. Null in documents without proposals. */
function spotOf({ documents }: Context, { textDocument: { uri }, position }: DefinitionParams): Spot | null {
  const open = documents.get(uri);
  return open?.proposals.kind ? { document: open.proposals, uri, offset: open.text.offsetAt(position) } : null;
}

function definition(context: Context, params: DefinitionParams, links: boolean): Location[] {
  const spot = spotOf(context, params);
  const found = spot && definitionAt(spot, context.known, links);
  if (!found) return [];
  return found.is === 'place' ? toLocations(context, [found.place]) : linkedFile(context, spot.uri, found.target);
}

function references(context: Context, params: ReferenceParams, links: boolean): Location[] {
  const spot = spotOf(context, params);
  const found = spot && referencesAt(spot, context.known, links);
  if (!found) return [];
  const { definition, others } = found;
  const first = definition && params.context.includeDeclaration ? [definition] : [];
  return toLocations(context, [...first, ...others]);
}

/** The heading that a link names, otherwise the start of the file, or of a folder's README. */
function linkedFile(context: Context, from: string, target: string): Location[] {
  const linked = fileLinkedFrom(from, target, context.workspace.folders());
  if (linked === null) return [];
  const isFolder = !/\.\w+$/.test(linked);
  const uri = isFolder ? `${linked.replace(/\/$/, '')}/README.md` : linked;
  const file = context.known.files().find((each) => sameUri(each.uri) === sameUri(uri));
  if (isFolder && !file) return [];
  const anchor = target.split('#')[1];
  const place = file && anchor ? headingIn(context, file.uri, anchor) : null;
  const found = place ? toLocations(context, [place]) : [];
  const start = { line: 0, character: 0 };
  return found.length > 0 ? found : [{ uri: file?.uri ?? uri, range: { start, end: start } }];
}

function headingIn({ documents, known }: Context, uri: string, anchor: string): Place | null {
  const open = documents.read(uri);
  const span = open ? headingWithAnchor(open, anchor) : null;
  if (span) return { uri, span };
  // For a closed file we know only the names of projects and proposals.
  const file = known.files().find((each) => each.uri === uri);
  const named = file?.projects.find(({ name }) => slugOfTitle(name) === anchor);
  const titled = file?.proposals.find(({ title }) => slugOfTitle(title) === anchor);
  const heading = named ?? titled;
  return heading ? { uri, span: heading.span } : null;
}
