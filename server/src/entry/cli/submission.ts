import { repositoryAround } from '../../adapters/files/given-path';
import { readFileNow } from '../../adapters/files/node-files';
import { type FiledIssue, verdictOf } from '../../core/submission/verdict';
import type { Log } from '../../host/ports';
import { WrongUse } from './arguments';
import { print } from './output';
import { listsAround } from './repository';

/**
 * Prints the verdict on each issue of a JSON file, in their order, by the form of the repository around the file, else of
 * the working directory.
 * Throws a WrongUse where the file holds none.
 */
export async function printVerdicts(file: string, log: Log): Promise<number> {
  const content = readFileNow(file);
  if (content.is !== 'text') throw new WrongUse(`"${file}" cannot be read.`);
  const issues = issuesIn(content.text, file);
  const { form, projects } = await listsAround(repositoryAround(file) ?? '.', log);
  const verdicts = issues.map(({ id, issue }) => ({ id, ...verdictOf(issue, { form, projects }) }));
  await print(`${JSON.stringify(verdicts)}\n`);
  return 0;
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
