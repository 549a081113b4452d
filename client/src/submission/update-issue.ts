import * as vscode from 'vscode';
import { issueEditRequest, type WireIssueEdit, type WireSubmission } from '../../../server/src/protocol/submission';
import type { Ask } from '../editor/rename';
import { l10n, list } from '../ui/l10n';
import { joined, type PlainText, plainText } from '../ui/plain-text';
import { refusalText } from './answers';
import type { DraftPlace } from './draft-place';
import { nameOf } from './file-issue';
import { type FiledIssue, pageOf } from './filed-issues';
import { changeIssue, type PresentIssue, presentIssue } from './filing';
import type { IssueDocuments } from './issue-documents';
import { accountLine, agreedWriter, draftKeyOf, notToSend, type SendingHost, textOf } from './sending';

export interface UpdateHost extends SendingHost {
  readonly ask: Ask;
  readonly documents: IssueDocuments;
}

/** Shows what a filed draft changes in its issue, and changes that if the person wants to. Returns what it has said. */
export async function updateIssue(
  host: UpdateHost,
  submission: WireSubmission,
  place: DraftPlace,
): Promise<PlainText | null> {
  const say = (why: PlainText) => {
    host.refuse(why);
    return why;
  };
  const issue = host.filed.find(draftKeyOf(submission), textOf(submission));
  if (!vscode.workspace.isTrusted) return say(refusalText('untrusted', ''));
  if (!issue) return say(l10n.t('No issue is known for this draft. File it first.'));
  const why = notToSend(submission);
  if (why !== null) return say(why);
  const read = (path: string) => host.github.answer({ is: 'rest', path, etag: null });
  const present = await presentIssue(read, issue.repository, issue.number);
  if (present === 'disabled' || present === 'missing') return offerToForget(host, issue, present);
  if (typeof present === 'string') return say(refusalText(present, issue.repository));
  const edit = await host.ask<WireIssueEdit | null>(issueEditRequest, { ...place, present: present.body });
  if (!edit) return say(l10n.t('The issue cannot be compared with the draft.'));
  if (isSame(present, edit)) {
    const same = l10n.t('{0} says the same as the draft.', nameOf(issue));
    void host.offer(same);
    return same;
  }
  await host.documents.compare(issue, present.body, edit.body, l10n.t('{0} ↔ draft', nameOf(issue)));
  const update = l10n.t('Update Issue…');
  const consequence = consequenceOf(edit);
  if ((await host.offer(consequence, update)) !== update) return consequence;
  return send(host, issue, present, edit, say);
}

/** Asks, and sends what was shown, unless the issue is not what it was. */
async function send(
  host: UpdateHost,
  issue: FiledIssue,
  shown: PresentIssue,
  edit: WireIssueEdit,
  say: (why: PlainText) => PlainText,
): Promise<PlainText | null> {
  const { repository, number } = issue;
  const writer = await agreedWriter(host, async (account) => {
    const update = l10n.t('Update Issue');
    const lines = [
      l10n.t('Update {0}?', nameOf(issue)),
      l10n.t('Title: {0}', plainText(edit.title)),
      ...(edit.title === shown.title ? [] : [l10n.t('Title until now: {0}', plainText(shown.title))]),
      accountLine(account),
      consequenceOf(edit),
    ];
    return (await host.askModally(joined(lines, '\n'), update)) === update;
  });
  if (!writer) return null;
  const now = await presentIssue(writer.read, repository, number);
  if (typeof now === 'string') return say(refusalText(now, repository));
  if (now.body !== shown.body || now.title !== shown.title)
    return say(l10n.t('{0} has changed meanwhile. Nothing was sent. Compare it again.', nameOf(issue)));
  const outcome = await changeIssue(writer, { repository, number, title: edit.title, body: edit.body });
  if (outcome.is === 'refused') return say(refusalText(outcome.why, repository));
  if (outcome.is === 'unknown')
    return say(l10n.t('GitHub did not answer. Open {0} to see whether it has changed.', nameOf(issue)));
  const done = l10n.t('Updated {0}.', nameOf(issue));
  const show = l10n.t('Open Filed Issue');
  void host.offer(done, show).then((answer) => (answer === show ? host.open(pageOf(issue)) : undefined));
  return done;
}

async function offerToForget(
  { filed, offer }: UpdateHost,
  issue: FiledIssue,
  why: 'disabled' | 'missing',
): Promise<PlainText> {
  const sentence = refusalText(why, issue.repository);
  const forget = l10n.t('Forget Filed Issue');
  void offer(sentence, forget).then((answer) => (answer === forget ? filed.forget(issue) : undefined));
  return sentence;
}

function isSame({ title, body }: PresentIssue, edit: WireIssueEdit): boolean {
  return title === edit.title && body.trim() === edit.body.trim();
}

function consequenceOf({ differing }: WireIssueEdit): PlainText {
  if (differing.length === 0) return l10n.t('No field changes, so the approvals stay.');
  const fields = list(differing.slice(0, 8).map(plainText));
  return l10n.t('Changed fields: {0}. The issue loses its approvals.', fields);
}
