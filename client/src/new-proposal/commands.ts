import * as vscode from 'vscode';
import type { Register } from '../commands/error-boundary';
import { proposeAgain, proposeForProgram } from './drafts';
import { fillFromIssue } from './fill-from-issue';
import { newProposalFromIssue } from './from-issue';
import { insertTemplate } from './insert-template';
import { LeftOut } from './left-out';
import { type NewProposalHost, newProposal, newProposalHere } from './new-proposal';

/** The commands that start a proposal. */
export function registerNewProposal(register: Register, host: NewProposalHost): vscode.Disposable {
  const leftOut = new LeftOut(host);
  return vscode.Disposable.from(
    leftOut,
    register('newProposal', (given?: unknown) => newProposal(host, leftOut, given)),
    register('newProposalHere', (given?: unknown) => newProposalHere(host, leftOut, given)),
    register('proposeAgain', (given?: unknown) => proposeAgain(host, given)),
    register('proposeForProgram', (given?: unknown, program?: unknown) =>
      proposeForProgram(host, leftOut, given, program),
    ),
    register('importIssue', (given?: unknown) => newProposalFromIssue(host, leftOut, given)),
    register('fillFromIssue', (given?: unknown) => fillFromIssue(host, leftOut, given)),
    register('showLeftOut', (given?: unknown) => leftOut.show(given)),
    register('insertTemplate', () => insertTemplate(host.ask, host.refuse)),
  );
}
