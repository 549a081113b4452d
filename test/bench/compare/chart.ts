import { spread } from './figures';
import { number, type Size } from './page';

/** Pixels. The bars begin behind the names and end before the values. */
const WIDTH = 760;
const NAMES = 265;
const VALUES = 85;
const ROW = 20;
const HEADING = 36;

/** Where the axis begins and ends, in milliseconds; each step is ten times the one before. */
const FIRST = 0.1;
const LAST = 100_000;

/** A gray that can be read on white and on black, since a picture does not know the page's colors. */
const TEXT = '#757b83';
const LINE = '#757b8355';
const OURS = '#2f81f7';
const OTHERS = '#8b949e';

/** The median time from a key to the findings as bars, by size and tool. */
export function chart(sizes: readonly Size[]): string {
  const parts: string[] = [];
  let y = 0;
  for (const { name, figures } of sizes) {
    y += HEADING;
    parts.push(`<text x="0" y="${y - 10}" font-weight="bold">${name}</text>`);
    for (const { tool, asked } of figures) {
      const time = spread(asked.findings?.keys)?.median;
      const width = time === undefined ? 0 : place(time) - NAMES;
      const middle = y + ROW - 6;
      parts.push(
        `<text x="${NAMES - 8}" y="${middle}" text-anchor="end">${tool.name}</text>`,
        `<rect x="${NAMES}" y="${y + 3}" width="${width.toFixed(1)}" height="${ROW - 6}" rx="2" fill="${tool.name === 'ours' ? OURS : OTHERS}"/>`,
        `<text x="${(NAMES + width + 6).toFixed(1)}" y="${middle}">${time === undefined ? 'given up' : `${number(time)} ms`}</text>`,
      );
      y += ROW;
    }
  }
  const height = y + 30;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" font-family="system-ui, sans-serif" font-size="12" fill="${TEXT}">
<title>Time from a key to the findings: median in milliseconds, on a logarithmic axis</title>
${axis(y).join('\n')}
${parts.join('\n')}
</svg>
`;
}

function axis(bottom: number): string[] {
  const lines: string[] = [];
  for (let time = FIRST; time <= LAST; time *= 10) {
    const x = place(time).toFixed(1);
    const label = time >= 1_000 ? `${time / 1_000} s` : `${Number(time.toFixed(1))} ms`;
    lines.push(
      `<path d="M${x} ${HEADING}V${bottom + 6}" stroke="${LINE}"/>`,
      `<text x="${x}" y="${bottom + 20}" text-anchor="middle">${label}</text>`,
    );
  }
  return lines;
}

/** Where a time lies on the axis, in pixels. */
function place(time: number): number {
  const share = Math.log(Math.max(time, FIRST) / FIRST) / Math.log(LAST / FIRST);
  return NAMES + Math.min(share, 1) * (WIDTH - NAMES - VALUES);
}
