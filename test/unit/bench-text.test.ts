import { describe, expect, test } from 'vitest';
import { corpusFiles } from '../bench/corpus';
import { type Counts, countsPerKilobyte } from '../bench/counts';
import { realisticText } from '../bench/text';
import { noRealFiles, shared } from './real-files';

const path = 'programs/lfx-mentorship/2025/01-Mar-May/project_ideas.md';

/** The counts in which `easy` has fewer than `hard`. */
function kinder(easy: Counts, hard: Counts): string[] {
  return (Object.keys(hard) as (keyof Counts)[]).filter((name) => easy[name] < hard[name]);
}

test('what is in a kilobyte is counted', () => {
  const text = [
    '## Contents\n- [Jaeger](#jaeger)\n  - [One](#one)\n\n<a name="jaeger"></a>\n### Jaeger\n',
    '#### One\n- Description: see https://example.org and [this](https://example.org)\n- Mentor(s):\n  - Ada Example (@ada, ada@example.org)\n',
    '#### Two\n- Mentor(s):\n  - Bo Sample (@bo, bo@example.org)\n  - Cy Sample (@cy, cy@example.org)\n',
  ].join('');
  const counts = countsPerKilobyte([[path, text + ' '.repeat(1_000 - text.length)]]);
  expect(counts).toMatchObject({ proposals: 2, mentors: 3, contents: 2, anchors: 1, links: 4, otherLabels: 1 });
  expect(counts.findings).toBeGreaterThan(2);
});

describe('the invented text of the bench', { tags: 'slow' }, () => {
  test.each([30_000, 160_000])('has everything that the corpus has: %i characters', (size) => {
    const counts = countsPerKilobyte([[path, realisticText(size)]]);
    expect(Object.entries(counts).filter(([, count]) => count === 0)).toEqual([]);
  });

  test.skipIf(noRealFiles !== '')(`is no kinder than the corpus${noRealFiles}`, () => {
    const files = corpusFiles(shared) ?? [];
    expect(files.length).toBeGreaterThan(0);
    const corpus = countsPerKilobyte(files);
    expect(kinder(countsPerKilobyte([[path, realisticText(160_000)]]), corpus)).toEqual([]);
    expect(kinder(countsPerKilobyte([[path, '### Jaeger\n']]), corpus)).toContain('mentors');
  });
});
