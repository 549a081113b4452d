import { median, percentile, timed } from '../measure';
import type { Typed } from '../session';
import type { Asked, Running, Tool } from './tool';

/** When a tool is given up, in milliseconds: for one answer, and for all keys of one kind together. */
export const LIMIT = 60_000;

/** Keys that are measured, and the fewest that say anything where there is no time for all. */
export const KEYS = 50;
export const FEWEST_KEYS = 5;

/** Keys before the measured ones: what a person feels is a process that has been typed in for a minute. */
export const WARM_UP = 60;
/** How long the keys before may take: slow tools are warm after fewer. In milliseconds. */
const WARM_UP_TIME = 10_000;

/** A tool that took longer than this for a size is measured once, in milliseconds. */
const SLOW = 60_000;

/** What was measured while one thing was asked for; a list is empty where the tool was given up. */
interface Measured {
  readonly start: number[];
  readonly open: number[];
  readonly keys: number[];
  readonly resident: number[];
  count: number | null;
}

/** A tool's figures for one text; null where the tool does not offer it, and empty where it was given up. */
export interface Figures {
  readonly tool: Tool;
  readonly asked: Readonly<Record<Asked, Measured | null>>;
}

/** Measures all tools with one text, one after the other in each round, so that a busy machine is unfair to all alike. */
export async function figuresOf(
  tools: readonly Tool[],
  text: string,
  typed: readonly Typed[],
  rounds: number,
): Promise<Figures[]> {
  const figures = tools.map((tool) => ({
    tool,
    asked: { findings: empty(tool, 'findings'), symbols: empty(tool, 'symbols') },
  }));
  const slow = new Set<Tool>();
  for (let round = 0; round < rounds; round++) {
    for (const { tool, asked } of figures) {
      if (slow.has(tool)) continue;
      const time = await timed(async () => {
        for (const ask of tool.asked) {
          const measured = asked[ask];
          if (measured) await measure(tool, ask, text, typed, measured);
        }
      });
      process.stderr.write(`  ${tool.name}: ${(time / 1000).toFixed(0)} s\n`);
      if (time > SLOW) slow.add(tool);
    }
  }
  return figures;
}

function empty(tool: Tool, ask: Asked): Measured | null {
  return tool.asked.includes(ask) ? { start: [], open: [], keys: [], resident: [], count: null } : null;
}

/** A fresh process opens the text, and is typed in. What comes too late, or never, is left out. */
async function measure(
  tool: Tool,
  ask: Asked,
  text: string,
  typed: readonly Typed[],
  measured: Measured,
): Promise<void> {
  let running: Running | null = null;
  try {
    const begun = performance.now();
    running = await tool.start();
    measured.start.push(performance.now() - begun);
    const { time, count } = await within(LIMIT, running.open(text, ask));
    measured.open.push(time);
    measured.count = count;
    try {
      measured.keys.push(...(await keys(running, ask, typed)));
    } finally {
      measured.resident.push(running.resident);
    }
  } catch (error) {
    console.error(`  ${tool.name}, ${ask}: ${String(error)}`);
  } finally {
    running?.end();
  }
}

/** Times of the measured keys, of fewer where the time is over. Rejects where it is over for too many. */
async function keys(running: Running, ask: Asked, typed: readonly Typed[]): Promise<number[]> {
  const start = performance.now();
  let next = 0;
  while (next < WARM_UP && performance.now() - start < WARM_UP_TIME)
    await within(LIMIT, running.key(typed[next++] as Typed, ask));
  const times: number[] = [];
  let left = LIMIT;
  while (times.length < KEYS && left > 0) {
    try {
      const { time } = await within(left, running.key(typed[next++] as Typed, ask));
      times.push(time);
      left -= time;
    } catch (error) {
      if (times.length < FEWEST_KEYS) throw error;
      break;
    }
  }
  if (times.length < FEWEST_KEYS) throw new Late();
  return times;
}

class Late extends Error {
  constructor() {
    super(`given up after ${LIMIT / 1000} s`);
  }
}

/** What `work` resolves with. Rejects when that takes longer than `limit` milliseconds. */
async function within<T>(limit: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Late()), limit);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The median and the 95th percentile, or null where nothing was measured. */
export function spread(times: readonly number[] | undefined): { median: number; p95: number; count: number } | null {
  if (!times || times.length === 0) return null;
  return { median: median(times), p95: percentile(times, 0.95), count: times.length };
}
