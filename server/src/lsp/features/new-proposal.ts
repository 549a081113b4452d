import type { Position } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { issuesOf, upstreamAddress } from '../../core/edits/upstream-address';
import type { ProjectList } from '../../core/facts/projects';
import { mentorChoices, projectChoices, remarkOn, type WantedPart } from '../../core/features/new-proposal/choices';
import { emptyDraft, formIn, formPage, openPlaces } from '../../core/features/new-proposal/files';
import { newProposal } from '../../core/features/new-proposal/new-proposal';
import { insertTemplate } from '../../core/features/new-proposal/template';
import type { WantedProposal } from '../../core/features/new-proposal/text';
import type { KnownFile } from '../../core/known/known';
import { type ProposalsDocument, readDocument } from '../../core/model/document';
import type { Files } from '../../host/ports';
import { sameUri } from '../../host/uri';
import {
  insertTemplateRequest,
  type NewProposalParams,
  type NewProposalPlacesParams,
  type NewProposalRemarkParams,
  newProposalMentorsRequest,
  newProposalPlacesRequest,
  newProposalProjectsRequest,
  newProposalRemarkRequest,
  newProposalRequest,
  type WireNewProposal,
  type WireOption,
  type WireRemark,
  type WireTarget,
  type WireTemplate,
} from '../../protocol/new-proposal';
import { readClosed } from '../server/closed-file';
import type { Context } from '../server/context';
import { snippetOf, toRange } from '../server/convert';
import { paramsIn, placeIn, textIn } from '../server/params';

/** Answers for the commands "New Proposal…" and "Insert Proposal Template". */
export function serveNewProposal(server: Context, files: Files): void {
  const { connection, guard } = server;
  const context: NewProposalContext = { ...server, files, lastRead: { file: null, projects: null, document: null } };
  connection.onRequest<readonly WireTarget[], never>(
    newProposalPlacesRequest,
    guard('places for a proposal', [], (params) => places(context, params)),
  );
  connection.onRequest<readonly WireOption[], never>(
    newProposalProjectsRequest,
    guard('projects for a proposal', [], (params) => projects(context, params)),
  );
  connection.onRequest<readonly WireOption[], never>(
    newProposalMentorsRequest,
    guard('mentors for a proposal', [], (params) => mentors(context, params)),
  );
  connection.onRequest<WireRemark | null, never>(
    newProposalRemarkRequest,
    guard('a remark on a proposal', null, (params) => remark(context, params)),
  );
  connection.onRequest<WireNewProposal | null, never>(
    newProposalRequest,
    guard('a new proposal', null, (params) => written(context, params)),
  );
  connection.onRequest<WireTemplate | null, never>(
    insertTemplateRequest,
    guard('a template', null, (params) => template(context, params)),
  );
}

interface NewProposalContext extends Context {
  readonly files: Files;
  readonly lastRead: LastRead;
}

/** The last file that was read, cached because every key of a title asks for it. */
interface LastRead {
  file: KnownFile | null;
  projects: ProjectList | null;
  document: ProposalsDocument | null;
}

async function places(context: NewProposalContext, params: unknown): Promise<readonly WireTarget[]> {
  const { here } = paramsIn<NewProposalPlacesParams>(params);
  const { l10n } = context;
  const movedTo = l10n.t('draft for the issue form of this term');
  await context.workspace.load();
  const open = openPlaces(context.known, context.clock.now(), knownAs(context, here)?.uri ?? null);
  const inFiles = await Promise.all(
    open.files.map(async ({ file: { uri, path, proposals }, label, isHere }): Promise<WireTarget[]> => {
      // A file with proposals accepts more of them, so only the others have to be read.
      const document = proposals.length > 0 ? null : await documentAt(context, uri);
      const form = document && formIn(document);
      const place = { uri, term: null, program: null, label, isHere };
      return [
        form ? { ...place, is: 'form', detail: movedTo, form } : { ...place, is: 'file', detail: path, form: null },
      ];
    }),
  );
  const elsewhere = { uri: null, isHere: false };
  const listed = open.terms.map(
    ({ label, termKey }): WireTarget => ({
      ...elsewhere,
      is: 'form',
      term: termKey,
      program: 'lfx-mentorship',
      label,
      detail: movedTo,
      form: formPage,
    }),
  );
  const draft = { ...elsewhere, is: 'draft', term: null, detail: l10n.t('in an unsaved file'), form: null } as const;
  return [
    ...inFiles.flat(),
    ...listed,
    { ...draft, program: 'lfx-mentorship', label: l10n.t('New draft for {0}', 'LFX Mentorship') },
    { ...draft, program: 'summerofcode', label: l10n.t('New draft for {0}', 'Summer of Code') },
  ];
}

async function projects(context: NewProposalContext, params: unknown): Promise<readonly WireOption[]> {
  const base = await baseOf(context, params);
  if (!base) return [];
  return projectChoices(base.document, context.l10n).map(({ name, ...choice }) => ({ ...choice, text: name }));
}

async function mentors(context: NewProposalContext, params: unknown): Promise<readonly WireOption[]> {
  const base = await baseOf(context, params);
  if (!base) return [];
  const { project } = wantedIn(params, base.document);
  return mentorChoices(base.document, project, context.known).map(({ entry, ...choice }) => ({
    ...choice,
    text: entry,
  }));
}

async function remark(context: NewProposalContext, params: unknown): Promise<WireRemark | null> {
  const base = await baseOf(context, params);
  const { part } = paramsIn<NewProposalRemarkParams>(params);
  if (!base || !isPart(part)) return null;
  const { document, uri, named } = base;
  const settings = uri === null ? {} : ((await context.rulesFor(uri)) ?? {});
  const known = uri === null ? context.known : context.knownBeside(uri);
  const wanted = wantedIn(params, document);
  return {
    ...remarkOn(part, document, wanted, { known, settings, ...named }),
    issues: issuesOf(document, wanted.project),
  };
}

async function written(context: NewProposalContext, params: unknown): Promise<WireNewProposal | null> {
  const base = await baseOf(context, params);
  if (!base) return null;
  const { document, open, named } = base;
  const answer = newProposal(document, wantedIn(params, document), named.named);
  if (answer.is === 'refused') return answer;
  const { text } = answer.after;
  const caret = positionIn(text, answer.caret);
  if (base.uri === null) return { is: 'draft', text, caret };
  if (!open) return null;
  const { edit } = answer;
  return { is: 'edit', version: open.version, range: toRange(open, edit.span), text: edit.text, caret };
}

function template({ documents }: NewProposalContext, params: unknown): WireTemplate | null {
  const at = placeIn(params);
  const open = at && documents.get(at.uri);
  if (!open) return null;
  const { text, proposals } = open;
  // A document without proposals has no sections yet.
  const document = proposals.kind === null ? { ...proposals, text: text.getText() } : proposals;
  const inserted = insertTemplate(document, text.offsetAt(at.position));
  if (!inserted || inserted.is === 'refused') return inserted;
  const place = text.positionAt(inserted.edit.span.start);
  const [lead, ...rest] = inserted.pieces;
  const isInLine = place.character > 0 && typeof lead === 'string';
  return {
    is: 'template',
    version: text.version,
    position: place,
    lead: isInLine ? lead : '',
    snippet: snippetOf(isInLine ? rest : inserted.pieces),
  };
}

/** The current document that the proposal is for. */
interface Base {
  readonly document: ProposalsDocument;
  /** Null for a draft. */
  readonly uri: string | null;
  /** Null for a file that is not open. */
  readonly open: TextDocument | null;
  /** Empty if the document itself shows whether proposals have a program name. */
  readonly named: { readonly named?: boolean };
}

/** Null for a deleted file. */
async function baseOf(context: NewProposalContext, params: unknown): Promise<Base | null> {
  const { is, uri, term, program } = paramsIn<WireTarget>(paramsIn<NewProposalParams>(params).target);
  if (is === 'file' && typeof uri === 'string') {
    await context.workspace.load();
    const document = await documentAt(context, uri);
    return document && { document, uri, open: context.documents.texts.get(uri) ?? null, named: {} };
  }
  if (is === 'form' && typeof uri === 'string') {
    const path = context.workspace.pathOf(uri);
    // From the page that says where proposals have moved to, we use only the term in its path.
    return { document: readDocument('', path, projectsOf(context)), uri: null, open: null, named: { named: true } };
  }
  const kind =
    program === 'summerofcode'
      ? ({ is: 'summerofcode' } as const)
      : typeof term === 'string'
        ? ({ is: 'term', key: term } as const)
        : ({ is: 'lfx-mentorship' } as const);
  return { document: emptyDraft(kind, projectsOf(context)), uri: null, open: null, named: { named: true } };
}

/** A file as it is in the editor, otherwise as it is on disk. Null if it is unreadable or not in the workspace. */
async function documentAt(context: NewProposalContext, uri: string): Promise<ProposalsDocument | null> {
  const open = context.documents.read(uri);
  if (open) return open;
  const file = knownAs(context, uri);
  if (!file) return null;
  const { lastRead } = context;
  const projects = context.workspace.projects();
  if (lastRead.file === file && lastRead.projects === projects) return lastRead.document;
  const document = await readClosed(context, context.files, uri);
  Object.assign(lastRead, { file, projects, document });
  return document;
}

/** The file of the workspace with this URI, in any spelling. Null if there is none. */
function knownAs({ known }: NewProposalContext, uri: unknown): KnownFile | null {
  if (typeof uri !== 'string') return null;
  const key = sameUri(uri);
  return known.files().find((file) => sameUri(file.uri) === key) ?? null;
}

function projectsOf({ workspace }: NewProposalContext) {
  return { projects: workspace.projects() };
}

function positionIn(text: string, offset: number): Position {
  return TextDocument.create('', 'markdown', 0, text).positionAt(offset);
}

function wantedIn(params: unknown, document: ProposalsDocument): WantedProposal {
  const { project, title, mentors, upstream } = paramsIn<NewProposalParams>(params);
  return {
    project: textIn(project),
    title: textIn(title),
    mentors: Array.isArray(mentors) ? mentors.filter((entry) => typeof entry === 'string') : [],
    upstream: upstreamAddress(textIn(upstream), document, textIn(project)),
  };
}

function isPart(value: unknown): value is WantedPart {
  return value === 'title' || value === 'mentors' || value === 'upstream';
}
