import { counted } from '../../facts/words';
import type { IssueAnswer, IssueFacts, IssueKey } from '../../known/known';
import { whyUnknown } from '../../known/unknown-reason';
import { ago, link, plain, strong } from '../../markdown/write';
import { bodyMarkdown } from './issue-body';
import { codeSpan } from './issue-inline';

/** Markdown extensions that an editor supports. */
export interface EditorMarkdown {
  /** Whether `$(name)` is shown as an icon. */
  readonly icons: boolean;
  /** The link that lets the user sign in to GitHub. Null if the editor does not support command links. */
  readonly signIn: string | null;
  /** The link that makes a draft of an issue, without the issue. Null likewise. */
  readonly importIssue: string | null;
}

export const plainMarkdown: EditorMarkdown = { icons: false, signIn: null, importIssue: null };

/** Enough characters of an issue's text to recognize it. */
const BODY = 600;

/**
 * Markdown about the issue `key` at `url`. No HTML or images, and only links to the web, to GitHub, to sign in and to make
 * a draft of this issue.
 * `now` is in milliseconds since 1970.
 */
export function issueMarkdown(
  key: IssueKey,
  url: string,
  answer: IssueAnswer,
  now: number,
  editor: EditorMarkdown = plainMarkdown,
): string {
  const asked = nameOf(key);
  if (answer.is === 'unknown')
    return `${link(asked, url)}\n\n${withSignIn(plain(whyUnknown(answer.why, now)), editor.signIn)}`;
  if (answer.is === 'missing') {
    const gone = answer.certain
      ? 'It was deleted'
      : 'GitHub shows no public issue here: it is deleted, private or mistyped';
    return `${link(asked, url)}\n\n${gone} (as of ${ago(now - answer.asOf)}).`;
  }
  const { facts } = answer;
  const name = nameOf(facts);
  const moved = name.toLowerCase() !== asked.toLowerCase();
  const { icon, sign, words } = stateOf(facts);
  const head = dotted(
    `${editor.icons ? `$(${icon})` : sign} **${words}** as of ${ago(now - answer.asOf)}`,
    moved ? `${link(asked, url)} is now ${link(name, facts.url)}` : link(name, facts.url),
  );
  const body = facts.body === null ? null : bodyMarkdown(facts.body, facts, BODY);
  const card = lines(head, strong(facts.title), historyOf(facts, now), tagsOf(facts));
  const draft = importLink(facts, editor);
  return [card, ...(body === null ? [] : ['---', body]), ...(draft === null ? [] : ['---', draft])].join('\n\n');
}

/** The link that makes a draft of an issue. Its argument is the issue's name, and nothing that a stranger has written. */
function importLink(facts: IssueFacts, { importIssue }: EditorMarkdown): string | null {
  const name = nameOf(facts);
  if (importIssue === null || facts.kind !== 'issue' || !/^[\w.-]+\/[\w.-]+#\d+$/.test(name)) return null;
  return link('Import Proposal from This Issue', `${importIssue}?${encodeURIComponent(JSON.stringify([name]))}`);
}

/** The state of an issue: a VS Code icon name, a plain character and text. */
export interface IssueState {
  readonly icon: string;
  readonly sign: string;
  readonly words: string;
}

export function stateOf({ kind, state, stateReason, draft, merged }: IssueFacts): IssueState {
  const open = state === 'open';
  const sign = open ? '○' : '●';
  if (kind === 'pull') {
    if (merged) return { icon: 'git-merge', sign, words: 'Merged pull request' };
    if (!open) return { icon: 'git-pull-request-closed', sign, words: 'Closed pull request' };
    return draft
      ? { icon: 'git-pull-request-draft', sign, words: 'Draft pull request' }
      : { icon: 'git-pull-request', sign, words: 'Open pull request' };
  }
  const noun = kind === 'discussion' ? ' discussion' : '';
  const as = open || stateReason === null ? '' : (reasons[stateReason] ?? '');
  const icon =
    kind === 'discussion'
      ? 'comment-discussion'
      : open
        ? // VS Code draws "issue-opened" like "info".
          'issues'
        : stateReason === 'not_planned' || stateReason === 'duplicate'
          ? 'circle-slash'
          : 'issue-closed';
  return { icon, sign, words: `${open ? 'Open' : 'Closed'}${noun}${as}` };
}

const reasons: Partial<Record<NonNullable<IssueFacts['stateReason']>, string>> = {
  completed: ' as completed',
  not_planned: ' as not planned',
  duplicate: ' as a duplicate',
  resolved: ' as resolved',
  outdated: ' as outdated',
};

function historyOf({ author, createdAt, updatedAt, comments }: IssueFacts, now: number): string {
  const by = author === null ? '' : ` by ${account(author)}`;
  const opened = createdAt === null ? '' : ` ${ago(now - createdAt)}`;
  return dotted(
    by + opened === '' ? '' : `Opened${by}${opened}`,
    updatedAt === null ? '' : `updated ${ago(now - updatedAt)}`,
    comments === null ? '' : counted(comments, 'comment', comments.toLocaleString('en-US')),
  );
}

function tagsOf({ labels, assignees, milestone }: IssueFacts): string {
  return dotted(
    labels.map(codeSpan).filter(Boolean).join(' '),
    assignees.length === 0 ? '' : `Assigned to ${assignees.map(account).join(', ')}`,
    milestone === null ? '' : `Milestone ${plain(milestone)}`,
  );
}

/** Accounts of apps, such as `dependabot[bot]`, are not valid handles. */
function account(handle: string): string {
  return /^[a-z\d-]+$/i.test(handle) ? link(`@${handle}`, `https://github.com/${handle}`) : plain(handle);
}

/** `words`, with the sign-in phrase as a link. */
function withSignIn(words: string, signIn: string | null): string {
  return signIn === null ? words : words.replace(/sign in(?: to GitHub| again)/i, (each) => link(each, signIn));
}

function nameOf({ owner, repo, number }: IssueKey): string {
  return `${owner}/${repo}#${number}`;
}

function dotted(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ');
}

/** Lines of one paragraph. */
function lines(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('  \n');
}
