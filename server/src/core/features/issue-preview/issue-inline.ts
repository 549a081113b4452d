/** One line of a stranger's Markdown, taken apart into what may be shown of it. */
import { isGitHubHandle } from '../../facts/mentors';
import { link, plain, short } from '../../markdown/write';
import { targetOf } from '../../model/reference';

/** A part of a line: plain words, not yet escaped, or Markdown that we have written, which is shown whole or not at all. */
export type Atom =
  | { readonly is: 'words'; readonly text: string }
  | { readonly is: 'whole'; readonly markdown: string; readonly letters: number };

/** The repository in which a bare `#12` is an issue. */
export interface Home {
  readonly owner: string;
  readonly repo: string;
}

/** Words between two atoms, with the spaces around them. */
export function wordsOf(text: string): string {
  const words = plain(text);
  if (words === '') return text === '' ? '' : ' ';
  return `${/^\s/.test(text) ? ' ' : ''}${words}${/\s$/.test(text) ? ' ' : ''}`;
}

/** Text of one line as code, without what nobody sees. */
export function code(text: string): string {
  // A word joiner, because VS Code would make an icon even of "$(pwd)" in code.
  const shown = withoutMarks(text.replace(/\s+/g, ' ')).trim().replaceAll('$(', '$\u2060(');
  if (shown === '') return '';
  const fence = '`'.repeat(longestTicks(shown) + 1);
  const pad = /^`|`$/.test(shown) ? ' ' : '';
  return `${fence}${pad}${shown}${pad}${fence}`;
}

/** Text without control characters and without marks that turn the reading direction; lines and tabs stay. */
export function withoutMarks(text: string): string {
  return text.replace(/(?![\n\t])\p{Cc}/gu, '').replace(/(?![\u200c\u200d])\p{Cf}/gu, '');
}

/** The longest run of backticks. */
export function longestTicks(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([{ length }]) => length));
}

/**
 * What is recognized, first to last: an escaped sign, code, an image, a link, an address in angle brackets or bare,
 * strong words, a reference, a mention, an HTML tag. Everything else is words.
 */
const pattern = new RegExp(
  [
    /\\(?<escaped>[!-/:-@[-`{-~])/,
    /(?<![`\\])(?<ticks>`+)(?!`)(?<code>.+?)(?<!`)\k<ticks>(?!`)/,
    /!\[(?<alt>[^\][]{0,200})\]\(\s*<?(?<image>[^\s()<>]{0,500})>?[^()\n]{0,200}\)/,
    /\[(?<text>(?:[^\][\\]|\\.|!?\[[^\][]{0,200}\](?:\([^()]{0,500}\))?){0,300})\]\(\s*<?(?<target>[^\s()<>]{0,500}(?:\([^\s()<>]{0,100}\)[^\s()<>]{0,100}){0,3})>?(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)/,
    /<(?<angle>https?:\/\/[^\s<>]+)>/,
    /(?<![\w/])(?<bare>https?:\/\/[^\s<>"`|]+)/,
    /(?<![\w*])(?:\*\*(?<stars>[^\s*[\]`<>@#][^*[\]`<>@#]{0,200})\*\*|__(?<lines>[^\s_[\]`<>@#][^_[\]`<>@#]{0,200})__)(?![\w*])/,
    /(?<![\w/#&.-])(?:(?<owner>[a-z\d](?:-?[a-z\d]){0,38})\/(?<repo>[\w.-]{1,100}))?#(?<number>\d{1,9})(?![\w-])/,
    /(?<![\w/@.`-])@(?<handle>[a-z\d](?:-?[a-z\d]){0,38})(?![\w/@-])/,
    /(?<tag><\/?[a-z][^<>]*>)/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'giu',
);

/** The atoms of one line. */
export function atomsOf(line: string, home: Home): readonly Atom[] {
  const atoms: Atom[] = [];
  let words = '';
  let end = 0;
  for (const match of line.matchAll(pattern)) {
    words += unmarked(line.slice(end, match.index));
    end = match.index + match[0].length;
    const atom = atomOf(match.groups ?? {}, home);
    // What is no atom goes on as words with what stands around it: apart, two halves could become a link.
    if (typeof atom === 'string') words += atom;
    else {
      if (words !== '') atoms.push({ is: 'words', text: words });
      words = '';
      atoms.push(atom);
    }
  }
  words += unmarked(line.slice(end));
  return words === '' ? atoms : [...atoms, { is: 'words', text: words }];
}

type Groups = Readonly<Record<string, string | undefined>>;

function atomOf(groups: Groups, home: Home): Atom | string {
  const { escaped, code: codeText, alt, image, text, target, angle, bare, stars, lines, number, handle } = groups;
  if (escaped !== undefined) return escaped;
  if (codeText !== undefined) return whole(code(codeText), codeText);
  if (image !== undefined) return linked(wordsIn(alt ?? '') || 'image', image);
  if (text !== undefined) return linked(wordsIn(text), target ?? '');
  if (angle !== undefined) return linked('', angle);
  if (bare !== undefined) return address(bare);
  const strong = stars ?? lines;
  if (strong !== undefined) return plain(strong) === '' ? '' : whole(`**${plain(strong)}**`, strong);
  if (number !== undefined) {
    const { owner = home.owner, repo = home.repo } = groups;
    const name = groups.owner === undefined ? `#${number}` : `${owner}/${repo}#${number}`;
    return linked(name, `https://github.com/${owner}/${repo}/issues/${number}`);
  }
  if (handle !== undefined)
    return isGitHubHandle(handle) ? linked(`@${handle}`, `https://github.com/${handle}`) : `@${handle}`;
  return '';
}

/** A bare address, which ends before the punctuation of its sentence: that stays with the words. */
function address(bare: string): Atom | string {
  const hasOpened = bare.includes('(');
  const url = bare.replace(hasOpened ? /[.,;:!?*_'"\]}]+$/ : /[.,;:!?*_'")\]}]+$/, '');
  const atom = linked('', url);
  if (typeof atom === 'string') return bare;
  return { ...atom, markdown: atom.markdown + wordsOf(bare.slice(url.length)) };
}

/** A link where `url` is one of the web; its words alone elsewhere. */
function linked(text: string, url: string): Extract<Atom, { is: 'whole' }> | string {
  const target = withoutMarks(url);
  if (!/^https?:\/\/[^\s/?#]/i.test(target)) return text;
  const shown = short(text, 100) || shortAddress(target);
  return plain(shown) === '' ? '' : { is: 'whole', markdown: link(shown, target), letters: shown.length };
}

/** As GitHub shows it: an issue by its short name, every other page without the scheme. */
function shortAddress(url: string): string {
  const { owner, repo, number } = targetOf(url);
  return number === null ? short(url.replace(/^https?:\/\/(?:www\.)?/i, ''), 60) : `${owner}/${repo}#${number}`;
}

function whole(markdown: string, text: string): Atom | string {
  return markdown === '' ? '' : { is: 'whole', markdown, letters: text.length };
}

/** The text of a link without the Markdown in it. */
function wordsIn(text: string): string {
  return unmarked(
    text
      .replace(/!?\[([^\][]*)\](?:\([^()]*\))?/g, '$1')
      .replace(/<\/?[a-z][^<>]*>/gi, '')
      .replace(/\\([!-/:-@[-`{-~])/g, '$1')
      .replaceAll('`', ''),
  ).trim();
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', nbsp: ' ' };

/** Without the marks of emphasis that were not understood, and with the signs that HTML wants to be named. */
function unmarked(text: string): string {
  return text
    .replace(/\*\*|~~/g, '')
    .replace(/(?<![\w*])\*([^\s*](?:[^*]*[^\s*])?)\*(?![\w*])/g, '$1')
    .replace(/&(lt|gt|amp|quot|nbsp);/g, (_, name: string) => entities[name] ?? '');
}
