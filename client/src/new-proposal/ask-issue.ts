/** What commands about issues ask a person: which issue, and which of its projects. */
import * as vscode from 'vscode';
import {
  type IssueChoicesParams,
  issueChoicesRequest,
  type WireIssueChoice,
  type WireNoDraft,
} from '../../../server/src/protocol/drafts';
import { type Choice, choose } from '../commands/choose';
import type { Ask } from '../editor/rename';
import { placeOf } from '../submission/draft-place';
import { copiedLine } from '../ui/clipboard';
import { l10n } from '../ui/l10n';
import { plainSentence, plainText } from '../ui/plain-text';
import { showQuickPick } from '../ui/surfaces';
import type { DraftHost } from './draft-host';

const address = /^https:\/\/github\.com\/([\w.-]+\/[\w.-]+)\/issues\/(\d+)\S{0,100}$/;

/** Whether a text may name an issue: `#123`, `owner/repo#123` or an address. The server knows better. */
export function namesIssue(text: string): boolean {
  return address.test(text.trim()) || /^(?:[\w.-]+\/[\w.-]+#|#?)\d{1,12}$/.test(text.trim());
}

/**
 * Lets a person choose an issue that has a label of a mentorship program, or type any other. An address on the clipboard
 * comes first. What GitHub has is added when it has answered.
 */
export async function chooseIssue(ask: Ask): Promise<string | undefined> {
  const copied = address.exec(await copiedLine());
  const here = placeOf(vscode.window.activeTextEditor);
  let listed: readonly WireIssueChoice[] = [];
  const look = async (asksGitHub: boolean) => {
    const params: IssueChoicesParams = { ...here, ask: asksGitHub };
    listed = (await ask<readonly WireIssueChoice[]>(issueChoicesRequest, params)) ?? listed;
  };
  const known = look(false).catch(() => {});
  const find = async (query: string) => {
    await known;
    const typed = query.trim();
    const words = typed.toLowerCase().split(/\s+/);
    const items = listed
      .filter(({ name, title }) => words.every((word) => `${name} ${title}`.toLowerCase().includes(word)))
      .map(({ name, title }): Choice<string> => ({ value: name, label: name, description: title }));
    if (typed === '') return best(copied ? withCopied(copied, items) : items);
    const written = { value: typed, label: typed, description: l10n.t('as it is typed') };
    return best(namesIssue(typed) ? [written, ...items] : [...items, written]);
  };
  const chosen = await choose<string>({
    title: l10n.t('Import Proposal from Issue'),
    placeholder: l10n.t('The issue that says the proposal: its number, owner/repository#number or address'),
    find,
    all: known.then(() => look(true)),
    nothing: l10n.t('Type the number or the address of an issue.'),
  });
  return chosen.is === 'chosen' ? chosen.value : undefined;
}

function best(items: readonly Choice<string>[]) {
  return { items, all: items.length };
}

/** The copied issue first, with its title if that is known. */
function withCopied([url, repository, number]: RegExpExecArray, items: readonly Choice<string>[]) {
  const name = `${repository}#${number}`;
  const known = items.find(({ value }) => value.toLowerCase() === name.toLowerCase());
  const title = known?.description === undefined ? {} : { detail: known.description };
  const own: Choice<string> = { value: url, label: name, description: l10n.t('from the clipboard'), ...title };
  return [own, ...items.filter((item) => item !== known)];
}

/** Umbrella issues may link umbrella issues, but not without end. */
const MOST_CHOICES = 3;

/** Asks the server, and of an umbrella issue the person for a project. Null if there is nothing, which is then said. */
export async function askAboutIssue<T extends { readonly is: string }>(
  host: DraftHost,
  method: string,
  params: object,
): Promise<T | null> {
  let now = params;
  for (let choices = 0; choices <= MOST_CHOICES; choices++) {
    const answer = await host.ask<T | WireNoDraft>(method, now);
    if (!answer) {
      host.refuse(l10n.t('The draft could not be made. The log says why.'));
      return null;
    }
    if (isRefused(answer)) {
      host.refuse(plainSentence(answer.why));
      return null;
    }
    if (!hasProjects(answer)) return answer;
    const items = answer.projects.map(({ title, next }) => ({ label: plainText(title), next }));
    const title = l10n.t('The issue has several projects. Which one?');
    const chosen = await showQuickPick(items, { title });
    if (!chosen) return null;
    now = { ...params, ...chosen.next };
  }
  return null;
}

type NoDraft<I extends WireNoDraft['is']> = Extract<WireNoDraft, { is: I }>;

function isRefused(answer: { readonly is: string }): answer is NoDraft<'refused'> {
  return answer.is === 'refused';
}

function hasProjects<T>(answer: T | WireNoDraft): answer is NoDraft<'projects'> {
  return (answer as WireNoDraft).is === 'projects';
}
