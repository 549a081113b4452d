import { type Part, partOf, type Span, sliceOf } from '../../text/span';

/** A link to the issue or file that describes an idea. Offsets count from the start of the text. */
export interface EntryLink {
  readonly kind: 'issue' | 'file';
  /** The whole link, as written. */
  readonly span: Span;
  /** The link's text. Null if it has no words of its own: an address, `owner/repo#12`, `#12`. */
  readonly label: Span | null;
  /** The address. For `owner/repo#12`, that text. */
  readonly target: Part;
}

const link =
  /\[((?:[^[\]\n]|\[[^[\]\n]{0,100}\]){1,300})\]\(\s{0,10}<?([^\s()<>]{1,2000})>?(?:\s{1,10}"[^"\n]{0,200}")?\s{0,10}\)|<?(https?:\/\/[^\s<>|)\]"]{1,2000})>?|(?<![\w/.-])([a-z\d](?:-?[a-z\d]){0,38}\/[\w.-]{1,100}#\d{1,9})\b/giu;

/** Where trackers keep issues and discussions. A list of pull requests tells what has been done. */
const issueAddress =
  /^https?:\/\/\S+?(?:\/(?:issues?|discussions|work_items|browse)\/(?:[A-Z][A-Z\d]*-)?\d+(?![\w-])|\/show_bug\.cgi\?id=\d+|\/T\d{3,}$)/i;

/** A text or page in the same repository, or one on GitHub or GitLab. Never a place within the page itself. */
const fileAddress = /^(?!#|\/\/|[a-z][a-z\d+.-]*:)\S*(?:\.(?:md|markdown|mdx|rst|adoc|qmd|txt|html?)|\/)(?:[?#]\S*)?$/i;
const hostedFile = /^https?:\/\/\S+\/blob\/\S+\.(?:md|markdown|mdx|rst|adoc|qmd|txt|html?)(?:[?#]\S*)?$/i;

/** The first link to an issue or file in `span` of `text`. Null if there is none. */
export function linkIn(text: string, span: Span): EntryLink | null {
  for (const match of sliceOf(text, span).matchAll(link)) {
    const [whole, label, target, bare, short] = match;
    const start = span.start + match.index;
    const address = target ?? bare ?? short ?? '';
    const kind = short !== undefined || issueAddress.test(address) ? 'issue' : isFile(address) ? 'file' : null;
    if (kind === null) continue;
    const at = text.indexOf(address, start + (label === undefined ? 0 : label.length + 2));
    return {
      kind,
      span: { start, end: start + whole.length },
      label: label === undefined ? null : wordsOf(text, { start: start + 1, end: start + 1 + label.length }),
      target: { text: address, span: { start: at, end: at + address.length } },
    };
  }
  return null;
}

function isFile(address: string): boolean {
  return fileAddress.test(address) || hostedFile.test(address);
}

/** Texts of links that say nothing about the idea. */
const bare =
  /^(?:https?:\/\/\S*|\S*#\d+|issue|issue \d+|link|here|details?|more|read more|description|idea|proposal|project)$/i;

/** A link's text without emphasis around it. Null without words. */
function wordsOf(text: string, span: Span): Span | null {
  const part = partOf(text, span);
  const marks = /^(?:\*\*|__|[*_`])/.exec(part.text)?.[0] ?? '';
  const inner = marks !== '' && part.text.endsWith(marks) && part.text.length > 2 * marks.length ? marks.length : 0;
  const own = { start: part.span.start + inner, end: part.span.end - inner };
  const words = sliceOf(text, own);
  return bare.test(words.trim()) || !/\p{L}{2}/u.test(words) ? null : own;
}
