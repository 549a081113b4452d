import type { Known } from '../known/known';
import type { ProposalsDocument } from '../model/document';
import type { ProposalBody } from '../model/proposal';
import { mergeConflict } from '../rules/structure/merge-conflict';
import { type Span, shift } from '../text/span';
import { besideConflicts } from './beside-conflicts';
import { type Directive, directed, directivesIn } from './directives';
import { optionsOf, severityIn } from './options';
import {
  type Finding,
  type OptionValues,
  type Page,
  type ProposalView,
  type Report,
  type Rule,
  type RuleSettings,
  viewOf,
} from './rule';
import { rules } from './rules';

/**
 * All findings of a document, in the order of the text, without those that the text itself switches off. Nothing for
 * what is no proposals document. Never throws.
 *
 * Beside a merge conflict, what looks at more than one proposal would take both sides for what somebody wrote: only the
 * conflict is told, and what proposals outside of it say by themselves.
 *
 * `memory` may be kept from one version of a document to the next: what has been found in a proposal is not looked for
 * again while its text is the same. The answer is the same without.
 */
export function findingsOf(
  document: ProposalsDocument,
  known: Known,
  settings: RuleSettings,
  memory = new FindingMemory(),
): readonly Finding[] {
  if (document.kind === null) return nothing;
  let found: Finding[] = [];
  const isConflicted = document.conflicts.length > 0;
  const on = rulesOn(document, settings);
  const page = memory.pageFor(document, settings);
  for (const proposal of document.proposals) {
    const { start } = proposal.section;
    for (const finding of memory.findings(viewOf(proposal, page), on)) found.push(moved(finding, start));
  }
  if (isConflicted) found = besideConflicts(found.sort(byPlace), document);
  for (const { rule, options, severity } of on) {
    if (rule.scope !== 'document') continue;
    for (const report of rule.check({ document, known, options }))
      found.push(findingOf(rule, report, severity, document));
  }
  found.sort(byPlace);
  const directives = directivesIn(document);
  return directives.length === 0 ? found : withDirectives(found, directives, { document, known, on });
}

/** A rule that has its say, with what is set of it. */
interface RuleOn {
  readonly rule: Rule;
  readonly options: OptionValues;
  /** Undefined where nobody has said. */
  readonly severity: ReturnType<typeof severityIn>;
}

/** Beside a merge conflict, what looks at the whole file is silent: it would count both sides. */
function rulesOn(document: ProposalsDocument, settings: RuleSettings): readonly RuleOn[] {
  const isConflicted = document.conflicts.length > 0;
  return rules
    .filter(
      (rule) =>
        isOn(rule, document, settings) && (!isConflicted || rule.scope === 'proposal' || rule === mergeConflict),
    )
    .map((rule) => ({ rule, options: optionsOf(rule, settings), severity: severityIn(settings, rule.id) }));
}

/** Whether a rule has its say in a document. */
export function isOn(rule: Rule, document: Page, settings: RuleSettings): boolean {
  const wanted = severityIn(settings, rule.id);
  if (wanted === 'off' || (wanted === undefined && rule.offByDefault)) return false;
  if (rule.demand && !document.program.demands.has(rule.demand)) return false;
  return !(rule.layout && isGenerated(document));
}

/** From the third term of 2026 on, term READMEs are written by a generator. */
function isGenerated({ kind, term }: Page): boolean {
  if (kind !== 'accepted' || term?.program !== 'lfx-mentorship' || term.year === null) return false;
  return term.year > 2026 || (term.year === 2026 && (term.number ?? 0) >= 3);
}

interface Run {
  readonly document: ProposalsDocument;
  readonly known: Known;
  readonly on: readonly RuleOn[];
}

function withDirectives(
  findings: readonly Finding[],
  directives: readonly Directive[],
  { document, known, on }: Run,
): readonly Finding[] {
  const { kept } = directed(findings, directives);
  const all = rules.map(({ id }) => id);
  const certain = new Set(
    on.filter(({ rule }) => !rule.outside && rule.scope !== 'findings').map(({ rule }) => rule.id),
  );
  const about: Finding[] = [];
  for (const { rule, options, severity } of on) {
    if (rule.scope !== 'findings') continue;
    for (const report of rule.check({ document, known, options, findings, rules: { all, certain } }))
      about.push(findingOf(rule, report, severity, document));
  }
  // A comment that switches everything off does not hide what is said about that very comment.
  const named = directives.filter(({ ids }) => ids.length > 0);
  return [...kept, ...directed(about.sort(byPlace), named).kept].sort(byPlace);
}

function byPlace(a: Finding, b: Finding): number {
  return a.span.start - b.span.start;
}

interface Remembered {
  readonly page: Page;
  readonly level: number;
  readonly project: string | null;
  readonly findings: readonly Finding[];
}

/** How many pages are remembered: more than a person goes to and fro between. */
const PAGES = 4;

/** What has been found in proposals, by their bodies; it lets go of them with the bodies. */
export class FindingMemory {
  private readonly remembered = new WeakMap<ProposalBody, Remembered>();
  /** Of late, by what they say: a fence that is being opened may hide the template for a moment. */
  private readonly pages = new Map<string, Page>();
  private settings: RuleSettings | null = null;

  /** The page of a document: the same one as long as documents and settings agree in what findings depend on. */
  pageFor({ kind, term, template, program }: ProposalsDocument, settings: RuleSettings): Page {
    if (this.settings !== settings) this.pages.clear();
    this.settings = settings;
    const key = JSON.stringify([kind, term, program.id, template.key]);
    const page = this.pages.get(key) ?? { kind, term, template, program };
    if (this.pages.size >= PAGES && !this.pages.has(key)) this.pages.clear();
    this.pages.set(key, page);
    return page;
  }

  /** The findings in one proposal; spans count from its start. */
  findings(view: ProposalView, on: readonly RuleOn[]): readonly Finding[] {
    const { body, level, project, page } = view;
    const last = this.remembered.get(body);
    if (last && last.page === page && last.level === level && last.project === project) return last.findings;
    const findings = findingsIn(view, on);
    this.remembered.set(body, { page, level, project, findings });
    return findings;
  }
}

function findingsIn(view: ProposalView, on: readonly RuleOn[]): readonly Finding[] {
  const found: Finding[] = [];
  const { fields, mentors, upstream } = view.body;
  const isLarge = fields.length + mentors.length + upstream.length > LARGE;
  const plain = { ...view, options: {} };
  for (const { rule, options, severity } of on) {
    if (rule.scope !== 'proposal' || (isLarge && !rule.anySize)) continue;
    for (const report of rule.check(rule.options ? { ...view, options } : plain))
      found.push(findingOf(rule, report, severity, view.page));
  }
  return found.length === 0 ? nothing : found;
}

/**
 * More fields, mentors and references than this no proposal has: something else stands there. Rules that count say so;
 * the others would compare everything with everything.
 */
const LARGE = 300;

/** Most proposals have no finding: they share one empty list. */
const nothing: readonly Finding[] = [];

function findingOf(rule: Rule, report: Report, wanted: RuleOn['severity'], { program }: Page): Finding {
  const { span, message, field, related, fixable } = report;
  const own = report.severity ?? rule.severity;
  // Where nobody asks for anything, advice is no error.
  const usual = own === 'error' && program.demands.size === 0 ? 'warning' : own;
  const severity = wanted === undefined || wanted === 'off' ? usual : wanted;
  return {
    rule: rule.id,
    severity,
    span,
    message,
    fixable: fixable === true,
    ...(field === undefined ? {} : { field }),
    ...(related === undefined ? {} : { related }),
  };
}

function moved(finding: Finding, by: number): Finding {
  const { related } = finding;
  const span: Span = shift(finding.span, by);
  if (!related) return { ...finding, span };
  return {
    ...finding,
    span,
    related: related.map((each) => (each.uri ? each : { ...each, span: shift(each.span, by) })),
  };
}
