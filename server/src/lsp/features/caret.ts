import { caretMoved } from '../../protocol/caret';
import type { Context } from '../server/context';
import { placeIn } from '../server/params';

/** Follows the caret: a problem in the proposal under the caret is only a hint. */
export function followCaret({ connection, documents, client }: Context, refreshDiagnostics: () => void): void {
  connection.onNotification(caretMoved, (params: unknown) => {
    const { uri, position } = placeIn(params) ?? {};
    const open = uri === undefined ? null : documents.get(uri);
    if (!open || !position) return;
    const { session, proposals, text } = open;
    const inWork = () => (session.isBelowBlock(text) ? null : session.inWork(proposals, text, client.sendsCaret)?.body);
    const before = inWork();
    session.caret = position;
    if (inWork() !== before) refreshDiagnostics();
  });
  documents.texts.onDidSave(({ document }) => {
    if (documents.get(document.uri)?.session.saved() && !client.sendsCaret) refreshDiagnostics();
  });
}
