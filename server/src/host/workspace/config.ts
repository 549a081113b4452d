import { getNodeValue, type Node } from 'jsonc-parser';
import { lettersApart } from '../../core/facts/slips';
import { contradictionIn, isSeverity, optionsOf, severities, wrongOption } from '../../core/linter/options';
import type { Rule, RuleSetting, RuleSettings } from '../../core/linter/rule';
import { rules as allRules } from '../../core/linter/rules';
import type { Span } from '../../core/text/span';
import { asksNothing, type ConfiguredAsks, readFields, readLimit } from './config-fields';
import { GlobSet, LONGEST_GLOB, MOST_GLOBS } from './glob-set';
import { jsonIn, membersOf } from './json';

/** The name of a repository's own configuration, at the root of a workspace folder. */
export const configName = '.mentorship-proposals.json';

/** A program as a configuration names it. */
export interface ConfiguredProgram {
  readonly name: string;
  /**
   * The path of its template, a Markdown file or an issue form, relative to the configuration's folder. Null for none.
   */
  readonly template: string | null;
  /** Where the configuration names it. */
  readonly templateSpan: Span;
  readonly asks: ConfiguredAsks;
  /** Whether it accepts the proposals of a file. The path is relative to the configuration's folder. */
  covers(path: string): boolean;
}

/** The configuration of a repository. */
export interface RepositoryConfig {
  readonly rules: RuleSettings;
  /** The first program that covers a file counts. */
  readonly programs: readonly ConfiguredProgram[];
  /** Whether a file is checked. Its path is relative to the configuration's folder. */
  covers(path: string): boolean;
}

/** A problem of a configuration, in one sentence, with its place in the text. */
export interface ConfigProblem {
  readonly message: string;
  readonly span: Span;
}

/** Without a configuration, every file is checked. */
export const noConfig: RepositoryConfig = { rules: {}, programs: [], covers: () => true };

/** No repository has more programs or longer names. */
const MOST_PROGRAMS = 50;
const LONGEST_NAME = 300;

/** The others are shown when these are fixed. */
const MOST_PROBLEMS = 20;

/**
 * Reads a configuration. If it has any problem, none of it is used, because we cannot know what the rest was meant to
 * do. Problems never repeat values, because a link may have led to another file. Never throws.
 */
export function readConfig(text: string): { config: RepositoryConfig; problems: readonly ConfigProblem[] } {
  const json = jsonIn(text);
  if (json.is === 'broken') return { config: noConfig, problems: [json.problem] };
  const reading = new Reading();
  const config = reading.config(json.root);
  if (reading.problems.length === 0) return { config, problems: [] };
  return { config: noConfig, problems: reading.problems };
}

/** The rules in a person's settings. Invalid entries are left out. */
export function rulesIn(value: unknown): RuleSettings {
  const settings = entriesOf(value).flatMap(([id, setting]): [string, RuleSetting][] => {
    if (isSeverity(setting)) return [[id, setting]];
    const rule = byId.get(id);
    if (!rule?.options) return [];
    const right = entriesOf(setting).filter(([name, own]) => problemOf(rule, name, own) === null);
    return [[id, Object.fromEntries(right) as RuleSetting]];
  });
  return Object.fromEntries(settings);
}

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}

const anySeverity = `must be ${severities.slice(0, -1).join(', ')} or off`;

/**
 * What is wrong with a part of a rule's setting, to follow its name. Null if it is valid, undefined if there is no such
 * part.
 */
function problemOf({ options = {} }: Rule, name: string, value: unknown): string | null | undefined {
  if (name === 'severity') return isSeverity(value) ? null : anySeverity;
  const option = Object.hasOwn(options, name) ? options[name] : undefined;
  return option && wrongOption(option, value);
}

class Reading {
  readonly problems: ConfigProblem[] = [];

  config(root: Node): RepositoryConfig {
    if (root.type !== 'object') this.wrong(root, 'The file must contain an object: { … }.');
    let rules: RuleSettings = {};
    let programs = noConfig.programs;
    let covers = noConfig.covers;
    for (const { name, key, value } of membersOf(root)) {
      if (name === 'rules') rules = this.rules(value);
      else if (name === 'files') covers = this.files(value);
      else if (name === 'programs') programs = this.programs(value);
      else if (name !== '$schema') this.unknown(key, '', ['rules', 'files', 'programs']);
    }
    return { rules, programs, covers };
  }

  private rules(value: Node): RuleSettings {
    if (value.type !== 'object') this.wrong(value, '"rules" must be an object with a severity for each rule.');
    const found = membersOf(value).flatMap(({ name, key, value: own }): [string, RuleSetting][] => {
      const rule = byId.get(name);
      if (!rule) this.unknown(key, 'rules.', ids);
      else if (isSeverity(own.value)) return [[name, own.value]];
      else if (!rule.options) this.wrong(own, `"rules.${name}" ${anySeverity}.`);
      else if (own.type !== 'object') this.wrong(own, `"rules.${name}" ${anySeverity}, or an object.`);
      else return [[name, this.ruleObject(rule, own)]];
      return [];
    });
    return Object.fromEntries(found);
  }

  private ruleObject(rule: Rule, value: Node): RuleSetting {
    const place = `rules.${rule.id}`;
    const before = this.problems.length;
    const members = membersOf(value).map(({ name, key, value: part }) => {
      const own = getNodeValue(part);
      const problem = problemOf(rule, name, own);
      if (problem === undefined) this.unknown(key, `${place}.`, ['severity', ...Object.keys(rule.options ?? {})]);
      else if (problem !== null) this.wrong(part, `"${place}.${name}" ${problem}.`);
      return [name, own];
    });
    const setting: RuleSetting = Object.fromEntries(members);
    const isRight = this.problems.length === before;
    const contradiction = isRight ? contradictionIn(optionsOf(rule, { [rule.id]: setting })) : null;
    if (contradiction !== null) this.wrong(value, `"${place}" ${contradiction}.`);
    return setting;
  }

  private programs({ type, children = [], ...place }: Node): readonly ConfiguredProgram[] {
    if (type !== 'array') this.wrong({ ...place }, '"programs" must be a list of objects with "name" and "files".');
    else if (children.length > MOST_PROGRAMS)
      this.wrong(place, `"programs" can have at most ${MOST_PROGRAMS} programs.`);
    else return children.map((program) => this.program(program));
    return [];
  }

  private program(value: Node): ConfiguredProgram {
    let name = '';
    let template: string | null = null;
    let globs: GlobSet | null = null;
    let asks = asksNothing;
    let place: Node = value;
    for (const { name: own, key, value: part } of membersOf(value)) {
      if (own === 'name') name = this.text(part, '"programs.name"') ?? '';
      else if (own === 'files') globs = this.globs('programs.files', part);
      else if (own === 'template' || own === 'form') {
        template = this.path(part, `"programs.${own}"`);
        place = part;
      } else if (own === 'title') asks = { ...asks, title: readLimit(part, 'programs.title', this) };
      else if (own === 'fields') asks = { ...asks, fields: readFields(part, this) };
      else this.unknown(key, 'programs.', ['name', 'files', 'template', 'form', 'title', 'fields']);
    }
    if (name === '') this.wrong(value, 'Each program needs a "name".');
    const templateSpan = { start: place.offset, end: place.offset + place.length };
    return { name, template, templateSpan, asks, covers: (path) => globs?.matches(path) ?? true };
  }

  private text(value: Node, place: string): string | null {
    const text: unknown = value.value;
    if (typeof text === 'string' && text.trim() !== '' && text.length <= LONGEST_NAME) return text;
    return this.wrong(value, `${place} must be a text of at most ${LONGEST_NAME} characters.`);
  }

  /** A path inside the repository. */
  private path(value: Node, place: string): string | null {
    const path = this.text(value, place)?.replace(/^\.\//, '');
    if (path === undefined) return null;
    const isInside = !/^[/\\]|^[a-z]:|^~/i.test(path) && !path.split(/[/\\]/).includes('..');
    return isInside ? path : this.wrong(value, `${place} must be a path inside this folder.`);
  }

  private files(value: Node): RepositoryConfig['covers'] {
    if (value.type !== 'object') this.wrong(value, '"files" must be an object with "include" and "exclude".');
    let included: GlobSet | null = null;
    let excluded: GlobSet | null = null;
    for (const { name, key, value: list } of membersOf(value)) {
      if (name === 'include') included = this.globs(`files.${name}`, list);
      else if (name === 'exclude') excluded = this.globs(`files.${name}`, list);
      else this.unknown(key, 'files.', ['include', 'exclude']);
    }
    return (path) => (included?.matches(path) ?? true) && !excluded?.matches(path);
  }

  /** Null if there are no patterns. The name of a folder includes everything in it. */
  private globs(key: string, { type, children = [], ...place }: Node): GlobSet | null {
    const name = `"${key}"`;
    const list = { type, ...place };
    if (type !== 'array') return this.wrong(list, `${name} must be a list of patterns.`);
    if (children.length > MOST_GLOBS) return this.wrong(list, `${name} can have at most ${MOST_GLOBS} patterns.`);
    const before = this.problems.length;
    const patterns = children.map((pattern) => {
      const why = wrongPattern(pattern.value);
      if (why) this.wrong(pattern, `${name} ${why}.`);
      return String(pattern.value)
        .replace(/^\.?\//, '')
        .replace(/\/$/, '');
    });
    if (this.problems.length > before) return null;
    const named = patterns.filter((pattern) => pattern !== '');
    if (named.length === 0) return null;
    const globs = GlobSet.of(named);
    return typeof globs === 'string' ? this.wrong(list, `${name} ${globs}.`) : globs;
  }

  unknown(key: Node, place: string, known: readonly string[]): void {
    if (this.problems.length === MOST_PROBLEMS) return;
    const name = String(key.value);
    const subject = /^[\w.-]{1,60}$/.test(name) ? `"${place}${name}"` : 'A key';
    if (known === ids) {
      const near = nearest(name);
      this.wrong(key, `${subject} is not a rule.${near ? ` Did you mean "${near}"?` : ''}`);
    } else this.wrong(key, `${subject} is not allowed here. Use ${known.slice(0, -1).join(', ')} or ${known.at(-1)}.`);
  }

  wrong({ offset, length }: Pick<Node, 'offset' | 'length'>, message: string): null {
    if (this.problems.length < MOST_PROBLEMS)
      this.problems.push({ message, span: { start: offset, end: offset + length } });
    return null;
  }
}

/** Why a value is not a valid pattern. Null if it is. */
function wrongPattern(value: unknown): string | null {
  if (typeof value !== 'string') return 'must contain only strings';
  if (value.length > LONGEST_GLOB) return `has a pattern longer than ${LONGEST_GLOB} characters`;
  // In other tools this excludes files, so we must not silently include them.
  if (value.startsWith('!')) return 'has a pattern that starts with "!". Use the other list instead';
  if (/[!?*+@]\(/.test(value)) return 'has a pattern with a mark before "(". Use {a,b} for alternatives';
  return null;
}

const byId: ReadonlyMap<string, Rule> = new Map(allRules.map((rule) => [rule.id, rule]));
const ids: readonly string[] = [...byId.keys()];

/** The rule that a misspelled name probably means. Null if there is none. */
function nearest(name: string): string | null {
  if (name.length > 60) return null;
  const [best] = ids
    .map((id) => ({ id, apart: lettersApart(id, name) }))
    .filter(({ apart }) => apart <= Math.min(3, name.length / 3))
    .sort((a, b) => a.apart - b.apart);
  return best?.id ?? null;
}
