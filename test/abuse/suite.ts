import { expect, test } from 'vitest';
import { slowness } from '../machine';
import { holdsLines, placeNames, type Shape, shapesIn } from './shapes';
import { timesOf } from './work';

/** What a text may cost, in milliseconds of the processor for all steps together. */
const MOST = 300;
/** A busy machine may be slow once; slow code is slow every time. */
const TRIES = 12;
/** Where growth is measured, the smaller size, in letters. */
const SMALL = 15_000;
/** How many test files share the places, so that they run beside each other. */
const SHARES = 4;

interface Cost {
  readonly shape: Shape;
  /** In milliseconds, on the machine for which the limit was chosen. */
  readonly total: number;
  readonly times: ReadonlyMap<string, number>;
}

/** Tests every unit in every fourth place, and reports the slowest unit of each place. */
export function testShare(share: number): void {
  const own = placeNames.filter((_, i) => i % SHARES === share);
  test.each(own.filter((place) => !holdsLines(place)))(
    `each text of 60 KB takes less than 300 ms, or more on a slow machine, in %s`,
    { timeout: 180_000 },
    (place) => {
      const costs = slowestFirst(shapesIn(place).map(costOf));
      expect(costs.filter(({ total }) => total >= MOST).map(told)).toEqual([]);
    },
  );

  test.each(own.filter(holdsLines))(
    'four times the lines take no more than six times as long in %s',
    (place) => {
      const small = shapesIn(place, SMALL).map(costOf);
      const costs = slowestFirst(
        shapesIn(place, 4 * SMALL).map((shape, i) => ({ ...costOf(shape), few: small[i]?.total ?? 0 })),
      );
      expect(costs.filter(({ total, few }) => total >= MOST && total > 6 * few).map(told)).toEqual([]);
    },
    180_000,
  );
}

function slowestFirst<T extends Cost>(costs: readonly T[]): readonly T[] {
  const sorted = costs.toSorted((a, b) => b.total - a.total);
  if (sorted[0]) console.log(`slowest: ${told(sorted[0])}`);
  return sorted;
}

function costOf(shape: Shape): Cost {
  let best: Cost | null = null;
  for (let tries = 0; tries < TRIES && (best === null || best.total >= MOST); tries++) {
    const times = timesOf(shape);
    const taken = [...times.values()].reduce((sum, time) => sum + time, 0);
    // How fast the machine is changes within minutes.
    const total = taken < MOST ? taken : taken / slowness();
    if (best === null || total < best.total) best = { shape, total, times };
  }
  return best ?? { shape, total: 0, times: new Map() };
}

function told({ shape, total, times }: Cost): string {
  const [[step, time] = ['', 0]] = [...times].sort(([, a], [, b]) => b - a);
  return `${shape.name}: ${total.toFixed(0)} ms, of these ${step} ${time.toFixed(0)}`;
}
