import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { goodProposal } from '../good';
import { processTime } from './corpus';
import type { Row } from './measure';

/** How long a person waits for the command line: for one file, and for repairs of more and more proposals. */
export async function commandLine(dist: string): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'proposals-bench-'));
  try {
    const cli = join(dist, 'cli.js');
    const file = join(folder, 'project_ideas.md');
    const write = (proposals: number) => writeFileSync(file, repairable(proposals));
    write(1);
    const floor = await processTime(['-e', '0'], 9);
    const one = await processTime([cli, 'check', '--format', 'text', file], 9);
    // Every run repairs: the file is as it was before each of them.
    const fixing = async (proposals: number) => {
      write(proposals);
      return processTime([cli, 'check', '--fix', '--quiet', file], 1);
    };
    const few = await fixing(1_000);
    const many = await fixing(8_000);
    return [
      {
        what: 'check of one file, above node -e 0',
        value: one - floor,
        unit: 'ms',
        bar: 120,
        note: `${one.toFixed(0)} ms`,
      },
      {
        what: 'check --fix: 8,000 proposals for 1,000',
        value: many / few,
        unit: '×',
        bar: 12,
        note: `${(many / 1000).toFixed(1)} s`,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A list of which every proposal has a label to repair. */
function repairable(proposals: number): string {
  const one = goodProposal('One').replace('- Expected Outcome:', '- Expected Outcomes:');
  return `## Ideas\n\n### Jaeger\n\n${one.repeat(proposals)}`;
}
