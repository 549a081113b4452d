import { upstreamAddress } from '../../edits/upstream-address';
import type { ProposalRule, Report } from '../../linter/rule';
import { fieldOf, type ProposalBody, type Reference } from '../../model/proposal';
import { shift, sliceOf } from '../../text/span';

export const upstreamKind: ProposalRule = {
  id: 'upstream-kind',
  scope: 'proposal',
  summary: 'The upstream issue links to an issue.',
  why: 'Mentees, mentors and admins follow the work in one issue. They cannot follow it in a repository, a board or a pull request.',
  source: 'The acceptance check of proposals',
  unfinished: true,
  severity: 'warning',
  also: { information: 'the field has no value' },
  demand: 'upstream',
  examples: [
    {
      bad: '#### Faster queries\n\n- Upstream Issue: https://github.com/example/example/pull/2\n',
      good: '#### Faster queries\n\n- Upstream Issue: https://github.com/example/example/issues/1\n',
    },
  ],
  *check({ body }) {
    const report = withoutIssue(body);
    if (report) yield report;
  },
  *help({ span }, { proposal: { body, section, project }, document }) {
    const reference = body.upstream.find((each) => each.span.start === span.start);
    const named = reference ? issueOnBoard(reference) : null;
    const help = { kind: 'choice', preferred: true, caret: null } as const;
    if (reference && named)
      yield {
        ...help,
        title: `Link the issue open on the board: ${named}`,
        edits: [{ span: shift(reference.span, section.start), text: named }],
      };
    const field = fieldOf(body, 'upstream-issue');
    if (reference || !field) return;
    const value = sliceOf(body.text, field.value);
    const meant = upstreamAddress(value, document, project?.name ?? '');
    if (meant !== value)
      yield { ...help, title: `Link ${meant}`, edits: [{ span: shift(field.value, section.start), text: meant }] };
  },
};

function withoutIssue(body: ProposalBody): Report | null {
  const { upstream } = body;
  if (upstream.some(isIssue)) return null;
  const first = upstream[0];
  if (first) {
    const what = whatIs(first);
    return what === null ? null : { span: first.span, message: `This links to ${what}. Link one issue.` };
  }
  const field = fieldOf(body, 'upstream-issue');
  if (!field?.label || field.empty || field.placeholder) return null;
  const value = sliceOf(body.text, field.value);
  // A number or a placeholder may still become an issue, but the field needs a link in any case.
  return {
    span: field.label.span,
    message: `"${field.label.text}" has no link. Link one issue.`,
    ...(value === '' ? { severity: 'information' as const } : {}),
  };
}

/** Issues on other hosts count, because some projects use their own tracker. */
function isIssue({ kind, url }: Reference): boolean {
  return kind === 'issue' || /\/-?\/?issues\/\d+|\/browse\/[A-Z][A-Z\d]+-\d+|\/show_bug\.cgi\?id=\d+/.test(url.text);
}

/** What a URL opens, in plain words. Null if unknown. */
function whatIs({ kind, url: { text } }: Reference): string | null {
  if (kind === 'pull') return 'a pull request';
  if (kind === 'discussion') return 'a discussion';
  if (/^https?:\/\/(?:mentorship\.lfx\.linuxfoundation\.org|people\.communitybridge\.org)\/project\//i.test(text))
    return null;
  const path = /^(?:https?:\/\/)?(?:www\.)?github\.com\/([^?#]*)/i.exec(text)?.[1];
  if (path === undefined) return 'a page outside GitHub';
  if (/^search(?:\/|$)/.test(path)) return 'a search';
  if (/\/issues\/?$/.test(path)) return 'a list of issues';
  if (/\/pulls\/?$/.test(path)) return 'a list of pull requests';
  if (/\/projects(?:\/|$)/.test(path)) return 'a project board';
  if (/\/milestones?(?:\/|$)/.test(path)) return 'a milestone';
  if (/\/(?:blob|tree|wiki)(?:\/|$)/.test(path)) return 'a file';
  if (/\/discussions(?:\/|$)/.test(path)) return 'a list of discussions';
  if (/^[\w.-]+\/[\w.-]+\/?$/.test(path)) return 'a repository';
  return /^[\w.-]+\/?$/.test(path) ? 'an organization' : 'another GitHub page';
}

/** The issue in the side pane of a project board ("?issue=owner|repo|1"). */
function issueOnBoard({ url }: Reference): string | null {
  const match = /[?&]issue=([\w.-]+)(?:%7C|\|)([\w.-]+)(?:%7C|\|)(\d+)/i.exec(url.text);
  return match ? `https://github.com/${match[1]}/${match[2]}/issues/${match[3]}` : null;
}
