/** Proposals that are proposed again for another program. */
import { describe, expect, test } from 'vitest';
import type { DraftProgram } from '../../server/src/core/facts/draft-programs';
import { bundledForm } from '../../server/src/core/facts/proposal-form';
import { draftAgainFor } from '../../server/src/core/features/new-proposal/again';
import { restText } from '../../server/src/core/from-issue/draft';
import { type ProposalsDocument, readDocument } from '../../server/src/core/model/document';
import { withRest } from './from-issue';
import { shapes } from './idea-shapes';
import { noRealFiles, realFiles } from './real-files';

function again(program: DraftProgram, text: string, path: string): string {
  const document = readDocument(text, path);
  return withRest(draftAgainFor(program, document.proposals[0] ?? expect.fail(), document, bundledForm));
}

const summer = `### Jaeger

#### Faster queries

- Description: They are slow.

  They read each block twice.
- Expected Outcome:
  - They are fast.
- Recommended Skills:
  - Go
  - SQL
- Expected project size: 175 hours
- Difficulty: hard
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org) - primary
- Upstream Issue (URL): https://github.com/jaegertracing/jaeger/issues/1
`;
const lfx = `### Jaeger

#### Faster queries

CNCF - Jaeger: Faster queries (2026 Term 1)

- Description: They are slow.
- Expected Outcome: They are fast.
- Recommended Skills: Go
- Technologies: Go, Kubernetes
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org, LFID: adaex)
- Upstream Issue: https://github.com/jaegertracing/jaeger/issues/1
- LFX URL: https://mentorship.lfx.linuxfoundation.org/project/01234567-89ab-cdef-0123-456789abcdef
`;

describe('a proposal that is proposed again', () => {
  test('of Summer of Code becomes a draft for LFX: hours and difficulty stand beside it', () => {
    expect(again('lfx', summer, 'programs/summerofcode/2026.md')).toBe(`# 2026 Term 3 (Sep-Nov)

### Jaeger

#### Faster queries

- Description: They are slow.

  They read each block twice.
- Expected Outcome:
  - They are fast.
- Recommended Skills: Go, SQL
- Technologies:
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
- Upstream Issue: https://github.com/jaegertracing/jaeger/issues/1
=== rest ===
### Expected project size

175 hours

### Difficulty

hard
`);
  });

  test('of LFX becomes an idea for Summer of Code, which asks for no technologies', () => {
    expect(again('gsoc', lfx, 'programs/lfx-mentorship/2026/01-Mar-May/README.md')).toBe(`### Jaeger

#### Faster queries

- Description: They are slow.
- Expected Outcome: They are fast.
- Recommended Skills: Go
- Expected project size:
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org, LFID: adaex)
- Upstream Issue (URL): https://github.com/jaegertracing/jaeger/issues/1
=== rest ===
### Technologies

Go, Kubernetes
`);
  });

  test('of LFX becomes an idea for Outreachy in the shape of its template', () => {
    expect(again('outreachy', lfx, 'programs/lfx-mentorship/2026/01-Mar-May/README.md')).toMatch(
      /^### Faster queries\n\n\*\*Description:\*\* They are slow\.\n\n\*\*Required skills:\*\* Go\n/,
    );
  });

  test('for the same program it has all its own labels', () => {
    const own = lfx.replace('- Technologies', '- Difficulty: hard\n- Technologies');
    const text = again('lfx', own, 'programs/lfx-mentorship/2026/01-Mar-May/README.md');
    expect(text).toContain('- Difficulty: hard\n');
    expect(text).not.toContain('=== rest ===');
  });

  test('keeps what stands outside of its fields', () => {
    const text = summer.replace('- Description', 'A note to readers.\n\n- Description');
    expect(again('lfx', text, 'programs/summerofcode/2026.md')).toContain('A note to readers.');
  });
});

const wordsIn = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** The words of proposals that are lost, without those of labels and addresses. */
function lostWords(document: ProposalsDocument, program: DraftProgram): string[] {
  return document.proposals.flatMap((proposal) => {
    const { text, rest } = draftAgainFor(program, proposal, document, bundledForm);
    const labels = proposal.body.fields.map(({ label, column }) => label?.text ?? column ?? '').join(' ');
    const said = new Set(wordsIn(`${text}\n${restText(rest)}\n${labels}`));
    const { fields, text: source } = proposal.body;
    const values = fields.filter(
      ({ id, empty, label }) => id !== 'lfx-url' && !empty && !/^mentees?\b/i.test(label?.text ?? ''),
    );
    const own = values.map(({ value }) => source.slice(value.start, value.end)).join('\n');
    return wordsIn(own).filter((word) => !said.has(word) && !/^(?:https?|www|github|com|mailto|br|tbd)$/.test(word));
  });
}

test.each(shapes.map(({ name, text }) => [name, text] as const))('of a list with %s no word is lost', (_, text) => {
  const document = readDocument(text, 'ideas.md');
  expect(document.proposals).toHaveLength(3);
  for (const program of ['lfx', 'gsoc', 'outreachy'] as const) expect(lostWords(document, program)).toEqual([]);
  const [first] = document.proposals;
  expect(first && draftAgainFor('lfx', first, document, bundledForm).text).toContain('Ada Example');
});

test.skipIf(noRealFiles !== '')('of real proposals nearly no word is lost', { tags: 'slow' }, () => {
  for (const { path, text } of realFiles()) {
    const document = readDocument(text, path);
    const all = wordsIn(text).length;
    const lost = lostWords(document, 'gsoc');
    expect(lost.length / all, `${path}: ${lost.slice(0, 20).join(' ')}`).toBeLessThan(0.01);
  }
});
