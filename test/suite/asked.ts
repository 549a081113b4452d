/** The GitHub of the tests, from inside of VS Code: it is in another process, and tells what it was asked. */
import assert from 'node:assert/strict';

export const token = process.env.MENTORSHIP_PROPOSALS_GITHUB_TOKEN ?? '';

export interface AskedOfGitHub {
  readonly method: string;
  readonly url: string;
  readonly authorization: string | null;
}

export async function askedOfGitHub(): Promise<AskedOfGitHub[]> {
  const address = process.env.MENTORSHIP_PROPOSALS_GITHUB_API;
  assert.ok(address, 'The tests have no GitHub.');
  return (await (await fetch(`${address}/asked`)).json()) as AskedOfGitHub[];
}
