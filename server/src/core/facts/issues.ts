/** The name of an issue, `owner/repo#number`, in lower case because GitHub ignores case in owners and repositories. */
export function issueName({ owner, repo, number }: { owner: string; repo: string; number: number }): string {
  return `${owner}/${repo}#${number}`.toLowerCase();
}
