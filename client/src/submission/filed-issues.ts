/** The issues that drafts were filed as, in the storage of the workspace. */
import type * as vscode from 'vscode';

/** A draft, as it is found again. */
export interface DraftKey {
  readonly uri: string;
  readonly project: string;
  /** The title of the proposal. */
  readonly name: string;
}

export interface FiledIssue extends DraftKey {
  readonly repository: string;
  readonly number: number;
}

const key = 'submission.filed';

/** As many are remembered. The oldest go first. */
const MOST = 200;

export class FiledIssues {
  constructor(
    private readonly memory: vscode.Memento,
    private readonly changed: (isAny: boolean) => void = () => {},
  ) {
    this.changed(this.all().length > 0);
  }

  /**
   * The issue of a draft, the last one if it was filed twice. A proposal whose title was changed is the one of its project
   * that has no heading in `text`, the document, any more, if their titles have most of their words in common.
   */
  find(draft: DraftKey, text: string): FiledIssue | null {
    const same = this.all().filter(
      ({ uri, project }) => uri === draft.uri && wordsOf(project) === wordsOf(draft.project),
    );
    const own = same.filter(({ name }) => wordsOf(name) === wordsOf(draft.name)).at(-1);
    if (own) return own;
    const headings = new Set((text.match(/^#{1,6}[ \t].*/gm) ?? []).map(wordsOf));
    const gone = same.filter(({ name }) => !headings.has(wordsOf(name)) && isLike(name, draft.name));
    const numbers = new Set(gone.map(({ number }) => number));
    // Which of several it was, nobody can tell.
    return numbers.size === 1 ? (gone.at(-1) ?? null) : null;
  }

  async remember(issue: FiledIssue): Promise<void> {
    const { uri, project, name, repository, number } = issue;
    const others = this.all().filter((each) => each.repository !== repository || each.number !== number);
    await this.save([...others, { uri, project, name, repository, number }]);
  }

  async forget({ repository, number }: FiledIssue): Promise<void> {
    await this.save(this.all().filter((each) => each.repository !== repository || each.number !== number));
  }

  private async save(issues: readonly FiledIssue[]): Promise<void> {
    await this.memory.update(key, issues.slice(-MOST));
    this.changed(issues.length > 0);
  }

  /** What another version has stored may be anything. */
  private all(): readonly FiledIssue[] {
    const stored = this.memory.get<unknown>(key);
    return Array.isArray(stored) ? stored.filter(isFiledIssue) : [];
  }
}

/** The page of an issue. */
export function pageOf({ repository, number }: FiledIssue): string {
  return `https://github.com/${repository}/issues/${number}`;
}

function isFiledIssue(value: unknown): value is FiledIssue {
  const { uri, project, name, repository, number } = (value ?? {}) as Partial<Record<keyof FiledIssue, unknown>>;
  const isText = [uri, project, name, repository].every((each) => typeof each === 'string');
  return isText && /^[\w-]+\/[\w.-]+$/.test(String(repository)) && Number.isSafeInteger(number) && Number(number) > 0;
}

/** The words of a text, one blank apart, without case and signs. */
function wordsOf(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}

/** Whether more than half of the words of each of two titles are in the other one. */
function isLike(one: string, other: string): boolean {
  const [a, b] = [new Set(wordsOf(one).split(' ')), new Set(wordsOf(other).split(' '))];
  const common = [...a].filter((word) => b.has(word)).length;
  return 2 * common > Math.max(a.size, b.size);
}
