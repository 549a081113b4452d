/** Commands for a draft that is filed with an issue form: its preview, and the ways to send it. */
import * as vscode from 'vscode';
import { submissionRequest, type WireSubmission } from '../../../server/src/protocol/submission';
import type { Register } from '../commands/error-boundary';
import type { Ask, Refuse } from '../editor/rename';
import { copyText } from '../ui/clipboard';
import { l10n } from '../ui/l10n';
import { joined, plainText } from '../ui/plain-text';
import { showInformation, showWarning } from '../ui/surfaces';
import { type DraftPlace, draftPlace } from './draft-place';
import { type PageAction, refusedText } from './page-view';
import { Preview, previewType } from './preview';

export interface SubmissionHost {
  readonly register: Register;
  readonly ask: Ask;
  /** Shows in one sentence why nothing was done. */
  readonly refuse: Refuse;
  /** Opens a page of the web; `address` is a stranger's. */
  open(address: string): unknown;
  readonly extensionUri: vscode.Uri;
}

/** Tells VS Code whether the active document holds drafts for a form, so that it shows our button there alone. */
export async function setHasForm(hasForm: boolean): Promise<void> {
  await vscode.commands.executeCommand('setContext', 'mentorshipProposals.hasForm', hasForm);
}

export function registerSubmission(host: SubmissionHost): { readonly preview: Preview; dispose(): void } {
  const { register, ask, extensionUri } = host;
  const preview = new Preview({
    extensionUri,
    ask,
    actions,
    act: (id, place) => {
      if (id === 'openForm' || id === 'copySubmission')
        void vscode.commands.executeCommand(`mentorshipProposals.${id}`, place);
    },
  });
  const on = (run: (submission: WireSubmission, place: DraftPlace) => unknown) => async (given: unknown) => {
    const place = draftPlace(given);
    const submission = place && (await ask<WireSubmission | null>(submissionRequest, place));
    if (place && submission) await run(submission, place);
    else host.refuse(l10n.t('Place the cursor in a draft that is filed with an issue form.'));
  };
  const registered = vscode.Disposable.from(
    preview,
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
  );
  return { preview, dispose: () => registered.dispose() };
}

/** The ways to send a draft, with what each of them cannot do. */
function actions({ prefilled, blankPage }: WireSubmission): readonly PageAction[] {
  const copy = {
    id: 'copySubmission',
    label: l10n.t('Copy Issue Body'),
    detail: l10n.t('For a blank issue: everything is in it, and the bot checks it like the form.'),
  };
  if (!prefilled || blankPage === null) return [copy];
  const { toClick, toPaste } = prefilled;
  const rest = [...toClick, ...toPaste];
  return [
    {
      id: 'openForm',
      label: l10n.t('Open Prefilled Form'),
      detail:
        rest.length === 0
          ? l10n.t('All fields are filled in.')
          : l10n.t('GitHub fills in text only. Choose or paste the rest there: {0}.', plainText(rest.join('; '))),
    },
    copy,
  ];
}

async function openForm({ open, refuse }: SubmissionHost, submission: WireSubmission): Promise<void> {
  const { prefilled } = submission;
  if (!prefilled) return refuse(l10n.t('The repository of this form is unknown. Copy the body of the issue instead.'));
  if (!(await isMeant(submission, l10n.t('Open Form')))) return;
  const { url, toClick, toPaste } = prefilled;
  const rest = [...toClick, ...toPaste.map((label) => answerTo(submission, label))];
  if (rest.length > 0) {
    await copyText(rest.join('\n\n'));
    void showInformation(
      l10n.t(
        'Choose or paste the rest in the form. It is on the clipboard: {0}',
        joined([...toClick, ...toPaste].map(plainText), ', '),
      ),
    );
  }
  await open(url);
}

function answerTo({ fields }: WireSubmission, label: string): string {
  return fields.find((field) => field.label === label)?.answer ?? '';
}

async function copySubmission({ open }: SubmissionHost, submission: WireSubmission): Promise<void> {
  if (!(await isMeant(submission, l10n.t('Copy Body')))) return;
  await copyText(submission.issue.body);
  const { blankPage } = submission;
  const openPage = l10n.t('Open Blank Issue');
  const copied = l10n.t('The body of the issue is on the clipboard.');
  const answer = blankPage === null ? await showInformation(copied) : await showInformation(copied, openPage);
  if (answer === openPage && blankPage !== null) await open(blankPage);
}

/** Whether a person wants to go on although the bot would refuse the draft. */
async function isMeant({ problems }: WireSubmission, goOn: ReturnType<typeof l10n.t>): Promise<boolean> {
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return true;
  const first = plainText(errors[0]?.message ?? '');
  const answer = await showWarning(joined([refusedText(errors.length), first], ' '), goOn);
  return answer === goOn;
}
