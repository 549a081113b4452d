import { expect, test } from 'vitest';
import { linksIn } from '../../server/src/core/features/navigation/links';
import { read } from './marks';

/** The links of a document as "text → target", in the order of the text. */
function linksOf(source: string, all = false): string[] {
  const { document } = read(source);
  return [...linksIn(document, all)]
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ span, target }) => `${document.text.slice(span.start, span.end)} → ${target}`);
}

test('handles lead to their accounts, and short names to their issues', () => {
  const links = linksOf(`
    ### Jaeger
    #### Faster queries
    - Description: Goes on from example-org/example#7, not \`example-org/example#8\`.
    - Mentor(s):
      - Ada Example (@ada-example, ada@example.org)
      - Bo Sample (bo-sample, bo@example.org)
    - Upstream Issue: jaegertracing/jaeger#7101
  `);
  expect(links).toEqual([
    'example-org/example#7 → https://github.com/example-org/example/issues/7',
    '@ada-example → https://github.com/ada-example',
    'bo-sample → https://github.com/bo-sample',
    'jaegertracing/jaeger#7101 → https://github.com/jaegertracing/jaeger/issues/7101',
  ]);
});

const linked = `
  ### Jaeger
  #### Faster queries
  - Description: as in [the ideas](../ideas%20of%20all.md#one), [here](#jaeger) and [there](https://example.org/a)
  - Mentor(s):
    - Ada Example ([@ada-example](https://github.com/ada-example), ada@example.org)
    - Bo Sample (https://github.com/bo-sample, <bo@example.org>)
    - Cy Probe (@cy..probe)
  - Upstream Issue: https://github.com/jaegertracing/jaeger/issues/7101
`;

test('what Markdown makes a link of gets no second one, and a handle that GitHub could not have gets none', () => {
  expect(linksOf(linked)).toEqual([]);
});

test('for other editors addresses and files are links, too', () => {
  expect(linksOf(linked, true)).toEqual([
    '[the ideas](../ideas%20of%20all.md#one) → ../ideas%20of%20all.md#one',
    '[there](https://example.org/a) → https://example.org/a',
    '[@ada-example](https://github.com/ada-example) → https://github.com/ada-example',
    'https://github.com/bo-sample → https://github.com/bo-sample',
    'https://github.com/jaegertracing/jaeger/issues/7101 → https://github.com/jaegertracing/jaeger/issues/7101',
  ]);
});
