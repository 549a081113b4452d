/** What the extension writes itself is no finding at once: at most a hint, until the caret has left the proposal. */
import { expect, test } from 'vitest';
import { completionsAt } from '../../server/src/core/features/completion/completion';
import { newProposal } from '../../server/src/core/features/new-proposal/new-proposal';
import { insertTemplate } from '../../server/src/core/features/new-proposal/template';
import { nothingWanted } from '../../server/src/core/features/new-proposal/text';
import { nothingKnown } from '../../server/src/core/known/known';
import { findingsOf } from '../../server/src/core/linter/run';
import { demoteUnfinished } from '../../server/src/core/linter/shown';
import { type ProposalsDocument, proposalAt, readDocument } from '../../server/src/core/model/document';
import { applyEdits, type Edit } from '../../server/src/core/text/edit';
import { overlaps } from '../../server/src/core/text/span';
import snippets from '../../snippets/proposals.json' with { type: 'json' };
import { goodProposal, goodTemplate } from '../good';

const paths = {
  drafts: 'programs/lfx-mentorship/2026/01-Mar-May/project_ideas.md',
  readme: 'programs/lfx-mentorship/2026/01-Mar-May/README.md',
  form: 'programs/lfx-mentorship/2026/03-Sep-Nov/project_ideas.md',
  ideas: 'programs/summerofcode/2026.md',
  other: 'docs/ideas.md',
};

const older = goodProposal('Older work');
const contents = '## Table of Contents\n\n- [Jaeger](#jaeger)\n  - [Older work](#older-work)\n\n';

const texts = {
  'a drafts file': `${goodTemplate}### Jaeger\n\n${older}`,
  'one with a table of contents': `${contents}${goodTemplate}### Jaeger\n\n${older}`,
  'one with program names': `${goodTemplate}### Jaeger\n\n${older.replace('\n\n', '\n\nCNCF - Jaeger: Older work (2026 Term 1)\n\n')}`,
};

const places = Object.entries(texts).flatMap(([what, text]) =>
  Object.entries(paths).map(([where, path]) => [what, where, text, path] as const),
);

/** What is more than a hint in the proposal that `edit` has just written. */
function grave(text: string, edit: Edit, path: string): string[] {
  const after = readDocument(applyEdits(text, [edit]), path);
  const proposal = proposalAt(after, edit.span.start + edit.text.length - edit.text.trimStart().length + 1);
  if (!proposal) throw new Error('The proposal that was inserted is none.');
  return demoteUnfinished(findingsOf(after, nothingKnown, {}), proposal.section)
    .filter(({ severity, span }) => severity !== 'hint' && overlaps(span, proposal.section))
    .map(({ rule, message }) => `${rule}: ${message}`);
}

function completed(document: ProposalsDocument): Edit {
  const item = completionsAt(document, document.text.length, nothingKnown).items.find(
    ({ kind }) => kind === 'proposal',
  );
  if (!item) throw new Error('No proposal is offered.');
  return item.edit;
}

test.each(places)('a completed proposal in %s, %s', (_, __, text, path) => {
  const begun = `${text}\n#### `;
  expect(grave(begun, completed(readDocument(begun, path)), path)).toEqual([]);
});

test.each(places)('a proposal of New Proposal with all that may be left out in %s, %s', (_, __, text, path) => {
  const document = readDocument(text, path);
  const made = newProposal(document, { ...nothingWanted, project: 'Jaeger', title: 'Newer work' });
  if (made.is !== 'edit') throw new Error(made.why);
  expect(grave(text, made.edit, path)).toEqual([]);
});

test.each(places)('the template, inserted in %s, %s', (_, __, text, path) => {
  const inserted = insertTemplate(readDocument(text, path), text.length);
  if (inserted?.is !== 'inserted') throw new Error('Not inserted.');
  expect(grave(text, inserted.edit, path)).toEqual([]);
});

test('a new title is missing from the table of contents only when the caret has left', () => {
  const text = texts['one with a table of contents']
    .replace(
      '### Jaeger\n\n',
      '### Jaeger\n\n#### Other work\n\n- Description: d\n- Mentor(s): Ada Example (@ada-example)\n\n',
    )
    .replace('  - [Older', '  - [Other work](#other-work)\n  - [Older');
  const document = readDocument(text, paths.readme);
  const made = newProposal(document, { ...nothingWanted, project: 'Jaeger', title: 'Newer work' });
  if (made.is !== 'edit') throw new Error(made.why);
  expect(grave(text, made.edit, paths.readme)).toEqual([]);
  expect(findingsOf(made.after, nothingKnown, {}).map(({ rule }) => rule)).toContain('toc');
});

/** A snippet as VS Code inserts it, in a year after that of the file. */
function inserted(body: readonly string[]): string {
  return body
    .join('\n')
    .replaceAll(/\$\{\d+:\$\{CURRENT[^\n]*?\}\}/g, '2027 Term 1')
    .replaceAll(/\$\{\d+:([^{}]*)\}/g, '$1')
    .replaceAll(/\$\d+/g, '');
}

test.each([paths.drafts, paths.form])('the snippet of a proposal in %s', (path) => {
  const text = texts['one with program names'];
  const span = { start: text.length, end: text.length };
  expect(grave(text, { span, text: `\n${inserted(snippets['Mentorship proposal'].body)}` }, path)).toEqual([]);
});
