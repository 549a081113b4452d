/** Whatever a document says, a hover holds no HTML, no image, and no link but those that we make. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hoverAt } from '../../server/src/core/features/hover/hover';
import { link, plain, short } from '../../server/src/core/markdown/write';
import { readDocument } from '../../server/src/core/model/document';
import { knownFrom } from './rules/known-from';
import { nodesOf, tokensOf } from './safe-markdown';
import './property-seed';

const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '<script>alert(1)</script>',
        '<img src=x onerror=alert(1)>',
        '<!-- x',
        '![x](https://evil.example.org/x.png)',
        '[x](command:evil)',
        '[x]: https://evil.example.org',
        '[x][y]',
        '<https://evil.example.org>',
        'https://evil.example.org/',
        'www.evil.example.org',
        'xwww.evil.example.org/q',
        '[A](vscode-remote://evil.example.org/x)',
        '<cursor:x>',
        '<eve@evil.example.org>',
        'mailto:eve@evil.example.org',
        '](',
        ')',
        '`',
        '```',
        '|',
        '**',
        '__',
        '~~',
        '\\',
        '\n',
        '\r\n',
        '\n\n',
        '\t',
        '    ',
        '- ',
        '1. ',
        '1) ',
        '# ',
        '> ',
        '---',
        '===',
        '&lt;b&gt;',
        '&#60;',
        '\u202e',
        '\u2066',
        '\u061c',
        '\u200b',
        '\u0000',
        '\u2028',
        '\ud800',
        'Ada',
        ' ',
        '@ada-example',
        '(@ada-example, ada@example.org)',
      ),
      fc.string({ maxLength: 4 }),
      fc.string({ maxLength: 3, unit: 'binary' }),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''));

test('plain words are plain wherever they stand', { tags: 'slow' }, () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const words = plain(text);
      expect(words).not.toMatch(/[\n\r\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/);
      for (const markdown of [words, `- ${words}`, `As of ${words}`, `a\n\n${words}\n\nb`]) {
        const types = nodesOf(markdown).map(({ type }) => type);
        expect(types.filter((type) => !/^(?:root|paragraph|text|list|listItem)$/.test(type))).toEqual([]);
        expect(types.filter((type) => type === 'list').length).toBe(markdown.startsWith('- ') ? 1 : 0);
      }
      const values = nodesOf(words).map(({ value = '' }) => value);
      expect(values.join('')).not.toMatch(/https?:\/\/|www\.|command:/i);
      expect(tokensOf(words).filter(({ type }) => /html|image|link/i.test(type))).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

test('a link leads where it should, whatever its text is', { tags: 'slow' }, () => {
  fc.assert(
    fc.property(hostile, hostile, (text, path) => {
      const markdown = `- a · ${link(text, `https://example.org/${path}`)} · b`;
      const nodes = nodesOf(markdown);
      const links = nodes.filter(({ type }) => type === 'link');
      expect(links.length).toBe(1);
      expect(links[0]?.url).toMatch(/^https:\/\/example\.org\//);
      expect(nodes.filter(({ type }) => /html|image|code|break/i.test(type))).toEqual([]);
      // VS Code reads the text of a link once more.
      const tokens = tokensOf(markdown).filter(({ type }) => /html|image|link/i.test(type));
      expect(tokens.length).toBeLessThanOrEqual(1);
      for (const token of tokens) expect('href' in token && token.href).toMatch(/^https:\/\/example\.org\//);
    }),
    { numRuns: 1000 },
  );
});

test('what is long is cut between letters', () => {
  expect(short('short', 5)).toBe('short');
  expect(short('longer words', 8)).toBe('longer…');
  expect(short('👩👩👩👩', 3)).toBe('👩👩…');
});

describe('a hover', () => {
  const path = 'programs/lfx-mentorship/2025/01-Mar-May/README.md';
  const lfx = 'https://mentorship.lfx.linuxfoundation.org/project/01234567-89ab-cdef-0123-456789abcdef';

  interface Parts {
    readonly project: string;
    readonly title: string;
    readonly name: string;
    readonly other: string;
    readonly handle: string;
    readonly status: string;
    readonly activity: string;
    readonly label: string;
  }

  const document = ({
    project,
    title,
    name,
    other,
    handle,
    status,
    activity,
    label,
  }: Parts): string => `Status: ${status}

### Timeline

| ${activity} | Jan 8 - Feb 4, 2025 |
| Last ${activity} | May 30 |

## Template

\`\`\`
### Project
#### Title
- Description:
- Level: ${label}
- Mentor(s):
\`\`\`

### ${project}

#### ${title}

CNCF - ${project}: ${title} (2025 Term 1)

- Description: Some.
- Level: one
- Mentor(s):
  - ${name} (@ada-example, ada@example.org)
  - ${other} (@${handle})
- LFX URL: ${lfx}

#### ${other}

- Description: See [the term](README.md) and ${lfx}/${label}.
- Mentor(s):
  - ${other} (@ada-example, ${label}@example.org)
  - ${name}
`;

  test('holds nothing that a document could have put there', { tags: 'slow' }, () => {
    const parts = fc.record({
      project: fc.oneof(hostile, fc.constant('Jaeger')),
      title: hostile,
      name: hostile,
      other: hostile,
      handle: hostile,
      status: hostile,
      activity: hostile,
      label: hostile,
    });
    const seen = new Set<string>();
    fc.assert(
      fc.property(parts, (record) => {
        const text = document(record);
        const known = knownFrom({ [path]: text });
        const read = readDocument(text, path);
        for (let offset = 0; offset <= text.length; offset += 3) {
          const told = hoverAt(
            { document: read, uri: `file:///${path}`, offset },
            { known, now: Date.UTC(2025, 0, 20), addressOf: ({ uri, span }) => `${uri}#L1,${span.start + 1}` },
          );
          if (!told || seen.has(told.markdown)) continue;
          seen.add(told.markdown);
          for (const { type, url = '' } of nodesOf(told.markdown)) {
            expect(type).toMatch(/^(?:root|paragraph|text|list|listItem|strong|link)$/);
            if (type === 'link') expect(url).toMatch(ours);
          }
        }
      }),
      { numRuns: 60 },
    );
    expect(seen.size).toBeGreaterThan(200);
  });

  /** Places of the workspace, accounts, and what the list of projects has. */
  const ours =
    /^(?:file:\/\/\/programs\/lfx-mentorship\/[^\s]*#L1,\d+|https:\/\/github\.com\/(?:[a-z\d-]+|jaegertracing\/jaeger)|https:\/\/www\.jaegertracing\.io\/)$/i;
});
