import type { GraphQLSchema } from 'graphql';

/** An issue as a test invents it; see `github.mjs`. */
export interface InventedIssue {
  readonly kind?: 'issue' | 'pull' | 'discussion';
  readonly title: string;
  readonly state?: 'open' | 'closed' | 'merged';
  readonly reason?: string;
  readonly draft?: boolean;
  readonly labels?: readonly string[];
  readonly assignees?: readonly string[];
  readonly milestone?: string;
  readonly body?: string;
}

export interface World {
  issues: Record<string, InventedIssue>;
  moved: Record<string, { readonly to: string; readonly why: 'renamed' | 'transferred' }>;
}

export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly authorization: string | null;
  readonly tag: string | null;
  readonly body: string;
}

export interface LoopbackGitHub {
  readonly address: string;
  readonly asked: Asked[];
  /** What came in at another host. */
  readonly strayed: { readonly url: string; readonly authorization: string | null }[];
  readonly world: World;
  stop(): Promise<void>;
}

export const token: string;
export function startGitHub(world?: Partial<World>): Promise<LoopbackGitHub>;
export function restBody(owner: string, repo: string, number: number, issue: InventedIssue): Record<string, unknown>;
export function githubSchema(): GraphQLSchema;
