import { slug } from 'github-slugger';
import type { ProposalBody } from './proposal';

/** A heading and the anchor that GitHub generates for it. */
export interface Anchored {
  /** Without `#`. Equal headings get `-1`, `-2` and so on in document order. Empty if there is no heading. */
  readonly anchor: string;
  /** The anchor before numbering. Equal for headings with the same text. */
  readonly slug: string;
  readonly title: string;
}

/**
 * The anchors of all sections. Headings inside proposals count too, because they affect the numbering.
 *
 * Setext headings and headings in quotes are ignored, although GitHub numbers them, because nobody links to them.
 */
export class Anchors {
  private readonly slugs = new WeakMap<ProposalBody, string>();
  private last: readonly Anchored[] = [];

  /** Returns the same list as before while no heading changes, so that callers can use it as a cache key. */
  of(bodies: readonly ProposalBody[]): readonly Anchored[] {
    const { last } = this;
    if (last.length === bodies.length && bodies.every(({ title }, i) => title.text === last[i]?.title)) return last;
    const times = new Map<string, number>();
    this.last = bodies.map((body, i) => {
      // Only the first section can lack a heading.
      if (i === 0 && !/^\s*#/.test(body.text)) return { anchor: '', slug: '', title: body.title.text };
      const slug = this.slugOf(body);
      return { anchor: numbered(slug, times), slug, title: body.title.text };
    });
    return this.last;
  }

  private slugOf(body: ProposalBody): string {
    const known = this.slugs.get(body);
    if (known !== undefined) return known;
    const own = slugOfTitle(body.title.text);
    this.slugs.set(body, own);
    return own;
  }
}

/** The anchor of a heading before numbering. `title` is Markdown, and GitHub uses its rendered text. */
export function slugOfTitle(title: string): string {
  return slug(renderedTitle(title));
}

/** No person writes a longer heading, so we do not parse it. */
const LONGEST = 1_000;

/** The rendered text of a heading or link, without emphasis, code marks, links, images and HTML. */
export function renderedTitle(title: string): string {
  if (title.length > LONGEST || !/[`*_[\]<&\\]/.test(title)) return title;
  const kept: string[] = [];
  // Code and escaped characters are literal, so we set them aside while we remove the marks around them.
  const keep = (text: string): string => `\u0000${kept.push(text) - 1}\u0000`;
  let text = title
    .replace(/\\([!-/:-@[-`{-~])|(`+)(?!`)([\s\S]*?[^`])\2(?!`)/g, (_, mark: string | undefined, __, code: string) =>
      keep(mark ?? withoutPadding(code)),
    )
    .replace(/<((?:https?|mailto):[^\s<>]*)>/gi, (_, address: string) => keep(address))
    .replace(/<\/?[a-z][^<>]*>|<!--.*?-->/gi, '')
    .replace(/!\[([^[\]]*)\]\([^()]*(?:\([^()]*\)[^()]*)*\)/g, '');
  text = text.replace(/\[((?:[^[\]]|\[[^[\]]*\])*)\]\([^()]*(?:\([^()]*\)[^()]*)*\)/g, (_, label: string) => label);
  text = withoutEmphasis(text).replace(
    /&(?:(amp|lt|gt|quot|nbsp)|#(3[3-9]|[4-9]\d|1[01]\d|12[0-6]));/g,
    (_, name: string | undefined, code: string) => (name ? (entities[name] ?? '') : String.fromCharCode(Number(code))),
  );
  // biome-ignore lint/suspicious/noControlCharactersInRegex: No text of a document keeps this character when it is read as Markdown.
  return text.replace(/\u0000(\d+)\u0000/g, (_, index: string) => kept[Number(index)] ?? '');
}

/** Removes the space at either end of code, which Markdown does not render. */
function withoutPadding(code: string): string {
  return code.startsWith(' ') && code.endsWith(' ') && code.trim() !== '' ? code.slice(1, -1) : code;
}

/** Numbers of other characters stay as they are, because some of those characters cannot be seen. */
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' };

/** An underscore inside a word is literal. Asterisks are emphasis wherever two of them enclose text. */
function withoutEmphasis(text: string): string {
  let last = '';
  let plain = text;
  while (plain !== last) {
    last = plain;
    plain = plain
      .replace(/(\*{1,3})(?=[^\s*])([^*]*[^\s*])\1/g, '$2')
      .replace(
        /(?<![\p{L}\p{N}_])(_{1,3})(?=[^\s_])([^_]*(?:[\p{L}\p{N}]_+[\p{L}\p{N}][^_]*)*)(?<=[^\s_])\1(?![\p{L}\p{N}_])/gu,
        '$2',
      );
  }
  return plain;
}

/** GitHub skips a number that would create the anchor of another heading. */
function numbered(own: string, times: Map<string, number>): string {
  let anchor = own;
  while (times.has(anchor)) {
    const count = (times.get(own) ?? 0) + 1;
    times.set(own, count);
    anchor = `${own}-${count}`;
  }
  times.set(anchor, 0);
  return anchor;
}
