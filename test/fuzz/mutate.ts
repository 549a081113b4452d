import fc from 'fast-check';
import { anyChange, anyDocument, anyLine, changed } from '../unit/generated';
import { excerpt, type Originals } from './originals';
import type { Random } from './random';

/** A document as it came to be: each version is made of the one before. The last one goes through all checks. */
export interface Case {
  readonly path: string;
  readonly versions: readonly string[];
}

/** Most changes of one document. */
const CHANGES = 3;

/** The document with that number, the same in every run with that seed and those originals. */
export function caseOf(originals: Originals, random: Random): Case {
  const { path, text } = random.pick(originals.files);
  const start = random.chance(0.1) ? generated(anyDocument, random) : excerpt(text, random);
  const versions = [start];
  for (let count = 1 + random.below(CHANGES); count > 0; count--)
    versions.push(random.pick(mutations)(versions.at(-1) ?? '', random, originals));
  return { path: random.chance(0.5) ? path : random.pick(originals.paths), versions };
}

/** One example of a generator that the property tests use. */
function generated<T>(arbitrary: fc.Arbitrary<T>, random: Random): T {
  const [value] = fc.sample(arbitrary, { seed: random.below(2 ** 31), numRuns: 1 });
  if (value === undefined) throw new RangeError('nothing was generated');
  return value;
}

/** Characters that are more or less than they look like. */
const odd = [
  ...['\0', '\u0001', '\u001b', '\u007f', '\u0085', '\ufeff', '\ufffe', '\ufffd', '\u00a0', '\u3000', '\u200b'],
  ...['\u200d', '\u200e', '\u200f', '\u202e', '\u2066', '\u2069', '\u2028', '\u2029', '\u0301', 'e\u0301\u0323'],
  ...[
    '\u{1f600}',
    '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}',
    '\ud83d',
    '\ude00',
    '\u{10ffff}',
    'ß',
    'İ',
    'ı',
    'ﬁ',
    'Ǆ',
  ],
  ...['文字', 'مرحبا', 'שלום', '：', '（', '）', '，', '“', '’', '–', '…', '＠', '＃', '｜', '\t', '\v', '\f', '\r'],
];

/** Marks that change what stands around them. */
const marks = [
  ...[
    '```',
    '```md\n',
    '~~~',
    '`',
    '``',
    '<!--',
    '-->',
    '<!-- proposals-disable -->\n',
    '<details>',
    '</',
    '<a href="',
  ],
  ...['---\n', '***', '**', '*', '__', '_', '~~', '> ', '>', '#', '## ', '#### ', '######', '- ', '* ', '+ ', '1. '],
  ...['[', '](', ')', '[x]: ', '![', '|', '| --- |\n', ':', ': ', '\\', '&amp;', '&#x0;', '<', '>', '\n', '\n\n', '  '],
  ...['    ', '\t', '@', '(@', '#1', 'https://', 'www.', '<<<<<<< ours\n', '=======\n', '>>>>>>> theirs\n', '$(', '%s'],
  ...[
    '- Mentor(s):',
    '- **Mentors**:',
    'Upstream Issue: ',
    '## Template\n\n```\n',
    '_No response_',
    '- [x] ',
    '- [ ] ',
  ],
];

type Mutation = (text: string, random: Random, originals: Originals) => string;

const mutations: readonly Mutation[] = [
  (text, random) => put(text, random, random.pick(odd)),
  (text, random) => put(text, random, random.pick(odd).repeat(1 + random.below(40))),
  (text, random) => put(text, random, random.pick(marks)),
  (text, random) => put(text, random, random.pick(marks).repeat(1 + random.below(12))),
  (text, random) => put(text, random, String.fromCharCode(random.below(0x10000))),
  (text, random) => cut(text, random, 1),
  (text, random) => cut(text, random, 40),
  (text, random) => cut(text, random, text.length),
  (text, random) => changed(text, generated(anyChange, random)),
  (text, random) => everywhere(text, random, '\n', random.pick(['\r\n', '\r', '\n\n', '\n \n', '\v', '\u2028'])),
  (text, random) => everywhere(text, random, random.pick([' ', ':', '-', '#', '(', '`', '@', '*', '|']), ''),
  (text, random) => everywhere(text, random, ' ', random.pick(['\u00a0', '\t', '\u3000', '  ', '\n'])),
  inLines((lines, at) => lines.splice(at, 1)),
  inLines((lines, at, random) => lines.splice(at, random.below(12))),
  inLines((lines, at, random) => lines.splice(random.below(lines.length), 0, lines[at] ?? '')),
  inLines((lines, at, random) => lines.splice(at, 0, ...lines.slice(at, at + random.below(30)))),
  inLines((lines, at, random) => lines.splice(random.below(lines.length), 0, ...lines.splice(at, random.below(20)))),
  inLines((lines, at, random) => lines.splice(at, 0, `${generated(anyLine, random)}\n`)),
  inLines((lines, at, random) => {
    const block = lines.slice(at, at + random.below(20));
    const mark = random.pick(['  ', '\t', '> ', '- ', '    ', '# ', '<!-- ']);
    lines.splice(at, block.length, ...block.map((line) => mark + line));
  }),
  inLines((lines, at, random) => {
    const block = lines.slice(at, at + 1 + random.below(20));
    lines.splice(at, block.length, ...block.map((line) => line.trimStart()));
  }),
  inLines((lines, at) => lines.splice(at, 2, (lines[at] ?? '').replace(/\r?\n$/, '') + (lines[at + 1] ?? ''))),
  // A splice: the beginning of one document and the end of another.
  (text, random, { files }) => {
    const other = excerpt(random.pick(files).text, random);
    return text.slice(0, random.below(text.length)) + other.slice(random.below(other.length));
  },
  (text, random, { files }) => put(text, random, excerpt(random.pick(files).text, random)),
  (text, random) => `\ufeff${text}`.repeat(1 + Number(random.chance(0.1))),
  // Bytes that are no UTF-8, as the server decodes them.
  (text, random) => {
    const bytes = Buffer.from(text, 'utf8');
    for (let count = 1 + random.below(6); count > 0; count--) bytes[random.below(bytes.length)] = random.below(256);
    return new TextDecoder().decode(bytes);
  },
];

function put(text: string, random: Random, what: string): string {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + what + text.slice(at);
}

function cut(text: string, random: Random, most: number): string {
  const at = random.below(text.length);
  return text.slice(0, at) + text.slice(at + 1 + random.below(most));
}

/** Replaces what is found, all of it or some. */
function everywhere(text: string, random: Random, found: string, by: string): string {
  const share = random.pick([1, 0.5, 0.1]);
  return text
    .split(found)
    .map((part, i) => (i === 0 ? part : (random.chance(share) ? by : found) + part))
    .join('');
}

function inLines(change: (lines: string[], at: number, random: Random) => unknown): Mutation {
  return (text, random) => {
    const lines = text.split(/(?<=\n)/);
    change(lines, random.below(lines.length), random);
    return lines.join('');
  };
}
