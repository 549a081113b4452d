/** The name of an issue, `owner/repo#number`: GitHub tells no upper from lower case in the names of owners and repositories. */
export function issueName({ owner, repo, number }: { owner: string; repo: string; number: number }): string {
  return `${owner}/${repo}#${number}`.toLowerCase();
}
