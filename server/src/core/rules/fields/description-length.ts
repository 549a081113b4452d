import { longestDescription } from '../../facts/limits';
import type { OptionsSchema, ProposalRule } from '../../linter/rule';
import { fieldOf } from '../../model/proposal';
import { descriptionCharacters } from '../../model/value-text';

const options = {
  max: {
    type: 'integer',
    summary: 'The largest number of characters in the description and expected outcome together.',
    default: longestDescription,
    minimum: 1,
    maximum: 100_000,
  },
} satisfies OptionsSchema;

export const descriptionLength: ProposalRule<typeof options> = {
  id: 'description-length',
  scope: 'proposal',
  summary: 'The description and expected outcome together have at most 3,000 characters.',
  why: 'LFX accepts no more, so an admin would have to shorten the text.',
  source: 'The limits of the acceptance check',
  severity: 'warning',
  demand: 'lfx',
  options,
  examples: [
    {
      bad: `### Jaeger\n\n#### Faster queries\n\n- Description: ${'Make them fast. '.repeat(200)}\n- Mentor(s): Ada Example (@ada-example)\n`,
      good: '### Jaeger\n\n#### Faster queries\n\n- Description: Make them fast.\n- Mentor(s): Ada Example (@ada-example)\n',
    },
  ],
  *check({ body, options: { max } }) {
    const length = descriptionCharacters(body);
    if (length <= max) return;
    yield {
      span: fieldOf(body, 'description')?.label?.span ?? body.title.span,
      message: `Shorten the description and outcome: ${count(length)} of ${count(max)} characters.`,
    };
  },
};

function count(number: number): string {
  return number.toLocaleString('en-US');
}
