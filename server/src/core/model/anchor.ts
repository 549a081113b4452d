import { slug } from 'github-slugger';
import { inlineText } from '../markdown/inline-text';
import { ownCopy } from '../text/span';
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

/** No person writes a longer heading or more marks in one, so we do not parse it. */
const LONGEST = 1_000;
const MOST_MARKS = 60;

/** Characters that may begin a mark, an escape, an entity, a link or HTML. Without them, a text means itself. */
const mark = /[`*_[\]<&\\~]/;

/** Earlier answers, because each keystroke asks again for every heading of the document. */
const remembered = new Map<string, string>();
const MOST_REMEMBERED = 2_000;

/** The rendered text of a heading or link, without emphasis, code marks, links, images and HTML. */
export function renderedTitle(title: string): string {
  if (title.length > LONGEST || !mark.test(title)) return title;
  const last = remembered.get(title);
  if (last !== undefined) return last;
  const text = title.split(mark).length > MOST_MARKS ? title : inlineText(title);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(ownCopy(title), text);
  return text;
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
