/** The GitHub of the tests, from inside of VS Code: it is in another process, and tells what it was asked. */
import assert from 'node:assert/strict';

export const token = process.env.MENTORSHIP_PROPOSALS_GITHUB_TOKEN ?? '';

export interface AskedOfGitHub {
  readonly method: string;
  readonly url: string;
  readonly authorization: string | null;
}

/** Changes an issue of the form's repository, as somebody else would. */
export async function changeIssue(number: number): Promise<void> {
  const address = process.env.MENTORSHIP_PROPOSALS_GITHUB_API;
  const headers = { authorization: `Bearer ${token}` };
  const body = JSON.stringify({ title: 'Another title', body: 'Another body' });
  const answer = await fetch(`${address}/repos/cncf/mentoring/issues/${number}`, { method: 'PATCH', headers, body });
  assert.ok(answer.ok);
}

/** Labels the issue of the form's repository whose title ends so, as its bot would. */
export async function labelIssue(title: string, labels: readonly string[]): Promise<void> {
  const address = process.env.MENTORSHIP_PROPOSALS_GITHUB_API;
  const list = await (await fetch(`${address}/repos/cncf/mentoring/issues`)).json();
  const { number } = (list as { number: number; title: string }[]).find((issue) => issue.title.endsWith(title)) ?? {};
  const body = JSON.stringify({ labels });
  const answer = await fetch(`${address}/repos/cncf/mentoring/issues/${number}/labels`, { method: 'POST', body });
  assert.ok(answer.ok);
}

export async function askedOfGitHub(): Promise<AskedOfGitHub[]> {
  const address = process.env.MENTORSHIP_PROPOSALS_GITHUB_API;
  assert.ok(address, 'The tests have no GitHub.');
  return (await (await fetch(`${address}/asked`)).json()) as AskedOfGitHub[];
}
