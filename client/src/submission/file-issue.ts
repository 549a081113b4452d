import * as vscode from 'vscode';
import type { WireSubmission } from '../../../server/src/protocol/submission';
import type { IssueWriter } from '../connection/github';
import { isReadOnly } from '../editor/edits';
import { l10n } from '../ui/l10n';
import { joined, type PlainText, plainText } from '../ui/plain-text';
import { showInStatusBar } from '../ui/surfaces';
import { refusalText } from './answers';
import type { DraftPlace } from './draft-place';
import { type DraftKey, type FiledIssue, pageOf } from './filed-issues';
import { createIssue, issuesTitled } from './filing';
import { accountLine, agreedWriter, doubtsAbout, draftKeyOf, notToSend, type SendingHost, textOf } from './sending';

/** Longer than any two requests take, in milliseconds. */
const LONG = 30_000;

/** Files drafts as issues by GitHub's API, each of them once at a time. Its functions return what they have said. */
export class IssueFiling {
  private readonly running = new Set<string>();

  constructor(private readonly host: SendingHost) {}

  async file(submission: WireSubmission, place: DraftPlace): Promise<PlainText | null> {
    const { refuse } = this.host;
    const why = vscode.workspace.isTrusted ? notToSend(submission) : refusalText('untrusted', '');
    const { repository } = submission.form;
    if (why !== null) return this.offerPreview(why, place);
    if (repository === null) {
      const unknown = l10n.t('The repository of this form is unknown. Copy the body of the issue instead.');
      refuse(unknown);
      return unknown;
    }
    const draft = draftKeyOf(submission);
    const id = JSON.stringify([draft.uri, draft.project, draft.name]);
    if (this.running.has(id)) {
      const running = l10n.t('This draft is being filed already.');
      refuse(running);
      return running;
    }
    this.running.add(id);
    try {
      return await this.fileOnce(submission, repository, draft);
    } finally {
      this.running.delete(id);
    }
  }

  private async fileOnce(submission: WireSubmission, repository: string, draft: DraftKey): Promise<PlainText | null> {
    const { host } = this;
    const earlier = host.filed.find(draft, textOf(submission));
    if (earlier && !(await this.isWantedAgain(earlier))) return null;
    const writer = await agreedWriter(host, (account) => this.isAgreed(submission, repository, account));
    if (!writer) return null;
    const busy = showInStatusBar(l10n.t('Filing an issue in {0}…', plainText(repository)), LONG);
    try {
      return await this.create(submission, repository, draft, writer);
    } finally {
      busy.dispose();
    }
  }

  private async isWantedAgain(earlier: FiledIssue): Promise<boolean> {
    const another = l10n.t('File Another Issue');
    const show = l10n.t('Open Filed Issue');
    const answer = await this.host.askModally(
      l10n.t('This draft was already filed as {0}. File another issue?', nameOf(earlier)),
      show,
      another,
    );
    if (answer === show) await this.host.open(pageOf(earlier));
    return answer === another;
  }

  private async isAgreed(submission: WireSubmission, repository: string, account: string | null): Promise<boolean> {
    const file = l10n.t('File Issue');
    const lines = [
      l10n.t('File an issue in {0}?', plainText(repository)),
      l10n.t('Title: {0}', plainText(submission.issue.title)),
      accountLine(account),
      ...doubtsAbout(submission),
    ];
    return (await this.host.askModally(joined(lines, '\n'), file)) === file;
  }

  /** Looks for the issue among the person's newest first: an earlier try may have been without an answer. */
  private async create(
    { issue: { title, body } }: WireSubmission,
    repository: string,
    draft: DraftKey,
    writer: IssueWriter,
  ): Promise<PlainText | null> {
    const { filed, askModally, refuse } = this.host;
    const known = await issuesTitled(writer, repository, title);
    if (typeof known === 'string') return said(refuse, refusalText(known, repository));
    const open = known.find(({ isOpen, number }) => isOpen && filed.find(draft, '')?.number !== number);
    if (open) {
      const [take, another] = [l10n.t('Use This Issue'), l10n.t('File Another Issue')];
      const same = { ...draft, repository, number: open.number };
      const question = l10n.t('You have an open issue with this title: {0}. Is it the one?', nameOf(same));
      const answer = await askModally(question, take, another);
      if (answer === take) return this.remember(same, l10n.t('This draft is filed as {0}.', nameOf(same)));
      if (answer !== another) return null;
    }
    const numbers = known.map(({ number }) => number);
    const outcome = await createIssue(writer, { repository, number: null, title, body }, numbers);
    if (outcome.is === 'refused') return said(refuse, refusalText(outcome.why, repository));
    if (outcome.is === 'unknown') return this.tellUnknown(repository);
    const made = { ...draft, repository, number: outcome.number };
    const { again } = outcome;
    if (again === undefined) return this.remember(made, l10n.t('Filed as {0}.', nameOf(made)));
    const twice = l10n.t(
      'Filed as {0}, and once more as {1}, because the connection was lost. Close one of them.',
      nameOf(made),
      nameOf({ ...made, number: again }),
    );
    return this.remember(made, twice);
  }

  private async remember(issue: FiledIssue, sentence: PlainText): Promise<PlainText> {
    const { filed, offer, open } = this.host;
    await filed.remember(issue);
    const [show, link] = [l10n.t('Open Filed Issue'), l10n.t('Add Link to the Draft')];
    // What was said stays until somebody reads it, and the command is over.
    void offer(sentence, show, link).then(async (answer) => {
      if (answer === show) await open(pageOf(issue));
      if (answer === link) await addLink(this.host, issue);
    });
    return sentence;
  }

  private tellUnknown(repository: string): PlainText {
    const sentence = l10n.t(
      'GitHub did not answer, and the issue is not to be seen yet. Look at your issues before you file this draft again.',
    );
    const show = l10n.t('Open My Issues');
    const { offer, open } = this.host;
    void offer(sentence, show).then((answer) =>
      answer === show ? open(`https://github.com/${repository}/issues?q=author%3A%40me`) : undefined,
    );
    return sentence;
  }

  private offerPreview(why: PlainText, place: DraftPlace): PlainText {
    const preview = l10n.t('Preview Submission');
    void this.host
      .offer(why, preview)
      .then((answer) =>
        answer === preview ? vscode.commands.executeCommand('mentorshipProposals.previewSubmission', place) : undefined,
      );
    return why;
  }
}

/** The name of an issue, as GitHub writes it. */
export function nameOf({ repository, number }: FiledIssue): PlainText {
  return plainText(`${repository}#${number}`);
}

/** Writes the address of the issue below the heading of its draft, in a comment that is in no issue and on no page. */
export async function addLink({ refuse }: Pick<SendingHost, 'refuse'>, issue: FiledIssue): Promise<boolean> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(issue.uri, true));
  const text = document.getText();
  const comment = `<!-- Filed as ${pageOf(issue)} -->`;
  const lines = text.split(/\r?\n/);
  const line = lines.findIndex((each) => /^#{1,6}[ \t]/.test(each) && each.includes(issue.name));
  if (text.includes(comment)) return true;
  if (await isReadOnly(document.uri)) {
    refuse(l10n.t('Cannot write to the file.'));
    return false;
  }
  if (line < 0 || /^(?:<{7}|>{7})/m.test(text)) {
    refuse(l10n.t('The link was not added because the draft has changed.'));
    return false;
  }
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, document.lineAt(line).range.end, `\n\n${comment}`);
  return vscode.workspace.applyEdit(edit);
}

function said(refuse: SendingHost['refuse'], why: PlainText): PlainText {
  refuse(why);
  return why;
}
