import { styleText } from 'node:util';
import type { Screen, Style } from '../../host/report/formats/pretty';
import { terminal } from './output';

/** When colors are used. */
export const colorChoices = ['auto', 'always', 'never'] as const;

export type ColorChoice = (typeof colorChoices)[number];

const styles: Record<Style, Parameters<typeof styleText>[0]> = {
  file: 'underline',
  error: 'red',
  warning: 'yellow',
  information: 'cyan',
  hint: 'gray',
  rule: 'gray',
  mark: 'green',
};

/** What the findings are shown on. */
export function screenOf(color: ColorChoice): Screen {
  const { isThere, width } = terminal();
  // Node has it since 20.12.
  const isColored = typeof styleText === 'function' && isColorWanted(color, process.env, isThere);
  return {
    width,
    // Node would decide again by the stream and by CI, and leave out what was asked for.
    paint: (style, text) => (isColored ? styleText(styles[style], text, { validateStream: false }) : text),
    link: (text, address) => (isColored ? `\x1b]8;;${address}\x1b\\${text}\x1b]8;;\x1b\\` : text),
  };
}

/** By https://no-color.org and https://force-color.org. An option wins over both, and no color over color. */
function isColorWanted(color: ColorChoice, environment: NodeJS.ProcessEnv, isTerminal: boolean): boolean {
  if (color !== 'auto') return color === 'always';
  if (environment.NO_COLOR) return false;
  if (environment.FORCE_COLOR) return environment.FORCE_COLOR !== '0';
  return isTerminal && environment.TERM !== 'dumb';
}
