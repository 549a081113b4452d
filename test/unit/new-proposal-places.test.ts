/** Where a new proposal may be written, and what an empty draft asks for. */
import { describe, expect, test } from 'vitest';
import { emptyDraft, openPlaces } from '../../server/src/core/features/new-proposal/files';
import type { KnownTerm } from '../../server/src/core/known/known';
import { knownFrom } from './rules/known-from';

const idea = '### Jaeger\n\n#### One\n\n- Description: d\n- Mentor(s): @ada-example\n';
const older = 'programs/lfx-mentorship/2025/03-Sep-Nov/project_ideas.md';
const newer = 'programs/lfx-mentorship/2026/01-Mar-May/project_ideas.md';
const readme = 'programs/lfx-mentorship/2026/01-Mar-May/README.md';
const summer = 'programs/summerofcode/2026.md';
const now = Date.UTC(2026, 0, 15);

function placesOf(here: string | null, files: readonly string[], terms: readonly KnownTerm[] = []) {
  const known = { ...knownFrom(Object.fromEntries(files.map((path) => [path, idea]))), terms: () => terms };
  const places = openPlaces(known, now, here && `file:///${here}`);
  return {
    files: places.files.map(({ label, isHere }) => (isHere ? `${label}, here` : label)),
    terms: places.terms.map(({ label }) => label),
  };
}

const listed = (label: string, termKey: string): KnownTerm => ({ label, termKey, uri: 'file:///terms.yml' });

describe('open places', () => {
  const all = [older, newer, readme, summer];

  test('are the drafts of terms that are not over', () => {
    expect(placesOf(null, all).files.sort()).toEqual(['2026 Summer of Code', '2026 Term 1 (Mar-May)']);
  });

  test('begin with the file that somebody is in, even if its term is over', () => {
    expect(placesOf(older, all).files[0]).toBe('2025 Term 3 (Sep-Nov), here');
    expect(placesOf(newer, all).files[0]).toBe('2026 Term 1 (Mar-May), here');
  });

  test('begin with the drafts of its term for somebody in a README', () => {
    expect(placesOf(readme, all).files[0]).toBe('2026 Term 1 (Mar-May), here');
  });

  test('are those that the workspace lists, where it keeps a list, and listed terms without a file', () => {
    const terms = [listed('2025 Term 3 (Sep-Nov)', '2025-03'), listed('2026 Term 2 (Jun-Aug)', '2026-02')];
    const { files, terms: left } = placesOf(null, all, terms);
    expect(files.sort()).toEqual(['2025 Term 3 (Sep-Nov)', '2026 Summer of Code']);
    expect(left).toEqual(['2026 Term 2 (Jun-Aug)']);
  });
});

describe('an empty draft', () => {
  const labels = (draft: ReturnType<typeof emptyDraft>) => draft.template.fields.map(({ label }) => label);

  test('for a term asks for what its program asks for', () => {
    const draft = emptyDraft({ is: 'term', key: '2026-03' }, {});
    expect([draft.term?.year, draft.term?.number, draft.term?.name]).toEqual([2026, 3, '03-Sep-Nov']);
    expect(labels(draft)).toContain('Upstream Issue');
  });

  test('for any term, or for one that no year has had, belongs to none', () => {
    expect(emptyDraft({ is: 'lfx-mentorship' }, {}).term).toBeNull();
    expect(emptyDraft({ is: 'term', key: '2026-07' }, {}).term).toBeNull();
    expect(emptyDraft({ is: 'term', key: '' }, {}).term).toBeNull();
  });

  test('for a Summer of Code asks for the size of the project and lists mentors line by line', () => {
    const draft = emptyDraft({ is: 'summerofcode' }, {});
    expect(draft.term?.program).toBe('summerofcode');
    expect(labels(draft)).toContain('Expected project size');
    expect(draft.template.fields.find(({ id }) => id === 'mentors')?.body).toContain('- Name (@handle, e-mail)');
  });
});
