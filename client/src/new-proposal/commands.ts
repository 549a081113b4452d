import * as vscode from 'vscode';
import type { Register } from '../commands/error-boundary';
import { proposeAgain } from './drafts';
import { newProposalFromIssue } from './from-issue';
import { insertTemplate } from './insert-template';
import { type NewProposalHost, newProposal, newProposalHere } from './new-proposal';

/** The commands that start a proposal. */
export function registerNewProposal(register: Register, host: NewProposalHost): vscode.Disposable {
  return vscode.Disposable.from(
    register('newProposal', (given?: unknown) => newProposal(host, given)),
    register('newProposalHere', (given?: unknown) => newProposalHere(host, given)),
    register('proposeAgain', (given?: unknown) => proposeAgain(host, given)),
    register('importIssue', (given?: unknown) => newProposalFromIssue(host, given)),
    register('insertTemplate', () => insertTemplate(host.ask, host.refuse)),
  );
}
