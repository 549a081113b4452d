/** What VS Code shows of the server's answers by itself. */
import { describe, expect, test, vi } from 'vitest';
import { plainAnswers } from '../../client/src/connection/plain-answers';
import { aliveIn, hostile } from '../alive';

vi.mock('vscode', () => ({ WorkspaceEdit: class {}, CancellationError: class extends Error {} }));

const refused: string[] = [];
/** A request as a client sends it; the document does not matter here. */
const answers = plainAnswers((why) => refused.push(why)) as unknown as Record<
  keyof ReturnType<typeof plainAnswers>,
  (...given: unknown[]) => Promise<never>
>;
const token = { isCancellationRequested: false };
const fails = async () => {
  throw new Error(`"${hostile}" has\nit already.`);
};

describe('why something is not renamed', () => {
  test('before a name is asked for', async () => {
    const why = await answers.prepareRename({}, {}, token, fails).catch((error: Error) => error.message);
    expect(why).toMatch(/^"\[more\].*it already\.$/);
    expect(aliveIn(why)).toEqual([]);
  });

  test('after it', async () => {
    await answers.provideRenameEdits({}, {}, 'a', token, fails);
    expect(refused).toHaveLength(1);
    expect(aliveIn(refused[0] ?? hostile)).toEqual([]);
  });
});

test('what is completed is plain to see, and inserted as it is written', async () => {
  const item = { label: hostile, detail: hostile };
  const parts = { label: { label: hostile, detail: ` ${hostile}`, description: hostile }, insertText: 'a' };
  await answers.provideCompletionItem({}, {}, {}, token, async () => ({ items: [item, parts] }));
  expect(item).toMatchObject({ insertText: hostile, filterText: hostile });
  expect(parts).toMatchObject({ insertText: 'a', filterText: hostile });
  const { label, detail, description } = parts.label;
  expect([item.label, item.detail, label, detail, description].flatMap(aliveIn)).toEqual([]);
  expect(detail).toMatch(/^ \[/);
  expect(await answers.provideCompletionItem({}, {}, {}, token, async () => null)).toBeNull();
});

test('what is found in the workspace, and what stands above a heading', async () => {
  const symbol = { name: hostile, containerName: hostile };
  await answers.provideWorkspaceSymbols('a', token, async () => [symbol]);
  const lens = { command: { title: hostile } };
  await answers.provideCodeLenses({}, token, async () => [lens, {}]);
  expect([symbol.name, symbol.containerName, lens.command.title].flatMap(aliveIn)).toEqual([]);
});
