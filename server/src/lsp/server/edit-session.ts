import type { Position } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ClosedVersion } from '../../core/linter/open-block';
import { type Proposal, type ProposalsDocument, proposalAt } from '../../core/model/document';
import type { ProposalBody } from '../../core/model/proposal';

/**
 * The edits of a document since it was opened. A proposal counts as edited if no proposal had its text at the
 * beginning, so no positions are tracked, and undo works.
 */
export class EditSession {
  /** The caret's position as the client reports it; null if the client does not. */
  caret: Position | null = null;
  /** The last version in which the person had no fence or comment open. */
  closedVersion: ClosedVersion | null = null;
  /** Where the text below the open fence or comment starts. Null if none is open. */
  belowBlock: number | null = null;
  private texts: ReadonlySet<string> | null = null;
  private lastEdited: ProposalBody | null = null;

  /** `initial` is null for an unsaved document, whose whole text is from this session. */
  constructor(private readonly initial: ProposalsDocument | null) {}

  /** The initial texts of the proposals. */
  textsAtOpen(): ReadonlySet<string> {
    this.texts ??= new Set(this.initial?.proposals.map(({ body }) => body.text));
    return this.texts;
  }

  /**
   * Takes a newer version. Equal texts share their body, so the first different body is the edited one, unless a
   * proposal was deleted before it.
   */
  follow({ proposals: before }: ProposalsDocument, { proposals: after }: ProposalsDocument): void {
    const index = after.findIndex(({ body }, i) => body !== before[i]?.body);
    const edited = after[index];
    if (edited && !before.some(({ body }) => body === edited.body)) this.lastEdited = edited.body;
  }

  /** Whether the caret is in the text below the open fence or comment. */
  isBelowBlock(text: TextDocument): boolean {
    return this.belowBlock !== null && this.caret !== null && text.offsetAt(this.caret) >= this.belowBlock;
  }

  /** Returns whether a proposal was being edited until now. */
  saved(): boolean {
    const { lastEdited } = this;
    this.lastEdited = null;
    return lastEdited !== null;
  }

  /**
   * The proposal that is being written: the one at the caret, once it has been edited. If the client does not report
   * the caret, the one that was edited last, until the file is saved.
   */
  inWork(document: ProposalsDocument, text: TextDocument, sendsCaret: boolean): Proposal | null {
    if (!sendsCaret) return document.proposals.find(({ body }) => body === this.lastEdited) ?? null;
    const proposal = this.caret && proposalAt(document, text.offsetAt(this.caret));
    return proposal && !this.textsAtOpen().has(proposal.body.text) ? proposal : null;
  }
}
