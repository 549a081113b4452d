import * as vscode from 'vscode';
import { likelyBases } from '../../../server/src/protocol/changes';
import { type GitApi, type GitRepository, gitApi } from '../tree/git';

interface Known {
  /** The commit that was checked out at that time. */
  readonly head: string | undefined;
  readonly base: Promise<string | null>;
}

/** Reads files at the merge base of a branch, using VS Code's Git extension. */
export class Changes {
  private readonly changeEmitter = new vscode.EventEmitter<void>();
  private readonly known = new Map<GitRepository, Known>();
  private readonly listeners: vscode.Disposable[] = [this.changeEmitter];
  private git: GitApi | null = null;

  /** A different commit is checked out, or a repository was found. Silent until a text is requested. */
  readonly onDidChangeBases = this.changeEmitter.event;

  dispose(): void {
    for (const listener of this.listeners) listener.dispose();
  }

  /** The text of a file at the merge base, empty if it did not exist; null if unknown. Never rejects. */
  async baseText(params: unknown): Promise<string | null> {
    const { uri } = (params ?? {}) as Record<string, unknown>;
    if (typeof uri !== 'string') return null;
    const file = vscode.Uri.parse(uri);
    const repository = file.scheme === 'file' ? (await this.findGit())?.getRepository(file) : null;
    if (!repository) return null;
    const base = await this.baseOf(repository);
    if (base === null) return null;
    try {
      return await repository.show(base, file.fsPath);
    } catch {
      // Git fails for a file that did not exist, which means that all of it is new.
      return '';
    }
  }

  private async findGit(): Promise<GitApi | null> {
    const git = await gitApi();
    if (git && !this.git) this.listeners.push(git.onDidOpenRepository(() => this.changeEmitter.fire()));
    this.git ??= git;
    return git;
  }

  private baseOf(repository: GitRepository): Promise<string | null> {
    const { state } = repository;
    const known = this.known.get(repository);
    if (known && known.head === state.HEAD?.commit) return known.base;
    if (!known) this.listeners.push(state.onDidChange(() => this.follow(repository)));
    const base = mergeBase(repository);
    this.known.set(repository, { head: state.HEAD?.commit, base });
    return base;
  }

  /** Git reports every changed file, but only another commit changes the merge base. */
  private follow(repository: GitRepository): void {
    if (this.known.get(repository)?.head !== repository.state.HEAD?.commit) this.changeEmitter.fire();
  }
}

/** The merge base of the branch. Null in a repository without commits. */
async function mergeBase(repository: GitRepository): Promise<string | null> {
  const remotes = repository.state.remotes.map(({ name }) => `${name}/`);
  const isLikely = (base: string) => !base.includes('/') || remotes.some((remote) => base.startsWith(remote));
  for (const base of likelyBases.filter(isLikely)) {
    const commit = await repository.getMergeBase(base, 'HEAD').catch(() => undefined);
    if (commit) return commit;
  }
  return null;
}
