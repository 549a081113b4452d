/** Drafts of something that is there already: "Propose Again…" and "Import from Issue…". */
import {
  type ImportIssueParams,
  importIssueRequest,
  type ProposeAgainParams,
  proposeAgainRequest,
  type WireDraft,
} from '../../../server/src/protocol/drafts';
import type { WirePlace } from '../../../server/src/protocol/place';
import { choose } from '../commands/choose';
import { findProposals } from '../commands/go-to';
import type { Ask, Refuse } from '../editor/rename';
import { branchIn } from '../tree/branch';
import { l10n } from '../ui/l10n';
import { plainSentence } from '../ui/plain-text';
import { showInputBox } from '../ui/surfaces';
import { showDraft } from './show';

/** What the commands need of the extension. */
interface DraftHost {
  /** Starts the server where there is none. */
  readonly ask: Ask;
  readonly refuse: Refuse;
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
    nothing: l10n.t('This workspace has no proposals yet.'),
  });
  return chosen.is === 'chosen' ? chosen.value : null;
}

/** Makes a draft of an issue that was made with the form. A keybinding may name the issue. */
export async function importIssue(host: DraftHost, given?: unknown): Promise<void> {
  const branch = branchIn(given);
  const named = branch?.wire.is === 'issue' ? branch.wire.url : given;
  const issue =
    typeof named === 'string'
      ? named
      : await showInputBox({
          title: l10n.t('Import from Issue'),
          prompt: l10n.t('The issue of a proposal: its number, owner/repository#number or address'),
        });
  if (issue === undefined || issue.trim() === '') return;
  const params: ImportIssueParams = { issue };
  await show(host, await host.ask<WireDraft>(importIssueRequest, params));
}

async function show({ refuse }: DraftHost, draft: WireDraft | null): Promise<void> {
  if (!draft) return refuse(l10n.t('The draft could not be made. The log says why.'));
  if (draft.is === 'refused') return refuse(plainSentence(draft.why));
  await showDraft(draft.text, draft.caret);
}
