import { type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import { WorkspaceSymbols } from '../core/features/workspace-symbols';
import type { Context } from './context';
import { toLocations } from './places';

/** A person is none of LSP's kinds: an object is what no heading can be taken for. */
const kinds = { mentor: SymbolKind.Object, project: SymbolKind.Module, proposal: SymbolKind.Class } as const;

/** Answers where mentors, projects and proposals are by their names. */
export function serveWorkspaceSymbols(context: Context): void {
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
}
