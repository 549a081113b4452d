/** What is known where a snippet is inserted, and what a person types into its stops. */
export interface Insertion {
  /** By the number of the stop; a stop that is not named keeps what stands in it. */
  readonly typed?: Readonly<Record<number, string>>;
  /** VS Code's variables, such as `TM_DIRECTORY`; those that are not named are empty. */
  readonly variables?: Readonly<Record<string, string>>;
}

/**
 * The text that a snippet leaves behind: as much of VS Code's snippet syntax as the snippets make use of.
 *
 * A transformed stop is given as it is once the person has left it. Throws on any syntax that it does not know.
 */
export function insertedText(body: readonly string[], insertion: Insertion = {}): string {
  return new Reader(body.join('\n'), insertion).text('');
}

class Reader {
  private at = 0;
  private readonly stops = new Map<number, string>();

  constructor(
    private readonly source: string,
    private readonly insertion: Insertion,
  ) {
    for (const [stop, text] of Object.entries(insertion.typed ?? {})) this.stops.set(Number(stop), text);
  }

  /** The text up to `end`, which is left behind. */
  text(end: string): string {
    let text = '';
    while (this.at < this.source.length) {
      if (end !== '' && this.takes(end)) return text;
      text += this.source[this.at] === '$' ? this.piece() : this.source[this.at++];
    }
    if (end !== '') throw new Error(`"${end}" is missing at the end of the snippet`);
    return text;
  }

  private piece(): string {
    const [all, plain, name = plain ?? ''] = this.match(/\$(?:(\d+|[A-Z_]+)|\{(\d+|[A-Z_]+))/y);
    if (all === `$${plain}`) return this.valueOf(name);
    if (this.takes('}')) return this.valueOf(name);
    if (this.takes(':')) return this.remembered(name, this.text('}'));
    if (this.takes('|')) return this.remembered(name, this.match(/([^|]*)\|\}/y)[1]?.split(',')[0] ?? '');
    const [, pattern = '', format = '', flags = ''] = this.match(
      /\/((?:\\.|[^/\\])*)\/((?:\$\{[^}]*\}|[^/$]|\$\d)*)\/(\w*)\}/y,
    );
    return transformed(this.valueOf(name), new RegExp(pattern, flags), format);
  }

  private valueOf(name: string): string {
    return /^\d/.test(name) ? (this.stops.get(Number(name)) ?? '') : (this.insertion.variables?.[name] ?? '');
  }

  private remembered(name: string, text: string): string {
    const stop = Number(name);
    if (!this.stops.has(stop)) this.stops.set(stop, text);
    return this.valueOf(name);
  }

  private takes(text: string): boolean {
    if (!this.source.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }

  private match(pattern: RegExp): RegExpExecArray {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.source);
    if (!match) throw new Error(`unknown syntax in a snippet: ${this.source.slice(this.at, this.at + 40)}`);
    this.at += match[0].length;
    return match;
  }
}

function transformed(value: string, pattern: RegExp, format: string): string {
  const filled = (groups: readonly unknown[]) =>
    format.replace(
      /\$(\d+)|\$\{(\d+):(?:\+([^}]*)|\?([^:}]*):([^}]*)|\/(downcase))\}/g,
      (_, plain, group, some, yes, no, lower) => {
        const found = groups[Number(plain ?? group)];
        const written = typeof found === 'string' ? found : '';
        if (written === '') return no ?? '';
        return lower ? written.toLowerCase() : (some ?? yes ?? written);
      },
    );
  // Only where the format says what stands in for a group is anything put in place of a value without a match.
  if (!new RegExp(pattern).test(value) && format.includes(':?')) return filled([]);
  return value.replace(pattern, (...groups) => filled(groups));
}
