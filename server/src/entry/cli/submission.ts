import { readFileNow } from '../../adapters/files/node-files';
import { wordKey } from '../../core/facts/words';
import { viewOf } from '../../core/linter/rule';
import { checkDraft } from '../../core/submission/draft-check';
import { formOfDocument } from '../../core/submission/form-of-document';
import { prefilledForm, repositoryOf } from '../../core/submission/prefilled-form';
import { type FiledIssue, verdictOf } from '../../core/submission/verdict';
import { lineAt, lineStartsOf } from '../../core/text/lines';
import { visible } from '../../core/text/visible';
import { type DraftCommand, WrongUse } from './arguments';
import type { Input } from './input';
import { print } from './output';

/** Prints the verdict on each issue of a JSON file, in their order. Throws a WrongUse where the file holds none. */
export async function printVerdicts(file: string, { configs, log }: Input): Promise<number> {
  const content = readFileNow(file);
  if (content.is !== 'text') throw new WrongUse(`"${file}" cannot be read.`);
  const form = configs.formFor('.');
  for (const line of configs.remarks) log(line);
  const verdicts = issuesIn(content.text, file).map(({ id, issue }) => ({ id, ...verdictOf(issue, { form }) }));
  await print(`${JSON.stringify(verdicts)}\n`);
  return 0;
}

/** Prints what a draft becomes, or what is wrong with it. Throws a WrongUse if there is no such draft. */
export async function printDraft({ name, file, proposal: title }: DraftCommand, input: Input): Promise<number> {
  const draft = await draftIn(file, title, input);
  const { issue, problems } = draft.check;
  if (name === 'submission check') {
    const starts = lineStartsOf(draft.text);
    const lines = problems.map(({ span, severity, field, message }) => {
      const offset = draft.start + span.start;
      const line = lineAt(starts, offset);
      const place = `${draft.shown}:${line + 1}:${offset - (starts[line] ?? 0) + 1}`;
      return `${visible(`${place} ${severity} ${field}: ${message}`)}\n`;
    });
    await print(lines.join(''));
    return problems.some(({ severity }) => severity === 'error') ? 1 : 0;
  }
  if (name === 'submission body') {
    await print(issue.body);
    return 0;
  }
  if (repositoryOf(draft.form) === null)
    throw new WrongUse('The repository of this form is unknown. Use "submission body".');
  const { url, toClick, toPaste } = prefilledForm(draft.form, issue);
  await print(`${url}\n`);
  for (const choice of toClick) input.log(visible(`Choose in the form: ${choice}`));
  for (const label of toPaste) input.log(`Paste into the form, because it is too long for an address: ${label}`);
  return 0;
}

async function draftIn(file: string, title: string | null, input: Input) {
  for await (const { shown, ...read } of input.documents([file], { withProjects: true })) {
    const document = read.document();
    const form = formOfDocument(document, input.configs.formFor(file));
    for (const line of input.configs.remarks) input.log(line);
    if (!form) throw new WrongUse(`The proposals in "${file}" are not filed with an issue form.`);
    const named = document.proposals.filter(
      ({ body }) => title === null || wordKey(body.title.text) === wordKey(title),
    );
    const [proposal] = named;
    if (!proposal || named.length > 1)
      throw new WrongUse(
        proposal
          ? `"${file}" has ${named.length} such proposals. Name one with --proposal TITLE.`
          : `"${file}" has no such proposal.`,
      );
    const check = checkDraft(viewOf(proposal, document), {
      form,
      projects: document.readings.context.projects,
      inReview: [],
    });
    return { check, form, shown, text: document.text, start: proposal.section.start };
  }
  throw new WrongUse(`"${file}" has no proposals.`);
}

function issuesIn(text: string, file: string): { readonly id: unknown; readonly issue: FiledIssue }[] {
  const wrong = new WrongUse(`"${file}" is not a JSON list of issues with "title" and "body".`);
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch {
    throw wrong;
  }
  if (!Array.isArray(list)) throw wrong;
  return list.map((entry) => {
    const { id = null, title, body, labels, others } = (entry ?? {}) as Readonly<Record<string, unknown>>;
    if (typeof title !== 'string' || typeof body !== 'string') throw wrong;
    return { id, issue: { title, body, labels: textsIn(labels), others: bodiesIn(others) } };
  });
}

function textsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

function bodiesIn(value: unknown): readonly { readonly body: string }[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((each) => (typeof each?.body === 'string' ? [{ body: each.body }] : []));
}
