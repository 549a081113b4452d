import { issueName } from '../../core/facts/issues';
import { mentorshipLabels } from '../../core/facts/mentorship-labels';
import { wordKey } from '../../core/facts/words';
import { addedPart } from '../../core/features/issue-draft/add-part';
import { asIssueSays } from '../../core/features/issue-draft/compare';
import { type Filled, filledFrom } from '../../core/features/issue-draft/fill';
import { issueReferencesAt } from '../../core/features/navigation/issues-at';
import { knownChoices, repositoriesFor } from '../../core/features/new-proposal/issue-choices';
import { issueIn, type NamedIssue } from '../../core/features/new-proposal/issue-reference';
import { type IssueReading, readIssue } from '../../core/from-issue/reading';
import type { Proposal } from '../../core/model/document';
import { type IssueText, issueText } from '../../host/github/issue-text';
import type { Files } from '../../host/ports';
import { issueFormsOf } from '../../host/workspace/issue-forms';
import {
  type AddPartParams,
  addPartRequest,
  fillFromIssueRequest,
  type IssueChoicesParams,
  issueChoicesRequest,
  issueSideRequest,
  leftOutRequest,
  type OwnIssueParams,
  type WireAdded,
  type WireFilled,
  type WireIssueChoice,
  type WireIssueSide,
  type WireLeftOut,
  type WireNoDraft,
} from '../../protocol/drafts';
import type { Context } from '../server/context';
import { toRange } from '../server/convert';
import type { OpenDocument } from '../server/documents';
import { paramsIn, placeIn, textIn } from '../server/params';
import { choiceIn, MOST_PARTS, refused } from './drafts';
import { draftNear } from './submission';

/** Answers for the commands that put an open proposal beside its upstream issue, and for the list of issues to import. */
export function serveOwnIssue(context: Context, files: Files): void {
  const { connection, guard } = context;
  connection.onRequest<WireFilled | null, never>(
    fillFromIssueRequest,
    guard('filling in a proposal', null, (params: unknown) => ownIssue(context, files, params, filled)),
  );
  connection.onRequest<WireIssueSide | null, never>(
    issueSideRequest,
    guard('comparing with an issue', null, (params: unknown) => ownIssue(context, files, params, side)),
  );
  connection.onRequest<WireLeftOut | null, never>(
    leftOutRequest,
    guard('what a proposal leaves out', null, (params: unknown) => ownIssue(context, files, params, leftOut)),
  );
  connection.onRequest<WireAdded | null, never>(
    addPartRequest,
    guard('adding a part', null, (params: unknown) => added(context, params)),
  );
  connection.onRequest<readonly WireIssueChoice[], never>(
    issueChoicesRequest,
    guard('issues to import', [], (params: unknown) => choices(context, params)),
  );
}

/** A proposal beside its issue. */
interface Own {
  readonly open: OpenDocument;
  readonly proposal: Proposal;
  readonly found: IssueText;
  readonly reading: IssueReading;
  readonly filled: Filled;
  readonly around: ReturnType<Context['workspace']['readOptions']>;
}

/** Finds the proposal at a place and reads its issue. The document may change meanwhile: what counts is how it is then. */
async function ownIssue<T>(
  context: Context,
  files: Files,
  params: unknown,
  answer: (own: Own) => T,
): Promise<T | WireNoDraft> {
  const { documents, issueStore, workspace, clock, l10n } = context;
  const place = placeIn(params);
  const before = place && documents.get(place.uri);
  if (!place || !before?.proposals.kind)
    return refused(l10n.t('Place the cursor in a proposal that has an upstream issue.'));
  const { issue, project } = paramsIn<OwnIssueParams>(params);
  const offset = before.text.offsetAt(place.position);
  const at = draftNear(before.proposals, offset);
  const key = issue === undefined ? at && upstreamOf(before, at, offset) : issueIn(textIn(issue));
  if (!at || !key) return refused(l10n.t('This proposal names no upstream issue on GitHub.'));
  if (before.proposals.conflicts.length > 0) return refused(l10n.t('Resolve the merge conflicts of the file first.'));
  const forms = issueFormsOf(files, workspace.folders());
  await workspace.formReady();
  const found = await issueText(key, { issueStore, clock });
  if ('why' in found) return refused(found.why);
  const issueForms = await forms;
  const open = documents.get(place.uri);
  const proposal = open && sameProposal(open, at);
  if (!open || !proposal) return refused(l10n.t('The proposal has gone. Place the cursor in it again.'));
  const whole = readIssue(found, issueForms);
  const reading = chosen(whole, proposal, project);
  if (!reading) return { is: 'projects', projects: whole.projects.map(choiceIn(found.url)) };
  const around = workspace.readOptions(place.uri);
  const filled = filledFrom(reading, open.proposals, proposal, around);
  return answer({ open, proposal, found, reading, filled, around });
}

/** The proposal in a later version of its document: by its text, otherwise by its title. */
function sameProposal({ proposals: { proposals } }: OpenDocument, { body }: Proposal): Proposal | null {
  const same = proposals.find((each) => each.body.text === body.text);
  return same ?? proposals.find(({ body: { key } }) => key !== '' && key === body.key) ?? null;
}

/** The issue at an offset, otherwise the first that the proposal names. */
function upstreamOf({ proposals }: OpenDocument, { body, section }: Proposal, offset: number): NamedIssue | null {
  const here = issueReferencesAt(proposals, offset);
  const at = section.start <= offset && offset <= section.end ? here : body.upstream;
  for (const { owner, repo, number, kind } of [...at, ...body.upstream])
    if (kind === 'issue' && owner !== null && repo !== null && number !== null) return { owner, repo, number };
  return null;
}

/** Of an umbrella issue, the project that is asked for, otherwise the one with the proposal's title. Null to ask. */
function chosen(whole: IssueReading, { body }: Proposal, project: unknown): IssueReading | null {
  if (whole.projects.length === 0) return whole;
  const asked = typeof project === 'number' ? whole.projects[project] : undefined;
  const title = wordKey(body.title.text);
  return asked ?? whole.projects.find((each) => title !== '' && wordKey(each.title) === title) ?? null;
}

function filled({ open: { text }, found, filled: { edits, labels, kept, rest } }: Own): WireFilled {
  return {
    is: 'edits',
    name: found.name,
    version: text.version,
    edits: edits.map((edit) => ({ range: toRange(text, edit.span), text: edit.text })),
    labels,
    kept,
    rest: rest.slice(0, MOST_PARTS),
    remarks: found.remarks,
  };
}

function side({ open, proposal, found, reading, around }: Own): WireIssueSide {
  const { proposals, text } = open;
  const own = asIssueSays(reading, proposals, proposal, around);
  const { section, body } = proposal;
  const { start, end } = body.title.span;
  return {
    is: 'side',
    name: found.name,
    updated: found.updatedAt === null ? null : new Date(found.updatedAt).toISOString().slice(0, 10),
    text: own,
    differs: own !== proposals.text,
    heading: toRange(text, { start: section.start + start, end: section.start + end }),
    remarks: found.remarks,
  };
}

/** What has been taken over by hand is left out no longer. */
function leftOut({ proposal, filled: { rest }, found }: Own): WireLeftOut {
  const words = wordKey(proposal.body.text);
  const left = rest.filter(({ text }) => wordKey(text) === '' || !words.includes(wordKey(text)));
  return { is: 'rest', rest: left.slice(0, MOST_PARTS), remarks: found.remarks };
}

/** GitHub's own limit for an issue. */
const LONGEST = 65_536;

function added({ documents, workspace, l10n }: Context, params: unknown): WireAdded {
  const place = placeIn(params);
  const open = place && documents.get(place.uri);
  const proposal = place && open && draftNear(open.proposals, open.text.offsetAt(place.position));
  if (!open || !proposal) return refused(l10n.t('The proposal has gone. Place the cursor in it again.'));
  const { proposals: document, text } = open;
  if (document.conflicts.length > 0) return refused(l10n.t('Resolve the merge conflicts of the file first.'));
  const { label, text: words } = paramsIn<AddPartParams>(params);
  const part = {
    label: textIn(label).replace(/\s+/g, ' ').trim().slice(0, 200),
    text: textIn(words).slice(0, LONGEST),
  };
  const edits = addedPart(part, document, proposal, workspace.readOptions(text.uri));
  if (!edits) return refused(l10n.t('This part would change what the rest of the file says. Copy it by hand.'));
  return {
    is: 'edits',
    version: text.version,
    edits: edits.map((edit) => ({ range: toRange(text, edit.span), text: edit.text })),
  };
}

/** As many issues are offered. */
const MOST_CHOICES = 100;

async function choices(
  { documents, issueStore, known, workspace }: Context,
  params: unknown,
): Promise<readonly WireIssueChoice[]> {
  const { ask } = paramsIn<IssueChoicesParams>(params);
  if (ask !== true) return choicesOf(knownChoices(known));
  await workspace.load();
  const place = placeIn(params);
  const open = place && documents.get(place.uri);
  const at = place && open ? { document: open.proposals, offset: open.text.offsetAt(place.position) } : null;
  const recent = await issueStore.recent(repositoriesFor(at, known), '', mentorshipLabels);
  const names = new Set(recent.map(issueName));
  return choicesOf([...recent, ...knownChoices(known).filter((each) => !names.has(issueName(each)))]);
}

function choicesOf(issues: ReturnType<typeof knownChoices>): readonly WireIssueChoice[] {
  return issues
    .slice(0, MOST_CHOICES)
    .map(({ owner, repo, number, title }) => ({ name: `${owner}/${repo}#${number}`, title }));
}
