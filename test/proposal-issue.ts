/** Issues that were made with the bundled form, by invented people. */
import type { OpenProposal } from '../server/src/core/facts/open-proposal';
import { bundledForm, issueLabels, type LfxField, lfxFields } from '../server/src/core/facts/proposal-form';
import { bodyWith } from '../server/src/core/submission/issue-body';

export type Answers = Partial<Readonly<Record<LfxField, string>>>;

const good: Answers = {
  project: 'Jaeger',
  term: '2026 Term 3 (Sep-Nov)',
  name: 'Faster queries',
  description: '## Description\nThey are slow.\n\n## Expected outcomes\n- They are fast.',
  technologies: 'Go',
  skills: 'Go, patience',
  mentors: 'Ada Example | @ada-example | ada@example.org | adaex\nBo Sample | @bo-sample | bo@example.org | bosam',
  upstream: 'https://github.com/example/example/issues/1',
};

/** A body without a fault but for `answers`. */
export function proposalBody(answers: Answers = {}): string {
  const all = Object.entries({ ...good, ...answers }) as [LfxField, string][];
  return bodyWith(bundledForm, new Map(all.map(([field, answer]) => [lfxFields[field], answer])));
}

/** An open issue with such a body and the labels of a proposal. */
export function openProposal(number: number, answers: Answers = {}, more: Partial<OpenProposal> = {}): OpenProposal {
  const { project, name } = { ...good, ...answers };
  return {
    number,
    url: `https://github.com/cncf/mentoring/issues/${number}`,
    title: `[CNCF LFX Proposal] ${project} ${name}`,
    body: proposalBody(answers),
    author: 'cleo-filer',
    confirmedBy: [],
    ...more,
    labels: [...issueLabels, ...(more.labels ?? [])],
  };
}
