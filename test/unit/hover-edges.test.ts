/** Hovers about people, projects and terms of which little is known. */
import { describe, expect, test } from 'vitest';
import { ProjectList } from '../../server/src/core/facts/projects';
import { aboutPerson } from '../../server/src/core/features/hover/mentor';
import { projectHover } from '../../server/src/core/features/hover/project';
import { termCard } from '../../server/src/core/features/hover/term';
import type { Known } from '../../server/src/core/known/known';
import { knownFrom } from './rules/known-from';

const around = (known: Known, day = '2025-01-20') => ({
  known,
  now: Date.parse(`${day}T12:00:00Z`),
  addressOf: () => null,
});

describe('a person', () => {
  function about(files: Readonly<Record<string, string>>, handle: string): string {
    const known = knownFrom(files);
    const person = known.people().find((each) => each.handle === handle);
    if (!person) throw new Error(`nobody is @${handle}`);
    return aboutPerson(person, around(known)) ?? '';
  }
  const proposal = (title: string, mentor: string) => `### Jaeger\n\n#### ${title}\n\n- Mentor(s): ${mentor}\n`;
  const term = (year: number) => `programs/lfx-mentorship/${year}/01-Mar-May/README.md`;

  test('with many addresses is shown with the last three older ones and the number of the others', () => {
    const years = [2021, 2022, 2023, 2024, 2025, 2026];
    const files = Object.fromEntries(
      years.map((year) => [term(year), proposal('T', `Ada Example (@ada-example, ada@y${year}.example.org)`)]),
    );
    expect(about(files, 'ada-example')).toContain(
      'Older: ada\\@y2025.example.org (until 2025 Term 1), ada\\@y2024.example.org (until 2024 Term 1), ada\\@y2023.example.org (until 2023 Term 1) and 2 more',
    );
  });

  test('has no end for an address in a file of no term', () => {
    const files = {
      [term(2025)]: proposal('T', 'Ada Example (@ada-example, ada@example.org)'),
      'project_ideas.md': proposal('U', 'Ada Example (@ada-example, ada@old.example.org)'),
    };
    expect(about(files, 'ada-example')).toMatch(/Older: ada\\@old\.example\.org$/m);
  });

  test('with another name is shown with it, but accents make no other name', () => {
    const files = (name: string) => ({
      [term(2025)]: proposal('T', 'José Muster (@jmuster, jose@example.org)'),
      [term(2024)]: proposal('U', `${name} (@jmuster, jose@example.org)`),
    });
    expect(about(files('Jo Muster'), 'jmuster')).toContain('Also named Jo Muster (2024 Term 1).');
    expect(about(files('Jose Muster'), 'jmuster')).not.toContain('Also named');
  });
});

describe('a project', () => {
  const hover = (entry: { maturity?: string; repository?: string; homepage?: string }, known = knownFrom({})) => {
    const project = { name: 'Quux', slug: 'quux', maturity: '', repository: '', homepage: '', ...entry };
    return projectHover({ name: 'Quux', key: 'quux' }, new ProjectList([project]), around(known));
  };

  test('without maturity and address has its name alone', () => {
    expect(hover({})).toBe('**Quux**');
  });

  test('with a repository on another host links it, and its homepage once', () => {
    const repository = 'https://git.example.org/quux/';
    expect(hover({ maturity: 'sandbox', repository, homepage: repository })).toBe(
      `**Quux** · Sandbox · [git.example.org/quux](<${repository}>)`,
    );
    expect(hover({ repository: 'quux/quux', homepage: 'https://www.example.org/' })).toBe(
      '**Quux** · [quux/quux](<https://github.com/quux/quux>) · [example.org](<https://www.example.org/>)',
    );
    expect(hover({ repository: 'somewhere', homepage: 'ftp://example.org' })).toBe('**Quux**');
  });

  test('names a file of no term, and counts people by handle, address or name', () => {
    const known = knownFrom({
      'ideas/project_ideas.md':
        '### Quux\n\n#### One\n\n- Mentor(s):\n  - Ada Example (@ada-example)\n  - bo@example.org\n  - Cy Instance\n\n#### Two\n\n- Mentor(s): @ADA-example, Cy Instance\n',
    });
    expect(hover({}, known)).toBe('**Quux**\n\n- project\\_ideas.md: 2 proposals, 3 mentors');
  });
});

describe('a term', () => {
  function card(text: string, path: string, day?: string): string | null {
    const known = knownFrom({ [path]: text });
    const [file] = known.files();
    if (!file) throw new Error('no file');
    return termCard(file, around(known, day));
  }
  const readme = 'programs/lfx-mentorship/2025/01-Mar-May/README.md';
  const accepted = '## Accepted projects\n\n### Jaeger\n\n#### One\n\n- Mentor(s): @ada-example\n';

  test('of drafts alone counts them, and without a timeline tells the deadline', () => {
    const text =
      '### Project instructions\n\nAdd your ideas by February 4, 2025.\n\n### Jaeger\n\n#### One\n\n- Mentor(s): @ada-example\n';
    const told = card(text, 'programs/lfx-mentorship/2025/01-Mar-May/project_ideas.md');
    expect(told).toContain('1 proposal drafted');
    expect(told).toContain('Next: **Deadline for proposals**, February 4, 2025, in **15 days**');
  });

  test.each([
    ['2025-02-03', '**tomorrow**'],
    ['2025-02-04', '**today**'],
  ])('on %s says "%s" of the next day', (day, words) => {
    const rows = '| Activity | Dates |\n|---|---|\n| Proposals close | February 4, 2025 |\n';
    expect(card(`# Term 01 - 2025\n\n### Timeline\n\n${rows}\n${accepted}`, readme, day)).toContain(words);
  });

  test('that has ended says when', () => {
    const rows =
      '| Activity | Dates |\n|---|---|\n| Proposals | January 8 - February 4, 2025 |\n| Last Day | May 30, 2025 |\n';
    const told = card(`# Term 01 - 2025\n\n### Timeline\n\n${rows}\n${accepted}`, readme, '2025-08-01');
    expect(told).toContain('It ended on May 30, 2025.');
    expect(told).toContain('- Proposals: January 8 – February 4');
  });

  test('is nothing for a file of no term', () => {
    expect(card(accepted, 'project_ideas.md')).toBeNull();
  });
});
