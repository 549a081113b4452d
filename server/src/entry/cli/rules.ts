import { rules } from '../../core/linter/rules';
import { pages } from '../version';
import type { RulesCommand } from './arguments';
import { print } from './output';
import { ruleNamed } from './wanted';

/** Prints a list of all rules, or what one of them demands. Throws a WrongUse for a rule that there is not. */
export async function printRules({ name, ids }: RulesCommand): Promise<number> {
  if (name === 'explain') await print(ids.map(explained).join('\n\n'));
  else
    await print(
      rules.map(({ id, severity, summary }) => `${id.padEnd(longest)}  ${severity.padEnd(11)}  ${summary}\n`).join(''),
    );
  return 0;
}

const longest = Math.max(...rules.map(({ id }) => id.length));

function explained(id: string): string {
  const { severity, also = {}, summary, why, source, examples } = ruleNamed(id);
  const severities = [severity, ...Object.entries(also).map(([other, when]) => `${other} if ${when}`)].join('; ');
  const [example] = examples;
  const shown = example ? `\nReported:\n${indented(example.bad)}\nNot reported:\n${indented(example.good)}` : '';
  return `${id} (${severities})\n\n${summary}\n${why}\n${shown}\nSource: ${source}\nMore: ${pages}rules/${id}.md\n`;
}

function indented(text: string): string {
  return `${text.trimEnd().replace(/^(?=.)/gm, '    ')}\n`;
}
