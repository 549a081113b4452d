import type { ProposalRule } from '../../linter/rule';
import { fieldOf, type ProposalBody } from '../../model/proposal';

/** The longest description with outcome that LFX takes, in UTF-16 units. */
export const longestDescription = 3000;

export const descriptionLength: ProposalRule = {
  id: 'description-length',
  scope: 'proposal',
  summary: 'Description and expected outcome have at most 3,000 characters together.',
  why: 'LFX takes no more, so an admin would have to cut it.',
  source: 'Limits that acceptance applies',
  severity: 'warning',
  examples: [
    {
      bad: `### Jaeger\n\n#### Faster queries\n\n- Description: ${'Make them fast. '.repeat(200)}\n- Mentor(s): Ada Example (@ada-example)\n`,
      good: '### Jaeger\n\n#### Faster queries\n\n- Description: Make them fast.\n- Mentor(s): Ada Example (@ada-example)\n',
    },
  ],
  *check({ body }) {
    const length = descriptionCharacters(body);
    if (length <= longestDescription) return;
    yield {
      span: fieldOf(body, 'description')?.label?.span ?? body.title.span,
      message: `Description and expected outcome have ${count(length)} characters together; LFX takes ${count(longestDescription)}.`,
    };
  },
};

/** The length of description and expected outcome together, as LFX counts it: in UTF-16 units. */
export function descriptionCharacters({ fields }: ProposalBody): number {
  return fields
    .filter(({ id }) => id === 'description' || id === 'expected-outcome')
    .reduce((sum, { value }) => sum + value.end - value.start, 0);
}

function count(number: number): string {
  return number.toLocaleString('en-US');
}
