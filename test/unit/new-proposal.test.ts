/** A new proposal in a document: its place, its text, and that nothing else changes. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { projectChoices } from '../../server/src/core/features/new-proposal/choices';
import { newProposal } from '../../server/src/core/features/new-proposal/new-proposal';
import { insertTemplate } from '../../server/src/core/features/new-proposal/template';
import { nothingWanted, type WantedProposal } from '../../server/src/core/features/new-proposal/text';
import { readDocument } from '../../server/src/core/model/document';
import { applyEdits } from '../../server/src/core/text/edit';
import { anyDocument } from './generated';
import { dedent, read } from './marks';
import { ada, bo, drafts, full, issue, template, titlesIn, two } from './new-proposal-of';

/** What the proposal looks like in the document, with `$0` where the caret is left. */
function inserted(source: string, wanted: Partial<WantedProposal>, path?: string): string {
  const { document } = read(source, path);
  const answer = newProposal(document, { ...nothingWanted, ...wanted });
  if (answer.is === 'refused') throw new Error(answer.why);
  const text = applyEdits(document.text, [answer.edit]);
  expect(answer.after.text).toBe(text);
  return `${text.slice(0, answer.caret)}$0${text.slice(answer.caret)}`;
}

const proposal = `#### A calmer trace view

- Description: $0
- Recommended Skills: 
- Mentor(s):
  - ${ada}
  - ${bo}
- Upstream Issue: ${issue}`;

/** All that can be said of a proposal, for a project. */
function fullOf(project: string): WantedProposal {
  return { ...full, project };
}

describe('a new proposal', () => {
  test('of a project in the file goes below its other proposals, with the caret in the first empty field', () => {
    expect(inserted(two, fullOf('Antrea'))).toBe(
      dedent(two).replace('- Description: Less.\n', `- Description: Less.\n\n${proposal}\n`),
    );
  });

  test('of a project between two others gets a heading there', () => {
    expect(inserted(two, fullOf('Jaeger'))).toBe(
      dedent(two).replace('### Prometheus\n', `### Jaeger\n\n${proposal}\n\n### Prometheus\n`),
    );
  });

  test('of the last project by the alphabet goes to the end', () => {
    expect(inserted(two, fullOf('Zot'))).toBe(`${dedent(two)}\n### Zot\n\n${proposal}\n`);
  });

  test('is the first of a file below the heading that asks for it', () => {
    const source = `${template}\n  ## Questions\n\n  Ask Ada.\n`;
    expect(inserted(source, fullOf('Jaeger'))).toBe(
      dedent(source).replace('## Proposed Project ideas\n', `## Proposed Project ideas\n\n### Jaeger\n\n${proposal}\n`),
    );
  });

  test('goes above the parts of its project', () => {
    const source = `${template}
  ### Kubernetes

  #### Own

  - Description: Less.

  #### SIG Docs

  ##### Theirs

  - Description: More.
  - Mentor(s):
    - Ada Example (@ada-example, ada@example.org)
`;
    expect(inserted(source, fullOf('k8s'))).toContain(`- Description: Less.\n\n${proposal}\n\n#### SIG Docs`);
  });

  test('keeps CRLF', () => {
    const document = readDocument(dedent(two).replaceAll('\n', '\r\n'), drafts);
    const answer = newProposal(document, full);
    expect(answer.is === 'edit' && answer.edit.text).toBe(
      `### Jaeger\n\n${proposal}\n\n`.replace('$0', '').replaceAll('\n', '\r\n'),
    );
  });

  test('says the name of its program where the others do', () => {
    const named = two.replace(/(#### (.*)\n)/g, '$1\n  CNCF - X: $2 (2025 Term 1)\n');
    expect(inserted(named, fullOf('Zot'))).toContain(
      '#### A calmer trace view\n\nCNCF - Zot: A calmer trace view (2025 Term 1)\n\n- Description: $0\n',
    );
  });

  test('stops at a mentor where none is chosen, and asks no one for a size', () => {
    const source = `
      ### Template

      \`\`\`
      #### CNCF Project Name

      ##### Project Title

      - Mentor(s): # at least two
        - Jane Doe (@jane-github, jane@example.org) - primary
      - Expected project size: # one of small (~90 hours), medium (~175 hours) and large (~350 hours)
      - Upstream Issue (URL):
      \`\`\`

      ## Ideas
    `;
    expect(inserted(source, { project: 'Jaeger', title: 'T' }, 'programs/summerofcode/2026.md')).toContain(
      '#### Jaeger\n\n##### T\n\n- Mentor(s):\n  - $0\n- Expected project size: \n- Upstream Issue (URL): \n',
    );
  });

  test('is refused where Markdown would hide it', () => {
    const { document } = read('### Jaeger\n\n```\n- Mentor(s): open\n');
    expect(newProposal(document, full)).toMatchObject({ is: 'refused' });
  });

  test.each([
    [{ project: ' # ' }, 'Choose or enter a project.'],
    [{ title: '## ' }, 'Enter a title.'],
  ])('with %j is refused', (wanted, why) => {
    expect(newProposal(read(two).document, { ...full, ...wanted })).toEqual({ is: 'refused', why });
  });
});

describe('any document', () => {
  const documentOf = (text: string) => readDocument(`## Proposed Project ideas\n\n${text}`, drafts);

  test('takes one more proposal and keeps all others, or says why not', () => {
    fc.assert(
      fc.property(anyDocument, fc.constantFrom('Jaeger', 'Harbor', 'Antrea'), (text, project) => {
        const document = documentOf(text);
        const answer = newProposal(document, { ...full, project });
        if (answer.is === 'refused') {
          expect(answer.why).toMatch(/fence or comment/);
          return;
        }
        expect(answer.edit.span.start).toBe(answer.edit.span.end);
        expect(titlesIn(answer.after, answer.proposal)).toEqual(titlesIn(document));
      }),
      { numRuns: 300 },
    );
  });

  test('takes the template between proposals alone', () => {
    fc.assert(
      fc.property(anyDocument, fc.double({ min: 0, max: 1, noNaN: true }), (source, at) => {
        const document = documentOf(source);
        const { text } = document;
        const placed = insertTemplate(document, Math.floor(at * text.length));
        if (placed?.is !== 'inserted') return;
        const { start, end } = placed.edit.span;
        expect(start).toBe(end);
        const isInside = document.proposals.some(({ section, body }) => {
          const last = body.fields.at(-1)?.span.end ?? body.title.span.end;
          return section.start < start && start < section.start + last;
        });
        expect(isInside).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the template', () => {
  /** The document with it, `$n` where the caret stops. */
  function withTemplate(source: string, path?: string): string {
    const { document, caret } = read(source, path);
    const placed = insertTemplate(document, caret);
    if (placed?.is !== 'inserted') throw new Error('There is no place for it.');
    const text = placed.pieces.map((piece) => (typeof piece === 'string' ? piece : `$${piece.stop}`)).join('');
    return applyEdits(document.text, [{ ...placed.edit, text }]);
  }

  const form = '- Description: $2\n- Recommended Skills: $3\n- Mentor(s):\n  - $4\n- Upstream Issue: $5\n';

  test('goes after the proposal at the caret, below the same project', () => {
    expect(withTemplate(two.replace('Smaller', 'Sma$0ller'))).toContain(
      `- Description: Less.\n\n#### $1\n\n${form}\n---\n\n### Prometheus`,
    );
  });

  test('goes on the blank line at the caret, below its project', () => {
    const source = two.replace('### Prometheus\n', '### Prometheus\n\n  $0\n');
    expect(withTemplate(source)).toContain(`### Prometheus\n\n#### $1\n\n${form}\n#### Replayed rules`);
  });

  test('begins with its project in a list without any', () => {
    expect(withTemplate(`${template}\n  $0`)).toMatch(
      /## Proposed Project ideas\n\n### \$1\n\n#### \$2\n\n- Description: \$3\n/,
    );
  });

  test('never goes into the template of the file', () => {
    expect(withTemplate(two.replace('- Description:\n', '- Description:$0\n'))).toMatch(/Again\.\n\n### \$1\n/);
  });
});

describe('a new proposal in the list of another organization', () => {
  const list = ['Faster queries', 'Smaller images', 'Better docs']
    .map((title) => `## ${title}\n\n**Difficulty**: Medium\n\n**Mentors**: Ada Example\n`)
    .join('\n');
  const source = `# Ideas\n\n${list}`;

  test('needs no project, and no CNCF project is offered', () => {
    const { document } = read(source, 'ideas.md');
    expect(projectChoices(document).map(({ name, label }) => [name, label])).toEqual([['', 'No project']]);
  });

  test('goes below the others, at their level', () => {
    expect(inserted(source, { title: 'A new parser', mentors: ['Bo Sample'] }, 'ideas.md')).toBe(
      `${source}\n## A new parser\n\n**Difficulty**: $0\n\n**Mentors**: Bo Sample\n`,
    );
  });

  test('needs a project if all others have one, and only those are offered', () => {
    const grouped = `# Ideas\n\n${['Compiler', 'Library'].map((name) => `## ${name}\n\n${list.replace(/^##/gm, '###').replace(/(?<=### .*)$/gm, ` of the ${name}`)}`).join('\n')}`;
    const { document } = read(grouped, 'ideas.md');
    expect(projectChoices(document).map(({ name }) => name)).toEqual(['Compiler', 'Library']);
    expect(newProposal(document, { ...nothingWanted, title: 'A parser' }).is).toBe('refused');
    expect(inserted(grouped, { project: 'Library', title: 'A parser' }, 'ideas.md')).toBe(
      `${grouped}\n### A parser\n\n**Difficulty**: $0\n\n**Mentors**: \n`,
    );
  });
});
