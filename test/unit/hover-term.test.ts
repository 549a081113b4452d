import { describe, expect, test } from 'vitest';
import { all, hover, old, proposal, readme, term } from './hover-of';

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

  test('is shown in the prose of a proposal, too', () => {
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

  test('is shown with the activities alone, wherever the days are written', () => {
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
