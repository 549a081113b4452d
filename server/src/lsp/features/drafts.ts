import { TextDocument } from 'vscode-languageserver-textdocument';
import { draftPrograms } from '../../core/facts/draft-programs';
import { draftAgainFor } from '../../core/features/new-proposal/again';
import { issueIn } from '../../core/features/new-proposal/issue-reference';
import { lfxDraft } from '../../core/from-issue/draft-text';
import { type IssueReading, readIssue } from '../../core/from-issue/reading';
import { type DraftPlace, draftPlaceIn, shapedDraft } from '../../core/from-issue/shaped-draft';
import { proposalAt } from '../../core/model/document';
import { bundledProgramAt } from '../../core/model/given-template';
import { cncf } from '../../core/model/program';
import { issueText } from '../../host/github/issue-text';
import type { Files } from '../../host/ports';
import { issueFormsOf } from '../../host/workspace/issue-forms';
import {
  type ImportIssueParams,
  importIssueRequest,
  type ProposeAgainParams,
  proposeAgainRequest,
  type WireDraft,
  type WireIssueDraft,
  type WireIssueProject,
} from '../../protocol/drafts';
import type { WirePosition } from '../../protocol/place';
import { readClosed } from '../server/closed-file';
import type { Context } from '../server/context';
import { paramsIn, placeIn, textIn } from '../server/params';

/** Answers for the commands "Propose Again…" and "Import Proposal from Issue…". */
export function serveDrafts(context: Context, files: Files): void {
  const { connection, guard } = context;
  connection.onRequest<WireDraft | null, never>(
    proposeAgainRequest,
    guard('proposing again', null, (params: unknown) => again(context, files, params)),
  );
  connection.onRequest<WireIssueDraft | null, never>(
    importIssueRequest,
    guard('importing an issue', null, (params: unknown) => imported(context, files, params)),
  );
}

const gone: WireDraft = { is: 'refused', why: 'The proposal has gone. Choose again.' };

async function again(context: Context, files: Files, params: unknown): Promise<WireDraft> {
  const { documents, known, workspace } = context;
  const place = placeIn(paramsIn<ProposeAgainParams>(params));
  if (!place) return gone;
  await workspace.formReady();
  const open = documents.get(place.uri);
  const document = open?.proposals ?? (await readClosed(context, files, place.uri));
  if (!document) return gone;
  const text = open?.text ?? TextDocument.create('', 'markdown', 0, document.text);
  const proposal = proposalAt(document, text.offsetAt(place.position));
  if (!proposal) return gone;
  const wanted = paramsIn<ProposeAgainParams>(params).program;
  const program = draftPrograms.find((each) => each === wanted) ?? 'lfx';
  const { text: written, rest } = draftAgainFor(program, proposal, document, known.form());
  return { is: 'draft', text: written, caret: caretIn(written), rest: rest.slice(0, MOST_PARTS) };
}

async function imported(context: Context, files: Files, params: unknown): Promise<WireIssueDraft> {
  const { issueStore, known, workspace, clock } = context;
  const forms = issueFormsOf(files, workspace.folders());
  const { issue, project, like } = paramsIn<ImportIssueParams>(params);
  const key = issueIn(textIn(issue));
  if (!key) return refused('Enter the number or the address of an issue.');
  await workspace.formReady();
  const found = await issueText(key, { issueStore, clock });
  if ('why' in found) return refused(found.why);
  const reading = readIssue(found, await forms);
  const { projects } = reading;
  const own = typeof project === 'number' ? projects[project] : undefined;
  if (projects.length > 0 && !own) return { is: 'projects', projects: projects.map(choiceIn(found.url)) };
  const place = typeof like === 'string' ? await shapeOf(context, like) : null;
  const { text, rest } = place
    ? shapedDraft(own ?? reading, place)
    : lfxDraft(own ?? reading, found.body, known.form());
  const caret = place ? { line: 0, character: text.indexOf('\n') } : caretIn(text);
  return { is: 'draft', text, caret, rest: rest.slice(0, MOST_PARTS), remarks: found.remarks };
}

/** The shape of the proposals in an open document. Null if nothing shows one, or if they are CNCF's, which its form asks for. */
async function shapeOf({ documents, workspace, rulesFor }: Context, uri: string): Promise<DraftPlace | null> {
  // With the settings, the program of the document is read.
  await rulesFor(uri);
  const document = documents.read(uri);
  if (!document || (document.kind !== null && document.program === cncf)) return null;
  const program = workspace.readOptions(uri).program ?? bundledProgramAt(document.path);
  return document.kind === null && !program?.template ? null : draftPlaceIn(document, program?.template);
}

/** Parts of an issue that are shown. */
export const MOST_PARTS = 200;

/** A project with an issue of its own is read from there. */
export function choiceIn(url: string) {
  return (project: IssueReading, i: number): WireIssueProject => ({
    title: project.title,
    next: project.url !== null && project.url !== url ? { issue: project.url } : { issue: url, project: i },
  });
}

/** The caret is at the end of the title: the last of the headings at the beginning. */
function caretIn(text: string): WirePosition {
  const lines = text.split('\n');
  const behind = lines.findIndex((each) => each !== '' && !each.startsWith('#'));
  const line = Math.max(
    0,
    lines.findLastIndex((each, i) => each.startsWith('#') && (behind < 0 || i < behind)),
  );
  return { line, character: lines[line]?.length ?? 0 };
}

export function refused(why: string): { readonly is: 'refused'; readonly why: string } {
  return { is: 'refused', why };
}
