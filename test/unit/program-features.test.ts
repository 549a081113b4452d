import { describe, expect, test } from 'vitest';
import { bundledForm } from '../../server/src/core/facts/proposal-form';
import { completionsAt } from '../../server/src/core/features/completion/completion';
import { hintsIn } from '../../server/src/core/features/hints/inlay-hints';
import { fieldHover } from '../../server/src/core/features/hover/field';
import { listedFile } from '../../server/src/core/features/list/list';
import { nothingKnown } from '../../server/src/core/known/known';
import { findingsOf } from '../../server/src/core/linter/run';
import { type ProposalsDocument, readDocument } from '../../server/src/core/model/document';
import { bundledProgramAt } from '../../server/src/core/model/given-template';
import { applyEdits } from '../../server/src/core/text/edit';
import { readTemplate } from '../../server/src/host/workspace/template-file';

const ideas = ['Faster', 'Smaller', 'Better']
  .map((title) => `## ${title}\n\n**Difficulty:** easy\n\n**Mentors:** Ada Example\n`)
  .join('\n');
const list = `# Ideas\n\n${ideas}`;

function hover(document: ProposalsDocument, label: string): string | null {
  const [proposal] = document.proposals;
  const field = proposal?.body.fields.find((each) => each.label?.text === label);
  return proposal && field ? fieldHover(field, proposal, document, {}, bundledForm) : null;
}

describe('a list that shows its own habit', () => {
  const document = readDocument(list, 'gsoc/ideas.md');

  test('says in a hover how many have a field, and nothing of LFX', () => {
    expect(hover(document, 'Mentors')).toBe('**Mentors**\n\n3 of 3 proposals in this file have it.');
    expect(hintsIn(document, { start: 0, end: list.length }, 'always')).toEqual([]);
  });

  test('has a new proposal like the others', () => {
    const text = `${list}\n##`;
    const { items } = completionsAt(readDocument(text, 'gsoc/ideas.md'), text.length, nothingKnown);
    const [offer] = items;
    expect([offer?.label, offer?.detail]).toEqual(['New proposal', 'like the others here']);
    expect(applyEdits(text, offer ? [offer.edit] : [])).toContain('\n## Title\n\n**Difficulty:** \n\n**Mentors:** ');
  });

  test('says in its list where the template is from', () => {
    expect(listedFile(document).program).toEqual({ name: null, template: 'habit', path: null });
  });
});

test('what a form offers is offered', () => {
  const form =
    'body:\n  - attributes:\n      label: Mentors\n    validations:\n      required: true\n  - attributes:\n      label: Difficulty\n      options: [Easy, Hard]\n';
  const read = readTemplate(form, 'idea.yml');
  const template = 'template' in read ? read.template : null;
  const program = { name: 'Example', isConfigured: true, template };
  const text = '# Ideas\n\n## Faster\n\n### Mentors\n\nAda Example\n\n**Difficulty:** ';
  const document = readDocument(text, 'ideas.md', { program });
  expect(completionsAt(document, text.length, nothingKnown).items.map(({ label }) => label)).toEqual(['Easy', 'Hard']);
  expect(hover(document, 'Difficulty')).toBe('**Difficulty**\n\nOptional by idea.yml.\n\nOne of: Easy, Hard');
  expect(listedFile(document).program).toEqual({ name: 'Example', template: 'form', path: 'idea.yml' });
});

describe('a program that is bundled', () => {
  const outreachy = ['Faster', 'Smaller']
    .map((title) => `### ${title}\n\n**Description:** d\n\n**Required skills:** Go\n\n**Mentors:** Ada Example\n`)
    .join('\n');

  test('has its name and its fields where its files lie, and demands nothing of a community', () => {
    const document = readDocument(`# Projects\n\n${outreachy}`, 'outreachy/2026.md');
    expect(listedFile(document).program).toEqual({ name: 'Outreachy', template: 'facts', path: null });
    expect(document.template.fields.map(({ label }) => label)).toContain('How to contribute');
    expect(findingsOf(document, nothingKnown, {})).toEqual([]);
  });

  test('is an entry of a table', () => {
    const invented = [{ name: 'Winter Code', path: /winter/, fields: [{ id: null, label: 'Snow', required: true }] }];
    expect(bundledProgramAt('winter/ideas.md', invented)).toMatchObject({
      name: 'Winter Code',
      template: { fields: [{ label: 'Snow', required: true }] },
    });
    expect(bundledProgramAt('summer/ideas.md', invented)).toBeNull();
  });

  test('does not hold for files that write something else', () => {
    expect(readDocument(list, 'outreachy/ideas.md').template.source).toBe('habit');
  });
});
