/** The same as `idle-account`, for somebody who has copied the address of an issue: in its test mode, VS Code has a clipboard of its own. */
import * as vscode from 'vscode';
import { TestAccount } from './account';

export async function run(): Promise<never> {
  await new TestAccount().createSession([]);
  await vscode.env.clipboard.writeText('https://github.com/jaegertracing/jaeger/issues/7302');
  vscode.window.setStatusBarMessage('The address is copied.');
  return new Promise(() => {});
}
