import { pathToFileURL } from 'node:url';
import type { ProposalForm } from '../../core/facts/proposal-form';
import { knownFileOf } from '../../core/known/file';
import type { Known } from '../../core/known/known';
import { type LocatedFinding, located } from '../../host/report/located';
import { Directory, knownFromDirectory } from '../../host/workspace/file-index';
import type { CheckCommand } from './arguments';
import { changesSince } from './changes';
import { printed } from './formats';
import type { Input, InputFile } from './input';
import { judged } from './judge';
import { print } from './output';
import { Repairs } from './repair';
import { type Target, targetsIn } from './targets';

/**
 * Reads everything, judges it, makes all repairs in memory, and only then writes: whatever is wrong with the use, the
 * revision or a configuration is said before anything has changed.
 */
export async function check(command: CheckCommand, input: Input): Promise<number> {
  const files: InputFile[] = [];
  for await (const file of input.documents(command.paths, { withProjects: true })) files.push(file);
  const paths = input.followed(command.paths);
  const { configs } = input;
  const targets = targetsIn(files, { ...command, paths }, configs);
  const [given = '.'] = paths;
  const form = configs.formFor(given);
  for (const line of [...configs.remarks, ...configs.problems]) input.log(line);
  if (configs.problems.length > 0) return 2;
  const { changedSince } = command;
  const changes = changedSince === null ? null : await changesSince(changedSince, paths, targets);
  const known = await knownOf(files, targets, command, input, form);
  const judgements = targets.map((target) => judged(target, known, changes?.get(target) ?? null, command.fix));
  const repairs = new Repairs(input);
  const findings: LocatedFinding[] = [];
  for (const judgement of judgements) {
    const { document, findings: found } = await repairs.write(judgement);
    for (const finding of located(document, judgement.target.file.shown, found)) findings.push(finding);
  }
  await print(printed(command.format, findings));
  if (command.fix) input.log(repairs.summary(findings.length));
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  return count('error') > 0 || count('warning') > command.maxWarnings ? 1 : 0;
}

/** What one file says of a mentor or an issue may be a finding in another: all are known before any is checked. */
async function knownOf(
  files: readonly InputFile[],
  targets: readonly Target[],
  { upstream, upstreamTimeout: timeout }: CheckCommand,
  { log }: Input,
  form: ProposalForm,
): Promise<Known> {
  const inFiles = files.flatMap(({ disk, document }) => knownFileOf(pathToFileURL(disk).href, document) ?? []);
  const known = knownFromDirectory(new Directory(inFiles), form);
  if (!upstream) return known;
  // Loaded only when needed.
  const { askGitHub } = await import('./fetch-issues');
  const documents = targets.map(({ file }) => file.document);
  return { ...known, ...(await askGitHub(documents, { environment: process.env, timeout, log })) };
}
