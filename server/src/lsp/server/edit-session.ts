import type { Position } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Proposal, type ProposalsDocument, proposalAt } from '../../core/model/document';
import type { ProposalBody } from '../../core/model/proposal';

/**
 * What has been done to one document since it was opened. A proposal counts as edited where its text is none of
 * those that the document had at the beginning: nothing has to be followed through edits, and undoing ends it.
 */
export class EditSession {
  /** The caret's position as the client reports it; null if the client does not. */
  caret: Position | null = null;
  private texts: ReadonlySet<string> | null = null;
  private lastEdited: ProposalBody | null = null;

  /** `initial` is null for a document that was never saved: then all of its text is from this session. */
  constructor(private readonly initial: ProposalsDocument | null) {}

  /** The texts that proposals had at the beginning. */
  textsAtOpen(): ReadonlySet<string> {
    this.texts ??= new Set(this.initial?.proposals.map(({ body }) => body.text));
    return this.texts;
  }

  /**
   * A newer version has been read. Bodies of equal text are shared, so the first that differs is the one edited; where
   * a proposal has gone, it is only the next one, come nearer.
   */
  follow({ proposals: before }: ProposalsDocument, { proposals: after }: ProposalsDocument): void {
    const index = after.findIndex(({ body }, i) => body !== before[i]?.body);
    const edited = after[index];
    if (edited && !before.some(({ body }) => body === edited.body)) this.lastEdited = edited.body;
  }

  /** Whether somebody had been writing until now. */
  saved(): boolean {
    const { lastEdited } = this;
    this.lastEdited = null;
    return lastEdited !== null;
  }

  /**
   * The proposal that somebody is writing, which nobody scolds for being unfinished: the one with the caret, once it
   * has been edited. Of a client that does not tell of its caret, it is the one edited last, until the file is saved.
   */
  inWork(document: ProposalsDocument, text: TextDocument, sendsCaret: boolean): Proposal | null {
    if (!sendsCaret) return document.proposals.find(({ body }) => body === this.lastEdited) ?? null;
    const proposal = this.caret && proposalAt(document, text.offsetAt(this.caret));
    return proposal && !this.textsAtOpen().has(proposal.body.text) ? proposal : null;
  }
}
