import type { Diagnostic, DiagnosticRelatedInformation, Range } from 'vscode-languageserver';
import { isSameList } from '../../core/text/same-list';

interface Result {
  readonly id: string;
  readonly items: readonly Diagnostic[];
}

/**
 * The ids of the last diagnostics of each document. Equal diagnostics have the same id. They are compared by their parts,
 * because making JSON of a thousand of them takes longer than finding them.
 */
export class ResultIds {
  private readonly last = new Map<string, Result>();
  private count = 0;

  /** `seed` distinguishes the ids of this server from those of an earlier one. */
  constructor(private readonly seed: string) {}

  idOf(uri: string, items: readonly Diagnostic[]): string {
    const last = this.last.get(uri);
    if (last && isSameList(last.items, items, isSame)) return last.id;
    const id = `${this.seed}-${++this.count}`;
    this.last.set(uri, { id, items });
    return id;
  }

  forget(uri: string): void {
    this.last.delete(uri);
  }
}

/** The other parts follow from the rule. */
function isSame(a: Diagnostic, b: Diagnostic): boolean {
  return (
    a.message === b.message &&
    a.code === b.code &&
    a.severity === b.severity &&
    isSameRange(a.range, b.range) &&
    a.data?.field === b.data?.field &&
    isSameList(a.relatedInformation ?? nothing, b.relatedInformation ?? nothing, isSameRelated)
  );
}

const nothing: readonly DiagnosticRelatedInformation[] = [];

function isSameRelated(a: DiagnosticRelatedInformation, b: DiagnosticRelatedInformation): boolean {
  return (
    a.message === b.message && a.location.uri === b.location.uri && isSameRange(a.location.range, b.location.range)
  );
}

function isSameRange({ start, end }: Range, other: Range): boolean {
  return (
    start.line === other.start.line &&
    start.character === other.start.character &&
    end.line === other.end.line &&
    end.character === other.end.character
  );
}
