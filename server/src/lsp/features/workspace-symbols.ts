import { type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import { WorkspaceSymbols } from '../../core/features/symbols/workspace-symbols';
import { runYielding } from '../../host/workspace/yielding';
import type { Context } from '../server/context';
import { toLocations } from '../server/locations';

/** LSP has no symbol kind for people; `Object` looks different from every heading. */
const kinds = { mentor: SymbolKind.Object, project: SymbolKind.Module, proposal: SymbolKind.Class } as const;

/**
 * Finds mentors, projects and proposals by name. Returns a function to call in the background when more files are
 * known, so that the first query does not wait.
 */
export function serveWorkspaceSymbols(context: Context): () => Promise<void> {
  const symbols = new WorkspaceSymbols();
  context.connection.onWorkspaceSymbol(
    context.guard('workspace symbols', [], ({ query }: { query: string }): SymbolInformation[] =>
      symbols.matching(query, context.known).flatMap(({ kind, name, container, place }) =>
        toLocations(context, [place]).map((location) => ({
          name,
          kind: kinds[kind],
          containerName: container,
          location,
        })),
      ),
    ),
  );
  return () => runYielding(symbols.prepare(context.known), context.clock);
}
