import { type ProposalProblems, problemsByProposal } from '../../core/features/outline/problems';
import type { KnownFile } from '../../core/known/known';
import type { RuleSettings } from '../../core/linter/rule';
import type { ProposalsDocument } from '../../core/model/document';
import type { Files } from '../../host/ports';
import { lookAtClosed, readClosed } from '../server/closed-file';
import type { Context } from '../server/context';
import { findingsShown } from './diagnostics';

interface Look {
  /** What it depended on besides the file: another object where that has changed. */
  readonly settings: RuleSettings | null;
  readonly era: object;
  readonly problems: readonly ProposalProblems[];
}

/**
 * What has been found in proposals, also of files that are not open: those are read when somebody asks, and not again
 * while they, the settings, and what is known of their issues stay the same.
 */
export class OutlineProblems {
  private readonly looks = new WeakMap<KnownFile, Look>();
  private era = {};

  constructor(
    private readonly context: Context,
    private readonly files: Files,
  ) {}

  /** The findings of the last check, at once; null if there was none. */
  of(file: KnownFile): readonly ProposalProblems[] | null {
    return this.looks.get(file)?.problems ?? null;
  }

  /** From now on findings may be others, whatever the files say. */
  forget(): void {
    this.era = {};
  }

  /**
   * Looks through files, one after the other and with a pause between two of them. Whether any of those that are not
   * open had to be looked through.
   */
  async look(files: readonly KnownFile[]): Promise<boolean> {
    let news = false;
    for (const file of files) {
      const { era } = this;
      const settings = await this.context.rulesFor(file.uri);
      const last = this.looks.get(file);
      const isOpen = this.context.documents.get(file.uri) !== null;
      if (!isOpen && last?.settings === settings && last.era === era) continue;
      const problems = isOpen ? await this.ofOpen(file) : await this.ofClosed(file);
      this.looks.set(file, { settings, era, problems });
      if (isOpen) continue;
      news = true;
      await this.context.clock.pause();
    }
    return news;
  }

  /** An indexed file as a document; null if it is now unreadable. */
  async read({ uri }: KnownFile): Promise<ProposalsDocument | null> {
    const open = this.context.documents.get(uri);
    if (open) return open.proposals;
    return readClosed(this.context, this.files, uri);
  }

  /** The same as the editor shows, and as calm. */
  private async ofOpen({ uri }: KnownFile): Promise<readonly ProposalProblems[]> {
    const shown = await findingsShown(this.context, uri);
    return shown ? problemsByProposal(shown.open.proposals, shown.findings) : [];
  }

  private async ofClosed({ uri }: KnownFile): Promise<readonly ProposalProblems[]> {
    const closed = await lookAtClosed(this.context, this.files, uri);
    return closed ? problemsByProposal(closed.proposals, closed.findings) : [];
  }
}
