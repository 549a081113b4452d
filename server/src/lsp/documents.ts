import { TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type ProposalsDocument, readDocument } from '../core/model/document';
import { FindingMemory } from '../core/rules/run';
import { isProposalsPath, isServed, looksLikeProposals } from '../recognize';

/** An open document in both its shapes. */
export interface OpenDocument {
  readonly text: TextDocument;
  readonly proposals: ProposalsDocument;
  /** What was found in earlier versions. */
  readonly memory: FindingMemory;
}

/**
 * The documents that the editor has open. A text is read when somebody asks, once for each version, so that a
 * keystroke costs nothing but the change of the text itself.
 */
export class Documents {
  readonly texts = new TextDocuments(TextDocument);
  private readonly readings = new Map<
    string,
    { version: number; document: ProposalsDocument; memory: FindingMemory }
  >();

  private changes = 0;

  constructor(private readonly pathOf: (uri: string) => string) {
    this.texts.onDidChangeContent(() => this.changes++);
    this.texts.onDidClose(({ document }) => {
      this.changes++;
      this.readings.delete(document.uri);
    });
  }

  /** Another number after every change of any of them. */
  get revision(): number {
    return this.changes;
  }

  uris(): readonly string[] {
    return this.texts.keys().filter(isServed);
  }

  /** The text of a document that may hold proposals, as a cheap look tells; null for every other. */
  candidate(uri: string): TextDocument | null {
    const text = this.texts.get(uri);
    if (!text || !isServed(uri)) return null;
    return isProposalsPath(this.pathOf(uri)) || looksLikeProposals(text.getText()) ? text : null;
  }

  /** Null for a document that is not open, or is a read-only view of another. */
  read(uri: string): ProposalsDocument | null {
    return this.get(uri)?.proposals ?? null;
  }

  get(uri: string): OpenDocument | null {
    const text = this.texts.get(uri);
    if (!text || !isServed(uri)) return null;
    const last = this.readings.get(uri);
    if (last?.version === text.version) return { text, proposals: last.document, memory: last.memory };
    const document = readDocument(text.getText(), this.pathOf(uri), last ? { previous: last.document } : {});
    const memory = last?.memory ?? new FindingMemory();
    this.readings.set(uri, { version: text.version, document, memory });
    return { text, proposals: document, memory };
  }
}
