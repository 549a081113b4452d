import { type ProposalProblems, problemsByProposal } from '../../core/features/outline/problems';
import type { KnownFile } from '../../core/known/known';
import type { RuleSettings } from '../../core/linter/rule';
import type { ProposalsDocument } from '../../core/model/document';
import type { Files } from '../../host/ports';
import { lookAtClosed, readClosed } from '../server/closed-file';
import type { Context } from '../server/context';
import { findingsShown } from './diagnostics';

interface Look {
  /** What the result depends on besides the file. Another object if that has changed. */
  readonly settings: RuleSettings | null;
  readonly era: object;
  readonly problems: readonly ProposalProblems[];
}

/**
 * The findings of proposals, also in closed files. A closed file is read on request, and again only if it, the
 * settings, or its issues have changed.
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

  /** Forgets the results that depend on more than the files. */
  forget(): void {
    this.era = {};
  }

  /** Checks files one by one, with a pause between two of them. Returns whether any closed file had to be checked. */
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

  /** The same findings as the editor shows. */
  private async ofOpen({ uri }: KnownFile): Promise<readonly ProposalProblems[]> {
    const shown = await findingsShown(this.context, uri);
    return shown ? problemsByProposal(shown.open.proposals, shown.findings) : [];
  }

  private async ofClosed({ uri }: KnownFile): Promise<readonly ProposalProblems[]> {
    const closed = await lookAtClosed(this.context, this.files, uri);
    return closed ? problemsByProposal(closed.proposals, closed.findings) : [];
  }
}
