import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { Anchors, renderedTitle, slugOfTitle } from '../../server/src/core/model/anchor';
import { readDocument } from '../../server/src/core/model/document';
import { sectionsOf, titleOf } from '../../server/src/core/model/section';
import { noRealFiles, realFiles } from './real-files';

const path = 'programs/lfx-mentorship/2025/01-Mar-May/README.md';

describe('the anchor that GitHub makes of a heading', () => {
  test.each([
    ['Jaeger', 'jaeger'],
    ['Reporting & Metrics', 'reporting--metrics'],
    ['Term 3: September 5th - November 30th', 'term-3-september-5th---november-30th'],
    ['CI/CD: what’s next?', 'cicd-whats-next'],
    ['Docs – localization', 'docs--localization'],
    ['🚀 Launch', '-launch'],
    ['Launch 🚀', 'launch-'],
    ['`kubectl get` for `a_b`', 'kubectl-get-for-a_b'],
    ['**Bold** and _slanted_ and snake_case', 'bold-and-slanted-and-snake_case'],
    ['[Linked title](https://example.org/a_(b))', 'linked-title'],
    ['A [b] c', 'a-b-c'],
    ['5 \\* 3 &amp; more', '5--3--more'],
    ['<b>HTML</b> inside', 'html-inside'],
    ['<https://example.org>', 'httpsexampleorg'],
    ['![logo](logo.png) Name', '-name'],
    ['Two  blanks', 'two--blanks'],
    ['Übersicht der Größen', 'übersicht-der-größen'],
    ['中文 标题', '中文-标题'],
    ['C++ / C#', 'c--c'],
  ])('%s → #%s', (title, anchor) => {
    expect(slugOfTitle(title)).toBe(anchor);
  });

  test('is numbered where others read the same, those inside proposals too', () => {
    const text = [
      '# Ideas',
      '### Jaeger',
      '#### Ideas',
      '- Description: d',
      '- Mentor(s): Ada (@ada)',
      '##### Ideas',
      'More of it.',
      '#### `Ideas`',
      '#### Ideas-1',
      '```',
      '#### Ideas',
      '```',
    ].join('\n');
    expect(new Anchors().of(readDocument(text, path).readings.bodies).map(({ anchor }) => anchor)).toEqual([
      '',
      'ideas',
      'jaeger',
      'ideas-1',
      'ideas-2',
      'ideas-3',
      'ideas-1-1',
    ]);
  });

  test('is found anew only where a heading has changed', () => {
    const text = '# A\n### B\n#### C\n- Description: d\n- Mentor(s): Ada (@ada)\n';
    const bodies = (of: string) => readDocument(of, path).readings.bodies;
    const anchors = new Anchors();
    const first = anchors.of(bodies(text));
    expect(anchors.of(bodies(text.replace(': d', ': e')))).toBe(first);
    expect(anchors.of(bodies(text.replace('# B', '# C')))).toEqual(
      new Anchors().of(bodies(text.replace('# B', '# C'))),
    );
  });
});

test.skipIf(noRealFiles)(
  `the text of a heading is the one that remark reads, in every real file${noRealFiles}`,
  { tags: 'slow' },
  () => {
    for (const { text } of realFiles()) {
      for (const section of sectionsOf(text)) {
        const title = titleOf(text, section);
        const [heading] = unified().use(remarkParse).parse(`# ${title}`).children;
        if (section.level > 0 && title !== '') expect(renderedTitle(title), title).toBe(plain(heading));
      }
    }
  },
);

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly Node[];
}

function plain(node: Node | undefined): string {
  if (node?.type === 'html') return '';
  return node?.value ?? (node?.children ?? []).map(plain).join('');
}
