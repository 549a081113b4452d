import { TextDocument } from 'vscode-languageserver-textdocument';
import { timed } from '../measure';
import { type Client, Session, type Typed } from '../session';
import type { Answer, Asked, Running } from './tool';

/** How a server differs from ours: what its client has to do, and what it does not understand. */
export interface Server {
  readonly command: readonly string[];
  /** Tells findings by itself, instead of being asked. */
  readonly pushes?: boolean;
  /** Wants the whole text at each change. */
  readonly wholeText?: boolean;
  /** What its client does, with the document as the editor has it. */
  readonly client?: (text: () => string) => Client;
}

/** Starts a language server over stdio. */
export async function overStdio(server: Server, uri: string, folder: string | null): Promise<Running> {
  // An editor has the document anyway, so that keeping it is no part of what is measured.
  let document = TextDocument.create(uri, 'markdown', 1, '');
  const client = server.client?.(() => document.getText());
  const session = await Session.start(server.command, uri, folder, client);
  const answer = async (change: () => Promise<void>, ask: Asked): Promise<Answer> => {
    let count = 0;
    const time = await timed(async () => {
      if (ask === 'findings' && server.pushes) {
        count = await session.pushed(change);
        return;
      }
      await change();
      count = ask === 'findings' ? await session.pull() : await symbolsIn(session);
    });
    return { time, count };
  };
  return {
    open(text, ask) {
      document = TextDocument.create(uri, 'markdown', 1, text);
      return answer(() => session.open(text), ask);
    },
    key(typed, ask) {
      document = TextDocument.update(document, [changeOf(typed)], document.version + 1);
      const text = server.wholeText ? document.getText() : null;
      return answer(() => (text === null ? session.type(typed) : session.replace(text)), ask);
    },
    get resident() {
      return session.resident;
    },
    end: () => session.kill(),
  };
}

async function symbolsIn(session: Session): Promise<number> {
  return (await session.request<unknown[] | null>('textDocument/documentSymbol'))?.length ?? 0;
}

/** A typed change as `TextDocument.update` takes it. */
export function changeOf({ line, character, remove, text }: Typed) {
  return { range: { start: { line, character }, end: { line, character: character + remove } }, text };
}
