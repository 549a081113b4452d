import { promises as fs, readdirSync } from 'node:fs';
import * as path from 'node:path';
import { reasonOf, walk } from '../../adapters/files/node-files';
import { readSmallFileNow } from '../../adapters/files/small-files';
import { counted } from '../../core/facts/words';
import { programNameIn } from '../../core/model/program';
import { configName, readConfig } from '../../host/workspace/config';
import { withProgram } from '../../host/workspace/config-text';
import { GlobSet } from '../../host/workspace/glob-set';
import { readTemplate } from '../../host/workspace/template-file';
import { formFolder, literal, templateGlob, type WireFolder } from '../../protocol/set-up';
import { isFormPath } from '../../recognize';
import type { InitCommand } from './arguments';
import type { Input } from './input';
import { WrongUse } from './options';
import { isWanted, print } from './output';

/**
 * Prints the configuration that fits the current folder, and writes it if the person wants that. Throws a WrongUse where
 * there is one already, and for a template that is none.
 */
export async function init({ program, files, template, write }: InitCommand, input: Input): Promise<number> {
  const there = readSmallFileNow(configName, '.');
  if (there.is !== 'missing' && !(there.is === 'text' && there.text.trim() === ''))
    throw new WrongUse(`${configName} is there already, and was not changed. Edit it, or remove it first.`);
  const found = await filesWithout(input);
  const chosen = template === null ? await onlyTemplate(input) : checked(template);
  const own = found.files.filter((file) => file.path !== chosen);
  if (files === null && own.length === 0) {
    const { programs } = found;
    const need = programs.length === 1 ? 'needs' : 'need';
    const known = programs.length > 0 ? `${programs.join(' and ')} ${need} no configuration.` : '';
    input.log(known || 'There are no proposals in the current folder. Name their files with --files.');
    return known ? 0 : 2;
  }
  const globs = files === null ? globsFor(own) : [files];
  const name = program ?? path.basename(path.resolve('.'));
  const text = withProgram(null, { name, files: globs, template: chosen }) ?? '';
  const [problem] = readConfig(text).problems;
  if (problem) throw new WrongUse(`This makes no valid configuration: ${problem.message}`);
  await print(text.endsWith('\n') ? text : `${text}\n`);
  if (!write && !(await isWanted(`Write ${configName}?`))) return 0;
  try {
    await fs.writeFile(configName, text, { flag: there.is === 'missing' ? 'wx' : 'w' });
  } catch (error) {
    throw new WrongUse(`${configName} could not be written: ${reasonOf(error)}.`);
  }
  const proposals = own.reduce((sum, file) => sum + file.proposals, 0);
  input.log(`Wrote ${configName}. ${counted(proposals, 'proposal')} in ${counted(own.length, 'file')} fit it.`);
  return 0;
}

/** The files with proposals of no program that is known, and the names of those that are. */
async function filesWithout(
  input: Input,
): Promise<{ readonly files: WireFolder['files']; readonly programs: readonly string[] }> {
  const files: { path: string; proposals: number }[] = [];
  const programs = new Set<string>();
  for await (const { below, document } of input.documents(['.'])) {
    const { proposals, ...page } = document();
    const name = programNameIn(page);
    if (name !== null) programs.add(name);
    else if (proposals.length > 0) files.push({ path: below, proposals: proposals.length });
  }
  return { files, programs: [...programs] };
}

/** Of the files below each entry of the folder the nearest folder that holds all of them, or the only file. */
function globsFor(files: WireFolder['files']): readonly string[] {
  const tops = new Map<string, string[]>();
  for (const file of files) {
    const [top = ''] = file.path.split('/', 1);
    tops.set(top, [...(tops.get(top) ?? []), file.path]);
  }
  return [...tops.values()].map((paths) => {
    const [first = '', ...others] = paths;
    let folder = first;
    while (others.some((other) => !other.startsWith(`${folder}/`))) folder = folder.slice(0, folder.lastIndexOf('/'));
    return others.length === 0 ? literal(first) : `${literal(folder)}/**`;
  });
}

/** A template that the proposals may follow, if there is only one. The person is told of several. */
async function onlyTemplate({ log }: Input): Promise<string | null> {
  const globs = GlobSet.of([templateGlob]);
  // A repository has forms for bugs, too.
  const isLikely = (file: string) =>
    typeof globs !== 'string' &&
    globs.matches(file) &&
    (!isFormPath(file) || /mentor|proposal|idea|gsoc|lfx/i.test(file));
  const paths = formsIn(formFolder);
  await walk('.', { file: (relative) => paths.push(relative), unreadable: () => {} });
  const found = paths.filter((each) => isLikely(each) && problemOf(each) === null);
  if (found.length > 1) log(`These may be templates: ${found.slice(0, MOST).join(', ')}. Choose one with --template.`);
  return found.length === 1 ? (found[0] ?? null) : null;
}

const MOST = 10;

function formsIn(folder: string): string[] {
  try {
    return readdirSync(folder).map((name) => `${folder}/${name}`);
  } catch {
    return [];
  }
}

/** The path of a template, as the configuration has it. Throws a WrongUse if it is none. */
function checked(template: string): string {
  const below = path.relative('.', template).replaceAll(path.sep, '/');
  const problem = problemOf(below);
  if (problem !== null) throw new WrongUse(`"${template}" is no template: ${problem}.`);
  return below;
}

/** Half a sentence; null for a template. */
function problemOf(file: string): string | null {
  const content = readSmallFileNow(file, '.');
  if (content.is === 'missing') return 'it does not exist';
  if (content.is !== 'text') return content.why;
  const read = readTemplate(content.text, file);
  return 'why' in read ? read.why : null;
}
