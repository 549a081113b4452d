import * as vscode from 'vscode';
import type { WireChoice } from '../../../server/src/protocol/outline';
import { l10n } from '../ui/l10n';
import { filledIn, joined, type PlainText, plainText } from '../ui/plain-text';

/** What the view shows. */
interface Wanted {
  readonly text: string;
  readonly mine: boolean;
  readonly problems: boolean;
  readonly sort: WireChoice['sort'];
  readonly follow: boolean;
}

const atFirst: Wanted = { text: '', mine: false, problems: false, sort: 'order', follow: true };
const key = 'outline';

/** The filter and order of the view, and whether it follows the editor. Sets the context keys of the menus. */
export class Choice {
  private readonly changed = new vscode.EventEmitter<void>();
  private wanted: Wanted;
  /** Whose proposals are "mine". */
  private people: readonly string[] = [];

  readonly onDidChange = this.changed.event;

  constructor(private readonly memory: vscode.Memento) {
    this.wanted = { ...atFirst, ...memory.get<Partial<Wanted>>(key) };
    this.updateContextKeys();
  }

  dispose(): void {
    this.changed.dispose();
  }

  get now(): Wanted {
    return this.wanted;
  }

  /** Whether the view is filtered. */
  get isNarrow(): boolean {
    const { text, mine, problems } = this.wanted;
    return text.trim() !== '' || mine || problems;
  }

  get wire(): WireChoice {
    const { text, mine, problems, sort } = this.wanted;
    return { text, people: mine ? this.people : null, problems, sort };
  }

  /** A short description of the filter. Null without one. */
  get description(): PlainText | null {
    const { text, mine, problems } = this.wanted;
    const parts = [
      ...(text.trim() === '' ? [] : [filledIn('“{0}”', [plainText(text)])]),
      ...(mine ? [l10n.t('only mine')] : []),
      ...(problems ? [l10n.t('only with problems')] : []),
    ];
    return parts.length > 0 ? joined(parts, ' · ') : null;
  }

  change(some: Partial<Wanted>): void {
    this.wanted = { ...this.wanted, ...some };
    // A text filter is not kept, because it would hide proposals in the next session.
    const { mine, sort, follow } = this.wanted;
    void this.memory.update(key, { mine, sort, follow });
    this.updateContextKeys();
    this.changed.fire();
  }

  setPeople(people: readonly string[]): void {
    if (people.join() === this.people.join()) return;
    this.people = people;
    if (this.wanted.mine) this.changed.fire();
  }

  private updateContextKeys(): void {
    const { mine, problems, sort, follow } = this.wanted;
    const keys = { filtered: this.isNarrow, mine, problems, byName: sort === 'name', follow };
    for (const [name, value] of Object.entries(keys))
      void vscode.commands.executeCommand('setContext', `mentorshipProposals.outline.${name}`, value);
  }
}
