import type { Connection } from 'vscode-languageserver';
import type { Finding } from '../../core/linter/rule';
import { Before, inScope } from '../../core/linter/scope';
import { type ProposalsDocument, readDocument } from '../../core/model/document';
import type { Clock } from '../../host/ports';
import { type BaseTextParams, baseTextRequest, baseTextsChanged } from '../../protocol/changes';
import type { Scope } from '../../protocol/settings';
import type { Documents, OpenDocument } from '../server/documents';
import type { Background } from '../server/guard';

export interface ChangesOptions {
  readonly connection: Connection;
  readonly documents: Documents;
  readonly background: Background;
  readonly clock: Clock;
  /** Whether the client answers `baseTextRequest`. */
  readonly hasBases: boolean;
  scope(): Scope;
  /** Called when findings have to be shown differently. */
  onChange(): void;
}

interface Base {
  /** The document before the person's changes; null if unknown. */
  document: ProposalsDocument | null;
  before: Before | null;
  /** Whether the client has been asked. Its answer applies from then on. */
  isFresh: boolean;
}

/** How many closed files are remembered as they were: more than a person edits in a session. */
const MOST_CLOSED = 50;

/**
 * Knows what the person has changed since the merge base, if the client knows one, otherwise in this session. Compares
 * the texts of whole proposals, so no edit positions are tracked. Until the client has answered, the session counts.
 */
export class Changes {
  private readonly bases = new Map<string, Base>();
  /** Files that were edited and closed in this session, as they were when they were opened first. */
  private readonly closed = new Map<string, Before>();
  private readonly opened = new WeakMap<OpenDocument['session'], Before>();

  constructor(private readonly options: ChangesOptions) {
    options.connection.onNotification(baseTextsChanged, () => {
      for (const base of this.bases.values()) base.isFresh = false;
      options.onChange();
    });
    options.documents.onWillForget((uri, { session, proposals }) => {
      this.bases.delete(uri);
      const before = this.atOpen(uri, session);
      if (before.changedIn(proposals).length > 0) this.remember(uri, before);
    });
  }

  /** Turns findings that do not concern the person into hints. */
  shown(uri: string, open: OpenDocument, findings: readonly Finding[]): readonly Finding[] {
    const { proposals, session } = open;
    const { before } = this.base(uri, proposals.path);
    if (this.options.scope() === 'all') return findings;
    return this.inScope(proposals, findings, before ?? this.atOpen(uri, session));
  }

  /** The same for a closed file. */
  async shownOfClosed(
    uri: string,
    proposals: ProposalsDocument,
    findings: readonly Finding[],
  ): Promise<readonly Finding[]> {
    if (this.options.scope() === 'all' || findings.length === 0) return findings;
    const base = this.options.hasBases ? await this.baseDocument(uri, proposals.path) : null;
    const before = base ? Before.of(base) : (this.closed.get(uri) ?? Before.of(proposals));
    return this.inScope(proposals, findings, before);
  }

  /** The document before the person's changes; null until the client has answered. */
  baseOf(uri: string): ProposalsDocument | null {
    return this.bases.get(uri)?.document ?? null;
  }

  private inScope(document: ProposalsDocument, findings: readonly Finding[], before: Before): readonly Finding[] {
    return inScope(document, findings, before, { scope: this.options.scope(), now: this.options.clock.now() });
  }

  private atOpen(uri: string, session: OpenDocument['session']): Before {
    const before = this.closed.get(uri) ?? this.opened.get(session) ?? new Before(session.textsAtOpen());
    this.opened.set(session, before);
    return before;
  }

  /** Keeps those that were closed last: each holds the texts of all its proposals. */
  private remember(uri: string, before: Before): void {
    this.closed.delete(uri);
    this.closed.set(uri, before);
    const [oldest] = this.closed.keys();
    if (this.closed.size > MOST_CLOSED && oldest !== undefined) this.closed.delete(oldest);
  }

  private base(uri: string, path: string): Base {
    const base = this.bases.get(uri) ?? { document: null, before: null, isFresh: !this.options.hasBases };
    this.bases.set(uri, base);
    if (!base.isFresh) {
      base.isFresh = true;
      void this.options.background('asking for the merge base', () => this.ask(uri, path, base));
    }
    return base;
  }

  private async ask(uri: string, path: string, base: Base): Promise<void> {
    const last = base.document;
    base.document = await this.baseDocument(uri, path);
    base.before = base.document && Before.of(base.document);
    if (last !== null || base.document !== null) this.options.onChange();
  }

  /** The file at the merge base; null if unknown. */
  private async baseDocument(uri: string, path: string): Promise<ProposalsDocument | null> {
    const params: BaseTextParams = { uri };
    const answer: unknown = await this.options.connection.sendRequest(baseTextRequest, params);
    return typeof answer === 'string' ? readDocument(answer, path) : null;
  }
}
