/** All that is ever done to a document, by command line, server and editor, as one list of steps. */

import { sortedProjects, updatedContents } from '../../server/src/core/features/actions/arrange';
import { actionsFor } from '../../server/src/core/features/actions/code-actions';
import { fixed } from '../../server/src/core/features/actions/fixes';
import { completionsAt, upstreamSearchAt } from '../../server/src/core/features/completion/completion';
import { CompletionMemory } from '../../server/src/core/features/completion/memory';
import { lensesOf } from '../../server/src/core/features/hints/code-lens';
import { hintsIn } from '../../server/src/core/features/hints/inlay-hints';
import type { HoverContext } from '../../server/src/core/features/hover/card';
import { hoverAt } from '../../server/src/core/features/hover/hover';
import { issueMarkdown } from '../../server/src/core/features/issue-preview/issue-preview';
import { listedFile } from '../../server/src/core/features/list/list';
import { definitionAt } from '../../server/src/core/features/navigation/definition';
import { linksIn } from '../../server/src/core/features/navigation/links';
import { highlightsAt, referencesAt } from '../../server/src/core/features/navigation/references';
import { everything, noReviews, type OutlineView } from '../../server/src/core/features/outline/branch';
import { StateCounts } from '../../server/src/core/features/outline/issue-states';
import { branchesIn } from '../../server/src/core/features/outline/outline';
import { problemsByProposal } from '../../server/src/core/features/outline/problems';
import { nameAt, renameIn } from '../../server/src/core/features/rename/rename';
import { symbolsOf } from '../../server/src/core/features/symbols/document-symbols';
import { WorkspaceSymbols } from '../../server/src/core/features/symbols/workspace-symbols';
import { knownFileOf } from '../../server/src/core/known/file';
import type { IssueFacts, Known, KnownFile } from '../../server/src/core/known/known';
import { FindingMemory } from '../../server/src/core/linter/memory';
import type { Finding, RuleSettings } from '../../server/src/core/linter/rule';
import { rules } from '../../server/src/core/linter/rules';
import { findingsOf } from '../../server/src/core/linter/run';
import { demoteUnfinished, limited } from '../../server/src/core/linter/shown';
import { type ProposalsDocument, readDocument } from '../../server/src/core/model/document';
import { applyEdits } from '../../server/src/core/text/edit';
import { Directory, knownFromDirectory } from '../../server/src/host/workspace/file-index';
import { english } from '../../server/src/l10n';
import { looksLikeProposals } from '../../server/src/recognize';
import type { Shape } from './shapes';

const uri = 'file:///project_ideas.md';
const now = Date.UTC(2026, 0, 15);

type Step = readonly [name: string, run: () => unknown];

/**
 * Milliseconds of the processor that each step takes with a shape, by its name: what other processes do beside does
 * not count.
 */
export function timesOf(shape: Shape): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const [name, run] of stepsFor(shape)) {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    times.set(name, (user + system) / 1_000);
  }
  return times;
}

/** The steps in their order: later ones use what the earlier ones have read. */
export function* stepsFor({ path, text, start, end }: Shape): Generator<Step, void> {
  let document = readDocument('', path);
  let known: Known = knownFromDirectory(new Directory([]));
  const memory = new FindingMemory();
  const find = () => findingsOf(document, known, all, memory);
  yield ['recognizing', () => looksLikeProposals(text)];
  yield ['reading', () => (document = readDocument(text, path))];
  yield ['learning', () => (known = knownFromDirectory(new Directory(filesOf(document))))];
  yield ['rules', () => demoteUnfinished(limited(find()), null)];
  yield ['help', () => actionsFor(asked(find()), document, known, { kinds: new Set(['fix', 'choice', 'action']) })];
  yield ['fixes', () => fixed(document, known, all, { memory })];
  yield ['list', () => listedFile(document)];
  yield ['outline', () => outline(document, known, find())];
  yield ['symbols', () => [symbolsOf(text, () => document), new WorkspaceSymbols().matching('a', known)]];
  yield ['links', () => linksIn(document, true)];
  yield ['hints', () => hintsIn(document, { start: 0, end: text.length }, 'always')];
  yield ['lenses', () => known.files().map(lensesOf)];
  yield ['contents', () => [updatedContents(document), sortedProjects(document)]];
  const offsets = [start, start + 1, (start + end) >> 1, end];
  yield ['hover', () => offsets.map((offset) => hoverAt({ document, uri, offset }, around(known)))];
  yield ['completion', () => offsets.map((offset) => completion(document, offset, known))];
  yield ['navigation', () => offsets.map((offset) => navigation(document, offset, known))];
  yield ['rename', () => offsets.map((offset) => rename(document, offset))];
  const facts = issueOf(text.slice(start));
  yield ['issue', () => issueMarkdown(facts, facts.url, { is: 'known', facts, asOf: now }, now)];
  yield ['typing', () => typing(document, known, memory, (start + end) >> 1)];
}

const all: RuleSettings = Object.fromEntries(rules.map(({ id, severity }) => [id, severity]));

function filesOf(document: ProposalsDocument): KnownFile[] {
  const file = knownFileOf(uri, document);
  return file ? [file] : [];
}

function around(known: Known): HoverContext {
  return { known, now, addressOf: ({ uri, span }) => `${uri}#L${span.start}` };
}

/** How many findings of each rule a person asks for help with: those of one place at a time. */
const ASKED = 50;

function asked(findings: readonly Finding[]): Finding[] {
  const counts = new Map<string, number>();
  return limited(findings).filter(({ rule }) => {
    counts.set(rule, (counts.get(rule) ?? 0) + 1);
    return (counts.get(rule) ?? 0) <= ASKED;
  });
}

/** How many branches of one parent a person unfolds. */
const UNFOLDED = 20;

/** The view, unfolded to its leaves. */
function outline(document: ProposalsDocument, known: Known, findings: readonly Finding[]): void {
  const troubles = problemsByProposal(document, findings);
  const states = new StateCounts((key) => known.issue(key));
  const view: OutlineView = {
    files: known.files(),
    issue: (key) => known.issue(key),
    states: (files) => states.of(files),
    problems: () => troubles,
    reviews: noReviews,
    now,
    choice: everything,
    l10n: english,
  };
  const unfold = (parent: string | null): void => {
    for (const { id, children } of branchesIn(parent, view).slice(0, UNFOLDED)) if (children !== 'none') unfold(id);
  };
  unfold(null);
}

function completion(document: ProposalsDocument, offset: number, known: Known): void {
  completionsAt(document, offset, known, new CompletionMemory());
  upstreamSearchAt(document, offset, known);
}

function navigation(document: ProposalsDocument, offset: number, known: Known): void {
  const spot = { document, uri, offset };
  definitionAt(spot, known, true);
  referencesAt(spot, known, true);
  highlightsAt(spot, known, true);
}

function rename(document: ProposalsDocument, offset: number): void {
  const named = nameAt(document, offset);
  if (named && named.is !== 'refused') renameIn(document, named, 'other');
}

/** The work of a keystroke: the text is parsed again with the previous version at hand, and checked. */
function typing(document: ProposalsDocument, known: Known, memory: FindingMemory, offset: number): void {
  for (const typed of ['a', '\n']) {
    const text = applyEdits(document.text, [{ span: { start: offset, end: offset }, text: typed }]);
    findingsOf(readDocument(text, document.path, { previous: document }), known, all, memory);
  }
}

/** An issue whose author writes so. GitHub's titles have 256 letters at most; of its texts we take the first 2,000. */
export function issueOf(text: string): IssueFacts {
  return {
    kind: 'issue',
    owner: 'a',
    repo: 'b',
    number: 1,
    url: 'https://github.com/a/b/issues/1',
    title: text.slice(0, 256),
    state: 'open',
    stateReason: null,
    draft: false,
    merged: false,
    author: 'ada',
    createdAt: now,
    updatedAt: now,
    closedAt: null,
    labels: [],
    assignees: [],
    milestone: null,
    comments: 0,
    body: text.slice(0, 2_000),
  };
}
