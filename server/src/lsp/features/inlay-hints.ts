import type { InlayHint, InlayHintParams } from 'vscode-languageserver';
import { hintsIn } from '../../core/features/hints/inlay-hints';
import type { Context } from '../server/context';
import { toSpan } from '../server/convert';
import type { Settings } from '../server/settings';

/**
 * Answers how much of their limits the proposals in view use. Returns what is to be called when somebody wants other
 * hints.
 */
export function serveHints({ connection, client, documents, guard }: Context, settings: Settings): () => void {
  connection.languages.inlayHint.on(
    guard('hints', [], ({ textDocument: { uri }, range }: InlayHintParams): InlayHint[] => {
      const open = settings.inlayHints !== 'off' && documents.candidate(uri) ? documents.get(uri) : null;
      if (!open?.proposals.kind) return [];
      const { text, proposals } = open;
      return hintsIn(proposals, toSpan(text, range), settings.inlayHints).map(({ offset, label, tooltip }) => ({
        position: text.positionAt(offset),
        label,
        tooltip,
        paddingLeft: true,
      }));
    }),
  );
  return () => {
    if (client.refreshesHints) void connection.languages.inlayHint.refresh();
  };
}
