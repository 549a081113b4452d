import type { ProposalsDocument } from '../model/document';
import { LineScanner } from '../model/section';
import type { Part, Span } from '../text/span';
import type { Finding } from './rule';

/** What a comment of the text orders about findings. */
export type DirectiveKind = 'disable-next-line' | 'disable' | 'enable' | 'disable-file';

/** A comment on one line, like `<!-- proposals-disable-next-line field-label -->`. */
export interface Directive {
  readonly kind: DirectiveKind;
  /** The whole comment. */
  readonly span: Span;
  /** The rules that it names; none means all. */
  readonly ids: readonly Part[];
  /** The line that `disable-next-line` speaks of: the next one that is not blank. Empty for the other kinds. */
  readonly line: Span;
}

/** What directives leave of findings, and which of their words had an effect. */
export interface Directed {
  readonly kept: readonly Finding[];
  /** The names (for a directive without names, the directive) that have suppressed or ended something. */
  readonly used: ReadonlySet<Part | Directive>;
}

/** More than all rules by name; the rest of a longer comment is not looked at. */
const MAX_CONTENT = 4_000;
const OPENING = '<!-- proposals-';

/** The directives of a document, in order. One search through the text where there are none. */
export function directivesIn(document: ProposalsDocument): readonly Directive[] {
  const known = remembered.get(document) ?? directivesOf(document);
  remembered.set(document, known);
  return known;
}

/** Help for a finding asks for the directives again, and a document may have a thousand findings about them. */
const remembered = new WeakMap<ProposalsDocument, readonly Directive[]>();

function directivesOf(document: ProposalsDocument): readonly Directive[] {
  const { text } = document;
  let at = text.indexOf(OPENING);
  if (at < 0) return none;
  const found: Directive[] = [];
  const code = new Code(document);
  for (; at >= 0; at = text.indexOf(OPENING, at + OPENING.length)) {
    const directive = directiveAt(text, at);
    if (directive && !code.holds(at)) found.push(directive);
  }
  return found;
}

/** Takes the findings away that directives speak of. `findings` are in the order of the text, and stay so. */
export function directed(findings: readonly Finding[], directives: readonly Directive[]): Directed {
  const used = new Set<Part | Directive>();
  const inFile = new Names(directives.filter(({ kind }) => kind === 'disable-file'));
  const lines = directives.filter(({ kind }) => kind === 'disable-next-line');
  const blocks = new Blocks(
    directives.filter(({ kind }) => kind === 'disable' || kind === 'enable'),
    used,
  );
  let passed = 0;
  const kept = findings.filter(({ rule, span }) => {
    while ((lines[passed]?.line.end ?? span.start) < span.start) passed++;
    const above = lines[passed];
    const onLine = above && above.line.start <= span.start ? nameIn(above, rule) : null;
    const names = [inFile.of(rule), onLine, blocks.at(span.start, rule)].filter((name) => name !== null);
    for (const name of names) used.add(name);
    return names.length === 0;
  });
  // What is switched on again behind the last finding has been switched off before it, or never.
  blocks.at(Number.POSITIVE_INFINITY, '');
  return { kept, used };
}

/** Tells whether places stand in a fence or in a comment of several lines, where a comment means nothing. */
export class Code {
  private scanner = new LineScanner();
  private at = 0;
  private section = -1;

  constructor(private readonly document: ProposalsDocument) {}

  /** Offsets must come in order: the text is gone through once. */
  holds(offset: number): boolean {
    const { text } = this.document;
    this.skipTo(offset);
    for (;;) {
      const feed = text.indexOf('\n', this.at);
      const end = feed < 0 ? text.length : feed;
      if (end >= offset) break;
      this.scanner.headingAt(text, this.at, end);
      this.at = end + 1;
    }
    if (this.at > offset) return false;
    // A word in the place of the comment: what is still inside then is so because of the lines above.
    const line = `${text.slice(this.at, offset)}word`;
    this.scanner.headingAt(line, 0, line.length);
    const feed = text.indexOf('\n', offset);
    this.at = feed < 0 ? text.length + 1 : feed + 1;
    return this.scanner.inside;
  }

  /** No fence and no comment reaches over a heading: what stands before the last one need not be looked at. */
  private skipTo(offset: number): void {
    const { sections } = this.document;
    let last = this.section;
    for (let next = sections[last + 1]; next && next.start <= offset; next = sections[last + 1]) last++;
    if (last === this.section) return;
    this.section = last;
    this.at = Math.max(this.at, sections[last]?.start ?? 0);
    this.scanner = new LineScanner();
  }
}

const none: readonly Directive[] = [];

function directiveAt(text: string, start: number): Directive | null {
  const feed = text.indexOf('\n', start);
  const rest = text.slice(start, feed < 0 ? text.length : feed);
  const end = start + rest.indexOf('-->');
  if (end < start) return null;
  const content = text.slice(start + OPENING.length, end);
  const match = /^(disable-next-line|disable-file|disable|enable)(?=\s|$)/.exec(content);
  if (!match) return null;
  const kind = match[1] as DirectiveKind;
  const from = start + OPENING.length + kind.length;
  const words = [...content.slice(kind.length, MAX_CONTENT).matchAll(/[^\s,]+/g)];
  const ids = words.map((word) => {
    const at = from + word.index;
    return { text: word[0], span: { start: at, end: at + word[0].length } };
  });
  const span = { start, end: end + 3 };
  return { kind, span, ids, line: kind === 'disable-next-line' ? nextLine(text, span.end) : { start: 0, end: 0 } };
}

/** The next line that is not blank: some formatters put a blank line between a comment and what follows. */
function nextLine(text: string, from: number): Span {
  const feed = text.indexOf('\n', from);
  if (feed < 0) return { start: text.length, end: text.length };
  const blanks = /\s*/y;
  blanks.lastIndex = feed;
  const at = feed + (blanks.exec(text)?.[0].length ?? 0);
  const start = Math.max(text.lastIndexOf('\n', at - 1) + 1, feed + 1);
  const end = text.indexOf('\n', at);
  return { start, end: end < 0 ? text.length : end };
}

/** The word by which a directive speaks of a rule; the directive itself where it speaks of all. */
function nameIn(directive: Directive, rule: string): Part | Directive | null {
  if (directive.ids.length === 0) return directive;
  return directive.ids.find(({ text }) => text === rule) ?? null;
}

/** The first word that speaks of each rule. */
class Names {
  private readonly byRule = new Map<string, Part>();
  private readonly all: Directive | null;

  constructor(directives: readonly Directive[]) {
    this.all = directives.find(({ ids }) => ids.length === 0) ?? null;
    for (const id of directives.flatMap(({ ids }) => ids)) if (!this.byRule.has(id.text)) this.byRule.set(id.text, id);
  }

  of(rule: string): Part | Directive | null {
    return this.byRule.get(rule) ?? this.all;
  }
}

/** Goes through the text once, with what is switched off at the current place. */
class Blocks {
  private next = 0;
  private all: Directive | null = null;
  private readonly off = new Map<string, Part>();
  private readonly exceptions = new Set<string>();

  constructor(
    private readonly directives: readonly Directive[],
    private readonly used: Set<Part | Directive>,
  ) {}

  /** What switches a rule off at `offset`; offsets must come in order. */
  at(offset: number, rule: string): Part | Directive | null {
    for (let each = this.directives[this.next]; each && each.span.start <= offset; each = this.directives[this.next]) {
      if (each.kind === 'disable') this.disable(each);
      else this.enable(each);
      this.next++;
    }
    return this.off.get(rule) ?? (this.exceptions.has(rule) ? null : this.all);
  }

  private disable(directive: Directive): void {
    if (directive.ids.length === 0) {
      this.all = directive;
      this.exceptions.clear();
    }
    for (const id of directive.ids) this.off.set(id.text, id);
  }

  private enable(directive: Directive): void {
    if (directive.ids.length === 0) {
      if (this.all || this.off.size > 0) this.used.add(directive);
      this.all = null;
      this.off.clear();
    }
    for (const id of directive.ids) {
      if (this.all || this.off.has(id.text)) this.used.add(id);
      this.off.delete(id.text);
      this.exceptions.add(id.text);
    }
  }
}
