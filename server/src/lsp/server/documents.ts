import { TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ProjectList } from '../../core/facts/projects';
import { FindingMemory } from '../../core/linter/memory';
import { type ProposalsDocument, readDocument } from '../../core/model/document';
import type { GivenProgram } from '../../core/model/given-template';
import { isProposalsPath, isServed, looksLikeProposals } from '../../recognize';
import { EditSession } from './edit-session';

/** An open document as text and as proposals. */
export interface OpenDocument {
  readonly text: TextDocument;
  readonly proposals: ProposalsDocument;
  /** The cache of findings of earlier versions. */
  readonly memory: FindingMemory;
  readonly session: EditSession;
}

/** What the workspace says about a document. */
interface Surroundings {
  readonly projects: ProjectList;
  readonly program: GivenProgram | null;
}

/** Everything but the text that determines how it is read. */
interface Grounds extends Surroundings {
  readonly path: string;
}

interface Reading extends Grounds {
  readonly document: ProposalsDocument;
  readonly memory: FindingMemory;
  readonly session: EditSession;
}

/**
 * The open documents. A text is parsed on demand and once per version, so that a keystroke costs only the text change.
 */
export class Documents {
  readonly texts = new TextDocuments(TextDocument);
  private readonly readings = new Map<string, Reading>();
  /** The initial texts of documents, until they are parsed. */
  private readonly atOpen = new Map<string, string>();

  private changes = 0;
  private willForget: ((uri: string, last: OpenDocument) => void) | null = null;

  constructor(
    private readonly pathOf: (uri: string) => string,
    private readonly options: (uri: string) => Surroundings,
  ) {
    this.texts.onDidOpen(({ document }) => this.atOpen.set(document.uri, document.getText()));
    this.texts.onDidChangeContent(() => this.changes++);
    this.texts.onDidClose(({ document }) => {
      this.changes++;
      const last = this.readings.get(document.uri);
      if (last) this.willForget?.(document.uri, toOpenDocument(document, last));
      this.readings.delete(document.uri);
      this.atOpen.delete(document.uri);
    });
  }

  /** Calls `listener` with a document as it was read last, before it is forgotten because it was closed. */
  onWillForget(listener: (uri: string, last: OpenDocument) => void): void {
    this.willForget = listener;
  }

  /** A number that changes with every edit of any document. */
  get revision(): number {
    return this.changes;
  }

  uris(): readonly string[] {
    return this.texts.keys().filter(isServed);
  }

  /** The text of a document that may contain proposals by a cheap check; null for every other document. */
  candidate(uri: string): TextDocument | null {
    const text = this.texts.get(uri);
    if (!text || !isServed(uri)) return null;
    const isNamed = this.options(uri).program?.isConfigured === true;
    return isNamed || isProposalsPath(this.pathOf(uri)) || looksLikeProposals(text.getText()) ? text : null;
  }

  /** Whether a version of an open document has been parsed. The next version is then parsed incrementally. */
  isRead(uri: string): boolean {
    return this.readings.has(uri);
  }

  /** Null for a document that is closed or a read-only view. */
  read(uri: string): ProposalsDocument | null {
    return this.get(uri)?.proposals ?? null;
  }

  get(uri: string): OpenDocument | null {
    const text = this.texts.get(uri);
    if (!text || !isServed(uri)) return null;
    const last = this.readings.get(uri);
    const grounds = { path: this.pathOf(uri), ...this.options(uri) };
    // Not by version, because a client may send two texts as the same one.
    if (last?.document.text === text.getText() && isUnchanged(last, grounds)) return toOpenDocument(text, last);
    const previous = last?.document ?? this.readAtOpen(uri, text.getText());
    const { path, projects, program } = grounds;
    const document = readDocument(text.getText(), path, { projects, program, ...(previous ? { previous } : {}) });
    const atOpen = uri.startsWith('untitled:') ? null : (previous ?? document);
    const { memory = new FindingMemory(), session = new EditSession(atOpen) } = last ?? {};
    if (previous) session.follow(previous, document);
    const reading = { ...grounds, document, memory, session };
    this.readings.set(uri, reading);
    return toOpenDocument(text, reading);
  }

  /** The document as it was when opened, if it was edited before anybody requested it. */
  private readAtOpen(uri: string, now: string): ProposalsDocument | null {
    const text = this.atOpen.get(uri) ?? now;
    this.atOpen.delete(uri);
    return text === now ? null : readDocument(text, this.pathOf(uri), this.options(uri));
  }
}

function toOpenDocument(text: TextDocument, { document, memory, session }: Reading): OpenDocument {
  return { text, proposals: document, memory, session };
}

function isUnchanged(a: Grounds, b: Grounds): boolean {
  return a.path === b.path && a.projects === b.projects && a.program === b.program;
}
