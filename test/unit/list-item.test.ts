import { expect, test } from 'vitest';
import { firstMentorItemBelow, mentorItemAt } from '../../client/src/editor/list-item';

/** What the last line of a text is. */
function last(text: string) {
  const lines = text.split('\n');
  return mentorItemAt((line) => lines[line] ?? '', lines.length - 1);
}

test.each([
  ['- Mentor(s):\n  - Ada Example', { prefix: '  - ', isEmpty: false }],
  ['- Mentor(s):\n  - Ada Example\n  - ', { prefix: '  - ', isEmpty: true }],
  ['- **Mentors:**\n    * Ada', { prefix: '    * ', isEmpty: false }],
  ['* Primary Mentor: x\n\t- Ada', { prefix: '\t- ', isEmpty: false }],
])('%j is an entry', (text, item) => expect(last(text)).toEqual(item));

test.each([
  '- Ada Example',
  '- Expected Outcome:\n  - A page',
  '- Mentor(s):\n\n  - Ada',
  '- Mentorship: x\n  - Ada',
  '- Mentor(s):\n  - Ada\n- Upstream Issue:\n  - ',
  '  text',
  '- Mentor(s): Ada',
])('%j is none', (text) => expect(last(text)).toBeNull());

/** What is below the first line of a text. */
function below(text: string) {
  const lines = text.split('\n');
  return firstMentorItemBelow((line) => lines[line] ?? '', 0);
}

test.each([
  ['- Mentor(s):\n  - \n- Upstream Issue:', { prefix: '  - ', isEmpty: true }],
  ['- Mentor(s): \n  -', { prefix: '  - ', isEmpty: true }],
  ['- **Mentors:**\n    * Ada', { prefix: '    * ', isEmpty: false }],
  ['- Mentor(s):\n- Upstream Issue:', { prefix: '  - ', isEmpty: false }],
  ['- Mentor(s):', { prefix: '  - ', isEmpty: false }],
])('below the label in %j is an entry', (text, item) => expect(below(text)).toEqual(item));

test.each(['- Mentor(s): Ada Example\n  - ', '- Upstream Issue:\n  - ', '  - Ada Example\n  - '])(
  'below %j is none',
  (text) => expect(below(text)).toBeNull(),
);
