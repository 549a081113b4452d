import { caretMoved } from '../../protocol/caret';
import type { Context } from '../server/context';
import { placeIn } from '../server/params';

/** Follows the caret of a client that tells of it: what is hinted at in one proposal is a finding in all others. */
export function followCaret({ connection, documents, client }: Context, refreshDiagnostics: () => void): void {
  connection.onNotification(caretMoved, (params: unknown) => {
    const { uri, position } = placeIn(params) ?? {};
    const open = uri === undefined ? null : documents.get(uri);
    if (!open || !position) return;
    const inWork = () => open.session.inWork(open.proposals, open.text, client.sendsCaret)?.body;
    const before = inWork();
    open.session.caret = position;
    if (inWork() !== before) refreshDiagnostics();
  });
  documents.texts.onDidSave(({ document }) => {
    if (documents.get(document.uri)?.session.saved() && !client.sendsCaret) refreshDiagnostics();
  });
}
