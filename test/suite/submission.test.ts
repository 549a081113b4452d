/** Sending a draft from a real VS Code: the form, the body, the API, and what is known afterwards. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TestApi } from '../../client/src/start';
import { TestAccount } from './account';
import { askedOfGitHub, changeIssue, token } from './asked';
import { draftPath, openDraft } from './draft';
import { until } from './until';
import { revert, testApi } from './workspace';

suite('Submission', () => {
  let api: TestApi;
  let account: TestAccount | undefined;
  let questions: string[];

  suiteSetup(async () => {
    api = await testApi();
    // A desktop VS Code has a GitHub of its own, and there is only one.
    if (vscode.env.uiKind !== vscode.UIKind.Desktop) account = new TestAccount();
  });
  suiteTeardown(() => account?.dispose());
  setup(() => {
    questions = [];
  });
  teardown(async () => {
    api.answer = null;
    await account?.removeSession();
    await revert();
  });

  /** Answers each question with the first of these buttons that it has. */
  function press(...wanted: readonly string[]): void {
    api.answer = (question, buttons) => {
      questions.push(question);
      return buttons.find((button) => wanted.includes(button));
    };
  }

  const run = <T = string>(command: string, at: vscode.TextDocument) =>
    vscode.commands.executeCommand<T>(`mentorshipProposals.${command}`, {
      uri: at.uri.toString(),
      position: { line: 4, character: 0 },
    });

  const writes = async () =>
    (await askedOfGitHub()).filter(
      ({ method, url }) => method === 'PATCH' || (method === 'POST' && url !== '/graphql'),
    );

  test('the very address of the form is opened, and what it cannot fill in is on the clipboard', async () => {
    const { document } = await openDraft('C# & C++ in 100%');
    const address = next(api.onOpened);
    await run('openForm', document);
    const url = await address;
    assert.match(url, /\?template=lfx-program-proposal\.yml&title=.*C%23%20%26%20C%2B%2B%20in%20100%25&/);
    assert.equal(new URL(url).searchParams.get('program_name'), 'C# & C++ in 100%');
    assert.match(await vscode.env.clipboard.readText(), /^CNCF Project: Jaeger\n\nTerm: 2026 Term 3 \(Sep-Nov\)$/);
  });

  test('the body is copied, and the blank issue is opened only if it is wanted', async () => {
    const { document } = await openDraft('Copied');
    const address = next(api.onOpened);
    press();
    await run('copySubmission', document);
    assert.match(await vscode.env.clipboard.readText(), /^### CNCF Project\n\nJaeger\n\n### Term\n/);
    press('Open Blank Issue');
    await run('copySubmission', document);
    assert.match(await address, /\/cncf\/mentoring\/issues\/new\?title=%5BCNCF%20LFX%20Proposal%5D%20Jaeger%20Copied$/);
  });

  test('a draft with errors is not filed, and the sentence says why', async () => {
    const editor = await openDraft('With errors');
    await replace(editor, 'Technologies: Go, Kubernetes', 'Technologies:');
    press('File Issue');
    assert.match(await run('fileIssue', editor.document), /^Not ready: 1 error\. .*Technologies/);
    assert.deepEqual(await writes(), []);
    // The form takes it, if that is what the person wants.
    const addresses: string[] = [];
    const listening = api.onOpened((address) => addresses.push(address));
    await run('openForm', editor.document);
    assert.deepEqual(addresses, []);
    press('Open Form');
    await run('openForm', editor.document);
    listening.dispose();
    assert.equal(addresses.length, 1);
  });

  test('a project that the form does not offer is not filed', async () => {
    const editor = await openDraft('Elsewhere');
    await replace(editor, '### Jaeger', '### Nobody knows it');
    press('File Issue');
    assert.equal(await run('fileIssue', editor.document), 'The form does not offer "Nobody knows it" as CNCF Project.');
    assert.deepEqual(await writes(), []);
  });

  test('the first way is taken out of the list of ways', async () => {
    const { document } = await openDraft('Picked');
    const address = next(api.onOpened);
    const done = run('submitProposal', document);
    const url = await until('the form', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return Promise.race([address, new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), 50))]);
    });
    await done;
    assert.match(url, /issues\/new\?template=/);
  });

  suite('by the API', () => {
    let own: TestAccount;

    setup(async function () {
      if (!account) this.skip();
      own = account;
      await own.createSession([]);
    });

    test('nothing is sent and no right is asked for without a press', async () => {
      const { document } = await openDraft('Unwanted');
      press();
      assert.equal(await run('fileIssue', document), null);
      assert.equal(questions.length, 1);
      assert.match(
        questions[0] ?? '',
        /^File an issue in cncf\/mentoring\?\nTitle: \[CNCF LFX Proposal\] Jaeger Unwanted\nAccount: ada-example$/,
      );
      assert.deepEqual(await writes(), []);
      assert.deepEqual(
        own.asked.filter((scopes) => scopes.includes('public_repo')),
        [],
      );
    });

    test('an issue is filed once, however often it is pressed, and remembered', async () => {
      const editor = await openDraft('Filed');
      const { document } = editor;
      const before = (await writes()).length;
      press('File Issue');
      const both = await Promise.all([run('fileIssue', document), run('fileIssue', document)]);
      assert.deepEqual(both.map((each) => each.replace(/#\d+/, '#N')).sort(), [
        'Filed as cncf/mentoring#N.',
        'This draft is being filed already.',
      ]);
      assert.ok(own.asked.some((scopes) => scopes.join() === 'public_repo'));
      const written = (await writes()).slice(before);
      assert.deepEqual(written, [
        { ...written[0], method: 'POST', url: '/repos/cncf/mentoring/issues', authorization: `Bearer ${token}` },
      ]);
      assert.ok(
        !JSON.stringify((await askedOfGitHub()).map((each) => ({ ...each, authorization: '' }))).includes(token),
      );
      // A change of the text is no other draft, and filing it again is another question.
      await replace(editor, 'They are slow.', 'They are very slow.');
      questions = [];
      assert.equal(await run('fileIssue', document), null);
      assert.match(
        questions.join('\n'),
        /^This draft was already filed as cncf\/mentoring#\d+\. File another issue\?$/,
      );
      const address = next(api.onOpened);
      await run('openFiledIssue', document);
      assert.match(await address, /^https:\/\/github\.com\/cncf\/mentoring\/issues\/\d+$/);
      assert.equal((await writes()).length, before + 1);
    });

    test('the link is in the draft only if it is wanted, once, and not in what is sent', async () => {
      const { document } = await openDraft('Linked');
      press('File Issue');
      await run('fileIssue', document);
      assert.ok(!document.getText().includes('<!--'));
      await run('addIssueLink', document);
      await run('addIssueLink', document);
      assert.match(
        document.getText(),
        /\n#### Linked\n\n<!-- Filed as https:\/\/github\.com\/cncf\/mentoring\/issues\/\d+ -->\n\n- D/,
      );
      assert.equal(document.getText().split('<!--').length, 2);
      assert.match(await run('updateIssue', document), /says the same as the draft\.$/);
    });

    for (const [fault, sentence] of [
      ['403', /^The account may not write issues in cncf\/mentoring\. Nothing was sent\./],
      ['404', /^GitHub does not find this in cncf\/mentoring/],
      ['410', /^cncf\/mentoring takes no issues, or/],
      ['422', /^GitHub did not accept the title or the body\./],
      ['307', /^cncf\/mentoring has another name now\./],
      ['lost', /^Filed as cncf\/mentoring#\d+\.$/],
      ['502', /^Filed as cncf\/mentoring#\d+\.$/],
      ['cut', /^GitHub did not answer, and the issue is not to be seen yet\./],
    ] as const)
      test(`after fault ${fault} one sentence says what has become of it`, async () => {
        const { document } = await openDraft(`Fault ${fault}`);
        const before = (await writes()).length;
        press('File Issue');
        assert.match(await run('fileIssue', document), sentence);
        assert.equal((await writes()).length, before + 1);
      });

    test('where another account has the right to write, its name is agreed to, too', async () => {
      const { document } = await openDraft('Other account');
      const before = (await writes()).length;
      own.writer = 'bo-example';
      api.answer = (question, buttons) => {
        questions.push(/Account: .*/.exec(question)?.[0] ?? '');
        return questions.length === 1 ? buttons[0] : undefined;
      };
      assert.equal(await run('fileIssue', document), null);
      own.writer = null;
      assert.deepEqual(questions, ['Account: ada-example', 'Account: bo-example']);
      assert.equal((await writes()).length, before);
    });

    test('an issue that is there already is asked about', async () => {
      const { document } = await openDraft('Twice');
      press('File Issue');
      const filed = await run('fileIssue', document);
      const before = (await writes()).length;
      // Another file with the same draft knows nothing of the first.
      const other = await openDraft('Twice', draftPath.replace('drafts', 'other'));
      press('File Issue', 'Use This Issue');
      assert.equal(await run('fileIssue', other.document), filed.replace('Filed', 'This draft is filed'));
      assert.equal((await writes()).length, before);
      await revert();
    });

    test('an update shows what differs, says what it costs, and is sent after a question', async () => {
      const editor = await openDraft('Updated');
      const { document } = editor;
      press('File Issue');
      await run('fileIssue', document);
      await replace(editor, 'They are fast.', 'They are very fast.');
      const before = (await writes()).length;
      questions = [];
      press();
      assert.equal(
        await run('updateIssue', document),
        'Changed fields: Program Description. The issue loses its approvals.',
      );
      const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
      assert.ok(tab?.input instanceof vscode.TabInputTextDiff);
      const right = await vscode.workspace.openTextDocument(tab.input.modified);
      assert.match(right.getText(), /They are very fast\./);
      assert.equal((await writes()).length, before);
      press('Update Issue…', 'Update Issue');
      assert.match(await run('updateIssue', document), /^Updated cncf\/mentoring#\d+\.$/);
      assert.match(
        questions.join('\n'),
        /Update cncf\/mentoring#\d+\?\nTitle: .*\nAccount: ada-example\nChanged fields/,
      );
      const [written] = (await writes()).slice(before);
      assert.match(`${written?.method} ${written?.url}`, /^PATCH \/repos\/cncf\/mentoring\/issues\/\d+$/);
      assert.match(await run('updateIssue', document), /says the same as the draft\.$/);
      await closeDiffs(document);
    });

    test('an issue that has changed since it was compared is not written over', async () => {
      const editor = await openDraft('Changed meanwhile');
      const { document } = editor;
      press('File Issue');
      const [, number] = /#(\d+)/.exec(await run('fileIssue', document)) ?? [];
      await replace(editor, 'They are fast.', 'They are faster.');
      const before = (await writes()).length;
      api.answer = async (_, buttons) => {
        if (buttons.some((button) => button === 'Update Issue…')) await changeIssue(Number(number));
        return buttons[0];
      };
      assert.match(
        await run('updateIssue', document),
        /^cncf\/mentoring#\d+ has changed meanwhile\. Nothing was sent\./,
      );
      // That one was somebody else's.
      assert.equal((await writes()).length, before + 1);
      await closeDiffs(document);
    });
  });
});

/** Leaves only the draft open. */
async function closeDiffs(document: vscode.TextDocument): Promise<void> {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  await vscode.window.tabGroups.close(tabs.filter(({ input }) => input instanceof vscode.TabInputTextDiff));
  await vscode.window.showTextDocument(document);
}

async function replace(editor: vscode.TextEditor, text: string, by: string): Promise<void> {
  const start = editor.document.getText().indexOf(text);
  const range = new vscode.Range(editor.document.positionAt(start), editor.document.positionAt(start + text.length));
  assert.ok(await editor.edit((edit) => edit.replace(range, by)));
}

/** What is told next. */
function next<T>(event: vscode.Event<T>): Promise<T> {
  return new Promise((resolve) => {
    const listener = event((value) => {
      listener.dispose();
      resolve(value);
    });
  });
}
