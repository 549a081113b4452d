import type { OptionsSchema, OptionValues, RuleFacts, RuleOption, RuleSetting, RuleSettings, Severity } from './rule';

/** What a rule can be set to. */
export const severities: readonly (Severity | 'off')[] = ['error', 'warning', 'information', 'hint', 'off'];

export function isSeverity(value: unknown): value is Severity | 'off' {
  return (severities as readonly unknown[]).includes(value);
}

/** The severity that somebody wants of a rule; undefined where nobody has said. */
export function severityIn(settings: RuleSettings, id: string): Severity | 'off' | undefined {
  const setting = settings[id];
  const severity = typeof setting === 'object' ? setting.severity : setting;
  return isSeverity(severity) ? severity : undefined;
}

/** What most rules have. */
const none: OptionValues = {};

/** The values of a rule's options: those that are set, and its defaults for the others. */
export function optionsOf<S extends OptionsSchema>(
  { id, options }: Pick<RuleFacts<S>, 'id' | 'options'>,
  settings: RuleSettings,
): OptionValues<S> {
  if (!options) return none as OptionValues<S>;
  const setting = settings[id];
  const set = typeof setting === 'object' ? setting : {};
  const values = Object.entries(options).map(([name, option]) => {
    const own = set[name];
    if (own === undefined) return [name, option.default];
    return [name, typeof own === 'object' && typeof option.default === 'object' ? { ...option.default, ...own } : own];
  });
  return Object.fromEntries(values);
}

/** Two settings of a rule in one: the severity and each option of `over` win. */
export function joined(under: RuleSetting | undefined, over: RuleSetting | undefined): RuleSetting | undefined {
  if (under === undefined || over === undefined) return over ?? under;
  if (typeof under === 'string' && typeof over === 'string') return over;
  return { ...asObject(under), ...asObject(over) };
}

function asObject(setting: RuleSetting): Exclude<RuleSetting, string> {
  return typeof setting === 'string' ? { severity: setting } : setting;
}

/** More names than this nobody sets. */
const MOST_NAMES = 300;

/** What an option takes, behind its name: "takes a whole number from 1 to 20"; null where `value` is such a one. */
export function wrongOption({ type, minimum, maximum }: RuleOption, value: unknown): string | null {
  const isInRange = (each: unknown) => Number.isSafeInteger(each) && Number(each) >= minimum && Number(each) <= maximum;
  const range = `from ${minimum} to ${maximum}`;
  if (type === 'integer') return isInRange(value) ? null : `takes a whole number ${range}`;
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isObject) return `takes an object of whole numbers ${range}`;
  const numbers = Object.values(value);
  if (numbers.length > MOST_NAMES) return `takes at most ${MOST_NAMES} names`;
  return numbers.every(isInRange) ? null : `takes whole numbers ${range}`;
}

/** How the limits of a rule speak against each other, behind the rule's name; null where they do not. */
export function contradictionIn({ min, max }: OptionValues): string | null {
  const isWrong = typeof min === 'number' && typeof max === 'number' && min > max;
  return isWrong ? `wants at least ${min} and accepts at most ${max}` : null;
}
