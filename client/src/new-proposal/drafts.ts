/** Drafts of earlier proposals: "Propose Again…". */
import * as vscode from 'vscode';
import {
  type ProposeAgainParams,
  proposeAgainRequest,
  type WireDraft,
  type WireRestPart,
} from '../../../server/src/protocol/drafts';
import type { WirePlace } from '../../../server/src/protocol/place';
import { choose } from '../commands/choose';
import { allRead, findProposals } from '../commands/go-to';
import type { Ask } from '../editor/rename';
import { placeOf } from '../submission/draft-place';
import { branchIn } from '../tree/branch';
import { l10n } from '../ui/l10n';
import { type PlainText, plainSentence } from '../ui/plain-text';
import { showQuickPick } from '../ui/surfaces';
import type { DraftHost } from './draft-host';
import type { LeftOut } from './left-out';
import { showDraft } from './show';

/** Makes a draft for the open term of an earlier proposal: of the one that the view names, else of one that a person chooses. */
export async function proposeAgain(host: DraftHost, given?: unknown): Promise<void> {
  const place = await earlierProposal(host.ask, l10n.t('Propose Again'), given);
  if (place) await draftOf(host, { uri: place.uri, position: place.range.start });
}

/**
 * The same for another program, which asks for other fields: what it does not ask for stays beside the draft. Other
 * extensions may name the program.
 */
export async function proposeForProgram(host: DraftHost, leftOut: LeftOut, given?: unknown, wanted?: unknown) {
  const title = l10n.t('Propose for Another Program');
  const place = await earlierProposal(host.ask, title, given);
  const named = programs().find(({ id }) => id === wanted);
  const program =
    place &&
    (named ?? (await showQuickPick(programs(), { title, placeHolder: l10n.t('The program to propose it to') })));
  if (!program) return;
  const rest = await draftOf(host, { uri: place.uri, position: place.range.start, program: program.id });
  const draft = placeOf(vscode.window.activeTextEditor);
  // Nobody has to answer, so nothing waits for it.
  if (rest && draft) void leftOut.tell(draft, rest);
}

/** Names of programs are the same in every language. */
function programs() {
  return [
    { id: 'lfx', label: plainSentence('LFX Mentorship') },
    { id: 'gsoc', label: plainSentence('Google Summer of Code') },
    { id: 'outreachy', label: plainSentence('Outreachy') },
  ];
}

async function earlierProposal(ask: Ask, title: PlainText, given: unknown): Promise<WirePlace | null> {
  const branch = branchIn(given);
  return branch?.wire.is === 'proposal' ? branch.wire.place : choosePlace(ask, title, given);
}

/** Shows the draft. Returns what it does not hold; null if there is no draft. */
async function draftOf(host: DraftHost, params: ProposeAgainParams): Promise<readonly WireRestPart[] | null> {
  const draft = await host.ask<WireDraft>(proposeAgainRequest, params);
  await show(host, draft);
  return draft?.is === 'draft' ? draft.rest : null;
}

async function choosePlace(ask: Ask, title: PlainText, given: unknown): Promise<WirePlace | null> {
  const chosen = await choose<WirePlace>({
    title,
    placeholder: l10n.t('The proposal to start from: words of a title, project or term'),
    query: typeof given === 'string' ? given : '',
    find: (query) => findProposals(ask, query),
    all: allRead(ask),
    nothing: l10n.t('This workspace has no proposals yet.'),
  });
  return chosen.is === 'chosen' ? chosen.value : null;
}

async function show({ refuse }: DraftHost, draft: WireDraft | null): Promise<void> {
  if (!draft) return refuse(l10n.t('The draft could not be made. The log says why.'));
  if (draft.is === 'refused') return refuse(plainSentence(draft.why));
  await showDraft(draft.text, draft.caret);
}
