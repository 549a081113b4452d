import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listedFile } from '../../server/src/core/features/list/list';
import { nothingKnown } from '../../server/src/core/known/known';
import { findingsOf } from '../../server/src/core/linter/run';
import { type ProposalsDocument, readDocument } from '../../server/src/core/model/document';
import { answered } from '../good';
import { anyChange, anyDocument, changed } from './generated';
import { noRealFiles, realFiles } from './real-files';
import { expectSound } from './sound';

const path = 'programs/lfx-mentorship/2025/01-Mar-May/project_ideas.md';

/** Everything that a document says, without what it remembers for the next version. */
function said(document: ProposalsDocument): unknown {
  const { readings: _, ...rest } = document;
  return { ...rest, list: listedFile(document), findings: answered(findingsOf(document, nothingKnown, {})) };
}

/** Sound, and mentors cut out as well: each name here is written in one piece, which front matter may have in two. */
function expectInPlace(document: ProposalsDocument): void {
  expectSound(document);
  for (const { body } of document.proposals) {
    for (const { name, handle, email } of body.mentors) {
      for (const part of [name, handle, email])
        if (part) expect(body.text.slice(part.span.start, part.span.end)).toBe(part.text);
    }
  }
}

/** Applies changes one after the other; every version read out of memory must say what a fresh reading says. */
function expectSameAsFresh(text: string, changes: readonly Parameters<typeof changed>[1][], of = path): void {
  let current = text;
  let document = readDocument(current, of);
  for (const change of changes) {
    current = changed(current, change);
    document = readDocument(current, of, { previous: document });
    expect(said(document)).toEqual(said(readDocument(current, of)));
    expectInPlace(document);
  }
}

describe('what is answered out of memory is what a fresh process answers', () => {
  test('on generated files', { tags: 'slow' }, () => {
    fc.assert(
      fc.property(anyDocument, fc.array(anyChange, { maxLength: 6 }), (text, changes) =>
        expectSameAsFresh(text, changes),
      ),
      { numRuns: 300 },
    );
  });

  test.skipIf(noRealFiles)(`on real files${noRealFiles}`, { tags: 'slow' }, () => {
    const files = realFiles().filter(({ text }) => text.length < 45_000);
    fc.assert(
      fc.property(
        fc.constantFrom(...files),
        fc.array(anyChange, { minLength: 1, maxLength: 4 }),
        ({ text, path: of }, changes) => expectSameAsFresh(text, changes, of),
      ),
      { numRuns: 60 },
    );
  });
});

test('every prefix of a document reads', { tags: 'slow' }, () => {
  fc.assert(
    fc.property(anyDocument, (text) => {
      for (let end = 0; end <= text.length; end += 1 + (end % 7)) expectInPlace(readDocument(text.slice(0, end), path));
    }),
    { numRuns: 40 },
  );
});

test.skipIf(noRealFiles)(`every real file reads, with whatever line ends${noRealFiles}`, { tags: 'slow' }, () => {
  for (const { text, path: of } of realFiles()) {
    const document = readDocument(text, of);
    expectInPlace(document);
    const plain = (each: ProposalsDocument) => JSON.stringify(listedFile(each)).replaceAll('\\r', '');
    expect(plain(readDocument(text.replaceAll('\n', '\r\n'), of))).toBe(plain(document));
    expect(plain(readDocument(`\ufeff${text}`, of))).toBe(plain(document));
    for (let share = 1; share < 8; share++) expectInPlace(readDocument(text.slice(0, (text.length * share) / 8), of));
  }
});

describe('kind', () => {
  const proposal = '### Jaeger\n#### T\n- Description: d\n- Mentor(s): Ada (@ada)\n';

  test('comes from the path, else from the content', () => {
    expect(readDocument('', 'programs/lfx-mentorship/2025/01-Mar-May/README.md').kind).toBe('accepted');
    expect(readDocument('', 'programs/lfx-mentorship/2020/q2/selected_projects.md').kind).toBe('accepted');
    expect(readDocument('', 'programs/summerofcode/2025.md').kind).toBe('proposed');
    expect(readDocument(proposal, 'Untitled-1').kind).toBe('proposed');
    expect(readDocument(`# Term 01 - 2025 March - May\n\nStatus: Planning\n\n${proposal}`, 'draft.md').kind).toBe(
      'accepted',
    );
  });

  test.each([
    [
      'without a link',
      '# Draft\n\n### Jaeger\n\n#### T\n\n- Description:\n- Expected Outcome:\n- Recommended Skills:\n- Mentor(s):\n  - \n- Upstream Issue: 7\n',
    ],
    [
      'below its term',
      '# 2026 Term 3 (Sep-Nov)\n\n### Jaeger\n\n#### T\n\n- Description: By mentors.\n- Expected Outcome:\n',
    ],
    ['with a label of the form', '### Jaeger\n\n#### T\n\n- Description:\n- Technologies:\n- Mentor(s):\n'],
  ])('an unsaved draft %s is one whatever it lacks', (_, text) => {
    expect(readDocument(text, 'Untitled-1')).toMatchObject({ kind: 'proposed', proposals: [{ body: {} }] });
  });

  test('is null for everything else, also where it speaks of mentors', () => {
    for (const text of [
      '',
      '# Hello\n\nworld\n',
      '\0\u0001binary mentor',
      '# Guide\n\n- **Mentors** — one to four\n- **Description** — a text\n',
    ]) {
      expect(readDocument(text, 'README.md')).toMatchObject({ kind: null, proposals: [], sections: [] });
    }
  });
});

test('a document of another program is read by its own template', () => {
  const document = readDocument(
    '## Ideas for Google Summer of Code 2025\n\n### Template\n\n```\n# Project\n## Title\n* About:\n* Description: what\n* Mentors:\n* Issue:\n```\n\n# Example\n## Better things\n* About: all\n* Description: d\n* Mentors: Ada (@ada)\n* Issue: o/r#1\n',
    'ideas.md',
  );
  expect(document.template).toMatchObject({ source: 'document', projectLevel: 1, proposalLevel: 2, marker: '* ' });
  expect(document.proposals.map(({ project, body }) => [project?.name, body.title.text, body.fields.length])).toEqual([
    ['Example', 'Better things', 4],
  ]);
});

test('what a fence swallows while it is open is not read again when it is closed', () => {
  const proposals = Array.from({ length: 40 }, (_, n) => `#### Proposal ${n}\n\n- Description: Number ${n}.\n\n`);
  const text = `## Template\n\n\`\`\`\n### Project\n\n#### Title\n\n- Description:\n\`\`\`\n\n### Jaeger\n\n${proposals.join('')}`;
  const before = readDocument(text, path);
  const open = readDocument(`~~~\n${text}`, path, { previous: before });
  const after = readDocument(text, path, { previous: open });
  expect(open.proposals).toEqual([]);
  expect(after.proposals.map(({ body }) => body)).toSatisfy((bodies: unknown[]) =>
    bodies.every((body, i) => body === before.proposals[i]?.body),
  );
  expect(after.proposals.length).toBe(40);
});

test.each(['a/b#1 ', 'Ada Example (@ada, ada@example.org), ', '(a ', '- a\n', '- Mentor(s): a\n', '  - a: b\n'])(
  'a megabyte of "%s" in a field is read as far as it goes, and nothing throws',
  { tags: 'slow', timeout: 60_000 },
  (shape) => {
    for (const label of ['Mentor(s)', 'Upstream Issue', 'Description']) {
      const text = `### Jaeger\n#### T\n- Description: d\n- Mentor(s): x\n- ${label}: ${shape.repeat(1_000_000 / shape.length)}`;
      expect(readDocument(text, path).proposals).toHaveLength(1);
    }
  },
);
