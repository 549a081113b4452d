import { describe, expect, test } from 'vitest';
import { drafts, hover, lfx, old, proposal, readme, term } from './hover-of';

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

  test('with two e-mails in one term and two names is shown with both', () => {
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

describe('an LFX URL', () => {
  test('in its proposal shows the name of the program and the state of its term', () => {
    const told = hover({ [term]: readme.replace(lfx, lfx.replace('project', 'pro$0ject')) });
    expect(told).toMatch(
      /^\*\*CNCF - Jaeger: Faster queries \(2025 Term 1\)\*\*\n\n\*\*\[2025 Term 1 \(Mar-May\)\]\(.*\)\*\* · Planning\n\n/,
    );
    expect(told).toContain('until February 4, 2025');
  });

  test('anywhere else shows its proposal', () => {
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

  test('of the description says what to write, and counts outcome and description together', () => {
    const told = hover({ [drafts]: text('Description') });
    expect(told).toMatch(/^\*\*Description\*\*\n\nThe work of the mentee and why it matters\./);
    expect(told).toMatch(/\n\n31 of 3,000 characters for description and outcome together$/);
    const long = text('Description').replace('They are fast.', 'x'.repeat(2723));
    expect(hover({ [drafts]: long })).toContain('2,740 of 3,000 characters');
  });

  test('of the mentors counts them where somebody does', () => {
    expect(hover({ [drafts]: text('Mentor') })).toMatch(/^\*\*Mentor\(s\)\*\*\n\n[^\n]*\n\n2 of 4 mentors$/);
    expect(hover({ 'programs/lfx-mentorship/2021/01-Spring/project_ideas.md': text('Mentor') })).not.toContain(' of 4');
  });

  test('that only the template has is explained by the template', () => {
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
  test('shows the name that its program will have, and how long it may be', () => {
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

test('prose has no hover', () => {
  expect(
    hover({ [drafts]: `### Jaeger\n\n${proposal('Faster', 'Ada Example (@ada-example)').replace('are', 'a$0re')}` }),
  ).toBeNull();
});
