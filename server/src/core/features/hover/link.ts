import { type KnownFile, newestFirst } from '../../known/known';
import { type Span, touches } from '../../text/span';
import { withoutTail } from '../../text/tail';
import { inlineLinkAt, isFile } from '../navigation/links';
import { type HoverContext, termIdOf } from './card';
import { isLfx, lfxHover } from './lfx';
import { termCard } from './term';

/** The target of a link in the document at `from`: the term of a file or folder, or the program of an LFX URL. */
export function linkHover(target: string, from: string, context: HoverContext): string | null {
  return isLfx(target) ? lfxHover(target, context) : termHover(target, from, context);
}

/** Whether the workspace may know the target. */
export function isKnownLink(target: string, from: string): boolean {
  return isLfx(target) || termPath(target, from) !== null;
}

/** The link or bare address at `offset`. */
export function linkAt(text: string, offset: number): { span: Span; target: string } | null {
  return inlineLinkAt(text, offset) ?? addressAt(text, offset);
}

/** A longer text is not searched for an address. */
const LONGEST = 500;

/** The bare address at `offset`. */
function addressAt(text: string, offset: number): { span: Span; target: string } | null {
  const start = Math.max(0, offset - LONGEST);
  for (const match of text.slice(start, offset + LONGEST).matchAll(/https?:\/\/[^\s<>()[\]"'`|]+/gi)) {
    const target = withoutTail(match[0], /[.,;:!?*_]/);
    const span = { start: start + match.index, end: start + match.index + target.length };
    if (touches(span, offset)) return { span, target };
  }
  return null;
}

/** The term of the file or folder that a link opens. Null for every other target. */
function termHover(target: string, from: string, context: HoverContext): string | null {
  const path = termPath(target, from);
  if (path === null) return null;
  const files = context.known.files().filter((file) => isAt(file, path));
  const [newest] = [...files].sort(newestFirst);
  const one = newest !== undefined && files.every((file) => termIdOf(file) === termIdOf(newest));
  return one ? termCard(newest, context) : null;
}

function isAt({ path }: KnownFile, target: string): boolean {
  const own = path.replace(/^\/+/, '');
  return own === target || own.startsWith(`${target}/`);
}

/** The path of a link that can open a term. Other links are no reason to read the workspace. */
function termPath(target: string, from: string): string | null {
  const path = pathOf(target, from);
  return path !== null && /(?:^|\/)20\d\d(?:\/|\.|$)/.test(path) ? path : null;
}

/**
 * The path from the workspace folder, without slashes at either end. Null if the target is not a file of a repository.
 */
function pathOf(target: string, from: string): string | null {
  const bare = decoded(target.split(/[?#]/, 1)[0] ?? '');
  const onGitHub = /^https?:\/\/(?:www\.)?github\.com\/[^/]+\/[^/]+\/(?:blob|tree)\/[^/]+\/(.+)$/i.exec(bare)?.[1];
  if (onGitHub === undefined && (bare === '' || !isFile(bare))) return null;
  const isAbsolute = onGitHub !== undefined || bare.startsWith('/');
  const parts = isAbsolute ? [] : from.split('/').slice(0, -1);
  for (const part of (onGitHub ?? bare).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.filter((part) => part !== '').join('/');
}

function decoded(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}
