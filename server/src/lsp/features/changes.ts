import type { Connection } from 'vscode-languageserver';
import type { Finding } from '../../core/linter/rule';
import { demoteOutside } from '../../core/linter/shown';
import { type ProposalsDocument, readDocument } from '../../core/model/document';
import type { Span } from '../../core/text/span';
import { type BaseTextParams, baseTextRequest, baseTextsChanged } from '../../protocol/changes';
import type { Documents, OpenDocument } from '../server/documents';
import type { Background } from '../server/guard';

export interface ChangesOptions {
  readonly connection: Connection;
  readonly documents: Documents;
  readonly background: Background;
  /** Whether the client answers `baseTextRequest`. */
  readonly hasBases: boolean;
  /** Whether the person wants findings only for their own changes. */
  isOn(): boolean;
  /** Called when findings have to be shown differently. */
  onChange(): void;
}

interface Base {
  /** The proposals' texts before the person's changes; null if unknown. */
  texts: ReadonlySet<string> | null;
  /** Whether the client has been asked. Its answer applies from then on. */
  isFresh: boolean;
}

/**
 * Knows what the person has changed since the merge base, if the client knows one, otherwise since the document was
 * opened. Compares the texts of whole proposals, so no edit positions are tracked. Until the client has answered, the
 * session counts.
 */
export class Changes {
  private readonly bases = new Map<string, Base>();

  constructor(private readonly options: ChangesOptions) {
    options.connection.onNotification(baseTextsChanged, () => {
      for (const base of this.bases.values()) base.isFresh = false;
      if (options.isOn()) options.onChange();
    });
    options.documents.texts.onDidClose(({ document }) => this.bases.delete(document.uri));
  }

  /** Turns findings in unchanged proposals into hints, if the person wants that. */
  shown(uri: string, open: OpenDocument, findings: readonly Finding[]): readonly Finding[] {
    if (!this.options.isOn()) return findings;
    const before = this.base(uri, open.proposals.path).texts ?? keysOf(open.session.textsAtOpen());
    return demoteOutside(findings, changedIn(open.proposals, before));
  }

  /** The same for a closed file. It has no session, so without an answer from Git all findings count. */
  async shownOfClosed(
    uri: string,
    proposals: ProposalsDocument,
    findings: readonly Finding[],
  ): Promise<readonly Finding[]> {
    if (!this.options.isOn() || !this.options.hasBases || findings.length === 0) return findings;
    const before = await this.baseTexts(uri, proposals.path);
    return before ? demoteOutside(findings, changedIn(proposals, before)) : findings;
  }

  private base(uri: string, path: string): Base {
    const base = this.bases.get(uri) ?? { texts: null, isFresh: !this.options.hasBases };
    this.bases.set(uri, base);
    if (!base.isFresh) {
      base.isFresh = true;
      void this.options.background('asking for the merge base', () => this.ask(uri, path, base));
    }
    return base;
  }

  private async ask(uri: string, path: string, base: Base): Promise<void> {
    const before = base.texts;
    base.texts = await this.baseTexts(uri, path);
    if (before !== null || base.texts !== null) this.options.onChange();
  }

  /** The proposals' texts at the merge base; null if unknown. */
  private async baseTexts(uri: string, path: string): Promise<ReadonlySet<string> | null> {
    const params: BaseTextParams = { uri };
    const answer: unknown = await this.options.connection.sendRequest(baseTextRequest, params);
    return typeof answer === 'string' ? textsOf(readDocument(answer, path)) : null;
  }
}

/** The sections of the proposals that are new or changed. */
function changedIn({ proposals }: ProposalsDocument, before: ReadonlySet<string>): readonly Span[] {
  return proposals.filter(({ body }) => !before.has(keyOf(body.text))).map(({ section }) => section);
}

function textsOf({ proposals }: ProposalsDocument): ReadonlySet<string> {
  return keysOf(proposals.map(({ body }) => body.text));
}

function keysOf(texts: Iterable<string>): ReadonlySet<string> {
  return new Set([...texts].map(keyOf));
}

/** Ignores line endings, which may differ in Git, and white space at the end. */
function keyOf(text: string): string {
  return text.replaceAll('\r\n', '\n').trimEnd();
}
