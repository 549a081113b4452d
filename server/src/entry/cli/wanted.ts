import { severities } from '../../core/linter/options';
import type { Finding, RuleSetting, RuleSettings, Severity } from '../../core/linter/rule';
import { rules } from '../../core/linter/rules';
import type { CheckCommand } from './check-arguments';
import { meant, oneOf, WrongUse } from './options';

const ids = rules.map(({ id }) => id);

/** The rule of that name. Throws a WrongUse if there is none. */
export function ruleNamed(id: string) {
  const rule = rules.find((each) => each.id === id);
  if (!rule) throw new WrongUse(`There is no rule "${id}".${meant(id, ids) || ' "rules" lists all of them.'}`);
  return rule;
}

/** The settings that `--rule` makes. A rule that is off by default and asked for by name is on. Throws a WrongUse. */
export function settingsIn({ rules: asked }: CheckCommand): RuleSettings {
  return Object.fromEntries(
    asked.flatMap((text): [string, RuleSetting][] => {
      const { rule, severity } = wantOf(text);
      if (severity !== null) return [[rule.id, severity]];
      return rule.offByDefault ? [[rule.id, rule.severity]] : [];
    }),
  );
}

/** Tells which findings are asked for with `--rule`. */
export function wantedIn({ rules: asked }: Pick<CheckCommand, 'rules'>): (finding: Finding) => boolean {
  const wants = asked.map(wantOf);
  const only = new Set(wants.filter(({ severity }) => severity === null).map(({ rule }) => rule.id));
  if (only.size === 0) return () => true;
  for (const { rule } of wants) only.add(rule.id);
  return ({ rule }) => only.has(rule);
}

/** Whether a finding is severe enough to be printed. */
export function isPrinted({ severity }: Pick<Finding, 'severity'>, least: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(least);
}

function wantOf(text: string) {
  const [id = '', severity] = text.split('=', 2);
  const rule = ruleNamed(id);
  return { rule, severity: severity === undefined ? null : oneOf(severity, severities, 'severity') };
}
