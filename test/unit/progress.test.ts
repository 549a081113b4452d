import { expect, test, vi } from 'vitest';
import { Progress } from '../../server/src/entry/cli/progress';

function started({ columns = 40 as number | null } = {}) {
  let time = 0;
  const written: string[] = [];
  const progress = new Progress({ now: () => time, write: (text) => written.push(text), columns: () => columns });
  const at = (now: number, text: string) => {
    time = now;
    progress.say(text);
  };
  return { progress, written, at };
}

test('nothing within a second, then a line that is painted over at most ten times a second', () => {
  const { progress, written, at } = started();
  for (const time of [0, 500, 999]) at(time, `at ${time}`);
  progress.clear();
  expect(written).toEqual([]);
  for (const time of [1_000, 1_050, 1_099, 1_100]) at(time, `at ${time}`);
  progress.clear();
  progress.clear();
  expect(written).toEqual(['\r\x1b[Kat 1000', '\r\x1b[Kat 1100', '\r\x1b[K']);
});

test('it fits into the line, and is for terminals only', () => {
  const narrow = started({ columns: 8 });
  narrow.at(0, '');
  narrow.at(2_000, 'Reading: 1000 files');
  expect(narrow.written).toEqual(['\r\x1b[KReading']);
  const none = started({ columns: null });
  none.at(0, '');
  none.at(2_000, 'Reading');
  none.progress.clear();
  expect(none.written).toEqual([]);
});

test('what waits without a word is told of, too', () => {
  vi.useFakeTimers();
  try {
    const { progress, written, at } = started();
    at(0, 'Asking');
    vi.advanceTimersByTime(1_000);
    progress.clear();
    at(1, 'Done');
    progress.clear();
    vi.advanceTimersByTime(10_000);
    expect(written).toEqual(['\r\x1b[KAsking', '\r\x1b[K']);
  } finally {
    vi.useRealTimers();
  }
});
