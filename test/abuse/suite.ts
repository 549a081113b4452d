import { describe, expect, test } from 'vitest';
import { places, type Shape, shapesIn } from './shapes';
import { timesOf } from './work';

/** What a text may cost, in milliseconds of the processor for all steps together. */
const MOST = 300;
/** A machine may stumble once: what is slow is slow every time. */
const TRIES = 3;
/** How many test files share the places, so that they run beside each other. */
const SHARES = 4;

interface Cost {
  readonly shape: Shape;
  readonly total: number;
  readonly times: ReadonlyMap<string, number>;
}

/** Tests every unit in every fourth place, and tells of each place which one was the slowest. */
export function testShare(share: number): void {
  const own = Object.keys(places).filter((_, i) => i % SHARES === share);
  describe.each(own)('in %s', (place) => {
    const shapes = shapesIn(place);
    test(`each of ${shapes.length} texts of 60 KB takes less than ${MOST} ms`, { timeout: 180_000 }, () => {
      const costs = shapes.map(costOf).sort((a, b) => b.total - a.total);
      console.log(`slowest: ${costs[0] ? told(costs[0]) : 'none'}`);
      expect(costs.filter(({ total }) => total >= MOST).map(told)).toEqual([]);
    });
  });
}

function costOf(shape: Shape): Cost {
  let best: Cost | null = null;
  for (let tries = 0; tries < TRIES && (best === null || best.total >= MOST); tries++) {
    const times = timesOf(shape);
    const total = [...times.values()].reduce((sum, time) => sum + time, 0);
    if (best === null || total < best.total) best = { shape, total, times };
  }
  return best ?? { shape, total: 0, times: new Map() };
}

function told({ shape, total, times }: Cost): string {
  const [[step, time] = ['', 0]] = [...times].sort(([, a], [, b]) => b - a);
  return `${shape.name}: ${total.toFixed(0)} ms, of these ${step} ${time.toFixed(0)}`;
}
