/** Commands for a draft that is filed with an issue form: its preview, and the ways to send it. */
import * as vscode from 'vscode';
import { issueWritten } from '../../../server/src/protocol/review';
import { submissionRequest, type WireSubmission } from '../../../server/src/protocol/submission';
import type { Register } from '../commands/error-boundary';
import type { GitHub } from '../connection/github';
import type { Ask, Refuse } from '../editor/rename';
import { copyText } from '../ui/clipboard';
import { l10n, list, sentences } from '../ui/l10n';
import { type PlainText, plainText } from '../ui/plain-text';
import { showInformation } from '../ui/surfaces';
import { compareIssue } from './compare-issue';
import { type DraftPlace, draftPlace } from './draft-place';
import { addLink, IssueFiling } from './file-issue';
import { type FiledIssue, FiledIssues, pageOf } from './filed-issues';
import { IssueDocuments } from './issue-documents';
import { refusedText } from './page-view';
import { Preview, previewType } from './preview';
import { readIssue } from './read-issue';
import { draftKeyOf, type Question, textOf } from './sending';
import { updateIssue } from './update-issue';
import { actions, pickWay } from './ways';

export interface SubmissionHost {
  readonly register: Register;
  readonly ask: Ask;
  /** Shows in one sentence why nothing was done. */
  readonly refuse: Refuse;
  /** Opens a page of the web; `address` is a stranger's. */
  open(address: string): unknown;
  readonly extensionUri: vscode.Uri;
  readonly github: GitHub;
  /** Sends a notification to the server if there is one. */
  notify(method: string): void;
  /** The storage of the workspace. */
  readonly memory: vscode.Memento;
  readonly askModally: Question;
  readonly offer: Question;
}

/** Tells VS Code whether the active document holds drafts for a form, so that it shows our button there alone. */
export async function setHasForm(hasForm: boolean): Promise<void> {
  await vscode.commands.executeCommand('setContext', 'mentorshipProposals.hasForm', hasForm);
}

/** What can be done with a draft from the page and the list of ways. */
const ways: ReadonlySet<string> = new Set(['openForm', 'copySubmission', 'fileIssue', 'updateIssue', 'openFiledIssue']);

/** Tells VS Code whether any draft of the workspace was filed, for the commands that need one. */
function setHasFiled(hasFiled: boolean): void {
  void vscode.commands.executeCommand('setContext', 'mentorshipProposals.hasFiled', hasFiled);
}

export function registerSubmission(given: SubmissionHost): { readonly preview: Preview; dispose(): void } {
  const { register, ask, extensionUri } = given;
  const filed = new FiledIssues(given.memory, setHasFiled);
  const documents = new IssueDocuments();
  const host = { ...given, filed, documents };
  const filing = new IssueFiling(host);
  const issueOf = (submission: WireSubmission) => filed.find(draftKeyOf(submission), textOf(submission));
  const preview = new Preview({
    extensionUri,
    ask,
    actions: (submission) => actions(submission, issueOf(submission)),
    act: (id, place) => {
      if (ways.has(id)) void vscode.commands.executeCommand(`mentorshipProposals.${id}`, place);
    },
  });
  const on = (run: (submission: WireSubmission, place: DraftPlace) => unknown) => async (given: unknown) => {
    const place = draftPlace(given);
    const submission = place && (await ask<WireSubmission | null>(submissionRequest, place));
    if (place && submission) return run(submission, place);
    return host.refuse(l10n.t('Place the cursor in a draft that is filed with an issue form.'));
  };
  const onFiled = (run: (issue: FiledIssue) => unknown) =>
    on((submission) => {
      const issue = issueOf(submission);
      return issue ? run(issue) : host.refuse(l10n.t('No issue is known for this draft. File it first.'));
    });
  const tellServer = () => given.notify(issueWritten);
  const registered = vscode.Disposable.from(
    preview,
    documents,
    vscode.window.registerWebviewPanelSerializer(previewType, {
      deserializeWebviewPanel: async (panel, state: unknown) => preview.restore(panel, state),
    }),
    register(
      'previewSubmission',
      on((_, place) => preview.show(place)),
    ),
    register(
      'openForm',
      on((submission) => openForm(host, submission)),
    ),
    register(
      'copySubmission',
      on((submission) => copySubmission(host, submission)),
    ),
    register(
      'submitProposal',
      on(async (submission, place) => {
        const way = await pickWay(submission, issueOf(submission));
        if (way !== null) await vscode.commands.executeCommand(`mentorshipProposals.${way}`, place);
      }),
    ),
    register(
      'fileIssue',
      on((submission, place) => filing.file(submission, place).finally(tellServer)),
    ),
    register(
      'updateIssue',
      on((submission, place) => updateIssue(host, submission, place).finally(tellServer)),
    ),
    register(
      'openFiledIssue',
      onFiled((issue) => host.open(pageOf(issue))),
    ),
    register('readIssue', (given) => readIssue(host, given)),
    register('compareIssue', (given) => compareIssue(host, documents, given)),
    register(
      'addIssueLink',
      onFiled((issue) => addLink(host, issue)),
    ),
  );
  return { preview, dispose: () => registered.dispose() };
}

async function openForm(host: SubmissionHost, submission: WireSubmission): Promise<void> {
  const { open, refuse } = host;
  const { prefilled } = submission;
  if (!prefilled) return refuse(l10n.t('The repository of this form is unknown. Copy the body of the issue instead.'));
  if (!(await isMeant(host, submission, l10n.t('Open Form')))) return;
  const { url, toClick, toPaste } = prefilled;
  const rest = [...toClick, ...toPaste.map((label) => answerTo(submission, label))];
  if (rest.length > 0) {
    await copyText(rest.join('\n\n'));
    void showInformation(
      l10n.t(
        'Choose or paste the rest in the form. It is on the clipboard: {0}',
        list([...toClick, ...toPaste].map(plainText)),
      ),
    );
  }
  await open(url);
}

function answerTo({ fields }: WireSubmission, label: string): string {
  return fields.find((field) => field.label === label)?.answer ?? '';
}

async function copySubmission(host: SubmissionHost, submission: WireSubmission): Promise<void> {
  const { open, offer } = host;
  if (!(await isMeant(host, submission, l10n.t('Copy Body')))) return;
  await copyText(submission.issue.body);
  const { blankPage } = submission;
  const openPage = l10n.t('Open Blank Issue');
  const copied = l10n.t('The body of the issue is on the clipboard.');
  const answer = blankPage === null ? await offer(copied) : await offer(copied, openPage);
  if (answer === openPage && blankPage !== null) await open(blankPage);
}

/** Whether a person wants to go on although the bot would refuse the draft. */
async function isMeant({ offer }: SubmissionHost, { problems }: WireSubmission, goOn: PlainText): Promise<boolean> {
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return true;
  const first = plainText(errors[0]?.message ?? '');
  const answer = await offer(sentences(refusedText(errors.length), first), goOn);
  return answer === goOn;
}
