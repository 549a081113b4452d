import { expect, test } from 'vitest';
import { fixed } from '../../server/src/core/features/actions/fixes';
import { nothingKnown } from '../../server/src/core/known/known';
import { rules } from '../../server/src/core/linter/rules';
import { findingsOf } from '../../server/src/core/linter/run';
import { type ProposalsDocument, readDocument } from '../../server/src/core/model/document';
import { sliceOf } from '../../server/src/core/text/span';
import { Changes } from '../../server/src/host/report/changed-findings';
import { noRealFiles, realFiles } from './real-files';

const path = 'programs/lfx-mentorship/2026/01-Mar-May/project_ideas.md';
const head = '# Ideas\n\n## Jaeger\n\n';
const badly = (title: string) => `### ${title}\n\n* **Description**: Something.\n- Recomended Skills: Go\n\n`;

const judge = (document: ProposalsDocument) => findingsOf(document, nothingKnown, {});

test('what has changed is told by text and project, not by place or line ends', () => {
  const before = readDocument(`${head}${badly('One')}${badly('Two')}`, path);
  const now = readDocument(`${head}${badly('New')}${badly('Two')}${badly('One').replaceAll('\n', '\r\n')}`, path);
  const changes = new Changes(before, judge);
  const kept = changes.unchangedIn(now).map((span) => sliceOf(now.text, span));
  expect(kept).toEqual([head, badly('Two') + badly('One').replaceAll('\n', '\r\n')]);
  const found = changes.findingsIn(now, findingsOf(now, nothingKnown, {}));
  expect(found.length).toBeGreaterThan(0);
  const end = now.text.indexOf('### Two');
  expect(found.filter(({ span }) => span.start >= end)).toEqual([]);
});

test('where there was no file, everything has changed', () => {
  const now = readDocument(`${head}${badly('New')}`, path);
  const findings = findingsOf(now, nothingKnown, {});
  expect(new Changes(null, judge).findingsIn(now, findings)).toBe(findings);
  expect(new Changes(null, judge).unchangedIn(now)).toEqual([]);
});

/** The parts between spans after fixes: each text that was kept is there, one behind the other. */
function expectKept(text: string, of: string, isKept: (order: number) => boolean): void {
  const document = readDocument(text, of);
  const kept = document.sections.filter((_, order) => isKept(order));
  const { document: better } = fixed(document, nothingKnown, {}, { kept });
  let at = 0;
  for (const span of kept) {
    const found = better.text.indexOf(sliceOf(text, span), at);
    expect(found, `${of}: "${sliceOf(text, span).slice(0, 60)}" has been changed`).toBeGreaterThanOrEqual(at);
    at = found + span.end - span.start;
  }
  const everything = [{ start: 0, end: text.length }];
  expect(fixed(document, nothingKnown, {}, { kept: everything }).document).toBe(document);
}

test('a fix reaches into nothing that is kept, in examples of the rules', () => {
  for (const { examples } of rules)
    for (const { bad, path: of = path } of examples)
      for (const rest of [0, 1]) expectKept(bad, of, (order) => order % 2 === rest);
});

test.skipIf(noRealFiles)(`nor in real files${noRealFiles}`, { tags: 'slow', timeout: 60_000 }, () => {
  for (const { text, path: of } of realFiles())
    for (const rest of [0, 1]) expectKept(text, of, (order) => order % 2 === rest);
});

test('what is not kept is repaired as ever, also behind what is', () => {
  const text = `${head}${badly('One')}${badly('Two')}${badly('Three')}`;
  const whole = fixed(readDocument(text, path), nothingKnown, {}).document.text;
  const document = readDocument(text, path);
  const two = document.sections.filter(({ start }) => text.startsWith('### Two', start));
  const part = fixed(document, nothingKnown, {}, { kept: two }).document.text;
  const sections = (of: string) => of.split(/^(?=### )/m);
  expect(sections(part).map((each, i) => (i === 2 ? each : sections(whole)[i]))).toEqual(sections(part));
  expect(sections(part)[2]).toBe(badly('Two'));
  expect(part).not.toBe(text);
});

test('a fix that would have to change both sides of a border is not made', () => {
  // The heading of the project takes those of its proposals with it.
  const text = `# Ideas\n\n## Jaeger\n\n${badly('One')}# Kyverno\n\n${badly('Two').replace('###', '##')}`;
  const document = readDocument(text, path);
  expect(fixed(document, nothingKnown, {}).document.text).toContain('\n## Kyverno\n\n### Two\n');
  const kept = document.sections.filter(({ start }) => text.startsWith('## Two', start));
  expect(fixed(document, nothingKnown, {}, { kept }).document.text).toContain('\n# Kyverno\n\n## Two\n');
});
