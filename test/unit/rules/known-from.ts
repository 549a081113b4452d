import { isEmail, isGitHubHandle } from '../../../server/src/core/facts/mentors';
import { termKey } from '../../../server/src/core/facts/terms';
import { type IssueAnswer, type IssueFacts, type Known, nothingKnown } from '../../../server/src/core/known/known';
import { readDocument } from '../../../server/src/core/model/document';
import { shift } from '../../../server/src/core/text/span';
import { dedent } from '../marks';

/** What a workspace of these files, by path, would know of people and issues; and what GitHub says, by `owner/repo#1`. */
export function knownFrom(
  files: Readonly<Record<string, string>>,
  answers: Readonly<Record<string, IssueAnswer>> = {},
): Known {
  const proposals = Object.entries(files).flatMap(([path, source]) => {
    const document = readDocument(dedent(source), path);
    return document.proposals.map(({ body, project, section }) => ({
      body,
      start: section.start,
      from: {
        path,
        uri: `file:///${path}`,
        project: project?.name ?? null,
        title: body.title.text,
        term: termKey(document.term),
      },
    }));
  });
  const mentors = proposals.flatMap(({ body, start, from }) =>
    body.mentors.map(({ name, handle, email, span }) => ({
      ...from,
      name: name?.text ?? null,
      handle: handle && isGitHubHandle(handle.text) ? handle.text : null,
      email: email && isEmail(email.text) ? email.text : null,
      span: shift(span, start),
    })),
  );
  const same = (a: string | null, b: string): boolean => a?.toLowerCase() === b.toLowerCase();
  return {
    ...nothingKnown,
    hasOthers: () => true,
    hasAnswers: () => Object.keys(answers).length > 0,
    issue: ({ owner, repo, number }) => answers[`${owner}/${repo}#${number}`] ?? { is: 'unknown', why: null },
    mentors: () => mentors,
    mentorsByHandle: (handle) => mentors.filter((mentor) => same(mentor.handle, handle)),
    mentorsByEmail: (email) => mentors.filter((mentor) => same(mentor.email, email)),
    uses: ({ owner, repo, number }) =>
      proposals.flatMap(({ body, start, from }) =>
        body.upstream
          .filter((each) => same(each.owner, owner) && same(each.repo, repo) && each.number === number)
          .map(({ span }) => ({ ...from, span: shift(span, start) })),
      ),
  };
}

/** GitHub's answer about an issue that is there. */
export function issueIs(facts: Partial<IssueFacts>): IssueAnswer {
  const url = 'https://github.com/example/example/issues/1';
  return {
    is: 'known',
    asOf: 0,
    facts: { title: 'Faster queries', state: 'open', stateReason: null, labels: [], url, closedAt: null, ...facts },
  };
}
