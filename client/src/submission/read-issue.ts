/** Shows an issue in review as a draft that cannot be edited, with what is wrong with it. */
import * as vscode from 'vscode';
import {
  type ReviewParams,
  reviewRequest,
  type WireReview,
  type WireReviewFinding,
} from '../../../server/src/protocol/review';
import type { Ask, Refuse } from '../editor/rename';
import { branchIn } from '../tree/branch';
import { l10n } from '../ui/l10n';
import { plainSentence } from '../ui/plain-text';
import type { IssueDocuments } from './issue-documents';

interface ReadHost {
  readonly ask: Ask;
  readonly refuse: Refuse;
  readonly documents: IssueDocuments;
}

/** `given` is the issue's address or its item in the view. */
export async function readIssue({ ask, refuse, documents }: ReadHost, given: unknown): Promise<void> {
  const url = typeof given === 'string' ? given : (branchIn(given)?.wire.url ?? '');
  const params: ReviewParams = { url };
  const review = await ask<WireReview | null>(reviewRequest, params);
  if (!review) return refuse(l10n.t('Choose an issue in review in the view.'));
  await documents.read({ ...review, findings: review.findings.map(diagnostic) });
}

const severities = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
} as const;

function diagnostic({ range: { start, end }, severity, message, by }: WireReviewFinding): vscode.Diagnostic {
  const range = new vscode.Range(start.line, start.character, end.line, end.character);
  const finding = new vscode.Diagnostic(range, plainSentence(message), severities[severity]);
  finding.source = by === 'bot' ? 'CNCF' : 'Mentorship Proposals';
  return finding;
}
