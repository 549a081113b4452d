/** What must be loaded before a hover is shown. */
import { expect, test } from 'vitest';
import { hoverAt, hoverNeedsAt } from '../../server/src/core/features/hover/hover';
import { drafts, lfx, term } from './hover-of';
import { read } from './marks';
import { knownFrom } from './rules/known-from';

const text = `# Term 01 - 2025 March - May

## Table of Contents

- [Jaeger](#jaeger)
  - [Faster queries](#faster-queries)

### Jaeger

#### Faster queries

- Description: Queries are slow, see jaegertracing/jaeger#2 and [the drafts](../01-Mar-May/project_ideas.md).
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
- Upstream Issue: https://github.com/jaegertracing/jaeger/issues/1
- LFX URL: ${lfx}
`;

const nothing = { workspace: false, issues: [] };
const workspace = { workspace: true, issues: [] };
const issue = (number: number) => ({
  workspace: false,
  issues: [expect.objectContaining({ owner: 'jaegertracing', repo: 'jaeger', number })],
});

/** The place at `$0` of the text in which `before` is followed by the caret. */
function spotAt(before: string) {
  const { document, caret } = read(text.replace(before, `${before}$0`), term);
  return { document, offset: caret, uri: `file:///${term}` };
}

test.each([
  ['a mentor', '@ada-ex', workspace],
  ['an upstream issue', 'jaeger/issues/', issue(1)],
  ['an issue in prose', 'jaegertracing/jaeger#', issue(2)],
  ['a page of LFX', lfx.slice(0, 40), workspace],
  ['a label', '- Descr', nothing],
  ['the title of a proposal', '#### Faster', nothing],
  ['a project', '### Jae', workspace],
  ['a line of the table of contents', '- [Jae', nothing],
  ['a link to another file', '[the dr', workspace],
  ['prose', 'Queries are', nothing],
])('at %s', (_, before, needs) => {
  expect(hoverNeedsAt(spotAt(before))).toEqual(needs);
});

test('a line of the table of contents says nothing that its heading does not', () => {
  const context = { known: knownFrom({ [drafts]: text }), now: 0, addressOf: () => null };
  expect(hoverAt(spotAt('- [Jae'), context)).toBeNull();
});
