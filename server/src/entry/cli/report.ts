import { promises as fs } from 'node:fs';
import { reasonOf } from '../../adapters/files/node-files';
import { formatsWithDigests, printed } from '../../host/report/formats';
import type { FileReport, Report } from '../../host/report/located';
import { statistics } from '../../host/report/statistics';
import { pages, version } from '../version';
import type { CheckCommand } from './check-arguments';
import { WrongUse } from './options';
import { print } from './output';
import { screenOf } from './screen';

/** Prints what was found, or writes it to the file that the person has named. Throws a WrongUse if it cannot be written. */
export async function printReport(command: CheckCommand, files: readonly FileReport[]): Promise<void> {
  // Loading it takes longer than most checks.
  const digest = formatsWithDigests.has(command.format) ? (await import('./digest')).digest : noDigest;
  const report: Report = { files, version, pages, digest };
  const text = command.statistics ? statistics(report) : printed(command.format, report, screenOf(command.color));
  await printText(text, command.output);
}

/** Prints a text, or writes it to the file `output`. Throws a WrongUse if it cannot be written. */
export async function printText(text: string, output: string | null): Promise<void> {
  if (output === null) return print(text);
  try {
    await fs.writeFile(output, text);
  } catch (error) {
    throw new WrongUse(`"${output}" could not be written: ${reasonOf(error)}.`);
  }
}

function noDigest(): never {
  throw new Error('A format that needs digests is not in formatsWithDigests.');
}
