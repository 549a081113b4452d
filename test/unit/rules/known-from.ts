import { knownFileOf } from '../../../server/src/core/known/file';
import type { IssueAnswer, Known } from '../../../server/src/core/known/known';
import { readDocument } from '../../../server/src/core/model/document';
import { Directory, knownFromDirectory } from '../../../server/src/host/workspace/file-index';
import { dedent } from '../marks';

/** What a workspace of these files, by path, would know of people and issues; and what GitHub says, by `owner/repo#1`. */
export function knownFrom(
  files: Readonly<Record<string, string>>,
  answers: Readonly<Record<string, IssueAnswer>> = {},
): Known {
  const known = Object.entries(files).flatMap(
    ([path, source]) => knownFileOf(`file:///${path}`, readDocument(dedent(source), path)) ?? [],
  );
  return {
    ...knownFromDirectory(new Directory(known)),
    hasAnswers: () => Object.keys(answers).length > 0,
    issue: ({ owner, repo, number }) => answers[`${owner}/${repo}#${number}`] ?? { is: 'unknown', why: null },
  };
}

export { issueIs } from '../../../server/src/core/linter/upstream-answers';
