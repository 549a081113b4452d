import * as path from 'node:path';
import { readFileNow } from '../../adapters/files/node-files';
import { slashes } from '../../adapters/files/regular-file';
import { draftJson } from '../../core/from-issue/draft';
import type { FormLabels } from '../../core/from-issue/form-labels';
import { draftForProgram } from '../../core/from-issue/program-draft';
import { type IssueSource, readIssue } from '../../core/from-issue/reading';
import { type DraftPlace, draftPlaceIn, shapedDraft } from '../../core/from-issue/shaped-draft';
import { readDocument } from '../../core/model/document';
import { targetOf } from '../../core/model/reference';
import { jsonText, visible } from '../../core/text/visible';
import { jsonIn, objectIn } from '../../host/github/facts';
import { issueFormIn } from '../../host/workspace/issue-forms';
import { readTemplate } from '../../host/workspace/template-file';
import { isFormPath } from '../../recognize';
import type { FromIssueCommand } from './draft-arguments';
import type { Input } from './input';
import { WrongUse } from './options';
import { print } from './output';

/** Prints the drafts of issues, in their order. Throws a WrongUse where there are none. */
export async function printDrafts(
  { from, format, program, issueForm, like }: FromIssueCommand,
  input: Input,
): Promise<number> {
  const forms = issueForm === null ? input.configs.issueFormsFor('.') : [issueFormAt(issueForm)];
  const issues = /^https?:\/\//i.test(from) ? [await issueAt(from, input)] : issuesInFile(from);
  if (format === 'json') {
    await print(
      `${jsonText(
        issues.map((issue) => draftJson(readIssue(issue, forms))),
        2,
      )}\n`,
    );
    return 0;
  }
  const place = like === null ? null : placeLike(like, input);
  const form = input.configs.formFor('.');
  for (const line of input.configs.remarks) input.log(line);
  for (const issue of issues) {
    const reading = readIssue(issue, forms);
    const { projects } = reading;
    for (const each of projects.length > 0 ? projects : [reading]) {
      const { text, rest } = place
        ? shapedDraft(each, place)
        : draftForProgram(each, program, { body: issue.body, form });
      await print(`${visibleLines(text)}\n`);
      if (rest.length > 0)
        input.log(
          notInDraft(
            each.title,
            rest.map(({ label }) => label),
          ),
        );
    }
  }
  return 0;
}

/** The shape of the proposals in a file, which may be a template or an issue form. */
function placeLike(file: string, { configs }: Input): DraftPlace {
  const content = readFileNow(file);
  if (content.is !== 'text') throw new WrongUse(`"${file}" cannot be read.`);
  const read = content.text.length > LONGEST_FORM && isFormPath(file) ? null : readTemplate(content.text, file);
  const own = read && 'template' in read ? read.template : null;
  if (isFormPath(file)) {
    if (!own)
      throw new WrongUse(`"${file}" is no issue form of GitHub: YAML with a list "body" of fields with labels.`);
    return { template: own, level: own.proposalLevel, document: null };
  }
  const program = configs.programFor(path.resolve(file), file);
  const document = readDocument(content.text, slashes(path.relative('.', file)), { program });
  return draftPlaceIn(document, own ?? program?.template);
}

function notInDraft(title: string, labels: readonly string[]): string {
  const count = labels.length === 1 ? '1 part of the issue is' : `${labels.length} parts of the issue are`;
  const names = labels.map((label) => (label === '' ? 'text without a label' : label)).join(', ');
  return `${title}: ${count} not in the draft: ${names}. See them with --json.`;
}

/** The lines of a stranger's text without signs that a terminal obeys. */
function visibleLines(text: string): string {
  return text
    .split('\n')
    .map((line) => visible(line.replaceAll('\t', '    ')))
    .join('\n');
}

/** GitHub is waited for no longer. */
const SECONDS = 30;

async function issueAt(url: string, { log }: Input): Promise<IssueSource> {
  const { kind, owner, repo, number } = targetOf(url);
  if (kind !== 'issue' || owner === null || repo === null || number === null)
    throw new WrongUse(`"${url}" is no address of an issue on GitHub.`);
  // Loaded only when needed.
  const { askForText } = await import('./fetch-issues');
  const issue = await askForText({ owner, repo, number, kind }, { environment: process.env, timeout: SECONDS, log });
  if ('why' in issue) throw new WrongUse(issue.why);
  for (const remark of issue.remarks) log(remark);
  return issue;
}

/** The labels of the form that a person has named. */
function issueFormAt(file: string): FormLabels {
  const content = readFileNow(file);
  if (content.is !== 'text') throw new WrongUse(`"${file}" cannot be read.`);
  const form = content.text.length > LONGEST_FORM ? null : issueFormIn(content.text, file);
  if (!form) throw new WrongUse(`"${file}" is no issue form of GitHub: YAML with a list "body" of fields with labels.`);
  return form;
}

/** No form has more characters. */
const LONGEST_FORM = 1024 * 1024;

/** No list of issues is longer. */
const MOST = 10_000;

/** The issues of a JSON file: one, or a list. What has no text is an issue without words. */
function issuesInFile(file: string): readonly IssueSource[] {
  const content = readFileNow(file);
  if (content.is !== 'text') throw new WrongUse(`"${file}" cannot be read.`);
  const json = jsonIn(content.text);
  const list = Array.isArray(json) ? json : [json];
  if (list.some((each) => typeof each !== 'object' || each === null) || list.length > MOST)
    throw new WrongUse(`"${file}" is not JSON with an issue, or a list of issues, with "url", "title" and "body".`);
  return list.map(objectIn).map(({ url, title, body }) => ({
    url: typeof url === 'string' ? url : null,
    title: typeof title === 'string' ? title : '',
    body: typeof body === 'string' ? body : '',
  }));
}
