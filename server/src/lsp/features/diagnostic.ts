import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
  type Range,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding, Related, Severity } from '../../core/linter/rule';
import { rules } from '../../core/linter/rules';
import type { Span } from '../../core/text/span';
import { visible } from '../../core/text/visible';
import type { ClientFacts } from '../server/context';
import { source, toRange } from '../server/convert';

/** What a diagnostic needs besides its finding. */
export interface DiagnosticContext {
  readonly client: ClientFacts;
  /** The range of a span in a file, or in the document itself if the file is null; null if the file is unknown. */
  rangeIn(uri: string | null, span: Span): Range | null;
}

/** A finding as an LSP diagnostic, with everything that the client can show. */
export function toDiagnostic(text: TextDocument, finding: Finding, context: DiagnosticContext): Diagnostic {
  const { client } = context;
  const rule = rulesById.get(finding.rule);
  const related = client.relatedInformation
    ? (finding.related ?? []).flatMap((each) => toRelated(text.uri, each, context))
    : [];
  return {
    range: toRange(text, finding.span),
    severity: severities[finding.severity],
    code: finding.rule,
    ...(rule && client.ruleLink ? { codeDescription: { href: client.ruleLink.replace('{rule}', rule.id) } } : {}),
    source,
    message: shownMessage(finding.message),
    ...(rule?.unnecessary && client.tags ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    ...(related.length > 0 ? { relatedInformation: related } : {}),
    data: { field: finding.field },
  };
}

const rulesById = new Map(rules.map((rule) => [rule.id, rule]));

/** How many messages are remembered: more than a file has different ones. */
const MOST = 2_000;
const remembered = new Map<string, string>();

/** Findings of a rule mostly say the same, and are shown again at every keystroke. */
function shownMessage(message: string): string {
  const known = remembered.get(message);
  if (known !== undefined) return known;
  if (remembered.size >= MOST) remembered.clear();
  const shown = visible(message);
  remembered.set(message, shown);
  return shown;
}

function toRelated(
  own: string,
  { uri, span, message }: Related,
  context: DiagnosticContext,
): DiagnosticRelatedInformation[] {
  const range = context.rangeIn(uri, span);
  return range ? [{ location: { uri: uri ?? own, range }, message: visible(message) }] : [];
}

const severities: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};
