import { availableParallelism, cpus, platform, totalmem } from 'node:os';
import { FEWEST_KEYS, type Figures, KEYS, LIMIT, spread, WARM_UP } from './figures';
import type { Asked } from './tool';

/** The figures for one text. */
export interface Size {
  readonly name: string;
  readonly figures: readonly Figures[];
}

const columns = [
  'tool',
  'start',
  'open → symbols',
  'open → findings',
  'key → findings',
  'p95',
  'key → symbols',
  'p95',
  'memory',
  'findings',
];

/** The figures of all tools for one text, as a Markdown table: milliseconds and megabytes. */
export function tableOf(figures: readonly Figures[]): string {
  const rows = figures.map((each) => {
    const { findings, symbols } = each.asked;
    const start = [...(findings?.start ?? []), ...(symbols?.start ?? [])];
    return [
      each.tool.name,
      cell(each, 'findings', start),
      cell(each, 'symbols', symbols?.open),
      cell(each, 'findings', findings?.open),
      ...keyCells(each, 'findings'),
      ...keyCells(each, 'symbols'),
      cell(each, 'findings', findings?.resident),
      findings?.count == null ? '–' : grouped(findings.count),
    ];
  });
  const right = columns.map((_, column) => (column === 0 ? '---' : '--:'));
  return [columns, right, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function keyCells(each: Figures, ask: Asked): string[] {
  const keys = each.asked[ask]?.keys;
  const times = spread(keys);
  const few = times && times.count < KEYS ? ` (${times.count} keys)` : '';
  return [`${cell(each, ask, keys)}${few}`, times ? number(times.p95) : cell(each, ask, [])];
}

function cell(each: Figures, ask: Asked, values: readonly number[] | undefined): string {
  if (!each.asked[ask]) return 'none';
  const times = spread(values);
  return times ? number(times.median) : '–';
}

/** Three digits, or all of those before the point. */
export function number(value: number): string {
  return value >= 100 ? grouped(Math.round(value)) : value.toFixed(value >= 10 ? 1 : 2);
}

const grouped = (value: number) => value.toLocaleString('en-US');

/** How a run was made. `load` is how many processes were busy when it began, as the system counts them. */
export interface Run {
  readonly real: boolean;
  readonly load: number;
  readonly rounds: number;
}

/** The whole page. */
export function page(sizes: readonly Size[], { real, load, rounds }: Run): string {
  const text = real
    ? "files of past terms in CNCF's mentoring repository, one after the other, the longest first"
    : 'invented proposals of the generator in `test/bench/text.ts`';
  return `# Performance

How fast the language server answers, next to other servers and linters for Markdown. \`npm run bench:peers -- --write\`
wrote this page.

![Time from a key to the findings, by tool and size of the text](images/performance.svg)

${sizes.map(({ name, figures }) => `## ${name}\n\n${tableOf(figures)}`).join('\n\n')}

Times are medians in milliseconds, memory is in megabytes. “none”: the tool has no such answer. “–”: given up, because one
answer, or ${FEWEST_KEYS} keys, took over ${LIMIT / 1000} s, or because the process ended.

## What was measured

- Date: ${new Date().toISOString().slice(0, 10)}
- Machine: ${cpus()[0]?.model.trim() ?? 'unknown'}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GB; ${platform()}, Node ${process.version.slice(1)}; ${load.toFixed(1)} processes were busy when the run began
- Text: ${text}
- **start**: from starting a process to a server that is initialized, or a library that is loaded.
- **open → symbols**, **open → findings**: in a fresh process, from opening the text to the whole answer.
- **key → findings**, **key → symbols**: a letter of a word in the prose, somewhere in the text, to the whole answer. ${KEYS} keys, or
  as many as fit in ${LIMIT / 1000} s. Before them up to ${WARM_UP} keys, or 10 s of keys, are not counted.
- **memory**: resident, after these keys or when they were given up.
- Turns: ${rounds === 1 ? 'one' : `${rounds}, all tools one after the other in each; a tool that takes over a minute for a size has one`}

## Who was measured

The tools check different things, so this is about waiting, not about which one is better.

- **ours**: the built server, over stdio. It checks proposals.
- **floor**: a server that keeps documents and does nothing else, over stdio. Nothing can be faster.
- **vscode-markdown-languageserver**: VS Code's own server for Markdown, over stdio, with all validation of links on. It has the
  text parsed by its client, which counts, as it does in VS Code.
- **vscode-markdown-languageservice**: the library in it, in process, with the same validation.
- **unified-language-server**: started with remark and remark-lint's recommended rules, over stdio. That is all that the
  package \`remark-language-server\` does, which could not be installed: the npm registry did not have it.
- **markdownlint-cli2**: in process, with the whole text each time, as the extension vscode-markdownlint calls it. The
  extension waits up to 500 ms for the next key before; that does not count.

VS Code's server, its library and markdownlint-cli2 ask for Node 22 in their manifests. They ran with the Node named above.

## Repeat it

\`\`\`
npm ci
npm run bench:peers              # prints the tables; --quick takes one turn
npm run bench:peers -- --write   # writes this page, too
\`\`\`

The first run installs the peers into \`test/bench/peers\`. Real text is used if the shared corpus is next to the checkout, else
invented text. Let nothing else run meanwhile: a run takes about half an hour. \`npm run bench\` compares ours with the floor
alone, as ratios.
`;
}
