/** A second visit to the same workspace: what was learnt in the first is known, and is not asked for again. */
import assert from 'node:assert/strict';
import { askedOfGitHub } from '../suite/asked';
import { outline, unfold } from '../suite/outline';
import { until } from '../suite/until';
import { drafts, findingsOf, hoverText, open, rangeOf, revert } from '../suite/workspace';
import { filesOfTests } from './files-of-tests';
import { runFiles } from './index';

const jaegerIssue = 'https://github.com/jaegertracing/jaeger/issues/7101';

export function run(): Promise<void> {
  return runFiles(() => {
    suite('After a reload', () => {
      teardown(revert);

      test('an issue is known without another request', async () => {
        const before = await askedOfGitHub();
        assert.ok(before.some(({ url }) => url.endsWith('/jaegertracing/jaeger/issues/7101')));
        const { document } = await open(drafts);
        await findingsOf(document, 'missing-field');
        const text = await until('the title', async () => {
          const answer = await hoverText(document, rangeOf(document, jaegerIssue).start.translate(0, 10));
          return answer.includes('Explain slow queries in the trace store') && answer;
        });
        assert.match(text, /\*\*Open\*\* as of /);
        assert.deepEqual((await askedOfGitHub()).slice(before.length), []);
      });

      test('the terms are known without reading their files again', async () => {
        const view = await outline();
        await until('the terms', () => unfold(view, /^2026 Term 1 \(Mar-May\)$/, /^Accepted$/, /^Jaeger$/));
        const { reads } = await filesOfTests();
        // The editor itself reads what it opens.
        const read = reads.filter((path) => path.endsWith('.md') && !path.endsWith(drafts));
        assert.deepEqual(read, []);
      });
    });
  });
}
