/** What `list --json` prints of a document. */
import { expect, test } from 'vitest';
import { listedFile } from '../../server/src/core/features/list/list';
import { read } from './marks';

test('proposals are listed with 1-based lines and without what is missing', () => {
  const { document } = read(`
    #### Alone

    - Description:
    - Mentor(s): Ada Example (@ada-example)

    ### Jaeger

    #### Faster queries

    - Mentor(s):
      - @ada-example
      - ADA-EXAMPLE (@ADA-example, ada@example.org)
      - Bo Sample
      - bo sample
      - Ada Example
    - Upstream Issue: https://github.com/example/example/issues/1
  `);
  const { kind, proposals } = listedFile(document, 'ideas.md');
  expect(kind).toBe('proposed');
  expect(proposals.map(({ title, line, project, projectLine }) => [title, line, project, projectLine])).toEqual([
    ['Alone', 1, null, null],
    ['Faster queries', 8, 'Jaeger', 6],
  ]);
  expect(proposals[0]?.fields[0]).toMatchObject({ id: 'description', line: 3, empty: true });
  expect(proposals[1]?.upstream[0]).toMatchObject({ owner: 'example', repo: 'example', number: 1, line: 16 });
});

test('each mentor is listed once, by the entry that tells the most', () => {
  const { document } = read(`
    ### Jaeger

    #### Faster queries

    - Mentor(s):
      - @ada-example
      - Ada Example (@ADA-example, ada@example.org)
      - Bo Sample
      - bo sample
      - Ada Example
  `);
  const [proposal] = listedFile(document).proposals;
  expect(proposal?.mentors.map(({ name, handle, email, line }) => [name, handle, email, line])).toEqual([
    ['Ada Example', 'ADA-example', 'ada@example.org', 7],
    ['Bo Sample', null, null, 8],
    ['Ada Example', null, null, 10],
  ]);
});
