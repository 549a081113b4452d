import { expect, test } from 'vitest';
import { ignoreActions } from '../../server/src/core/features/actions/ignore';
import { nothingKnown } from '../../server/src/core/known/known';
import { findingsOf } from '../../server/src/core/linter/run';
import { type ProposalsDocument, readDocument } from '../../server/src/core/model/document';
import { applyEdits } from '../../server/src/core/text/edit';
import { noRealFiles, realFiles } from './real-files';

function found(document: ProposalsDocument): string[] {
  return findingsOf(document, nothingKnown, {}).map(({ rule }) => rule);
}

test.skipIf(noRealFiles)(
  `in real files, ignoring takes findings of its rule away and no others${noRealFiles}`,
  { tags: 'slow' },
  () => {
    const harm: string[] = [];
    for (const { text, path } of realFiles()) {
      const document = readDocument(text, path);
      const all = findingsOf(document, nothingKnown, {});
      // Each rule once in each file, at another place in each: it is the places that differ, not the findings.
      const byRule = new Map(all.map((finding) => [finding.rule, finding]));
      for (const finding of byRule.values()) {
        for (const { title, rule, edits } of ignoreActions(document, [finding])) {
          const now = found(readDocument(applyEdits(text, edits), path));
          const others = (rules: readonly string[]) =>
            rules
              .filter((each) => each !== rule)
              .sort()
              .join();
          const before = all.map((each) => each.rule);
          const fewer = now.filter((each) => each === rule).length < before.filter((each) => each === rule).length;
          if (!fewer || others(now) !== others(before)) harm.push(`${path}: ${title}`);
        }
      }
    }
    expect(harm).toEqual([]);
  },
);
