import { numbers } from '../bench/text';

/** Chance that is the same in every run with that seed. Each document has its own, so that it can be made again alone. */
export class Random {
  private readonly next: () => number;

  constructor(seed: number, document: number) {
    this.next = numbers(scattered(seed ^ scattered(document + 1)));
    // The first numbers of neighbors are alike.
    this.next();
    this.next();
  }

  /** A whole number from 0 to below `end`; 0 if `end` is less than 1. */
  below(end: number): number {
    return Math.floor(this.next() * Math.max(1, end));
  }

  /** Whether something happens that happens so often, from 0 to 1. */
  chance(share: number): boolean {
    return this.next() < share;
  }

  /** One of `all`. Throws a RangeError if there is none. */
  pick<T>(all: readonly T[]): T {
    const picked = all[this.below(all.length)];
    if (picked === undefined) throw new RangeError('nothing to pick from');
    return picked;
  }
}

/** 32 bits that have nothing to do with those of the numbers beside it. */
function scattered(value: number): number {
  let bits = value | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x45d9f3b);
  bits = Math.imul(bits ^ (bits >>> 16), 0x45d9f3b);
  return (bits ^ (bits >>> 16)) >>> 0;
}
