/** The process in which a library of `test/bench/peers` is measured: `in-process-child.js <adapter> <uri>`. */
import { pathToFileURL } from 'node:url';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { timed } from '../measure';
import type { Typed } from '../session';
import { changeOf } from './over-stdio';
import type { Answer, Asked } from './tool';

/** A library with one document. */
interface Attached {
  changed(): void;
  findings(): Promise<number>;
  symbols?(): Promise<number>;
}

async function main([adapter = '', uri = '']: readonly string[]): Promise<void> {
  const { attach } = (await import(pathToFileURL(adapter).href)) as { attach(document: TextDocument): Attached };
  let document = TextDocument.create(uri, 'markdown', 1, '');
  let attached: Attached | null = null;
  process.on('message', (question: { text?: string; typed?: Typed; ask: Asked }) => {
    void answered(question);
  });
  process.on('disconnect', () => process.exit());
  process.send?.('ready');

  async function answered({ text, typed, ask }: { text?: string; typed?: Typed; ask: Asked }): Promise<void> {
    let count = 0;
    const time = await timed(async () => {
      if (text !== undefined) {
        document = TextDocument.create(uri, 'markdown', 1, text);
        attached = attach(document);
      } else if (typed) {
        // The document stays the same object, as in an editor.
        TextDocument.update(document, [changeOf(typed)], document.version + 1);
        attached?.changed();
      }
      count = (await attached?.[ask]?.()) ?? 0;
    });
    process.send?.({ time, count } satisfies Answer);
  }
}

void main(process.argv.slice(2));
