import type { Nodes } from 'mdast';
import { parseMarkdown } from '../markdown/parse';
import { targetOf } from '../model/reference';
import { applyEdits, type Edit } from '../text/edit';

/** Longer texts are not parsed. */
const LONGEST = 20_000;

/** Markdown of an issue whose relative links and images lead where they lead on the page. */
export function withAbsoluteLinks(text: string, url: string | null): string {
  if (url === null || text.length > LONGEST || !/\]\(|\]:\s|<img\b/i.test(text)) return text;
  const edits: Edit[] = [];
  const base = url;
  walk(
    parseMarkdown(text),
    (node, source, start) => {
      if (node.type === 'link' || node.type === 'image' || node.type === 'definition') {
        const own = absoluteAddress(node.url, base);
        // The address stands last, before an optional title.
        const at = own === null ? -1 : source.lastIndexOf(node.url, source.length - 1);
        if (own !== null && at > 0)
          edits.push({ span: { start: start + at, end: start + at + node.url.length }, text: own });
      } else if (node.type === 'html') {
        for (const match of source.matchAll(/\b(?:src|href)="([^"<>\s]{1,2000})"/gi)) {
          const own = absoluteAddress(match[1] ?? '', base);
          const at = start + match.index + match[0].indexOf('"') + 1;
          if (own !== null) edits.push({ span: { start: at, end: at + (match[1]?.length ?? 0) }, text: own });
        }
      }
      return node.type !== 'image';
    },
    text,
  );
  return applyEdits(text, withoutOverlaps(edits));
}

/** Markdown in which `#12` says whose issue it is: `owner/repo#12`. */
export function withAbsoluteNumbers(text: string, url: string | null): string {
  const { owner, repo } = targetOf(url ?? '');
  if (owner === null || repo === null || text.length > LONGEST || !/#\d/.test(text)) return text;
  const edits: Edit[] = [];
  walk(
    parseMarkdown(text),
    (node, source, start) => {
      if (node.type === 'text')
        for (const { index } of source.matchAll(/(?<![\w/#&-])#\d{1,12}\b/g))
          edits.push({ span: { start: start + index, end: start + index }, text: `${owner}/${repo}` });
      return node.type !== 'link' && node.type !== 'linkReference';
    },
    text,
  );
  return applyEdits(text, edits);
}

/** The address that a relative one means on a page. Null for one that is absolute, unsafe or a place on the page. */
export function absoluteAddress(address: string, page: string): string | null {
  if (address === '' || /^(?:[a-z][a-z\d+.-]*:|\/\/|#|\\)/i.test(address)) return null;
  const [, host, path] = /^(https?:\/\/[^/?#]+)([^?#]*)/i.exec(page) ?? [];
  if (host === undefined || path === undefined) return null;
  if (address.startsWith('?')) return `${host}${path}${address}`;
  const end = address.search(/[?#]/);
  const relative = end < 0 ? address : address.slice(0, end);
  const tail = address.slice(relative.length);
  const parts = relative.replace(/^\//, '').split('/');
  const whole = relative.startsWith('/') || path === '' ? [''] : path.split('/').slice(0, -1);
  for (const [i, part] of parts.entries()) {
    if (part === '..' && whole.length > 1) whole.pop();
    if (part !== '..' && part !== '.') whole.push(part);
    else if (i === parts.length - 1) whole.push('');
  }
  return `${host}${whole.join('/')}${tail}`;
}

/** Visits nodes with their source, and what is in them if `visit` says so. */
function walk(node: Nodes, visit: (node: Nodes, source: string, start: number) => boolean, text: string): void {
  const start = node.position?.start.offset ?? 0;
  const isOpen = visit(node, text.slice(start, node.position?.end.offset), start);
  if (isOpen && 'children' in node) for (const child of node.children) walk(child, visit, text);
}

/** An image in a link ends before the link's own address, so edits never overlap; equal ones count once. */
function withoutOverlaps(edits: readonly Edit[]): readonly Edit[] {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start);
  return sorted.filter((edit, i) => i === 0 || edit.span.start >= (sorted[i - 1]?.span.end ?? 0));
}
