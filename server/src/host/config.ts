import picomatch from 'picomatch/posix';
import type { RuleSettings } from '../core/rules/rule';

/** The name of a repository's own configuration, at the root of a workspace folder. */
export const configName = '.mentorship-proposals.json';

/** What a repository wants for everybody. */
export interface RepositoryConfig {
  readonly rules: RuleSettings;
  /** Whether a file is looked at; its path counts from the folder that the configuration lies in. */
  covers(path: string): boolean;
}

/** Without a configuration: every file is looked at. */
export const noConfig: RepositoryConfig = { rules: {}, covers: () => true };

/** Reads a configuration. What is not understood is left out; `problems` says so in one sentence each. Never throws. */
export function readConfig(text: string): { config: RepositoryConfig; problems: readonly string[] } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { config: noConfig, problems: [`It is no JSON and is not used: ${(error as Error).message}.`] };
  }
  if (!isObject(value)) return { config: noConfig, problems: ['It is no JSON object and is not used.'] };
  const problems: string[] = [];
  const { rules, files, $schema, ...unknown } = value;
  problems.push(...unknownKeys(unknown, 'rules and files'));
  const config = { rules: rulesIn(rules, problems), covers: coveredBy(files, problems) };
  return { config, problems };
}

/** Severities by rule in what a person wrote. What is none is left out and named in `problems`. */
export function rulesIn(value: unknown, problems: string[] = []): RuleSettings {
  if (value === undefined || value === null) return {};
  if (!isObject(value)) {
    problems.push('"rules" is no object and is not used.');
    return {};
  }
  const good = Object.entries(value).filter(([rule, severity]) => {
    if (severities.includes(severity)) return true;
    problems.push(`"${rule}" takes error, warning, information, hint or off, not ${JSON.stringify(severity)}.`);
    return false;
  });
  return Object.fromEntries(good) as RuleSettings;
}

const severities: readonly unknown[] = ['error', 'warning', 'information', 'hint', 'off'];

function coveredBy(value: unknown, problems: string[]): RepositoryConfig['covers'] {
  if (value === undefined) return noConfig.covers;
  if (!isObject(value)) {
    problems.push('"files" is no object and is not used.');
    return noConfig.covers;
  }
  const { include, exclude, ...unknown } = value;
  problems.push(...unknownKeys(unknown, 'include and exclude'));
  const included = globsIn('include', include, problems);
  const excluded = globsIn('exclude', exclude, problems);
  return (path) => (included?.(path) ?? true) && !excluded?.(path);
}

/** Null where there are no patterns. A folder's own name means all that is in it. */
function globsIn(key: string, value: unknown, problems: string[]): ((path: string) => boolean) | null {
  if (value === undefined) return null;
  if (!Array.isArray(value) || value.some((pattern) => typeof pattern !== 'string' || pattern.length > 1_000)) {
    problems.push(`"files.${key}" takes a list of patterns and is not used.`);
    return null;
  }
  if (value.length === 0) return null;
  const patterns = value
    .map((pattern: string) => pattern.replace(/^\.?\//, '').replace(/\/$/, ''))
    .filter((pattern) => pattern !== '');
  return picomatch(
    patterns.flatMap((pattern) => [pattern, `${pattern}/**`]),
    { dot: true },
  );
}

function unknownKeys(value: Readonly<Record<string, unknown>>, known: string): string[] {
  return Object.keys(value).map((key) => `"${key}" is not known here: only ${known} are.`);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
