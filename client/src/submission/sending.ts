/** What filing and changing an issue have in common: who is asked what before anything is sent. */
import * as vscode from 'vscode';
import type { WireField, WireSubmission } from '../../../server/src/protocol/submission';
import type { GitHub, IssueWriter } from '../connection/github';
import type { Refuse } from '../editor/rename';
import { l10n, sentences } from '../ui/l10n';
import { type PlainText, plainText } from '../ui/plain-text';
import type { DraftKey, FiledIssues } from './filed-issues';
import { refusedText } from './page-view';

/** Asks a person; undefined if they do not want to. */
export type Question = (question: PlainText, ...buttons: readonly PlainText[]) => Thenable<PlainText | undefined>;

export interface SendingHost {
  readonly github: Pick<GitHub, 'answer' | 'handle' | 'issueWriter'>;
  readonly filed: FiledIssues;
  /** Shows in one sentence why nothing was done. */
  readonly refuse: Refuse;
  /** A question that has to be answered before anything else is done. */
  readonly askModally: Question;
  /** A sentence with what can be done next. */
  readonly offer: Question;
  /** Opens a page of the web; `address` is a stranger's. */
  open(address: string): unknown;
}

/** How the draft of a submission is found again. */
export function draftKeyOf({ uri, name, fields }: WireSubmission): DraftKey {
  return { uri, name, project: fields.find(({ id }) => id === 'cncf_project')?.answer ?? '' };
}

/** The text of the draft's document, if it is open. */
export function textOf({ uri }: WireSubmission): string {
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri)?.getText() ?? '';
}

/** Why the API does not get this draft; null if it may. The form itself would not take an answer that it does not offer. */
export function notToSend({ problems, fields, form }: WireSubmission): PlainText | null {
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) return sentences(refusedText(errors.length), plainText(errors[0]?.message ?? ''));
  const wrong = fields.find((field) => !field.offered && !isLaterTerm(field, form));
  return wrong
    ? l10n.t('The form does not offer "{0}" as {1}.', plainText(wrong.answer), plainText(wrong.label))
    : null;
}

/** What a person should know of a draft before they agree, in sentences. */
export function doubtsAbout({ problems, fields, form }: WireSubmission): readonly PlainText[] {
  const later = fields.filter((field) => !field.offered && isLaterTerm(field, form));
  const warnings = problems.filter(({ severity }) => severity === 'warning');
  return [
    ...later.map(({ answer }) =>
      l10n.t('The copy of the form of {0} does not know "{1}".', plainText(form.asOf ?? ''), plainText(answer)),
    ),
    ...warnings.slice(0, 3).map(({ message }) => plainText(message)),
  ];
}

/** The bundled copy of the form cannot know the terms of later years. */
function isLaterTerm({ id }: WireField, { asOf }: WireSubmission['form']): boolean {
  return id === 'term' && asOf !== null;
}

/**
 * Asks until the person has agreed to the very account in whose name it is done: `agree` gets its handle, or null before
 * anybody has signed in. The right to write is asked for behind that. Null if they do not want to.
 */
export async function agreedWriter(
  { github }: SendingHost,
  agree: (account: string | null) => Promise<boolean>,
): Promise<IssueWriter | null> {
  const account = await github.handle();
  if (!(await agree(account))) return null;
  const writer = await github.issueWriter();
  if (!writer) return null;
  return writer.account === account || (await agree(writer.account)) ? writer : null;
}

/** The line of a question that names the account. */
export function accountLine(account: string | null): PlainText {
  return account === null
    ? l10n.t('Account: VS Code will ask you to sign in to GitHub.')
    : l10n.t('Account: {0}', plainText(account));
}
