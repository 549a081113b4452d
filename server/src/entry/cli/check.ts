import { pathToFileURL } from 'node:url';
import { systemClock } from '../../adapters/system-clock';
import type { ProposalForm } from '../../core/facts/proposal-form';
import { counted } from '../../core/facts/words';
import { knownFileOf } from '../../core/known/file';
import type { Known, KnownFile } from '../../core/known/known';
import type { ProposalsDocument } from '../../core/model/document';
import { type FileReport, fileReport } from '../../host/report/located';
import { Directory, knownFromDirectory } from '../../host/workspace/file-index';
import { ownScript } from '../own-script';
import type { Before } from './changes';
import type { CheckCommand } from './check-arguments';
import { type CheckedFile, checkedFile } from './checked-file';
import { checkedInThreads } from './checked-in-threads';
import type { Input, InputFile } from './input';
import { type Earlier, judged } from './judge';
import { sayNothing } from './nothing';
import { printedSeverities } from './option-facts';
import { printReport, printText } from './report';
import { type Target, targetsIn } from './targets';
import { wantedIn } from './wanted';

/**
 * Reads everything, and only then judges and repairs file by file: whatever is wrong with the use, the revision or a
 * configuration is said before anything has changed.
 */
export async function check(command: CheckCommand, input: Input): Promise<number> {
  const wants = wantedIn(command);
  const files: InputFile[] = [];
  const inFiles: KnownFile[] = [];
  const paths = command.paths.length > 0 ? command.paths : ['.'];
  const { ignored, stdinFilename } = command;
  for await (const file of input.documents(paths, { withProjects: true, ignored, stdinFilename })) {
    files.push(file);
    // Later the document may have to be read again.
    inFiles.push(...knownIn(file));
  }
  const followed = input.followed();
  const { configs } = input;
  const targets = targetsIn(files, command, followed, configs);
  const form = configs.formFor(followed[0] ?? '.');
  for (const line of [...configs.remarks, ...configs.problems]) input.log(line);
  if (configs.problems.length > 0) return 2;
  const before = await beforeOf(files, followed, command, input);
  const earlier = before && command.changedSince !== null ? earlierOf(files, before, form) : null;
  const known = await withUpstream(knownFromDirectory(new Directory(inFiles), form), targets, command, input);
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
  let done = 0;
  const progress = () => input.progress(`Checking: ${done++} of ${counted(targets.length, 'file')}`);
  // What threads cannot get is what is known of other times and places, and they write nothing.
  const isForThreads = !isToRepair && before === null && !command.upstream;
  const inThreads = isForThreads
    ? await checkedInThreads(
        targets,
        { files: inFiles, form, command },
        { script: ownScript, log: input.log, progress },
      )
    : [];
  const reports: FileReport[] = [];
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  const add = (file: InputFile, text: string, checked: CheckedFile) => {
    for (const severity of printedSeverities) counts[severity] += checked.counts[severity];
    reports.push(fileReport({ path: file.shown, fromRoot: file.fromRoot }, text, checked.findings));
  };
  // File by file, so that what was thought about one is forgotten before the next.
  for (const [at, target] of targets.entries()) {
    const { file } = target;
    const checked = inThreads[at];
    if (checked) add(file, file.content.text, checked);
    else {
      progress();
      const since = earlier?.(file) ?? null;
      const judgement = judged(target, known, { since, scope: scopeOf(file), isToRepair, wants });
      const last = repairs ? await repairs.done(file, judgement) : judgement.now;
      add(file, last.document.text, checkedFile(last, file.shown, command));
    }
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
  const inFiles = files.flatMap((file) => {
    const document = before.get(file);
    return document ? knownIn({ disk: file.disk, document: () => document }) : [];
  });
  const known = knownFromDirectory(new Directory(inFiles), form);
  return (file) => ({ document: before.get(file) ?? null, known });
}

/** What one file says of a mentor or an issue may be a finding in another: all are known before any is checked. */
function knownIn({ disk, document }: Pick<InputFile, 'disk' | 'document'>): KnownFile[] {
  const known = knownFileOf(pathToFileURL(disk).href, document());
  return known ? [known] : [];
}

/** What is known, with what GitHub says if the person wants to know. */
async function withUpstream(
  known: Known,
  targets: readonly Target[],
  { upstream, upstreamTimeout: timeout }: CheckCommand,
  { log, progress }: Input,
): Promise<Known> {
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
