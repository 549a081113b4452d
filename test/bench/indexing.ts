import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { places } from './keystrokes';
import { percentile, type Row } from './measure';
import { Session } from './session';
import { realisticText } from './text';

/** How long a person takes from one key to the next while the index is built, in milliseconds. */
const BETWEEN_KEYS = 15;

/** How often completion and references are asked for, after as many times before: a process that has been used a while. */
const ASKED = 60;

/**
 * From opening a document to a complete index of the folder around it, with somebody typing meanwhile; then how fast
 * mentors are completed and references are found. `handle` is that of a mentor in the folder.
 */
export async function indexing(
  dist: string,
  { name, folder, handle, bar }: { name: string; folder: string; handle: string; bar: number },
): Promise<Row[]> {
  const root = pathToFileURL(folder).href;
  // In a term whose rules the text follows, because for a new one everything that the form asks for would be missing.
  const uri = `${root}/programs/lfx-mentorship/2025/01-Mar-May/more/project_ideas.md`;
  const text = `${realisticText(160_000)}- Mentor(s):\n  - Ada Example (@${handle}, ada@example.org)\n  - M\n`;
  const session = await Session.start([join(dist, 'server.js'), '--stdio'], uri, root);
  let complete = false;
  const all = session.logged(/^Read \d+ proposals files/).then(() => {
    complete = true;
  });
  const keys: number[] = [];
  const typed = places(text, 4_000);
  const indexed = session.timed(async () => {
    await session.open(text);
    await all;
  });
  // What the document itself costs at first is no matter of the index.
  await session.pull();
  for (const each of typed) {
    if (complete) break;
    keys.push(await session.timed(() => session.type(each).then(() => session.pull())));
    await new Promise((later) => setTimeout(later, BETWEEN_KEYS));
  }
  const time = await indexed;
  const after: number[] = [];
  for (const each of places(text, 40))
    after.push(await session.timed(() => session.type(each).then(() => session.pull())));
  const answers = await asked(session, text, handle);
  await session.stop();
  return [
    { what: `${name}: opened to index complete`, value: time / 1000, unit: 's', bar },
    {
      what: `${name}: slowest keystroke meanwhile`,
      value: Math.max(...keys),
      p95: percentile(keys, 0.95),
      unit: 'ms',
      bar: 16,
      note: `${keys.length} keystrokes; ${Math.max(...after).toFixed(1)} ms afterward`,
    },
    ...answers.map((answer) => ({ ...answer, what: `${name}: ${answer.what}` })),
  ];
}

async function asked(session: Session, text: string, handle: string): Promise<Row[]> {
  const lines = text.split('\n');
  const mentors = lines.length - 2;
  const named = mentors - 1;
  const completion: number[] = [];
  const references: number[] = [];
  let [items, places] = [0, 0];
  for (let time = 0; time < 2 * ASKED; time++) {
    const character = 5 + time;
    await session.type({ line: mentors, character, remove: 0, text: 'a' });
    const position = { line: mentors, character: character + 1 };
    completion.push(
      await session.timed(async () => {
        const answer = await session.request<{ items?: unknown[] } | unknown[] | null>('textDocument/completion', {
          position: time % 2 === 0 ? { line: mentors, character: 4 } : position,
        });
        items = Math.max(items, (Array.isArray(answer) ? answer : (answer?.items ?? [])).length);
      }),
    );
    const at = { line: named, character: (lines[named] ?? '').indexOf(handle) + 1 };
    references.push(
      await session.timed(async () => {
        const context = { includeDeclaration: true };
        const answer = await session.request<unknown[] | null>('textDocument/references', { position: at, context });
        places = answer?.length ?? 0;
      }),
    );
  }
  return [
    row('completion of a mentor', completion, 10, `${items} items at most`),
    row('references of a handle', references, 50, `${places} places`),
  ];
}

function row(what: string, times: readonly number[], bar: number, note: string): Row {
  const [first = 0] = times;
  const value = percentile(times.slice(ASKED), 0.95);
  return { what: `${what}, p95`, value, unit: 'ms', bar, note: `${note}; the first ${first.toFixed(1)} ms` };
}
