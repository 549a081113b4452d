import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
  type Position,
  type SnippetTextEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { actionsFor, proposalActionsAt } from '../../core/features/actions/code-actions';
import { fixed, isInNewProposal } from '../../core/features/actions/fixes';
import { ignoreActions } from '../../core/features/actions/ignore';
import { fillableAt, referenceName } from '../../core/features/issue-draft/fill';
import type { Action, Finding, RuleSettings } from '../../core/linter/rule';
import { findingsOf } from '../../core/linter/run';
import { missingField } from '../../core/rules/fields/missing-field';
import { overlaps } from '../../core/text/span';
import { visible } from '../../core/text/visible';
import { configName } from '../../host/workspace/config';
import { fixAllKind, fixLayoutKind } from '../../protocol/actions';
import type { OwnIssueParams } from '../../protocol/drafts';
import type { Context } from '../server/context';
import { source, toSnippetEdit, toSpan, toTextEdit } from '../server/convert';
import type { OpenDocument } from '../server/documents';

export const codeActionKinds: CodeActionKind[] = [
  CodeActionKind.QuickFix,
  CodeActionKind.RefactorRewrite,
  fixLayoutKind,
  fixAllKind,
];

export function serveActions(context: Context): void {
  context.connection.onCodeAction(context.guard('code actions', [], (params) => actions(context, params)));
}

/**
 * The code actions at a position. Every edit is computed from the current document. The diagnostics that the client
 * sends back only tell which finding an action belongs to. Documents that are not ours get an immediate answer, so that
 * saving them does not wait for us.
 */
async function actions(context: Context, params: CodeActionParams): Promise<CodeAction[]> {
  const { only } = params.context;
  if (only && !codeActionKinds.some((kind) => only.some((each) => isWithin(kind, each) || isWithin(each, kind))))
    return [];
  const { uri } = params.textDocument;
  const settings = context.documents.get(uri)?.proposals.kind ? await context.rulesFor(uri) : null;
  const open = context.documents.get(uri);
  if (!open?.proposals.kind || !settings) return [];
  const wanted = (kind: CodeActionKind) => only === undefined || only.some((each) => isWithin(kind, each));
  if (only?.includes(fixLayoutKind) && context.client.disabledActions && !context.isConfigured(uri))
    return [{ title: 'Fix layout in file', kind: fixLayoutKind, disabled: { reason: whyNotMany } }];
  const offered = offersOf(context, open, settings, params)
    .filter(({ kind }) => wanted(kind))
    .flatMap(({ kind, actions }) => actions().map((action) => toCodeAction(context, open.text, kind, action, params)));
  return wanted(CodeActionKind.QuickFix) ? [...offered, ...fillFromIssue(context, open, params)] : offered;
}

/** Fills in a proposal that is hardly begun, where the client can: it has to ask GitHub for the whole issue. */
function fillFromIssue(
  { client }: Context,
  { proposals, text }: OpenDocument,
  { range }: CodeActionParams,
): CodeAction[] {
  const { fillFromIssue: command } = client;
  const reference = command === null ? null : fillableAt(proposals, text.offsetAt(range.start));
  if (command === null || !reference) return [];
  const title = visible(`Fill in from ${referenceName(reference)}`);
  const place: OwnIssueParams = { uri: text.uri, position: range.start };
  return [{ title, kind: CodeActionKind.QuickFix, command: { title, command, arguments: [place] } }];
}

const whyNotMany = `Correct ${configName} first (see Problems).`;

/** Whether `kind` is `outer` or one of its kinds. */
function isWithin(kind: CodeActionKind, outer: CodeActionKind): boolean {
  return outer === '' || kind === outer || kind.startsWith(`${outer}.`);
}

/** Actions of one kind, computed only if that kind is requested. */
interface Offer {
  readonly kind: CodeActionKind;
  actions(): readonly Action[];
}

function offersOf(context: Context, open: OpenDocument, settings: RuleSettings, params: CodeActionParams): Offer[] {
  const { proposals: document, memory, text, session } = open;
  const known = context.knownBeside(text.uri);
  const { only, triggerKind } = params.context;
  const span = toSpan(text, params.range);
  const findings = findingsOf(document, known, settings, memory);
  // Some editors ask at the caret and name the findings of its line: there the caret is seldom on the finding itself.
  const named = new Set(params.context.diagnostics.filter((each) => each.source === source).map(nameOf));
  const isNamed = ({ rule, span: { start } }: Finding) =>
    named.size > 0 && named.has(nameOf({ code: rule, range: { start: text.positionAt(start) } }));
  const here = findings.filter((finding) => overlaps(finding.span, span) || isNamed(finding));
  // While the configuration is invalid, we do not know what the repository wants, so only single fixes are offered.
  const fixesMany = context.isConfigured(text.uri);
  const fixedIf = (title: string, wants: (finding: Finding) => boolean): Action[] => {
    if (!fixesMany) return [];
    const { edits } = fixed(document, known, settings, { memory, wants });
    return edits.length === 0 ? [] : [{ title, kind: 'fix', edits, caret: null, preferred: false, rule: null }];
  };
  // What repairs the finding at the caret comes before what hides it, even if it changes the whole file.
  const quick = (): Action[] => [
    ...actionsFor(here, document, known, { kinds: new Set(['fix', 'choice', 'action']), settings }),
    ...repeatedRules(here, findings).flatMap((rule) =>
      fixedIf(`Fix all "${rule}" in this file`, (finding) => finding.rule === rule).map((each) => ({ ...each, rule })),
    ),
    ...ignoreActions(document, here),
  ];
  // A light bulb on every line would be noise, so actions for the whole file appear only on request.
  const isAsked = only !== undefined || triggerKind === CodeActionTriggerKind.Invoked;
  const isShown = (finding: Finding) => only === undefined && here.some(({ rule }) => rule === finding.rule);
  const whole = isAsked ? findings.filter((finding) => !isShown(finding)) : [];
  // A quick fix inserts the same.
  const isQuick = only === undefined && here.some(({ rule }) => rule === missingField.id);
  const rewrites = [
    ...actionsFor(whole, document, known, { kinds: new Set(['action']), settings }),
    ...(isAsked && !isQuick ? proposalActionsAt(document, span.start, settings) : []),
  ];
  const offers: Offer[] = [
    { kind: CodeActionKind.QuickFix, actions: quick },
    ...rewrites.map((action) => ({
      kind: `${CodeActionKind.RefactorRewrite}.${action.rule}`,
      actions: () => [action],
    })),
  ];
  if (only === undefined) return offers;
  const edited = (finding: Finding) => isInNewProposal(finding, document, session.textsAtOpen());
  return [
    ...offers,
    { kind: fixLayoutKind, actions: () => fixedIf('Fix layout in file', () => true) },
    { kind: fixAllKind, actions: () => fixedIf('Fix the layout of edited proposals', edited) },
  ];
}

/** What tells a diagnostic from others. */
function nameOf({ code, range }: { readonly code?: unknown; readonly range: { readonly start: Position } }): string {
  return `${code} ${range?.start?.line}:${range?.start?.character}`;
}

/** The rules with a fix at the position and another one elsewhere. Stops at the next, as each takes a while to know. */
function repeatedRules(here: readonly Finding[], all: readonly Finding[]): readonly string[] {
  const fixable = new Map(here.filter((each) => each.isFixable()).map((each) => [each.rule, each]));
  const isOther = (finding: Finding, own: Finding) => finding !== own && finding.rule === own.rule;
  return [...fixable]
    .filter(([, own]) => all.some((each) => isOther(each, own) && each.isFixable()))
    .map(([rule]) => rule);
}

function toCodeAction(
  context: Context,
  text: TextDocument,
  kind: CodeActionKind,
  action: Action,
  params: CodeActionParams,
): CodeAction {
  const diagnostics = params.context.diagnostics.filter((each) => each.source === source && each.code === action.rule);
  return {
    title: visible(action.title),
    kind,
    isPreferred: action.preferred,
    edit: workspaceEdit(context, text, action),
    ...(diagnostics.length > 0 ? { diagnostics } : {}),
  };
}

/** With the version if the client supports it, so that no edit applies to a different text. */
function workspaceEdit({ client }: Context, text: TextDocument, action: Action): WorkspaceEdit {
  const { uri, version } = text;
  if (!client.versionedEdits) return { changes: { [uri]: action.edits.map((edit) => toTextEdit(text, edit)) } };
  const edits = client.snippetEdits ? editsWithCaret(text, action) : action.edits.map((edit) => toTextEdit(text, edit));
  return { documentChanges: [{ textDocument: { uri, version }, edits }] };
}

/** Turns the edit that contains the new caret position into a snippet, because LSP has no other way to set it. */
function editsWithCaret(text: TextDocument, { edits, caret }: Action): (TextEdit | SnippetTextEdit)[] {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start);
  let grown = 0;
  return ordered.map((edit) => {
    const inside = caret === null ? -1 : caret - edit.span.start - grown;
    grown += edit.text.length - (edit.span.end - edit.span.start);
    return inside >= 0 && inside <= edit.text.length ? toSnippetEdit(text, edit, inside) : toTextEdit(text, edit);
  });
}
