/** Nothing changes a file with a merge conflict; each offer is there once the conflict has been resolved. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sortedProjects, updatedContents } from '../../server/src/core/features/actions/arrange';
import { actionsAt, proposalActionsAt } from '../../server/src/core/features/actions/code-actions';
import { fixed } from '../../server/src/core/features/actions/fixes';
import { ignoreActions } from '../../server/src/core/features/actions/ignore';
import { newProposal } from '../../server/src/core/features/new-proposal/new-proposal';
import { insertTemplate } from '../../server/src/core/features/new-proposal/template';
import { nameAt, renamableHeadingAt, renameIn } from '../../server/src/core/features/rename/rename';
import { nothingKnown } from '../../server/src/core/known/known';
import { findingsOf } from '../../server/src/core/linter/run';
import { conflictsIn, resolveFirst, sideOf } from '../../server/src/core/model/conflict';
import { type ProposalsDocument, readDocument } from '../../server/src/core/model/document';

const path = 'programs/lfx-mentorship/2025/01-Mar-May/project_ideas.md';
const toc = '- [Jaeger](#jaeger)\n  - [Fast](#fast)\n- [Argo](#argo)\n';
const jaeger =
  '### Jaeger\n\n#### Faster\n\n- Description: x\n- Expected Outcomes: y\n- Mentor(s): Ada Example (@ada-example)\n';
const argo = '### Argo\n\n#### Safer\n\n- Description: x\n- Mentor(s): Bob Sample (@bob-sample)\n';

/** In a fence, and half resolved: wherever it stands and however much is left of it. */
const conflicts = {
  'in a proposal': `${toc}\n${jaeger}<<<<<<< HEAD\n- Upstream Issue: a\n=======\n- Upstream Issue: b\n>>>>>>> other\n\n${argo}`,
  'in a fence': `${toc}\n${jaeger}\n${argo}\n\`\`\`\n<<<<<<< HEAD\na\n||||||| 1234567\n=======\nb\n>>>>>>> other\n\`\`\`\n`,
  'at the head': `<<<<<<< HEAD\n# Ideas\n=======\n# Our ideas\n>>>>>>> other\n\n${toc}\n${jaeger}\n${argo}`,
  'whose beginning has gone': `${toc}\n${jaeger}>>>>>>> other\n\n${argo}`,
  'whose end has gone': `${toc}\n<<<<<<< HEAD\n${jaeger}\n${argo}`,
};

function everywhere({ text }: ProposalsDocument) {
  return { start: 0, end: text.length };
}

/** Every way in which the core makes edits, by what it gives out; falsy, empty or a refusal for none. */
const ways: Record<string, (document: ProposalsDocument) => unknown> = {
  fixes: (document) => fixed(document, nothingKnown, {}).edits,
  'fixes where the rule is off': (document) => fixed(document, nothingKnown, { 'merge-conflict': 'off' }).edits,
  'quick fixes': (document) => actionsAt(document, everywhere(document), nothingKnown, {}),
  'missing fields': (document) => proposalActionsAt(document, document.text.indexOf('#### Safer'), {}),
  comments: (document) => ignoreActions(document, findingsOf(document, nothingKnown, {})),
  'the table of contents': (document) => asList(updatedContents(document)),
  'the order of projects': (document) => asList(sortedProjects(document)),
  'the name of a mentor': (document) => asList(nameAt(document, document.text.indexOf('ada-example'))),
  'the title of a proposal': (document) => {
    const named = renamableHeadingAt(document, document.text.indexOf('#### Safer') + 6);
    return named && asList(renameIn(document, named, 'Safest'));
  },
  'a new proposal': (document) =>
    asList(newProposal(document, { project: 'Harbor', title: 'New', mentors: [], upstream: '' })),
  'a template': (document) => asList(insertTemplate(document, document.text.length)),
};

/** Nothing for a refusal, which has to say the one sentence. */
function asList(answer: object | null): readonly object[] {
  if (answer === null) return [];
  if (!('why' in answer)) return [answer];
  expect(answer.why).toBe(resolveFirst);
  return [];
}

describe.each(Object.entries(conflicts))('a file with a conflict %s', (_, text) => {
  test.each(Object.entries(ways))('is safe from %s', (_way, offers) => {
    expect(offers(readDocument(text, path))).toEqual([]);
    expect(offers(readDocument(sideOf(text, conflictsIn(text), 'ours'), path))).not.toEqual([]);
  });
});

test('what holds no proposals yet gets no template beside a conflict', () => {
  const text = '<<<<<<< HEAD\n# Ideas\n=======\n# Our ideas\n>>>>>>> other\n';
  const document = readDocument(text, 'notes.md');
  expect(document.kind).toBeNull();
  expect(insertTemplate(document, text.length)).toEqual({ is: 'refused', why: resolveFirst });
});

test('a conflict that comes and goes while a document is open leaves nothing behind', () => {
  const text = conflicts['in a proposal'];
  const resolved = sideOf(text, conflictsIn(text), 'theirs');
  const before = readDocument(resolved, path);
  const conflicted = readDocument(text, path, { previous: before });
  expect(fixed(conflicted, nothingKnown, {}).document).toBe(conflicted);
  const again = readDocument(resolved, path, { previous: conflicted });
  expect(fixed(again, nothingKnown, {}).edits).toEqual(fixed(before, nothingKnown, {}).edits);
});

test('an edit finds the conflicts that reading afresh finds', () => {
  const line = fc.constantFrom('<<<<<<< a', '=======', '>>>>>>> b', '#### A', '  ### B', '- Description: x', '```', '');
  const some = fc.array(line, { maxLength: 8 }).map((lines) => lines.join('\n'));
  fc.assert(
    fc.property(some, some, some, some, (start, old, now, end) => {
      const text = `${start}${now}${end}`;
      const previous = readDocument(`${start}${old}${end}`, path);
      expect(readDocument(text, path, { previous }).conflicts).toEqual(conflictsIn(text));
    }),
    { numRuns: 1_000 },
  );
});
