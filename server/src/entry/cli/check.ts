import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ConfigFiles } from '../../adapters/config-files';
import { type Revision, revisionAt } from '../../adapters/git';
import { reasonOf } from '../../adapters/node-files';
import { writeAtomically } from '../../adapters/write-atomically';
import { fixed } from '../../core/features/fixes';
import { knownFileOf } from '../../core/known/file';
import type { Known } from '../../core/known/known';
import { type ProposalsDocument, readDocument } from '../../core/model/document';
import type { RuleSettings } from '../../core/rules/rule';
import { findingsOf } from '../../core/rules/run';
import { findingsOfChanged } from '../../host/changed';
import { Directory, knownFromDirectory } from '../../host/directory';
import { type PlacedFinding, placed } from '../../host/placed';
import { type CheckCommand, WrongUse } from './arguments';
import { printed } from './formats';
import type { Input, InputFile } from './input';
import type { Upstream } from './upstream';

export async function check(command: CheckCommand, input: Input): Promise<number> {
  const files: InputFile[] = [];
  for await (const file of input.documents(command.paths)) files.push(file);
  // What one file says of a mentor or an issue may be a finding in another: all are known before any is checked.
  const inFiles = knownFromDirectory(
    new Directory(files.flatMap(({ disk, document }) => knownFileOf(pathToFileURL(disk).href, document) ?? [])),
  );
  const configs = new ConfigFiles();
  const checked = files.flatMap((file) => {
    const rules = isPassedOver(file, command) ? null : rulesFor(file, configs);
    return rules ? [{ file, rules }] : [];
  });
  for (const line of [...configs.remarks, ...configs.problems]) input.log(line);
  if (configs.problems.length > 0) return 2;
  const known = command.upstream ? { ...inFiles, ...(await upstreamOf(checked, input)) } : inFiles;
  const findings: PlacedFinding[] = [];
  for (const { file, rules } of checked) {
    const document = command.fix ? await repaired(file, input, known, rules) : file.document;
    const all = findingsOf(document, known, rules);
    const wanted = command.changedSince === null ? all : await onlyChanged(file, document, all, command.changedSince);
    for (const finding of placed(document, file.shown, wanted)) findings.push(finding);
  }
  process.stdout.write(printed(command.format, findings));
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  return count('error') > 0 || count('warning') > command.maxWarnings ? 1 : 0;
}

/** What GitHub says about the issues of the files. Loaded where somebody asks for it. */
async function upstreamOf(checked: readonly { file: InputFile }[], { log }: Input): Promise<Upstream> {
  const { askGitHub } = await import('./upstream');
  return askGitHub(
    checked.map(({ file }) => file.document),
    process.env,
    log,
  );
}

/** Published terms are history: they are checked where somebody asks for it. */
function isPassedOver({ document, named }: InputFile, { published }: CheckCommand): boolean {
  return document.kind === 'accepted' && !published && !named;
}

/** Null where the repository does not want the file looked at. */
function rulesFor({ disk, below, named }: InputFile, configs: ConfigFiles): RuleSettings | null {
  const file = path.resolve(disk);
  const given = named ? file : file.slice(0, -below.length);
  const { config, covers } = configs.around(path.dirname(file), given);
  return covers(file) ? config.rules : null;
}

async function repaired(file: InputFile, input: Input, known: Known, rules: RuleSettings): Promise<ProposalsDocument> {
  const { document, content, disk, shown } = file;
  const { document: better } = fixed(document, known, rules);
  if (better.text === document.text) return document;
  if (!content.exact) {
    input.failed(shown, 'was not repaired: it is not written in UTF-8.');
    return document;
  }
  try {
    await writeAtomically(disk, content.bom ? `\uFEFF${better.text}` : better.text);
    return better;
  } catch (error) {
    input.failed(shown, `could not be written: ${reasonOf(error)}.`);
    return document;
  }
}

type Findings = ReturnType<typeof findingsOf>;

async function onlyChanged(
  file: InputFile,
  document: ProposalsDocument,
  all: Findings,
  name: string,
): Promise<Findings> {
  const revision: Revision | null = await revisionAt(path.dirname(file.disk), name);
  if (!revision) throw new WrongUse(`Git knows no revision "${name}" where ${file.shown} is.`);
  const before = await revision.textOf(file.disk);
  return findingsOfChanged(document, before === null ? null : readDocument(before, document.path), all);
}
