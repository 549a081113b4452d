/**
 * How much slower this machine is at this moment than the one on which limits of CPU time were chosen: from 1 to 3. Processors
 * that share their core with others take a third longer for the same work, which says nothing about the work.
 */
export function slowness(): number {
  const times = Array.from({ length: 5 }, timeOfReference).sort((a, b) => a - b);
  return Math.min(3, Math.max(1, (times[2] ?? NOMINAL) / NOMINAL));
}

/** CPU time of the reference on that machine, in milliseconds. */
const NOMINAL = 36;

/** Looks for line ends and makes small objects, which is what reading a document does. */
function timeOfReference(): number {
  const text = 'a b\n'.repeat(50_000);
  const before = process.cpuUsage();
  let kept: { readonly start: number; readonly end: number }[] = [];
  for (let times = 0; times < 10; times++) {
    kept = [];
    for (let start = 0; start < text.length; ) {
      const end = text.indexOf('\n', start);
      kept.push({ start, end });
      start = end + 1;
    }
  }
  const { user, system } = process.cpuUsage(before);
  return kept.length > 0 ? (user + system) / 1_000 : 0;
}
