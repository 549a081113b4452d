import { slug } from 'github-slugger';
import type { ProposalBody } from './proposal';
import type { Readings } from './readings';

/** A heading of a document and the anchor that GitHub gives it. */
export interface Anchored {
  /** Without `#`; equal headings are numbered `-1`, `-2` in the order of the text. */
  readonly anchor: string;
  /** The anchor before numbering: equal for headings that read the same. */
  readonly slug: string;
  readonly body: ProposalBody;
  /** Where the heading's section begins in the document. */
  readonly start: number;
}

/**
 * The headings of a document in order, each with its anchor: those inside proposals count for the numbering, too.
 *
 * Underlined headings and headings in quotes are left out, though GitHub numbers them: nobody links to them.
 */
export function anchorsOf({ bodies, slugs }: Readings): Anchored[] {
  const anchored: Anchored[] = [];
  const times = new Map<string, number>();
  let start = 0;
  bodies.forEach((body, i) => {
    // Only the first section may stand before any heading.
    if (i > 0 || /^\s*#/.test(body.text)) {
      const own = slugs.slugOf(body);
      anchored.push({ anchor: numbered(own, times), slug: own, body, start });
    }
    start += body.text.length;
  });
  return anchored;
}

/** What headings read like in an anchor, by their bodies: found once, and let go of with the bodies. */
export class HeadingSlugs {
  private readonly remembered = new WeakMap<ProposalBody, string>();

  slugOf(body: ProposalBody): string {
    const known = this.remembered.get(body);
    if (known !== undefined) return known;
    const own = slugOfTitle(body.title.text);
    this.remembered.set(body, own);
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
    .replace(/(`+)(?!`)([\s\S]*?[^`])\1(?!`)/g, (_, __, code: string) => keep(code.replace(/^ (.*\S.*) $/, '$1')))
    .replace(/\\([!-/:-@[-`{-~])/g, (_, mark: string) => keep(mark))
    .replace(/<((?:https?|mailto):[^\s<>]*)>/gi, (_, address: string) => keep(address))
    .replace(/<\/?[a-z][^<>]*>|<!--.*?-->/gi, '')
    .replace(/!\[([^[\]]*)\]\([^()]*(?:\([^()]*\)[^()]*)*\)/g, '');
  text = text.replace(/\[((?:[^[\]]|\[[^[\]]*\])*)\]\([^()]*(?:\([^()]*\)[^()]*)*\)/g, (_, label: string) => label);
  text = withoutEmphasis(text).replace(/&(amp|lt|gt|quot|nbsp);/g, (_, name: string) => entities[name] ?? '');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: No text of a document keeps this character when it is read as Markdown.
  return text.replace(/\u0000(\d+)\u0000/g, (_, index: string) => kept[Number(index)] ?? '');
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
