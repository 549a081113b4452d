import { expect, test } from 'vitest';
import { titleOfIssue } from '../../server/src/core/from-issue/title';

test.each([
  'LFX mentorship (2026/term1): Faster queries',
  'LFX Mentorship (2026, Term 3): Faster queries',
  'Mentorship (LFX Mentorship, 2026 Term 3 (Sep-Nov)): Faster queries',
  '[LFX 2026 T3] Faster queries',
  '[LFX-Mentorship-2026-Term3] Faster queries',
  '【LFX Mentorship 2026 Fall】Faster queries',
  '[CNCF LFX Proposal] Faster queries',
  '[GSoC Project Proposal]: Faster queries',
  '[Feature][LFX]: Faster queries',
  '[EPIC] Faster queries',
  'feat: LFX Faster queries',
  'feat(docs)!: Faster queries',
  '🚀 [LFX’26 Term 3] Faster queries',
  'GSoC 2026 - Faster queries',
  'LFX Mentorship Proposal for 2026 T3: Faster queries',
  'Project Idea: Faster queries',
  'Tracking issue: Faster queries',
  'CNCF - Jaeger: Faster queries (2026 Term 3 (Sep-Nov))',
  'Faster queries (LFX 2026 Term 3)',
  'Faster queries | LFX Mentorship 2026',
  'Faster queries - GSoC 2026',
  'Faster queries 2026 Term 3',
])('the title in %j', (written) => {
  expect(titleOfIssue(written).title).toBe('Faster queries');
});

test.each([
  'Faster queries',
  '[controller] Add a cache',
  'Mentorship portal: add a dark theme',
  'Grid: regrid in the browser',
  'LFX mentorship 2026 Term 3',
  'Project ideas',
  'Support (and test) IPv6',
  'A',
  '',
])('nothing is taken from %j', (written) => {
  expect(titleOfIssue(written)).toEqual({ title: written, prefix: '' });
});

test('what is taken is kept beside the title', () => {
  expect(titleOfIssue('[LFX] feat:  Faster   queries (GSoC 2026)')).toEqual({
    title: 'Faster queries',
    prefix: '[LFX] feat: (GSoC 2026)',
  });
});
