/** Drafts of earlier proposals: "Propose Again…". */
import { type ProposeAgainParams, proposeAgainRequest, type WireDraft } from '../../../server/src/protocol/drafts';
import type { WirePlace } from '../../../server/src/protocol/place';
import { choose } from '../commands/choose';
import { allRead, findProposals } from '../commands/go-to';
import type { Ask, Refuse } from '../editor/rename';
import type { Question } from '../submission/sending';
import { branchIn } from '../tree/branch';
import { l10n } from '../ui/l10n';
import { plainSentence } from '../ui/plain-text';
import { showDraft } from './show';

/** What the commands need of the extension. */
export interface DraftHost {
  /** Starts the server where there is none. */
  readonly ask: Ask;
  readonly refuse: Refuse;
  /** Shows a message with buttons. */
  readonly offer: Question;
}

/** Makes a draft of an earlier proposal: of the one that the view names, else of one that a person chooses. */
export async function proposeAgain(host: DraftHost, given?: unknown): Promise<void> {
  const branch = branchIn(given);
  const place = branch?.wire.is === 'proposal' ? branch.wire.place : await choosePlace(host.ask, given);
  if (!place) return;
  const params: ProposeAgainParams = { uri: place.uri, position: place.range.start };
  await show(host, await host.ask<WireDraft>(proposeAgainRequest, params));
}

async function choosePlace(ask: Ask, given: unknown): Promise<WirePlace | null> {
  const chosen = await choose<WirePlace>({
    title: l10n.t('Propose Again'),
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
