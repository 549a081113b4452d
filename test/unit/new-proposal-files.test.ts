import { describe, expect, test } from 'vitest';
import { formIn, formPage } from '../../server/src/core/features/new-proposal/files';
import { newProposal } from '../../server/src/core/features/new-proposal/new-proposal';
import { nothingKnown } from '../../server/src/core/known/known';
import { findingsOf } from '../../server/src/core/linter/run';
import { readDocument } from '../../server/src/core/model/document';
import { dedent } from './marks';
import { drafts, full, template, titlesIn, two } from './new-proposal-of';
import { noRealFiles, realFiles } from './real-files';

const files = realFiles();

describe('the page that proposals have moved to a form', () => {
  const form = 'https://github.com/example/mentoring/issues/new?template=proposal.yml';

  test.each([
    [`# Elsewhere\n\nOpen an issue with [the form](${form}).\n`, form],
    ['Proposals have moved to the issue form.\n', formPage],
    ['Nobody has proposed anything yet.\n', null],
    ['', null],
    [`${dedent(two)}\nQuestions: ${form}\n`, null],
    [`${dedent(template)}\nQuestions: ${form}\n`, null],
  ])('%j', (text, expected) => {
    expect(formIn(readDocument(text, drafts))).toBe(expected);
  });

  test.skipIf(files.length === 0)(`is found among the real files${noRealFiles}`, { tags: 'slow' }, () => {
    const documents = files.map(({ path, text }) => readDocument(text, path)).filter(({ kind }) => kind === 'proposed');
    const moved = documents.filter((document) => formIn(document) !== null).map(({ path }) => path);
    expect(moved).toEqual(['programs/lfx-mentorship/2026/03-Sep-Nov/project_ideas.md']);
  });
});

describe('files', () => {
  const lineEnds = ['\n', '\r\n'] as const;

  test.skipIf(files.length === 0)(
    `of the real repository take one more proposal${noRealFiles}`,
    { tags: 'slow', timeout: 120_000 },
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
          expect(titlesIn(after, proposal)).toEqual(titlesIn(document));
          expect(edit.text.replaceAll(/\r?\n/g, document.text.includes('\r\n') ? '\r\n' : '\n')).toBe(edit.text);
          const { start, end } = proposal.section;
          const own = findingsOf(after, nothingKnown, {}).filter(({ span }) => span.start >= start && span.start < end);
          const bad = own.filter(
            ({ rule }) =>
              // The form asks for LFIDs, which nobody has named here.
              ![
                'empty-field',
                'toc',
                'project-quota',
                'mentor-conflict',
                'upstream-duplicate',
                'proposal-form',
              ].includes(rule),
          );
          refused.push(...bad.map(({ rule, message }) => `${document.path} ${project}: ${rule} ${message}`));
        }
      }
      expect(refused).toEqual([]);
    },
  );
});
