import * as vscode from 'vscode';
import { type OutlineTextParams, outlineTextRequest, type WireText } from '../../../server/src/protocol/outline';
import type { Register } from '../commands/error-boundary';
import type { Ask } from '../editor/rename';
import { copyLine, copyText } from '../ui/clipboard';
import { l10n } from '../ui/l10n';
import { createInputBox, type PlainTreeView, showInStatusBar, showWarning } from '../ui/surfaces';
import { type Branch, branchIn } from './branch';
import type { Choice } from './choice';
import { githubPage } from './git';
import { openCommand } from './items';
import type { Me } from './me';

export interface CommandContext {
  readonly register: Register;
  readonly ask: Ask;
  /** Opens a page of the web; `address` is a stranger's. */
  openPage(address: string): unknown;
  readonly choice: Choice;
  readonly me: Me;
  readonly view: PlainTreeView<Branch>;
}

/** The commands of the view's menus. Those on a branch take the selected one where they are given none. */
export function registerCommands({
  register: registerOurs,
  openPage,
  ask,
  choice,
  me,
  view,
}: CommandContext): vscode.Disposable {
  const register: Register = (name, run) => registerOurs(`outline.${name}`, run);
  const onBranch = (name: string, run: (branch: Branch) => unknown) =>
    register(name, (given) => {
      const branch = branchIn(given) ?? view.selection[0];
      return branch && run(branch);
    });
  const textOf = ({ wire: { id } }: Branch) => {
    const params: OutlineTextParams = { id };
    return ask<WireText>(outlineTextRequest, params);
  };
  return vscode.Disposable.from(
    register('filter', () => askForText(choice)),
    register('showAll', () => choice.change({ text: '', mine: false, problems: false })),
    register('onlyMine', () => showOnlyMine(choice, me)),
    register('everybody', () => choice.change({ mine: false })),
    register('onlyProblems', () => choice.change({ problems: true })),
    register('withoutProblems', () => choice.change({ problems: false })),
    register('sortByName', () => choice.change({ sort: 'name' })),
    register('sortByOrder', () => choice.change({ sort: 'order' })),
    register('follow', () => choice.change({ follow: true })),
    register('unfollow', () => choice.change({ follow: false })),
    onBranch('open', ({ wire: { place } }) => place && run(openCommand(place))),
    onBranch('openIssue', ({ wire: { url } }) => url && openPage(url)),
    onBranch('copyLink', async (branch) => copy(await linkTo(await textOf(branch)), copyLine)),
    onBranch('copyMarkdown', async (branch) => copy((await textOf(branch))?.markdown ?? null, copyText)),
  );
}

/** Filters the view while the person types. Escape restores the previous filter. */
function askForText(choice: Choice): void {
  const { text } = choice.now;
  const input = createInputBox();
  let accepted = false;
  input.title = l10n.t('Filter Proposals');
  input.placeholder = l10n.t('Words of a title, project, mentor or handle');
  input.value = text;
  input.onDidChangeValue((typed) => choice.change({ text: typed }));
  input.onDidAccept(() => {
    accepted = true;
    input.hide();
  });
  input.onDidHide(() => {
    if (!accepted) choice.change({ text });
    input.dispose();
  });
  input.show();
}

async function showOnlyMine(choice: Choice, me: Me): Promise<void> {
  const names = await me.namesOrAsk();
  if (!names) return;
  choice.setPeople(names);
  choice.change({ mine: true });
}

/** The file's page on GitHub if there is one, otherwise its path in the workspace. */
async function linkTo(text: WireText | null): Promise<string | null> {
  if (!text) return null;
  const page = await githubPage(vscode.Uri.parse(text.uri));
  return `${page ?? text.path}#${text.anchor}`;
}

async function copy(text: string | null, write: (text: string) => Thenable<void>): Promise<void> {
  if (text === null) {
    void showWarning(l10n.t('The file has changed. Copy again.'));
    return;
  }
  await write(text);
  showInStatusBar(l10n.t('Copied.'), 2_000);
}

function run({ command, arguments: given = [] }: vscode.Command): Thenable<unknown> {
  return vscode.commands.executeCommand(command, ...given);
}
