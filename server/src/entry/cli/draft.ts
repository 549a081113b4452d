import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { isLfxForm, lfxRepository, type ProposalForm } from '../../core/facts/proposal-form';
import { wordKey } from '../../core/facts/words';
import { knownFileOf } from '../../core/known/file';
import { viewOf } from '../../core/linter/rule';
import { findingsOf } from '../../core/linter/run';
import { renderedTitle } from '../../core/model/anchor';
import type { Proposal } from '../../core/model/document';
import { checkDraft } from '../../core/submission/draft-check';
import { formOfDocument } from '../../core/submission/form-of-document';
import { longestAddress, prefilledForm } from '../../core/submission/prefilled-form';
import { located } from '../../host/report/located';
import { Directory, knownFromDirectory } from '../../host/workspace/file-index';
import { type DraftCommand, WrongUse } from './arguments';
import { printed } from './formats';
import type { Input, InputFile } from './input';
import { print, printExactly } from './output';
import { listsAround } from './repository';

/** Prints what a draft becomes with the form of its repository. Throws a WrongUse where there is no such draft. */
export async function printDraft({ name, file: given, proposal: title }: DraftCommand, input: Input): Promise<number> {
  let file: InputFile | null = null;
  for await (const each of input.documents([given])) file ??= each.named ? each : null;
  if (!file) throw new WrongUse(`"${given}" is not a file with proposals.`);
  const { document } = file;
  const { form: own, projects, terms } = await listsAround(given, input.log);
  const form = formOfDocument(document, own);
  if (!form) throw new WrongUse(`The proposals of "${given}" are not filed with a form.`);
  const chosen = chosenFrom(document.proposals, title, name === 'submission check');
  const checks = chosen.map((each) => checkDraft(viewOf(each, document), form, projects));
  if (name === 'submission check') {
    const { config } = input.configs.around(path.dirname(path.resolve(file.disk)), path.resolve(given));
    for (const line of input.configs.problems) input.log(line);
    if (input.configs.problems.length > 0) return 2;
    const files = knownFileOf(pathToFileURL(path.resolve(file.disk)).href, document);
    const known = { ...knownFromDirectory(new Directory(files ? [files] : []), own), terms: () => terms };
    const found = findingsOf(document, known, config.rules).filter(({ span }) =>
      chosen.some(({ section }) => section.start <= span.start && span.start < section.end),
    );
    await print(printed('text', located(document, file.shown, found)));
    const isRefused = checks.some(({ verdict }) => verdict.errors.length > 0);
    return isRefused || found.some(({ severity }) => severity === 'error') ? 1 : 0;
  }
  const [check] = checks;
  if (!check) throw new WrongUse(`"${given}" has no proposal.`);
  await printExactly(name === 'submission body' ? check.issue.body.trimEnd() : addressOf(check, form, input));
  return 0;
}

function addressOf({ issue }: ReturnType<typeof checkDraft>, form: ProposalForm, input: Input): string {
  if (!isLfxForm(form)) throw new WrongUse('Only the address of the form for LFX proposals is known.');
  const answers = new Map([...issue.answers].map(([id, { text }]) => [id, text]));
  const template = form.path?.split('/').at(-1) ?? 'lfx-program-proposal.yml';
  const address = prefilledForm(lfxRepository, template, issue.title, answers);
  if (address.length > longestAddress)
    input.log(`The address has ${address.length} characters. GitHub may not accept it; use "submission body".`);
  return address;
}

/** The proposal with a title, or the only one. For a check without a title, all. */
function chosenFrom(proposals: readonly Proposal[], title: string | null, isForAll: boolean): readonly Proposal[] {
  const nameOf = ({ body }: Proposal) => renderedTitle(body.title.text);
  if (title === null && (isForAll || proposals.length === 1)) return proposals;
  const found = title === null ? [] : proposals.filter((each) => wordKey(nameOf(each)) === wordKey(title));
  if (found.length === 1) return found;
  const names = proposals.slice(0, 20).map((each) => `"${nameOf(each)}"`);
  throw new WrongUse(`Use --proposal with one of these titles: ${names.join(', ')}.`);
}
