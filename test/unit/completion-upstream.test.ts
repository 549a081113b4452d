/** Open issues of GitHub's among what is offered for an upstream field. */
import { expect, test } from 'vitest';
import { completionsAt, upstreamSearchAt } from '../../server/src/core/features/completion/completion';
import { CompletionMemory } from '../../server/src/core/features/completion/memory';
import { read } from './marks';
import { knownFrom } from './rules/known-from';

const path = 'programs/lfx-mentorship/2026/01-Mar-May/project_ideas.md';
const earlier = `
  ### Jaeger

  #### Older storage

  - Upstream Issue: https://github.com/jaegertracing/jaeger-ui/issues/9
`;
const known = knownFrom({ 'programs/lfx-mentorship/2025/01-Mar-May/README.md': earlier });
const issue = (number: number, title: string, repo = 'jaeger') => ({
  owner: 'jaegertracing',
  repo,
  number,
  title,
  url: `https://github.com/jaegertracing/${repo}/issues/${number}`,
});
const open = [issue(7, 'Explain slow queries'), issue(8, 'Résumé of a trace'), issue(9, 'Newer title', 'jaeger-ui')];

const source = (written: string) => `
  ### Jaeger

  #### Faster queries

  - Upstream Issue: ${written}
`;

function offered(written: string) {
  const { document, caret } = read(source(written), path);
  const { items } = completionsAt(document, caret, known, new CompletionMemory(), open);
  return items.map(({ label, detail, edit }) => ({ label, detail, text: edit.text }));
}

test('open issues come with their titles before all else, each once', () => {
  expect(offered('$0').map(({ label }) => label)).toEqual([
    'jaegertracing/jaeger#7',
    'jaegertracing/jaeger#8',
    'jaegertracing/jaeger-ui#9',
    'jaegertracing/jaeger/issues/',
    'jaegertracing/jaeger-ui/issues/',
  ]);
  expect(offered('$0')[0]).toMatchObject({ detail: 'Explain slow queries', text: open[0]?.url });
});

test.each([
  ['slow$0', ['jaegertracing/jaeger#7']],
  ['resu$0', ['jaegertracing/jaeger#8']],
  ['#8$0', ['jaegertracing/jaeger#8']],
  ['lower$0', []],
  [
    `https://github.com/jaegertracing/jaeger/issues/7, #$0`,
    [
      'jaegertracing/jaeger#8',
      'jaegertracing/jaeger-ui#9',
      'jaegertracing/jaeger/issues/',
      'jaegertracing/jaeger-ui/issues/',
    ],
  ],
])('%s', (written, labels) => {
  expect(offered(written).map(({ label }) => label)).toEqual(labels);
});

test.each([
  ['$0', ''],
  ['sl$0', ''],
  ['slow$0', 'slow'],
  ['#71$0', ''],
  ['https://git$0', ''],
  ['jaegertracing/jae$0', ''],
])('what GitHub is searched for at %s', (written, words) => {
  const { document, caret } = read(source(written), path);
  const repositories = ['jaegertracing/jaeger', 'jaegertracing/jaeger-ui'];
  expect(upstreamSearchAt(document, caret, known)).toEqual({ repositories, words });
});

test('elsewhere GitHub is searched for nothing', () => {
  const { document, caret } = read(source('').replace('Faster', 'Fas$0ter'), path);
  expect(upstreamSearchAt(document, caret, known)).toBeNull();
});
