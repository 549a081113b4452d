import * as vscode from 'vscode';
import { insertTemplate } from './insert-template';
import { type NewProposalWorld, newProposal, newProposalHere } from './new-proposal';

/** The commands that begin a proposal: as questions, or as a form in the text. */
export function registerNewProposal(world: NewProposalWorld): vscode.Disposable {
  const { registerCommand } = vscode.commands;
  return vscode.Disposable.from(
    registerCommand('mentorshipProposals.newProposal', (given?: unknown) => newProposal(world, given)),
    registerCommand('mentorshipProposals.newProposalHere', (given?: unknown) => newProposalHere(world, given)),
    registerCommand('mentorshipProposals.insertTemplate', () => insertTemplate(world.ask, world.refuse)),
  );
}
