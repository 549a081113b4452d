import { expect, test, vi } from 'vitest';
import { copyLine, copyText } from '../../client/src/ui/clipboard';

const written = vi.hoisted((): string[] => []);
vi.mock('vscode', () => ({ env: { clipboard: { writeText: async (text: string) => void written.push(text) } } }));

test('a line is one line, whatever it is made of: no terminal runs it', async () => {
  await copyLine(' Ada\nrm -rf \u001b[201~\r(@ada-example)\u202e\u0000 \u2028');
  expect(written.pop()).toBe('Ada rm -rf [201~ (@ada-example)');
  await copyLine('a'.repeat(5_000));
  expect(written.pop()).toHaveLength(2_000);
});

test('a part of a document keeps its lines, tabs and emoji, and nothing that acts', async () => {
  await copyText('#### A\r\n\n- B:\t👩‍🚀\u001b]0;c\u0007\u009b\u202e\n');
  expect(written.pop()).toBe('#### A\r\n\n- B:\t👩‍🚀]0;c\n');
  await copyText('a'.repeat(3_000_000));
  expect(written.pop()).toHaveLength(1_000_000);
});
