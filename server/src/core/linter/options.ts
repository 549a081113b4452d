import type { OptionsSchema, OptionValues, RuleFacts, RuleOption, RuleSetting, RuleSettings, Severity } from './rule';

/** The valid severities of a rule. */
export const severities: readonly (Severity | 'off')[] = ['error', 'warning', 'information', 'hint', 'off'];

export function isSeverity(value: unknown): value is Severity | 'off' {
  return (severities as readonly unknown[]).includes(value);
}

/** The configured severity of a rule. Undefined if there is none. */
export function severityIn(settings: RuleSettings, id: string): Severity | 'off' | undefined {
  const setting = settings[id];
  const severity = typeof setting === 'object' ? setting.severity : setting;
  return isSeverity(severity) ? severity : undefined;
}

/** Shared, because most rules have no options. */
const none: OptionValues = {};

/** The values of a rule's options: configured values, or else the defaults. */
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

/** Merges two settings of a rule. Severity and options in `over` take precedence. */
export function joined(under: RuleSetting | undefined, over: RuleSetting | undefined): RuleSetting | undefined {
  if (under === undefined || over === undefined) return over ?? under;
  if (typeof under === 'string' && typeof over === 'string') return over;
  return { ...asObject(under), ...asObject(over) };
}

function asObject(setting: RuleSetting): Exclude<RuleSetting, string> {
  return typeof setting === 'string' ? { severity: setting } : setting;
}

/** Enough for all real projects. */
const MOST_NAMES = 300;

/**
 * What an option accepts, as a phrase after its name: "takes a whole number from 1 to 20". Null if `value` is valid.
 */
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

/** A contradiction between a rule's limits, as a phrase after its name. Null if there is none. */
export function contradictionIn({ min, max }: OptionValues): string | null {
  const isWrong = typeof min === 'number' && typeof max === 'number' && min > max;
  return isWrong ? `wants at least ${min} and accepts at most ${max}` : null;
}
