import { expect, test } from 'vitest';
import { findingsOfRule } from '../findings-of-rule';

const path = 'programs/summerofcode/2026.md';
const file = (hint: string, ...mentors: string[]) => `## Template

\`\`\`
#### CNCF Project Name

##### Project Title

- Description:
- Mentor(s): ${hint}
  - Jane Doe (@jane-github, jane@email.address) - primary
\`\`\`

## Ideas

#### Jaeger

##### Faster queries

- Description: d
- Mentor(s):
${mentors.map((mentor) => `  - ${mentor}\n`).join('')}`;
const required = '# it is **required** to have at least 2 mentors with 1 being a primary mentor.';
const [ada, bo] = ['Ada Example (@ada-example, ada@example.org)', 'Bo Sample (@bo-sample, bo@example.org)'];

test('one has to be primary where the template says so', () => {
  expect(findingsOfRule('primary-mentor', file(required, ada, bo), { path })).toEqual([
    ['Mentor(s)', 'Write " - primary" after one mentor. The template requires it.'],
  ]);
  expect(findingsOfRule('primary-mentor', file(required, ada, `${bo} - primary`), { path })).toEqual([]);
  expect(findingsOfRule('primary-mentor', file(required, `${ada} (Primary)`, bo), { path })).toEqual([]);
  expect(findingsOfRule('primary-mentor', file('# your mentors', ada, bo), { path })).toEqual([]);
});

test('two mentors are required where the template says so, and advice elsewhere', () => {
  expect(findingsOfRule('mentor-count', file(required, `${ada} - primary`), { path })).toEqual([
    ['Mentor(s)', 'Add mentors: 1 of at least 2. The template requires them.'],
  ]);
  expect(findingsOfRule('mentor-count', file('', ada), { path })).toEqual([
    ['Mentor(s)', 'Add a second mentor, so that one can replace the other.'],
  ]);
});
