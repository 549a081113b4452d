import { pathToFileURL } from 'node:url';
import { systemClock } from '../../adapters/system-clock';
import type { ProposalForm } from '../../core/facts/proposal-form';
import { counted } from '../../core/facts/words';
import { knownFileOf } from '../../core/known/file';
import type { Known } from '../../core/known/known';
import type { ProposalsDocument } from '../../core/model/document';
import { formatsWithFixes } from '../../host/report/formats';
import { type FileReport, located } from '../../host/report/located';
import { Directory, knownFromDirectory } from '../../host/workspace/file-index';
import type { Before } from './changes';
import type { CheckCommand } from './check-arguments';
import type { Input, InputFile } from './input';
import { type Earlier, judged } from './judge';
import { sayNothing } from './nothing';
import { printReport, printText } from './report';
import { type Target, targetsIn } from './targets';
import { isPrinted, wantedIn } from './wanted';

/**
 * Reads everything, and only then judges and repairs file by file: whatever is wrong with the use, the revision or a
 * configuration is said before anything has changed.
 */
export async function check(command: CheckCommand, input: Input): Promise<number> {
  const wants = wantedIn(command);
  const files: InputFile[] = [];
  const paths = command.paths.length > 0 ? command.paths : ['.'];
  const { ignored, stdinFilename } = command;
  for await (const file of input.documents(paths, { withProjects: true, ignored, stdinFilename })) files.push(file);
  const followed = input.followed();
  const { configs } = input;
  const targets = targetsIn(files, command, followed, configs);
  const form = configs.formFor(followed[0] ?? '.');
  for (const line of [...configs.remarks, ...configs.problems]) input.log(line);
  if (configs.problems.length > 0) return 2;
  const before = await beforeOf(files, followed, command, input);
  const earlier = before && command.changedSince !== null ? earlierOf(files, before, form) : null;
  const known = await knownOf(files, targets, command, input, form);
  const isNothing = sayNothing(command, input, files, targets);
  const isToRepair = command.fix || command.fixDryRun;
  const now = systemClock.now();
  // Where nobody knows what a file was, nothing of it has changed.
  const scopeOf = (file: InputFile) => {
    const known = before?.get(file);
    return command.scope === 'all'
      ? null
      : { before: known === undefined ? file.document() : known, scope: command.scope, now };
  };
  // Loaded only when needed, as is Git.
  const repairs = isToRepair ? new (await import('./repair')).Repairs(input, command) : null;
  const reports: FileReport[] = [];
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  // File by file, so that what was thought about one is forgotten before the next.
  for (const [at, target] of targets.entries()) {
    input.progress(`Checking: ${at} of ${counted(targets.length, 'file')}`);
    const { shown, fromRoot } = target.file;
    const since = earlier?.(target.file) ?? null;
    const judgement = judged(target, known, { since, scope: scopeOf(target.file), isToRepair, wants });
    const { document, findings, fixes } = repairs ? await repairs.done(judgement) : judgement.now;
    for (const { severity } of findings) counts[severity]++;
    const printed = findings.filter((finding) => isPrinted(finding, command.least));
    reports.push(
      located(document, { path: shown, fromRoot }, printed, formatsWithFixes.has(command.format) ? fixes() : undefined),
    );
  }
  if (repairs && command.fixDryRun) await printText(repairs.diffs.join(''), command.output);
  else await printReport(command, reports);
  const left = counts.error + counts.warning + counts.information + counts.hint;
  if (repairs) input.log(repairs.summary(left));
  const isTooMuch = counts.warning > command.maxWarnings;
  if (isTooMuch) {
    const warnings = counted(counts.warning, 'warning');
    input.log(`${warnings}, and --max-warnings allows ${command.maxWarnings}: this is why the check fails.`);
  }
  if (isNothing) return 2;
  return counts.error > 0 || isTooMuch ? 1 : 0;
}

/** What the files were before the change that is checked or shown; null if that does not matter. */
async function beforeOf(
  files: readonly InputFile[],
  paths: readonly string[],
  { changedSince, scope }: CheckCommand,
  { log }: Input,
): Promise<Before | null> {
  if (changedSince === null && scope === 'all') return null;
  const { beforeChange, beforeWork } = await import('./changes');
  return changedSince === null ? beforeWork(paths, files, log) : beforeChange(changedSince, paths, files);
}

function earlierOf(files: readonly InputFile[], before: Before, form: ProposalForm): (file: InputFile) => Earlier {
  const known = knownOfFiles(
    files.flatMap((file) => {
      const document = before.get(file);
      return document ? [{ disk: file.disk, document: () => document }] : [];
    }),
    form,
  );
  return (file) => ({ document: before.get(file) ?? null, known });
}

function knownOfFiles(
  files: readonly { readonly disk: string; document(): ProposalsDocument }[],
  form: ProposalForm,
): Known {
  const inFiles = files.flatMap(({ disk, document }) => knownFileOf(pathToFileURL(disk).href, document()) ?? []);
  return knownFromDirectory(new Directory(inFiles), form);
}

/** What one file says of a mentor or an issue may be a finding in another: all are known before any is checked. */
async function knownOf(
  files: readonly InputFile[],
  targets: readonly Target[],
  { upstream, upstreamTimeout: timeout }: CheckCommand,
  { log, progress }: Input,
  form: ProposalForm,
): Promise<Known> {
  const known = knownOfFiles(files, form);
  if (!upstream) return known;
  progress('Asking GitHub about upstream issues');
  // Loaded only when needed.
  const { askGitHub } = await import('./fetch-issues');
  return { ...known, ...(await askGitHub(documentsOf(targets), { environment: process.env, timeout, log })) };
}

/** One after another, so that not all of them have to be there. */
function* documentsOf(targets: readonly Target[]): Generator<ProposalsDocument> {
  for (const { file } of targets) yield file.document();
}
