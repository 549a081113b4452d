import assert from 'node:assert/strict';
import { cncfProjects } from '../../server/src/core/facts/projects';
import { bundledForm, issueLabels } from '../../server/src/core/facts/proposal-form';
import { issueMarkdown } from '../../server/src/core/features/issue-preview/issue-preview';
import { draftAgain } from '../../server/src/core/features/new-proposal/again';
import { viewOf } from '../../server/src/core/linter/rule';
import { renderedTitle } from '../../server/src/core/model/anchor';
import { readDocument } from '../../server/src/core/model/document';
import { titleOf } from '../../server/src/core/model/section';
import { descriptionHeadings } from '../../server/src/core/submission/description';
import { checkDraft } from '../../server/src/core/submission/draft-check';
import { draftOfIssue } from '../../server/src/core/submission/draft-of-issue';
import { issueEdit } from '../../server/src/core/submission/issue-edit';
import { type DraftIssue, issueOfDraft } from '../../server/src/core/submission/issue-of-draft';
import { longestAddress, prefilledForm } from '../../server/src/core/submission/prefilled-form';
import { verdictOf } from '../../server/src/core/submission/verdict';
import { issueOf } from '../abuse/work';
import { lostBetween, now, type Subject, within, wordsOf } from './subject';

/** How many proposals of one document become issues. */
const MOST = 4;
const form = bundledForm;

/** Each proposal becomes an issue, what is said about it has a place, and the issue becomes a draft again. Returns their number. */
export function checkDrafts({ document }: Subject): number {
  const drafts = document.proposals.slice(0, MOST);
  for (const proposal of drafts) {
    const view = viewOf(proposal, document);
    const { issue, problems } = checkDraft(view, { form, projects: cncfProjects, inReview: [] });
    for (const { span, message } of problems) within(span, { start: 0, end: proposal.body.text.length }, message);
    for (const { span } of issue.answers.values()) within(span, { start: 0, end: proposal.body.text.length }, 'answer');
    checkFiled(issue);
    const again = draftAgain(proposal, form);
    assert.equal(readDocument(again, 'Untitled-1').proposals.length, 1, 'proposals in a draft for the open term');
  }
  return drafts.length;
}

function checkFiled(issue: DraftIssue): void {
  const { url } = prefilledForm(form, issue);
  assert.ok(url.length <= longestAddress + issue.title.length * 9, 'the address is too long');
  assert.deepEqual(issueEdit(issue.body, issue.body, form).differing, [], 'an issue differs from itself');
  const draft = draftOfIssue(issue, form);
  if (!('text' in draft)) return;
  const document = readDocument(draft.text, 'Untitled-1');
  // A heading may be written with escapes, so that it is read as what it is.
  const headings = document.sections.map((section) => renderedTitle(titleOf(draft.text, section)));
  const kept = [...wordsOf(draft.text), ...headings.flatMap(wordsOf), ...formWords];
  const lost = lostBetween(wordsOf(issue.body), kept);
  assert.ok(lost.length === 0, `the draft of an issue loses "${lost.slice(0, 10).join(' ')}"`);
  const [proposal] = document.proposals;
  assert.ok(proposal, 'the draft of an issue has no proposal');
  const second = issueOfDraft(viewOf(proposal, document), form, cncfProjects);
  // What the form refuses as a mentor or a URL may be read as something else.
  const isRead = verdictOf({ ...issue, labels: issueLabels }).errors.every(({ kind }) => !/^(?:mentor|url)/.test(kind));
  const gone = isRead ? lostBetween(wordsOf(issue.body), wordsOf(second.body)) : [];
  assert.ok(gone.length === 0, `an issue made a draft and an issue again loses "${gone.slice(0, 10).join(' ')}"`);
}

/** The form's own words, which no draft repeats. */
const formWords = [
  ...form.fields.flatMap(({ label, options }) => [label, ...options, 'No response', 'X']),
  ...Object.values(descriptionHeadings),
].flatMap(wordsOf);

/** The text as an issue's: read by the bot, made a draft, shown. Returns 1 if it becomes a draft. */
export function checkIssue({ text }: Subject): number {
  const title = `[CNCF LFX Proposal] ${text.slice(0, 200)}`;
  verdictOf({ title, body: text });
  const draft = draftOfIssue({ title, body: text }, form);
  if ('text' in draft) {
    assert.equal(readDocument(draft.text, 'Untitled-1').proposals.length, 1, 'proposals in the draft of an issue');
  }
  const facts = issueOf(text);
  issueMarkdown(facts, facts.url, { is: 'known', facts, asOf: now }, now);
  return 'text' in draft ? 1 : 0;
}
