import type { ProposalsDocument } from '../model/document';
import { LineScanner } from '../model/section';
import type { Part, Span } from '../text/span';
import type { Finding } from './rule';

/** The effect of a comment on findings. */
export type DirectiveKind = 'disable-next-line' | 'disable' | 'enable' | 'disable-file';

/** A comment on one line, like `<!-- proposals-disable-next-line field-label -->`. */
export interface Directive {
  readonly kind: DirectiveKind;
  /** The whole comment. */
  readonly span: Span;
  /** The rules that it names. Empty for all rules. */
  readonly ids: readonly Part[];
  /** The next non-blank line, for `disable-next-line`. Empty for other kinds. */
  readonly line: Span;
}

/** The findings that directives do not suppress, and the parts of directives that had an effect. */
export interface DirectiveResult {
  readonly kept: readonly Finding[];
  /** Rule names, or directives without names, that suppressed a finding or ended a suppression. */
  readonly used: ReadonlySet<Part | Directive>;
}

/** Long enough for the names of all rules. The rest of a longer comment is ignored. */
const MAX_CONTENT = 4_000;
const OPENING = '<!-- proposals-';

/** The directives of a document, in order. */
export function directivesIn(document: ProposalsDocument): readonly Directive[] {
  const known = remembered.get(document) ?? directivesOf(document);
  remembered.set(document, known);
  return known;
}

/** Cached, because a document can have a thousand findings about directives and the help for each needs them. */
const remembered = new WeakMap<ProposalsDocument, readonly Directive[]>();

function directivesOf(document: ProposalsDocument): readonly Directive[] {
  const { text } = document;
  let at = text.indexOf(OPENING);
  if (at < 0) return none;
  const found: Directive[] = [];
  const code = new InertText(document);
  for (; at >= 0; at = text.indexOf(OPENING, at + OPENING.length)) {
    const directive = directiveAt(text, at);
    if (directive && !code.contains(at)) found.push(directive);
  }
  return found;
}

/** Removes the findings that directives suppress. `findings` must be in document order, and so is the result. */
export function applyDirectives(findings: readonly Finding[], directives: readonly Directive[]): DirectiveResult {
  const used = new Set<Part | Directive>();
  const inFile = new RuleNames(directives.filter(({ kind }) => kind === 'disable-file'));
  const lines = directives.filter(({ kind }) => kind === 'disable-next-line');
  const blocks = new DisabledRules(
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
  // Process the remaining directives too, so that an `enable` after the last finding counts as used.
  blocks.at(Number.POSITIVE_INFINITY, '');
  return { kept, used };
}

/** Detects offsets in fences and multi-line comments, where directives have no effect. */
export class InertText {
  private scanner = new LineScanner();
  private at = 0;
  private section = -1;

  constructor(private readonly document: ProposalsDocument) {}

  /** Offsets must be in ascending order, because the text is scanned once. */
  contains(offset: number): boolean {
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
    // Replace the comment with a word, so that the scanner's state depends only on the text before it.
    const line = `${text.slice(this.at, offset)}word`;
    this.scanner.headingAt(line, 0, line.length);
    const feed = text.indexOf('\n', offset);
    this.at = feed < 0 ? text.length + 1 : feed + 1;
    return this.scanner.inside;
  }

  /** Fences and comments cannot cross a heading, so scanning starts at the last heading. */
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

/** The next non-blank line, because some formatters insert a blank line after a comment. */
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

/** The name with which a directive refers to a rule, or the directive itself if it applies to all rules. */
function nameIn(directive: Directive, rule: string): Part | Directive | null {
  if (directive.ids.length === 0) return directive;
  return directive.ids.find(({ text }) => text === rule) ?? null;
}

/** The first name per rule. */
class RuleNames {
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

/** Tracks which rules are disabled while scanning the document once. */
class DisabledRules {
  private next = 0;
  private all: Directive | null = null;
  private readonly off = new Map<string, Part>();
  private readonly exceptions = new Set<string>();

  constructor(
    private readonly directives: readonly Directive[],
    private readonly used: Set<Part | Directive>,
  ) {}

  /** What disables a rule at `offset`, or null. Offsets must be in ascending order. */
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
