import { slug } from 'github-slugger';
import type { ProposalBody } from './proposal';

/** A heading of a document and the anchor that GitHub gives it. */
export interface Anchored {
  /** Without `#`; equal headings are numbered `-1`, `-2` in the order of the text. Empty where there is no heading. */
  readonly anchor: string;
  /** The anchor before numbering: equal for headings that read the same. */
  readonly slug: string;
  readonly title: string;
}

/**
 * The anchors of sections, one for each: those inside proposals count for the numbering, too.
 *
 * Underlined headings and headings in quotes are left out, though GitHub numbers them: nobody links to them.
 */
export class Anchors {
  private readonly slugs = new WeakMap<ProposalBody, string>();
  private last: readonly Anchored[] = [];

  /** The same list as the last time while all headings are the same, so that more can be remembered by it. */
  of(bodies: readonly ProposalBody[]): readonly Anchored[] {
    const { last } = this;
    if (last.length === bodies.length && bodies.every(({ title }, i) => title.text === last[i]?.title)) return last;
    const times = new Map<string, number>();
    this.last = bodies.map((body, i) => {
      // Only the first section may stand before any heading.
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

/** The anchor of a heading, before equal ones are numbered. `title` is Markdown: GitHub looks at what it renders. */
export function slugOfTitle(title: string): string {
  return slug(renderedTitle(title));
}

/** A longer line is no heading that a person wrote, and not worth a careful look. */
const LONGEST = 1_000;

/** The text of a heading or link as a reader sees it: without marks of emphasis, code, links, images and HTML. */
export function renderedTitle(title: string): string {
  if (title.length > LONGEST || !/[`*_[\]<&\\]/.test(title)) return title;
  const kept: string[] = [];
  // Code and escaped characters mean themselves: they are set aside while the marks around them go.
  const keep = (text: string): string => `\u0000${kept.push(text) - 1}\u0000`;
  let text = title
    .replace(/(`+)(?!`)([\s\S]*?[^`])\1(?!`)/g, (_, __, code: string) => keep(withoutPadding(code)))
    .replace(/\\([!-/:-@[-`{-~])/g, (_, mark: string) => keep(mark))
    .replace(/<((?:https?|mailto):[^\s<>]*)>/gi, (_, address: string) => keep(address))
    .replace(/<\/?[a-z][^<>]*>|<!--.*?-->/gi, '')
    .replace(/!\[([^[\]]*)\]\([^()]*(?:\([^()]*\)[^()]*)*\)/g, '');
  text = text.replace(/\[((?:[^[\]]|\[[^[\]]*\])*)\]\([^()]*(?:\([^()]*\)[^()]*)*\)/g, (_, label: string) => label);
  text = withoutEmphasis(text).replace(/&(amp|lt|gt|quot|nbsp);/g, (_, name: string) => entities[name] ?? '');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: No text of a document keeps this character when it is read as Markdown.
  return text.replace(/\u0000(\d+)\u0000/g, (_, index: string) => kept[Number(index)] ?? '');
}

/** The text of code: one blank at either end is not shown. */
function withoutPadding(code: string): string {
  return code.startsWith(' ') && code.endsWith(' ') && code.trim() !== '' ? code.slice(1, -1) : code;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' };

/** An underscore inside a word is a letter; an asterisk is a mark wherever two of them hold text between them. */
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

/** GitHub's numbering: a number that makes another heading's anchor is passed over. */
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
