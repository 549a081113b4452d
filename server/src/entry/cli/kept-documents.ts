import type { ProposalsDocument } from '../../core/model/document';

/** How long the texts of the kept documents are together, in UTF-16 code units: more than a repository usually has. */
const MOST = 4_000_000;

export interface KeptDocument {
  /** Reads the text again if the document was let go. */
  document(): ProposalsDocument;
  /** Call it when others are read. */
  letGo(): void;
}

/**
 * Keeps the first documents that were read, because a document takes ten times the memory of its text. The others are
 * let go, and read again if somebody asks for them, which takes a tenth of the time of a check.
 */
export class KeptDocuments {
  private size = 0;

  constructor(private readonly most = MOST) {}

  /** A document that was just read, and that `again` reads. */
  keep(document: ProposalsDocument, again: () => ProposalsDocument): KeptDocument {
    let own: ProposalsDocument | null = document;
    const letGo = () => {
      if (own === null || this.size + own.text.length > this.most) own = null;
      else this.size += own.text.length;
    };
    return { document: () => own ?? again(), letGo };
  }
}
