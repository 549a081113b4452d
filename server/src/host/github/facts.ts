/**
 * What GitHub says about an issue, made into the core's facts, whichever of the two APIs has said it. All of it is a
 * stranger's data: what is not as it should be is left out, and where that leaves nothing, there are no facts.
 */
import type { IssueFacts } from '../../core/known/known';

const MAX_BODY = 2_000;
const MAX_TITLE = 300;
const MAX_NAME = 100;
const MAX_NAMES = 20;

/** The parts of an answer, under names that suit both APIs. */
export interface RawFacts {
  readonly url: unknown;
  readonly title: unknown;
  readonly state: IssueFacts['state'] | null;
  readonly stateReason: unknown;
  readonly draft: unknown;
  readonly merged: boolean;
  readonly author: unknown;
  readonly createdAt: unknown;
  readonly updatedAt: unknown;
  readonly closedAt: unknown;
  readonly labels: unknown;
  readonly assignees: unknown;
  readonly milestone: unknown;
  readonly comments: unknown;
  readonly body: unknown;
}

/** The address and the title of an issue. */
export type IssueName = Pick<IssueFacts, 'kind' | 'owner' | 'repo' | 'number' | 'url' | 'title'>;

/** The public GitHub, whose issue addresses are always accepted. */
export const githubHost = 'github.com';

/** Null if the title is unreadable or if the address is not at GitHub or at `host`, including its port. */
export function issueNameFrom(
  { url, title: written }: Pick<RawFacts, 'url' | 'title'>,
  host = githubHost,
): IssueName | null {
  const place = placeIn(url, host);
  const title = lineIn(written, MAX_TITLE);
  return place && title !== null ? { ...place, title } : null;
}

/** Null if the address, the title or the state is unreadable. */
export function factsFrom(raw: RawFacts, host = githubHost): IssueFacts | null {
  const name = issueNameFrom(raw, host);
  if (!name || !raw.state) return null;
  return {
    ...name,
    state: raw.state,
    stateReason: reasons.find((reason) => reason === String(raw.stateReason).toLowerCase()) ?? null,
    draft: raw.draft === true,
    merged: raw.merged,
    author: lineIn(raw.author, MAX_NAME),
    createdAt: timeIn(raw.createdAt),
    updatedAt: timeIn(raw.updatedAt),
    closedAt: timeIn(raw.closedAt),
    labels: linesIn(raw.labels),
    assignees: linesIn(raw.assignees),
    milestone: lineIn(raw.milestone, MAX_NAME),
    comments: typeof raw.comments === 'number' && raw.comments >= 0 ? Math.floor(raw.comments) : null,
    body: typeof raw.body === 'string' ? beginning(raw.body, MAX_BODY) : null,
  };
}

const reasons = ['completed', 'not_planned', 'duplicate', 'reopened', 'resolved', 'outdated'] as const;

/** Makes any value from outside safe to read as an object. */
export function objectIn(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** The nodes of a connection in GraphQL, each safe to read. Empty if there are none. */
export function nodesIn(connection: unknown): Record<string, unknown>[] {
  const { nodes } = objectIn(connection);
  return Array.isArray(nodes) ? nodes.map(objectIn) : [];
}

/** Null for invalid JSON. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

type Place = Omit<IssueName, 'title'>;

/** We show addresses, open them and write them into files, so each must be exactly an issue's address at GitHub. */
function placeIn(url: unknown, host: string): Place | null {
  const [, found, rest] = /^https:\/\/([\w.:-]+)\/(.+)$/s.exec(String(url)) ?? [];
  if (rest === undefined || (found !== githubHost && found !== host)) return null;
  const match = /^([\w.-]+)\/([\w.-]+)\/(issues|pull|discussions)\/(\d{1,15})$/.exec(rest);
  const [, owner, repo, path, number] = match ?? [];
  if (owner === undefined || repo === undefined) return null;
  const kind = path === 'issues' ? 'issue' : path === 'pull' ? 'pull' : 'discussion';
  return { kind, owner, repo, number: Number(number), url: String(url) };
}

/** One line without control characters and without bidirectional marks. */
function lineIn(value: unknown, length: number): string | null {
  if (typeof value !== 'string') return null;
  const line = beginning(value, 4 * length)
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .trim();
  return beginning(line, length) || null;
}

function linesIn(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return value.slice(0, MAX_NAMES).flatMap((each) => lineIn(each, MAX_NAME) ?? []);
}

/** The first `length` UTF-16 code units, and one less rather than half a character. */
function beginning(text: string, length: number): string {
  return text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
}

/** ISO 8601 to milliseconds since 1970; null for everything else. */
function timeIn(value: unknown): number | null {
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? null : time;
}
