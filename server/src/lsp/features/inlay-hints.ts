import type { InlayHint, InlayHintParams } from 'vscode-languageserver';
import { hintsIn } from '../../core/features/hints/inlay-hints';
import type { Context } from '../server/context';
import { toSpan } from '../server/convert';

/**
 * Answers how much of their limits the visible proposals use. Returns a function to call when limits may have changed.
 */
export function serveHints({ connection, client, documents, guard, settings, rulesFor }: Context): () => void {
  connection.languages.inlayHint.on(
    guard('hints', [], async ({ textDocument: { uri }, range }: InlayHintParams): Promise<InlayHint[]> => {
      const choice = settings.get('inlayHints');
      if (choice === 'off' || !documents.candidate(uri)) return [];
      const limits = (await rulesFor(uri)) ?? {};
      const open = documents.get(uri);
      if (!open?.proposals.kind) return [];
      const { text, proposals } = open;
      return hintsIn(proposals, toSpan(text, range), choice, limits).map(({ offset, label, tooltip }) => ({
        position: text.positionAt(offset),
        label,
        tooltip,
        paddingLeft: true,
      }));
    }),
  );
  const refresh = () => {
    if (client.refreshesHints) void connection.languages.inlayHint.refresh().catch(() => {});
  };
  settings.onDidChange('inlayHints', refresh);
  return refresh;
}
