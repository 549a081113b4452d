import type { Case } from './mutate';

/** Longest time that one failure may take to become short, in milliseconds. */
const LONGEST = 20_000;

/** A short case that fails as a given one does. `fails` says whether a case does. Never throws. */
export function shrunk(start: Case, fails: (one: Case) => boolean): Case {
  const end = performance.now() + LONGEST;
  const isLeft = () => performance.now() < end;
  let best = start;
  const tries = (versions: readonly string[]): boolean => {
    if (!isLeft() || !fails({ ...best, versions })) return false;
    best = { ...best, versions };
    return true;
  };
  for (let i = best.versions.length - 2; i >= 0; i--) tries(best.versions.filter((_, at) => at !== i));
  for (const pieces of [/(?<=\n)/, /(?=[^\p{L}\p{N}\p{M}])/u, '']) {
    for (let i = 0; i < best.versions.length; i++) {
      const tryText = (text: string) => tries(best.versions.map((own, at) => (at === i ? text : own)));
      halve((best.versions[i] ?? '').split(pieces), (rest) => tryText(rest.join('')), isLeft);
    }
  }
  return best;
}

/** Leaves out halves, then quarters, and so on, as long as the rest is still good. */
function halve(all: readonly string[], isGood: (rest: readonly string[]) => boolean, isLeft: () => boolean): void {
  let left = all;
  for (let size = Math.ceil(left.length / 2); size >= 1 && isLeft(); size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < left.length && isLeft(); ) {
      const rest = [...left.slice(0, at), ...left.slice(at + size)];
      if (isGood(rest)) left = rest;
      else at += size;
    }
  }
}
