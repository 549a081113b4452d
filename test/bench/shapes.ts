import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nothingKnown } from '../../server/src/core/known/known';
import { FindingMemory } from '../../server/src/core/linter/memory';
import { findingsOf } from '../../server/src/core/linter/run';
import { readDocument } from '../../server/src/core/model/document';
import { median, percentile, type Row, timed } from './measure';
import { realisticText } from './text';

const edits = 150;
/** The same object for all versions, as in the server, so that findings are remembered. */
const settings = {};
const warmUp = 60;

/** A keystroke in other kinds of documents, against one in a CNCF file of the same size. */
export async function shapes(shared: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [name, size] of [
    ['30 KB', 30_000],
    ['160 KB', 160_000],
  ] as const) {
    const usual = await keystrokes(realisticText(size), 'lfx-mentorship/2025/01-Mar-May/project_ideas.md');
    const list = await keystrokes(ideaList(size), 'ideas/2026.md');
    rows.push(against(`${name}: key in an idea list`, list, usual));
    const drafts = await keystrokes(draftsByForm(size), 'lfx-mentorship/2026/03-Sep-Nov/drafts.md');
    rows.push(against(`${name}: key in drafts for the form`, drafts, usual));
  }
  const real = join(shared, 'wild/moja-global/GSOC-2022-Ideas.md');
  if (!existsSync(real)) return rows;
  const text = readFileSync(real, 'utf8');
  const usual = await keystrokes(realisticText(text.length), 'lfx-mentorship/2025/01-Mar-May/project_ideas.md');
  rows.push(against('35 KB real: key in an idea list', await keystrokes(text, 'gsoc/2022.md'), usual));
  return rows;
}

interface Keystrokes {
  readonly times: readonly number[];
  readonly proposals: number;
}

function against(what: string, own: Keystrokes, usual: Keystrokes): Row {
  const floor = median(usual.times);
  return {
    what,
    value: median(own.times),
    p95: percentile(own.times, 0.95),
    unit: 'ms',
    bar: Math.max(1.5 * floor, floor + 2),
    note: `${own.proposals} proposals; a CNCF file ${floor.toFixed(2)} ms`,
  };
}

/** Letters typed in the middle of the text, read and checked inside the server. */
async function keystrokes(start: string, path: string): Promise<Keystrokes> {
  let text = start;
  let document = readDocument(text, path);
  const memory = new FindingMemory();
  const times: number[] = [];
  let at = text.indexOf(' ', text.indexOf('. ', text.length / 2));
  for (let i = 0; i < edits + warmUp; i++) {
    text = `${text.slice(0, at)}x${text.slice(at)}`;
    at++;
    times.push(
      await timed(() => {
        document = readDocument(text, path, { previous: document });
        return findingsOf(document, nothingKnown, settings, memory);
      }),
    );
  }
  return { times: times.slice(warmUp), proposals: document.proposals.length };
}

const sentence = 'Nobody can tell which part of the answer is slow, so this idea adds a report that says it. ';

/** An idea list like those of other organizations: one idea in 1.9 KB, with six labels and one or two mentors. */
export function ideaList(size: number): string {
  const parts = ['# Ideas\n\nThese are our ideas.\n\n'];
  for (let n = 0, length = 0; length < size; n++) {
    const mentors =
      n % 2 === 0 ? `[Ada Example ${n}](https://github.com/ada-${n})` : `Ada Example ${n}, Bo Sample ${n}`;
    const idea = `## Idea ${n} makes it faster\n\n${sentence.repeat(8)}\n\n**Goals:**\n\n- ${sentence}\n- ${sentence}\n- ${sentence.repeat(2)}\n\n**Skills:** Go, SQL\n\n**Difficulty:** Medium\n\n**Size:** 175 hours\n\n**Expected outcome:** ${sentence.repeat(4)}\n\n**Mentors:** ${mentors}\n\n`;
    parts.push(idea);
    length += idea.length;
  }
  return parts.join('');
}

/** Drafts with everything that CNCF's form asks for; every eighth lacks the LFID of a mentor. */
export function draftsByForm(size: number): string {
  let n = 0;
  return realisticText(size)
    .replace(/## Template[\s\S]*?---\n/, '')
    .replace(/- Recommended Skills: .*/g, '$&\n- Technologies: Go, Kubernetes')
    .replace(/mentor-(\d+)@example\.org/g, (all, who: string) => (n++ % 8 === 0 ? all : `${all}, LFID: mentor${who}`));
}
