import { existsSync, readFileSync } from 'node:fs';

/** Milliseconds that `work` takes. */
export async function timed(work: () => unknown): Promise<number> {
  const start = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - start) / 1e6;
}

/** The value below which a share of `values` lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** Megabytes that a process holds. Throws where there is no `/proc`. */
export function residentOf(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
}

/** Milliseconds that the main thread of a process has waited for a processor. Always 0 where there is no `/proc`. */
export function waitedOf(pid: number): number {
  const file = `/proc/${pid}/schedstat`;
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split(' ')[1]) / 1e6 : 0;
}

/** One measured line: what, how long, against what, and the bar it has to keep. */
export interface Row {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly p95?: number;
  readonly bar?: number;
  /** Whether the bench fails if the bar is not kept. */
  readonly isGate?: boolean;
  readonly note?: string;
}

/** The rows as a table for people. */
export function table(rows: readonly Row[]): string {
  const cells = rows.map(({ what, value, unit, p95, bar, note }) => [
    what,
    `${number(value)} ${unit}`,
    p95 === undefined ? '' : `p95 ${number(p95)}`,
    bar === undefined ? '' : `bar ${number(bar)}`,
    bar === undefined ? '' : value <= bar ? 'met' : 'NOT MET',
    note ?? '',
  ]);
  const widths = [0, 1, 2, 3, 4, 5].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  return cells
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function number(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
