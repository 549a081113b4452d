/** A new proposal in a document: where it stands, how it looks, and that nothing else changes. */
import { describe, expect, test } from 'vitest';
import { newProposal } from '../../server/src/core/features/new-proposal';
import { nothingWanted, type WantedProposal } from '../../server/src/core/features/new-proposal-text';
import { nothingKnown } from '../../server/src/core/known/known';
import { readDocument } from '../../server/src/core/model/document';
import { findingsOf } from '../../server/src/core/rules/run';
import { applyEdits } from '../../server/src/core/text/edit';
import { dedent, read } from './marks';
import { noRealFiles, realFiles } from './real-files';

const ada = 'Ada Example (@ada-example, ada@example.org)';
const bo = 'Bo Sample (@bo-sample, bo@example.org)';
const issue = 'https://github.com/jaegertracing/jaeger/issues/1';
const full: WantedProposal = { project: 'Jaeger', title: 'A calmer trace view', mentors: [ada, bo], upstream: issue };

/** What the proposal looks like in the document, with `$0` where the caret is left. */
function inserted(source: string, wanted: Partial<WantedProposal>, path?: string): string {
  const { document } = read(source, path);
  const answer = newProposal(document, { ...nothingWanted, ...wanted });
  if (answer.is === 'refused') throw new Error(answer.why);
  const text = applyEdits(document.text, [answer.edit]);
  expect(answer.after.text).toBe(text);
  return `${text.slice(0, answer.caret)}$0${text.slice(answer.caret)}`;
}

const template = `
  ## Template

  \`\`\`
  ### CNCF Project Name

  #### Mentorship project title

  - Description:
  - Recommended Skills:
  - Mentor(s):
    - Mentor Name (@mentor_github, mentor@example.org)
  - Upstream Issue:
  \`\`\`

  ---

  ## Proposed Project ideas
`;

const two = `${template}
  ### Antrea

  #### Smaller maps

  - Description: Less.

  ---

  ### Prometheus

  #### Replayed rules

  - Description: Again.
`;

const drafts = 'programs/lfx-mentorship/2025/01-Mar-May/project_ideas.md';
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
  test('of a project that the file has stands below its others, with the caret in the first empty field', () => {
    expect(inserted(two, fullOf('Antrea'))).toBe(
      dedent(two).replace('- Description: Less.\n', `- Description: Less.\n\n${proposal}\n`),
    );
  });

  test('of a project between two others gets a heading there', () => {
    expect(inserted(two, fullOf('Jaeger'))).toBe(
      dedent(two).replace('### Prometheus\n', `### Jaeger\n\n${proposal}\n\n### Prometheus\n`),
    );
  });

  test('of the last project by the alphabet stands at the end', () => {
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

  test('is refused where nobody would see it', () => {
    const { document } = read('### Jaeger\n\n```\n- Mentor(s): open\n');
    expect(newProposal(document, full)).toMatchObject({ is: 'refused' });
  });

  test.each([
    [{ project: ' # ' }, 'A proposal belongs to a project: choose or write one.'],
    [{ title: '## ' }, 'A proposal needs a title.'],
  ])('with %j is refused', (wanted, why) => {
    expect(newProposal(read(two).document, { ...full, ...wanted })).toEqual({ is: 'refused', why });
  });
});

describe('files', () => {
  const files = realFiles().map(({ path, text }) => ({ path, text }));
  const lineEnds = ['\n', '\r\n'] as const;

  test.skipIf(files.length === 0)(
    `of the real repository take one more proposal${noRealFiles}`,
    { timeout: 120_000 },
    () => {
      const documents = files.flatMap(({ path, text }) =>
        lineEnds.map((lineEnd) => readDocument(text.replaceAll('\n', lineEnd), path)),
      );
      const refused: string[] = [];
      for (const document of documents.filter(({ kind }) => kind === 'proposed')) {
        const names = ['Aaaa', 'Kubernetes', 'Zzzz', document.projects[0]?.name ?? 'Jaeger'];
        for (const project of names) {
          const answer = newProposal(document, { ...full, project });
          if (answer.is === 'refused') {
            refused.push(`${document.path} ${project}`);
            continue;
          }
          const { edit, proposal, after } = answer;
          expect(edit.span.start).toBe(edit.span.end);
          expect(edit.text.replaceAll(/\r?\n/g, document.text.includes('\r\n') ? '\r\n' : '\n')).toBe(edit.text);
          const { start, end } = proposal.section;
          const own = findingsOf(after, nothingKnown, {}).filter(({ span }) => span.start >= start && span.start < end);
          const bad = own.filter(
            ({ rule }) =>
              !['empty-field', 'toc', 'project-quota', 'mentor-conflict', 'upstream-duplicate'].includes(rule),
          );
          refused.push(...bad.map(({ rule, message }) => `${document.path} ${project}: ${rule} ${message}`));
        }
      }
      expect(refused).toEqual([]);
    },
  );
});
