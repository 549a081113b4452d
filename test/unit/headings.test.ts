import { describe, expect, test } from 'vitest';
import { read } from './marks';

describe('headings', () => {
  const body = '\n- Description: d\n- Mentor(s): Ada (@ada)\n';
  const places = (source: string): string[] =>
    read(source.replaceAll('…', body)).document.proposals.map(
      ({ body, project, subproject }) => `${project?.name ?? '-'} / ${subproject?.name ?? '-'} / ${body.title.text}`,
    );

  test('a proposal belongs to the project above it', () => {
    expect(places('## Accepted Projects\n### Jaeger\n#### A…#### B…### Harbor\n#### C…')).toEqual([
      'Jaeger / - / A',
      'Jaeger / - / B',
      'Harbor / - / C',
    ]);
  });

  test('a heading of structure is no project, whatever its blanks are', () => {
    for (const heading of ['Term 3', 'Term  3', 'Term\u00a03', 'Accepted \u00a0Projects', 'Table\tof contents'])
      expect(places(`# ${heading}\n## A…`), heading).toEqual(['- / - / A']);
  });

  test('at a wrong level a proposal still does', () => {
    expect(places('### Jaeger\n#### A…### B…# C…##### D…### Harbor\n#### E…')).toEqual([
      'Jaeger / - / A',
      'Jaeger / - / B',
      'Jaeger / - / C',
      'Jaeger / - / D',
      'Harbor / - / E',
    ]);
  });

  test('a project one level too deep is a project, a group that CNCF does not list is a level between', () => {
    expect(places('### Jaeger\n#### A…#### Harbor\n##### B…### Kubernetes\n#### SIG Example\n##### C…')).toEqual([
      'Jaeger / - / A',
      'Harbor / - / B',
      'Kubernetes / SIG Example / C',
    ]);
  });

  test('a project headed twice in a row is one', () => {
    expect(places('### Kgateway\n## kgateway\n#### A…### Harbor\n#### B…')).toEqual([
      'Kgateway / - / A',
      'Harbor / - / B',
    ]);
  });

  test('a sample is no proposal, unless the whole file stands under it', () => {
    expect(places('### Sample\n#### Prometheus\n##### S…## Proposed Project ideas\n### Jaeger\n#### A…')).toEqual([
      'Jaeger / - / A',
    ]);
    expect(places('### Sample\n#### Jaeger\n##### A…##### Sample-based profiling…')).toEqual([
      'Jaeger / - / A',
      'Jaeger / - / Sample-based profiling',
    ]);
    // People have gone on under that heading; what calls itself a sample is one all the same.
    const own = '#### Jaeger\n##### A…##### B…##### C…#### Harbor\n##### D…';
    expect(places(`### Sample\n#### Prometheus (sample)\n##### S…${own}### Falco\n#### E…`)).toEqual([
      'Jaeger / - / A',
      'Jaeger / - / B',
      'Jaeger / - / C',
      'Harbor / - / D',
      'Falco / - / E',
    ]);
  });

  test('a heading at the level of proposals with nothing below it yet is a proposal', () => {
    expect(places('### Jaeger\n#### A…#### B\n')).toEqual(['Jaeger / - / A', 'Jaeger / - / B']);
  });
});
