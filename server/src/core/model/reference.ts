import { issueName } from '../facts/issues';
import { codeSpansIn } from '../markdown/code-spans';
import type { Span } from '../text/span';
import type { Reference } from './proposal';

const link =
  /\[(?<label>(?:[^\]\\\n]|\\.){0,300})\]\(\s{0,100}<?(?<target>[^\s()<>]{0,2000}(?:\([^\s()<>]{0,300}\)[^\s()<>]{0,300}){0,4})>?(?:\s{1,100}"[^"\n]{0,1000}")?\s{0,100}\)/;

/** Groups, in order: a URL in angle brackets, a bare URL, `owner/repo#1`. */
const bareWords =
  /<(?<angle>(?:https?:\/\/|www\.)[^\s<>]+)>|(?<bare>https?:\/\/[^\s<>"|`]+|\bgithub\.com\/[^\s<>"|`]+)|(?<![\w/.-])(?<short>[a-z\d](?:-?[a-z\d])*\/[\w.-]+#\d+)\b/giu;

/** The same, preceded by the groups of a Markdown link. */
const pattern = new RegExp(`${link.source}|${bareWords.source}`, bareWords.flags);

/** The upstream references in `span` of `text`, in order. A link counts once, even if its text is a URL too. */
export function referencesIn(text: string, span: Span): Reference[] {
  const references: Reference[] = [];
  const slice = text.slice(span.start, span.end);
  const code = codeSpansIn(slice);
  // Without the end of a link text, we must not look for a link at each bracket, because that is slow.
  for (const match of slice.matchAll(slice.includes('](') ? pattern : bareWords)) {
    if (code.some(({ start, end }) => start <= match.index && match.index < end)) continue;
    const { label, target, angle, bare, short } = match.groups ?? {};
    const start = span.start + match.index;
    const whole = { start, end: start + match[0].length };
    if (target !== undefined) {
      // A link with an empty target ("[https://…]()") still has a URL in its text.
      const inLabel = target === '' ? /https?:\/\/\S+/.exec(label ?? '')?.[0] : undefined;
      const url = inLabel ?? target;
      const at = text.indexOf(url, inLabel === undefined ? start + 2 + (label?.length ?? 0) : start);
      if (!/^(?:https?:\/\/|www\.|github\.com)/i.test(url)) continue;
      references.push(referenceTo(url, { start: at, end: at + url.length }, whole, 'link'));
    } else if (angle !== undefined) {
      references.push(referenceTo(angle, { start: start + 1, end: start + 1 + angle.length }, whole, 'angle'));
    } else if (bare !== undefined) {
      const url = withoutTail(bare);
      const own = { start, end: start + url.length };
      references.push(referenceTo(url, own, own, 'bare'));
    } else if (short !== undefined) {
      const url = `https://github.com/${short.replace('#', '/issues/')}`;
      references.push({ ...referenceTo(url, whole, whole, 'short'), url: { text: url, span: whole } });
    }
  }
  return references;
}

/** What a GitHub URL points to. `other` if it is not an issue, pull request or discussion. */
export function targetOf(url: string): Pick<Reference, 'kind' | 'owner' | 'repo' | 'number' | 'issue'> {
  const match =
    /^(?:https?:\/\/)?(?:www\.)?github\.com\/([\w.-]+)\/([\w.-]+)(?:\/(issues|pull|pulls|discussions)\/(\d+)(?![\w-])|(?=[/?#]|$))/i.exec(
      url,
    );
  const [, owner, repo, path, number] = match ?? [];
  if (
    owner === undefined ||
    repo === undefined ||
    /^(?:orgs|search|sponsors|users|settings|topics|marketplace|enterprises)$/i.test(owner)
  ) {
    return {
      kind: /^(?:https?:\/\/)?(?:www\.)?github\.com\/orgs\/[\w.-]+\/discussions\/\d+/i.test(url)
        ? 'discussion'
        : 'other',
      owner: null,
      repo: null,
      number: null,
      issue: null,
    };
  }
  if (path === undefined) return { kind: 'other', owner, repo: repo.replace(/\.git$/, ''), number: null, issue: null };
  const kind = path === 'issues' ? 'issue' : path === 'discussions' ? 'discussion' : 'pull';
  const key = { owner, repo, number: Number(number) };
  return { kind, ...key, issue: kind === 'issue' ? issueName(key) : null };
}

function referenceTo(url: string, urlSpan: Span, span: Span, form: Reference['form']): Reference {
  return { span, url: { text: url, span: urlSpan }, form, ...targetOf(url) };
}

/** Removes the punctuation of the sentence and unbalanced closing brackets from a bare URL. */
function withoutTail(url: string): string {
  let open = 0;
  for (const character of url) open += character === '(' ? 1 : character === ')' ? -1 : 0;
  let end = url.length;
  for (; end > 0; end--) {
    const last = url.charAt(end - 1);
    if (last === ')' && open < 0) open++;
    else if (!/[.,;:!?*_'"”’\]}]/.test(last)) break;
  }
  return url.slice(0, end);
}
