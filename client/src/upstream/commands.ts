/** Commands on upstream issues: open one, name one elsewhere, ask GitHub about all that are being worked on. */
import * as vscode from 'vscode';
import {
  type RefreshListParams,
  type RefreshParams,
  refreshListRequest,
  refreshRequest,
  type UpstreamParams,
  upstreamRequest,
  type WireIssue,
  type WireIssueKey,
  type WireRefreshed,
} from '../../../server/src/protocol/upstream';
import type { Register } from '../commands/error-boundary';
import type { Ask, Refuse } from '../editor/rename';
import { copyLine } from '../ui/clipboard';
import { l10n, list, sentences } from '../ui/l10n';
import { filledIn, icon, joined, type PlainText, plainSentence, plainText } from '../ui/plain-text';
import { type PlainProgress, showInformation, showInStatusBar, showQuickPick, withProgress } from '../ui/surfaces';

export interface UpstreamHost {
  readonly register: Register;
  readonly ask: Ask;
  /** Shows in one sentence why nothing was done. */
  readonly refuse: Refuse;
  /** Opens a page of the web; `address` is a stranger's. */
  open(address: string): unknown;
}

export function registerUpstream({ register, ask, refuse, open }: UpstreamHost): vscode.Disposable {
  const onIssue = (title: PlainText, run: (issue: WireIssue) => unknown) => async () => {
    const issues = await meant(ask);
    if (issues.length === 0) {
      refuse(l10n.t('Place the cursor in a proposal that has an upstream issue.'));
      return;
    }
    const issue = issues.length === 1 ? issues[0] : await pick(issues, title);
    if (issue) await run(issue);
  };
  return vscode.Disposable.from(
    register(
      'openUpstream',
      onIssue(l10n.t('Open Upstream Issue'), ({ url }) => open(url)),
    ),
    register(
      'copyReference',
      onIssue(l10n.t('Copy Reference'), async ({ name }) => {
        await copyLine(name);
        showInStatusBar(l10n.t('Copied {0}.', plainText(name)), SHORTLY);
      }),
    ),
    register('refreshUpstream', () => refresh(ask)),
  );
}

/** How long a message stays that needs no answer, in milliseconds. */
const SHORTLY = 5_000;

/** As many as GitHub is asked about in one query. */
const BATCH = 25;

async function meant(ask: Ask): Promise<readonly WireIssue[]> {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId !== 'markdown') return [];
  const { line, character } = editor.selection.active;
  const params: UpstreamParams = { uri: editor.document.uri.toString(), position: { line, character } };
  return (await ask<readonly WireIssue[]>(upstreamRequest, params)) ?? [];
}

async function pick(issues: readonly WireIssue[], title: PlainText): Promise<WireIssue | undefined> {
  const items = issues.map((issue) => ({
    label: joined([icon(issue.state?.icon ?? 'link'), plainText(issue.name)], ' '),
    description: plainText(issue.state?.words ?? ''),
    detail: plainText(issue.title ?? ''),
    issue,
  }));
  const options = { title, placeHolder: l10n.t('The proposal names {0} issues', issues.length) };
  return (await showQuickPick(items, { ...options, matchOnDetail: true }))?.issue;
}

/** Says in one sentence what came of it, and gives that sentence to whoever has run the command. */
async function refresh(ask: Ask): Promise<PlainText> {
  const params: RefreshListParams = { uri: vscode.window.activeTextEditor?.document.uri.toString() ?? null };
  const keys = (await ask<readonly WireIssueKey[]>(refreshListRequest, params)) ?? [];
  if (keys.length === 0) return showSummary(l10n.t('No proposal of an open term has an upstream issue.'), false);
  const title = l10n.t('Asking GitHub about upstream issues');
  const outcome = await withProgress(title, (progress, token) => askAll(ask, keys, progress, token));
  return showSummary(sentenceOf(outcome, keys.length), /sign in/i.test(outcome.refreshed.why ?? ''));
}

interface Outcome {
  readonly refreshed: WireRefreshed;
  /** How many were asked about before the person has called it off. */
  readonly asked: number;
}

async function askAll(
  ask: Ask,
  keys: readonly WireIssueKey[],
  progress: PlainProgress,
  token: vscode.CancellationToken,
): Promise<Outcome> {
  let refreshed: WireRefreshed = { open: 0, closed: 0, moved: 0, missing: 0, unknown: 0, why: null };
  let asked = 0;
  while (asked < keys.length && !token.isCancellationRequested) {
    const params: RefreshParams = { keys: keys.slice(asked, asked + BATCH) };
    const message = filledIn('{0}/{1}', [asked, keys.length]);
    progress.report({ message, increment: (100 * Math.min(asked, BATCH)) / keys.length });
    const more = await ask<WireRefreshed>(refreshRequest, params, token).catch((error: unknown) => {
      if (token.isCancellationRequested) return null;
      throw error;
    });
    if (!more) break;
    refreshed = added(refreshed, more);
    asked += params.keys.length;
  }
  return { refreshed, asked };
}

function added(a: WireRefreshed, b: WireRefreshed): WireRefreshed {
  return {
    open: a.open + b.open,
    closed: a.closed + b.closed,
    moved: a.moved + b.moved,
    missing: a.missing + b.missing,
    unknown: a.unknown + b.unknown,
    why: a.why ?? b.why,
  };
}

function sentenceOf({ refreshed, asked }: Outcome, all: number): PlainText {
  const { open, closed, moved, missing, unknown, why } = refreshed;
  const parts = [
    ...(open > 0 ? [l10n.t('{0} open', open)] : []),
    ...(closed > 0 ? [l10n.t('{0} closed', closed)] : []),
    ...(moved > 0 ? [l10n.t('{0} moved', moved)] : []),
    ...(missing > 0 ? [l10n.t('{0} not found', missing)] : []),
    ...(unknown > 0 ? [l10n.t('{0} not known', unknown)] : []),
  ];
  const counts = list(parts);
  if (asked === 0) return l10n.t('GitHub was not asked about the upstream issues.');
  if (asked < all) return l10n.t('Canceled after {0} of {1} upstream issues: {2}.', asked, all, counts);
  const summary = l10n.t('Upstream issues: {0}.', counts);
  return why === null ? summary : sentences(summary, plainSentence(why));
}

/** Offers to sign in where that would help. */
function showSummary(sentence: PlainText, wouldHelp: boolean): PlainText {
  const signIn = l10n.t('Sign in to GitHub');
  const offers = wouldHelp ? [signIn] : [];
  void showInformation(sentence, ...offers).then((answer) => {
    if (answer === signIn) void vscode.commands.executeCommand('mentorshipProposals.signIn');
  });
  return sentence;
}
