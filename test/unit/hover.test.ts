import { describe, expect, test } from 'vitest';
import { hoverAt } from '../../server/src/core/features/hover/hover';
import { readDocument } from '../../server/src/core/model/document';
import { marked } from './marks';
import { knownFrom } from './rules/known-from';

const old = 'programs/lfx-mentorship/2024/03-Sep-Nov/project_ideas.md';
const term = 'programs/lfx-mentorship/2025/01-Mar-May/README.md';
const drafts = 'programs/lfx-mentorship/2025/01-Mar-May/project_ideas.md';
const all = 'programs/lfx-mentorship/README.md';

/** A proposal of Jaeger with its fields. */
function proposal(title: string, mentors: string, more = ''): string {
  return `#### ${title}\n\n- Description: Queries are slow.\n- Mentor(s):\n${mentors
    .split('\n')
    .map((mentor) => `  - ${mentor}\n`)
    .join('')}- Upstream Issue: https://github.com/jaegertracing/jaeger/issues/1\n${more}\n`;
}

const lfx = 'https://mentorship.lfx.linuxfoundation.org/project/01234567-89ab-cdef-0123-456789abcdef';
const readme = `# Term 01 - 2025 March - May

Status: Planning

### Timeline

| Activity | Dates |
|---|---|
| **Project Proposals Open** | Wed, January 8 - Tue, February 4, 2025 |
| Mentee Applications Open | Feb 5 - Feb 18 |
| Selection Notifications | Thu, Feb 27, 2025 |
| Last Day of Term | May 30 |

## Accepted projects

### Jaeger

${proposal('Faster queries', 'Ada Example (@ada-example, ada@example.org)', `- LFX URL: ${lfx}\n`)}`;

/** What the hover at `$0` says, in a workspace of these files; addresses are `path:` and the text at the place. */
function hover(files: Readonly<Record<string, string>>, day = '2025-01-20'): string | null {
  const read = Object.fromEntries(Object.entries(files).map(([path, source]) => [path, marked(source)]));
  const [path, at] = Object.entries(read).find(([, { caret }]) => caret >= 0) ?? [];
  if (path === undefined || !at) throw new Error('The caret stands in no file.');
  const texts = Object.fromEntries(Object.entries(read).map(([path, { text }]) => [path, text]));
  const spot = { document: readDocument(at.text, path), uri: `file:///${path}`, offset: at.caret };
  const told = hoverAt(spot, {
    known: knownFrom(texts),
    now: Date.parse(`${day}T23:30:00Z`),
    addressOf: ({ uri, span }) => {
      const place = uri.replace('file:///', '');
      return `to:${place.split('/').at(-1)}:${texts[place]?.slice(span.start, span.end).replace(/ /g, '_')}`;
    },
  });
  if (told) expect(told.span.start <= at.caret && at.caret <= told.span.end).toBe(true);
  return told?.markdown ?? null;
}

describe('a mentor', () => {
  const entry = 'Ada Example (@$0Ada-Example, ada@example.org)';

  test('is shown with account, e-mails and proposals, the newest first', () => {
    expect(
      hover({
        [old]: `### Jaeger\n\n${proposal('Old queries', 'Adá Example (@ada-example, ada@old.example.org)')}`,
        [drafts]: `### Jaeger\n\n${proposal('Faster queries', entry)}`,
        [term]: readme,
      }),
    ).toBe(
      [
        '**Ada Example** · [\\@ada-example](<https://github.com/ada-example>) · ada\\@example.org',
        'Older: ada\\@old.example.org (until 2024 Term 3)',
        '2 proposals in 2 terms',
        '- 2025 Term 1 · [Faster queries](<to:README.md:Faster_queries>) · Jaeger\n- 2024 Term 3 · [Old queries](<to:project_ideas.md:Old_queries>) · Jaeger',
      ].join('\n\n'),
    );
  });

  test('with two e-mails in one term, and two names, is told about in plain words', () => {
    const told = hover({
      [old]: `### Jaeger\n\n${proposal('Old queries', 'A. Sample (@ada-example, ada@example.org)')}`,
      [drafts]: `### Jaeger\n\n${proposal('Faster queries', entry)}${proposal('More', 'Ada Example (@ada-example, ada@work.example.org)')}`,
    });
    expect(told).toContain(
      'One term has two e-mails, ada\\@example.org ([2025 Term 1](<to:project_ideas.md:Ada_Example_(@Ada-Example,_ada@example.org)>)) and ada\\@work.example.org',
    );
    expect(told).toContain('Also named A. Sample ([2024 Term 3](');
    expect(told).not.toContain('Older');
  });

  test('of many proposals is shown with the newest six', () => {
    const many = Array.from({ length: 9 }, (_, i) => proposal(`Part ${i}`, 'Ada Example (@ada-example)'));
    const told = hover({ [drafts]: `### Jaeger\n\n${proposal('Faster', entry)}${many.join('')}` });
    expect(told).toContain('10 proposals in 1 term\n');
    expect(told?.match(/^- /gm)).toHaveLength(7);
    expect(told).toMatch(/- and 4 more$/);
  });

  test('without a handle is found by entry, and a handle that cannot be one is no link', () => {
    const told = hover({ [drafts]: `### Jaeger\n\n${proposal('Faster', 'Bo $0Sample')}` });
    expect(told).toMatch(/^\*\*Bo Sample\*\*\n\n1 proposal in 1 term/);
    expect(
      hover({ [drafts]: `### Jaeger\n\n${proposal('Faster', 'Bo (@bo.$0sample, bo@example.org)')}` }),
    ).not.toContain('github.com');
  });
});

describe('a project', () => {
  test('is shown as the list has it, with its proposals and mentors by term', () => {
    const told = hover({
      [old]: `### jaeger\n\n${proposal('Old', 'Ada Example (@ada-example)\nBo Sample (@bo-sample)')}${proposal('Older', 'Bo Sample (@bo-sample)')}`,
      [drafts]: `### Jaeg$0er\n\n${proposal('Faster queries', 'Ada Example (@ada-example)')}`,
      [term]: readme,
    });
    expect(told).toBe(
      [
        '**Jaeger** · Graduated · [jaegertracing/jaeger](<https://github.com/jaegertracing/jaeger>) · [jaegertracing.io](<https://www.jaegertracing.io/>)',
        '3 proposals, 2 mentors in 2 terms',
        '- [2025 Term 1](<to:README.md:Jaeger>): 1 proposal, 1 mentor\n- [2024 Term 3](<to:project_ideas.md:jaeger>): 2 proposals, 2 mentors',
      ].join('\n\n'),
    );
  });

  test('that no list has is shown with what the workspace knows', () => {
    const told = hover({ [drafts]: `### In$0vented\n\n${proposal('Faster', 'Ada Example (@ada-example)')}` });
    expect(told).toBe('**Invented**\n\n- [2025 Term 1](<to:project_ideas.md:Invented>): 1 proposal, 1 mentor');
  });
});

describe('a link to a term', () => {
  const card = [
    '**[2025 Term 1 (Mar-May)](<to:README.md:>)** · Planning',
    '1 proposal accepted',
    'Next: **Project Proposals Open**, until February 4, 2025, in **15 days**',
    [
      '- Project Proposals Open: January 8 – February 4',
      '- Mentee Applications Open: February 5 – February 18',
      '- Selection Notifications: February 27',
      '- Last Day of Term: May 30',
    ].join('\n'),
  ].join('\n\n');

  test.each([
    ['[2025 $0Term 1](2025/01-Mar-May/README.md)', all],
    ['| 2025 | [Term 1](./2025/01-Mar-May/READ$0ME.md "details") |', all],
    ['[folder]($02025/01-Mar-May/)', all],
    ['[folder](<2025/01-Mar-May$0>)', all],
    ['[Jaeger](2025/01-Mar-May/README.md#jae$0ger)', all],
    ['[2025](/programs/lfx-mentorship/2025/01%2DMar-May/README.md$0)', 'notes.md'],
    ['[$02025](../lfx-mentorship/2025/01-Mar-May/README.md)', 'programs/summerofcode/README.md'],
    ['See https://github.com/cncf/mentoring/blob/main/programs/lfx-mentorship/2025/$001-Mar-May/README.md.', 'a/b.md'],
  ])('%s is told about', (link, path) => {
    expect(hover({ [term]: readme, [path]: `# Terms\n\n${link}\n` })).toBe(card);
  });

  test('is told about in the prose of a proposal, too', () => {
    const text = `### Jaeger\n\n${proposal('Faster', 'Ada Example (@ada-example)').replace('slow.', 'slow, see [last $0time](../../2025/01-Mar-May/README.md).')}`;
    expect(hover({ [term]: readme, [old]: text })).toBe(card);
  });

  test.each([
    '[Notes$0](notes/2025/notes.md)',
    '[All of $02025](2025)',
    '[$0Here](#2025/01-Mar-May)',
    '[Mail$0](mailto:2025/01-Mar-May@example.org)',
    '[Bad $0escape](2025/%E0%A4%A/README.md)',
    '[Guide$0](https://example.org/2025/01-Mar-May/README.md)',
    'No link in 2025/01-$0Mar-May/README.md',
  ])('%s is nothing of ours', (link) => {
    const later = { 'programs/lfx-mentorship/2025/02-Jun-Aug/README.md': readme.replace('Term 01', 'Term 02') };
    expect(hover({ [term]: readme, ...later, [all]: `# Terms\n\n${link}\n` })).toBeNull();
  });

  test.each([
    ['2024-12-31', 'Next: **Project Proposals Open**, from January 8, 2025, in **8 days**'],
    ['2025-01-07', 'Next: **Project Proposals Open**, from January 8, 2025, **tomorrow**'],
    ['2025-02-04', 'Next: **Project Proposals Open**, until February 4, 2025, **today**'],
    ['2025-02-05', 'Next: **Mentee Applications Open**, from February 5, 2025, **today**'],
    ['2025-02-28', 'Next: **Last Day of Term**, May 30, 2025, in **91 days**'],
    ['2025-06-01', 'It ended on May 30, 2025.'],
  ])('on %s: %s', (day, line) => {
    expect(hover({ [term]: readme, [all]: '[Term$0](2025/01-Mar-May/README.md)' }, day)).toContain(`\n\n${line}\n\n`);
  });

  test.each([
    ['Dec 10 - Jan 14', '2024-12-01', 'December 10, 2024 – January 14', 'from December 10, 2024, in **9 days**'],
    ['Dec 10', '2024-12-09', 'December 10, 2024', 'December 10, 2024, **tomorrow**'],
  ])('a first term is prepared in the year before: %s', (days, day, row, next) => {
    const text = readme.replace('Wed, January 8 - Tue, February 4, 2025', days);
    const told = hover({ [term]: text, [all]: '[Term$0](2025/01-Mar-May/README.md)' }, day);
    expect(told).toContain(`Project Proposals Open: ${row}\n`);
    expect(told).toContain(next);
  });

  test('without a timeline names the deadline of the instructions', () => {
    const text = `# Term 01 - 2025 March - May\n\nStatus: Planning\n\n### Project instructions\n\nPropose it in a pull request, by February 4, 2025.\n`;
    const told = hover({ [term]: text, [all]: '[Term$0](2025/01-Mar-May/README.md)' });
    expect(told).toContain('Next: **Deadline for proposals**, February 4, 2025, in **15 days**');
  });

  test('is shown with the activities alone, however the days stand beside them', () => {
    const list =
      '- project applications open: Jan 26th - Feb 1st \\(1 week\\)\n- March 1 (Week 1): The **program** begins\n- April 1 - May 2 (4 weeks) - coding;\n- May 3\n';
    const text = readme.replace(/\| Activity[\s\S]*?\n\n/, `${list}\n`);
    const told = hover({ [term]: text, [all]: '[Term$0](2025/01-Mar-May/README.md)' });
    expect(told?.split('\n').filter((line) => line.startsWith('- '))).toEqual([
      '- project applications open: January 26 – February 1',
      '- The program begins: March 1',
      '- coding: April 1 – May 2',
    ]);
  });

  test('shows what is left of a long timeline', () => {
    const row = (i: number) => `| Step ${i} | May ${i} |\n`;
    const rows = Array.from({ length: 20 }, (_, i) => row(i + 1)).join('');
    const text = readme.replace('| Last Day of Term | May 30 |\n', rows);
    const told = hover({ [term]: text, [all]: '[Term$0](2025/01-Mar-May/README.md)' }, '2025-05-10');
    expect(told).toContain('- Step 10: May 10\n');
    expect(told).not.toContain('Step 9:');
    expect(told).toMatch(/- and 5 more$/);
  });
});

describe('an LFX URL', () => {
  test('in its proposal tells the name of the program and how far its term is', () => {
    const told = hover({ [term]: readme.replace(lfx, lfx.replace('project', 'pro$0ject')) });
    expect(told).toMatch(
      /^\*\*CNCF - Jaeger: Faster queries \(2025 Term 1\)\*\*\n\n\*\*\[2025 Term 1 \(Mar-May\)\]\(.*\)\*\* · Planning\n\n/,
    );
    expect(told).toContain('until February 4, 2025');
  });

  test('anywhere else tells whose it is', () => {
    const told = hover({
      [term]: readme,
      'notes.md': `Apply at ${lfx.replace('0123', '01$023')}.\n`,
    });
    expect(told).toMatch(
      /^\*\*\[Faster queries\]\(<to:README.md:Faster_queries>\)\*\* · Jaeger\n\nAda Example\n\n\*\*\[2025 Term 1/,
    );
    expect(hover({ [term]: readme, 'notes.md': `Apply at ${lfx.replace('0', '1')}$0.\n` })).toBeNull();
  });
});

describe('a field label', () => {
  const text = (label: string) =>
    `### Jaeger\n\n${proposal('Faster queries', 'Ada Example (@ada-example)\nBo Sample (@bo-sample)', '- Expected Outcome: They are fast.\n')}`.replace(
      label,
      `${label.slice(0, 3)}$0${label.slice(3)}`,
    );

  test('of the description tells what belongs there, and counts outcome and description together', () => {
    const told = hover({ [drafts]: text('Description') });
    expect(told).toMatch(/^\*\*Description\*\*\n\nThe work of the mentee will work on/);
    expect(told).toMatch(/\n\n31 of 3,000 characters for description and outcome together$/);
    const long = text('Description').replace('They are fast.', 'x'.repeat(2723));
    expect(hover({ [drafts]: long })).toContain('2,740 of 3,000 characters');
  });

  test('of the mentors counts them where somebody does', () => {
    expect(hover({ [drafts]: text('Mentor') })).toMatch(/^\*\*Mentor\(s\)\*\*\n\n[^\n]*\n\n2 of 4 mentors$/);
    expect(hover({ 'programs/lfx-mentorship/2021/01-Spring/project_ideas.md': text('Mentor') })).not.toContain(' of 4');
  });

  test('that only the template has is told about in its words', () => {
    const template =
      '## Template\n\n```\n### Project\n\n#### Title\n\n- Description:\n- Expected project size: # one of small and large\n- Mentor(s):\n- Upstream Issue:\n```\n\n## Ideas\n\n';
    const own = text('Description')
      .replace('$0', '')
      .replace('- Mentor(s)', '- Expected $0project size: small\n- Mentor(s)');
    expect(hover({ [drafts]: template + own })).toBe(
      '**Expected project size**\n\nThe template says: \\# one of small and large',
    );
  });
});

describe('the title of a proposal', () => {
  test('tells the name that its program will have, and its budget', () => {
    expect(hover({ [drafts]: `### Jaeger\n\n${proposal('Faster $0queries', 'Ada Example (@ada-example)')}` })).toBe(
      '**CNCF - Jaeger: Faster queries (2025 Term 1)**\n\n43 of 100 characters for the program name',
    );
  });

  test('may have the name of its program written below it', () => {
    const own = proposal('Faster queries', 'Ada Example (@ada-example)').replace(
      '- D',
      'CNCF - Jaeger: Fas$0ter (2025 Term 1)\n\n- D',
    );
    const line = '**CNCF - Jaeger: Faster (2025 Term 1)**\n\n35 of 100 characters for the program name';
    expect(hover({ [drafts]: `### Jaeger\n\n${own}` })).toBe(line);
    expect(hover({ [drafts]: `### Jaeger\n\n${own.replace('$0', '').replace('Faster q', 'Faster $0q')}` })).toBe(line);
  });

  test('of Summer of Code makes no such name', () => {
    const path = 'programs/summerofcode/2025.md';
    expect(hover({ [path]: `### Jaeger\n\n${proposal('Faster $0queries', 'Ada Example (@ada-example)')}` })).toBeNull();
  });
});

test('prose is nothing to tell about', () => {
  expect(
    hover({ [drafts]: `### Jaeger\n\n${proposal('Faster', 'Ada Example (@ada-example)').replace('are', 'a$0re')}` }),
  ).toBeNull();
});
