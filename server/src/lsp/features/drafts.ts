import { TextDocument } from 'vscode-languageserver-textdocument';
import { draftAgain } from '../../core/features/new-proposal/again';
import { issueIn } from '../../core/features/new-proposal/issue-reference';
import { whyUnknown } from '../../core/known/unknown-reason';
import { proposalAt } from '../../core/model/document';
import { draftOfIssue } from '../../core/submission/draft-of-issue';
import { jsonIn, objectIn } from '../../host/github/facts';
import { issueQuestion } from '../../host/github/rest';
import type { Files } from '../../host/ports';
import {
  type ImportIssueParams,
  importIssueRequest,
  type ProposeAgainParams,
  proposeAgainRequest,
  type WireDraft,
} from '../../protocol/drafts';
import { readClosed } from '../server/closed-file';
import type { Context } from '../server/context';
import { paramsIn, placeIn, textIn } from '../server/params';

/** Answers for the commands "Propose Again…" and "Import from Issue…". */
export function serveDrafts(context: Context, files: Files): void {
  const { connection, guard } = context;
  connection.onRequest<WireDraft | null, never>(
    proposeAgainRequest,
    guard('proposing again', null, (params: unknown) => again(context, files, params)),
  );
  connection.onRequest<WireDraft | null, never>(
    importIssueRequest,
    guard('importing an issue', null, (params: unknown) => imported(context, params)),
  );
}

const gone: WireDraft = { is: 'refused', why: 'The proposal has gone. Choose again.' };

async function again(context: Context, files: Files, params: unknown): Promise<WireDraft> {
  const { documents, known, workspace } = context;
  const place = placeIn(paramsIn<ProposeAgainParams>(params));
  if (!place) return gone;
  await workspace.formReady();
  const open = documents.get(place.uri);
  const document = open?.proposals ?? (await readClosed(context, files, place.uri));
  if (!document) return gone;
  const text = open?.text ?? TextDocument.create('', 'markdown', 0, document.text);
  const proposal = proposalAt(document, text.offsetAt(place.position));
  return proposal ? draft(draftAgain(proposal, known.form())) : gone;
}

async function imported({ issueStore, known, workspace, clock }: Context, params: unknown): Promise<WireDraft> {
  const key = issueIn(textIn(paramsIn<ImportIssueParams>(params).issue));
  if (!key) return refused('Enter the number or the address of an issue.');
  await workspace.formReady();
  const answer = await issueStore.request(issueQuestion(key, null));
  if (!answer && issueStore.status().access === 'untrusted')
    return refused(whyUnknown({ is: 'untrusted' }, clock.now()));
  if (!answer) return refused('GitHub is being asked too much at the moment. Try again.');
  if (answer.is === 'failure') return refused(whyUnknown(answer.backoff.why, clock.now()));
  if (answer.status === 404 || answer.status === 410)
    return refused('GitHub has no such issue, or does not show it to you.');
  const { title, body } = objectIn(jsonIn(answer.body));
  if (answer.status !== 200) return refused(whyUnknown({ is: 'server', status: answer.status }, clock.now()));
  if (typeof title !== 'string') return refused(whyUnknown({ is: 'odd' }, clock.now()));
  const made = draftOfIssue({ title, body: textIn(body) }, known.form());
  return 'why' in made ? refused(made.why) : draft(made.text);
}

/** The caret is at the end of the title. */
function draft(text: string): WireDraft {
  const lines = text.split('\n');
  const line = Math.max(
    0,
    lines.findIndex((each) => each.startsWith('####')),
  );
  return { is: 'draft', text, caret: { line, character: lines[line]?.length ?? 0 } };
}

function refused(why: string): WireDraft {
  return { is: 'refused', why };
}
