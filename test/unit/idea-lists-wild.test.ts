/** Idea lists of real organizations in `../shared/wild`, counted by eye; people in them stay there. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listedFile } from '../../server/src/core/features/list/list';
import { nothingKnown } from '../../server/src/core/known/known';
import { findingsOf } from '../../server/src/core/linter/run';
import { type ProposalsDocument, readDocument } from '../../server/src/core/model/document';
import { answered } from '../good';
import { anyChange, changed } from './generated';
import { noRealFiles, shared } from './real-files';
import { expectSound } from './sound';

/** How many ideas a reader counts. */
const counted: Readonly<Record<string, number>> = {
  'haskell/casesplit.md': 1,
  'haskell/xeus-haskell-widgets.md': 1,
  'hsf/proposal_Clad-OpenMP.md': 1,
  'hsf/proposal_CLUEsteringAutotuning.md': 1,
  'hsf/proposal_GangaDeprecation.md': 1,
  'hsf/proposal_SMARTHEP_BEAD.md': 1,
  'ioos/ideas-list-2025.md': 19,
  'julia/ferrite-fem.md': 3,
  'keptn/project-ideas-2022.md': 8,
  'moja-global/GSOC-2022-Ideas.md': 7,
  'nixos/ideas-2026.md': 15,
  'not-proposals/process.md': 0,
  'not-proposals/student-application.md': 0,
  'not-proposals/student-report.md': 0,
  'numfocus/ideas-list-fenics.md': 4,
  'numfocus/ideas-list-matplotlib.md': 7,
  'numfocus/ideas-list-skeleton.md': 0,
  'rust-lang/README.md': 4,
  'rust-lang/runs-2026.md': 13,
  'scala/2024.md': 11,
  'sktime/projects_2026.md': 12,
  'sugarlabs/Ideas-2026.md': 14,
};

const read = (file: string) => readFileSync(join(shared, 'wild', file), 'utf8');

function said(document: ProposalsDocument): unknown {
  const { readings: _, ideas: __, ...rest } = document;
  return { ...rest, list: listedFile(document), findings: answered(findingsOf(document, nothingKnown, {})) };
}

describe.skipIf(noRealFiles !== '')('idea lists of other organizations', () => {
  test.each(Object.entries(counted))('%s has %i ideas, no error and hardly a warning', (file, count) => {
    const document = readDocument(read(file), file);
    expect(document.proposals).toHaveLength(count);
    const findings = findingsOf(document, nothingKnown, {});
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(findings.filter(({ severity }) => severity === 'warning').length).toBeLessThanOrEqual(Math.ceil(count / 10));
  });

  test.each(Object.keys(counted))('the sections of %s touch each other and cover the text', (file) => {
    expectSound(readDocument(read(file), file));
  });

  test('an edited list is read like a new one', { tags: 'slow' }, () => {
    const texts = Object.keys(counted).map(read);
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.array(anyChange, { minLength: 1, maxLength: 4 }), (text, changes) => {
        let current = text;
        let document = readDocument(current, 'ideas.md');
        for (const change of changes) {
          current = changed(current, change);
          document = readDocument(current, 'ideas.md', { previous: document });
          expect(said(document)).toEqual(said(readDocument(current, 'ideas.md')));
        }
      }),
      { numRuns: 60 },
    );
  });
});
