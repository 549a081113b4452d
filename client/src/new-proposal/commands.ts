import * as vscode from 'vscode';
import type { Register } from '../commands/error-boundary';
import { insertTemplate } from './insert-template';
import { type NewProposalWorld, newProposal, newProposalHere } from './new-proposal';

/** The commands that begin a proposal: as questions, or as a form in the text. */
export function registerNewProposal(register: Register, world: NewProposalWorld): vscode.Disposable {
  return vscode.Disposable.from(
    register('newProposal', (given?: unknown) => newProposal(world, given)),
    register('newProposalHere', (given?: unknown) => newProposalHere(world, given)),
    register('insertTemplate', () => insertTemplate(world.ask, world.refuse)),
  );
}
