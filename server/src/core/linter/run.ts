import type { Known } from '../known/known';
import type { ProposalsDocument } from '../model/document';
import type { ProposalBody } from '../model/proposal';
import { mergeConflict } from '../rules/structure/merge-conflict';
import type { DraftForm } from '../submission/draft-check';
import { formOfDocument } from '../submission/form-of-document';
import { type Span, shift } from '../text/span';
import { applyDirectives, type Directive, directivesIn } from './directives';
import { optionsOf, severityIn } from './options';
import { outsideConflicts } from './outside-conflicts';
import { after, noEdit, type ProseEdit, proseEdit } from './prose-edit';
import { refusedAsErrors } from './refused';
import {
  type DocumentRule,
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
 * All findings of a document in document order, without those that directives suppress. Empty if the file is not a
 * proposals document. Never throws.
 *
 * If there is a merge conflict, rules for more than one proposal would count both versions. Then only the conflict and
 * the findings in proposals outside it are reported.
 *
 * `memory` can be reused for later versions of a document. It caches findings while a proposal's text stays the same,
 * and never changes the result.
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
  const page = memory.pageFor(document, known, settings);
  for (const proposal of document.proposals) {
    for (const finding of memory.findingsAt(proposal.section.start, viewOf(proposal, page), on)) found.push(finding);
  }
  if (isConflicted) found = outsideConflicts(found, document);
  const ofDocument: Finding[] = [];
  const edit = memory.editTo(document, page, known.revision());
  for (const { rule, options, severity } of on) {
    if (rule.scope !== 'document') continue;
    const findings = memory.findingsOfRule(rule, edit, () =>
      [...rule.check({ document, known, options })].map((report) => findingOf(rule, report, severity, document)),
    );
    for (const finding of findings) ofDocument.push(finding);
  }
  found = merged(found, ofDocument.sort(byPlace));
  const directives = directivesIn(document);
  return directives.length === 0 ? found : withDirectives(found, directives, { document, known, on });
}

/** Both lists in document order. Where two findings start at one place, that of the first list comes first. */
function merged(first: Finding[], second: readonly Finding[]): Finding[] {
  if (second.length === 0) return first;
  const all: Finding[] = [];
  let next = 0;
  for (const finding of first) {
    for (let other = second[next]; other && byPlace(other, finding) < 0; other = second[++next]) all.push(other);
    all.push(finding);
  }
  for (let other = second[next]; other; other = second[++next]) all.push(other);
  return all;
}

/** An enabled rule with its configuration. */
interface RuleOn {
  readonly rule: Rule;
  readonly options: OptionValues;
  /** Undefined if not configured. */
  readonly severity: ReturnType<typeof severityIn>;
}

/** If there is a merge conflict, document rules are disabled because they would count both versions. */
function rulesOn(document: ProposalsDocument, settings: RuleSettings): readonly RuleOn[] {
  const isConflicted = document.conflicts.length > 0;
  return rules
    .filter(
      (rule) =>
        isOn(rule, document, settings) && (!isConflicted || rule.scope === 'proposal' || rule === mergeConflict),
    )
    .map((rule) => ({ rule, options: optionsOf(rule, settings), severity: severityIn(settings, rule.id) }));
}

/** Whether a rule runs on a document. */
export function isOn(rule: Rule, document: Page, settings: RuleSettings): boolean {
  const wanted = severityIn(settings, rule.id);
  if (wanted === 'off' || (wanted === undefined && rule.offByDefault)) return false;
  if (rule.demand && !document.program.demands.has(rule.demand)) return false;
  return !(rule.layout && isGenerated(document));
}

/** From Term 3 of 2026, a generator writes the term READMEs. */
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
  const { kept } = applyDirectives(findings, directives);
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
  // A comment that disables all rules does not suppress findings about itself.
  const named = directives.filter(({ ids }) => ids.length > 0);
  return [...kept, ...applyDirectives(about.sort(byPlace), named).kept].sort(byPlace);
}

function byPlace(a: Finding, b: Finding): number {
  return a.span.start - b.span.start;
}

interface Remembered {
  readonly page: Page;
  readonly level: number;
  readonly project: string | null;
  readonly findings: readonly Finding[];
  /** Where the proposal starts, and its findings there. */
  placed: { readonly start: number; readonly findings: readonly Finding[] };
}

/** A version of a document, and what was known when it was checked. */
interface Version {
  readonly document: ProposalsDocument;
  readonly page: Page;
  /** See `Known.revision`. */
  readonly known: object | null;
}

interface EditSince {
  readonly edit: ProseEdit;
  /** Whether all answers about the outside are the same. */
  readonly sameOutside: boolean;
}

/** The number of cached pages, more than a user switches between. */
const PAGES = 4;

/** Caches findings by proposal body, weakly, so that they are freed with it. */
export class FindingMemory {
  private readonly remembered = new WeakMap<ProposalBody, Remembered>();
  /** Recent pages by content, because an unclosed fence can hide the template for a moment while the user types. */
  private readonly pages = new Map<string, Page>();
  /** The last version, and what rules for whole documents found in it. */
  private last: Version | null = null;
  private readonly ofDocument = new Map<Rule, readonly Finding[]>();
  private settings: RuleSettings | null = null;
  private form: DraftForm | null = null;

  /** The page of a document. Returns the same object as long as everything that findings depend on is the same. */
  pageFor(document: ProposalsDocument, known: Known, settings: RuleSettings): Page {
    const { kind, term, template, program } = document;
    const form = this.formFor(document, known);
    if (this.settings !== settings || this.form !== form) this.pages.clear();
    this.settings = settings;
    this.form = form;
    const key = JSON.stringify([kind, term, program.id, template.key]);
    const page = this.pages.get(key) ?? { kind, term, template, program, form };
    if (this.pages.size >= PAGES && !this.pages.has(key)) this.pages.clear();
    this.pages.set(key, page);
    return page;
  }

  /** The same object as long as the form, the projects and the issues in review are the same. */
  private formFor(document: ProposalsDocument, known: Known): DraftForm | null {
    const form = formOfDocument(document, known.form());
    if (!form) return null;
    const { projects } = document.readings.context;
    const inReview = known.inReview();
    const { form: last } = this;
    const isSame = last?.form === form && last.projects === projects && last.inReview === inReview;
    return isSame ? last : { form, projects, inReview };
  }

  /** What happened since the last version if rules for whole documents need not look again. */
  editTo(document: ProposalsDocument, page: Page, known: object | null): EditSince | null {
    const { last } = this;
    this.last = { document, page, known };
    if (last?.page !== page) return null;
    const edit = last.document === document ? noEdit : proseEdit(last.document, document);
    return edit && { edit, sameOutside: known !== null && last.known === known };
  }

  /** The findings of a rule for whole documents, computed again only if they can differ. */
  findingsOfRule(rule: DocumentRule, since: EditSince | null, compute: () => readonly Finding[]): readonly Finding[] {
    if (rule.prose || rule.change) return compute();
    const last = since && (since.sameOutside || !rule.outside) ? this.ofDocument.get(rule) : null;
    const findings = (since && last && after(since.edit, last)) ?? compute();
    this.ofDocument.set(rule, findings);
    return findings;
  }

  /** The findings in a proposal that starts at `start`. The same list as long as nothing about it changes. */
  findingsAt(start: number, view: ProposalView, on: readonly RuleOn[]): readonly Finding[] {
    const known = this.known(view, on);
    if (known.placed.start !== start && known.findings.length > 0)
      known.placed = { start, findings: known.findings.map((finding) => moved(finding, start)) };
    return known.placed.findings;
  }

  private known(view: ProposalView, on: readonly RuleOn[]): Remembered {
    const { body, level, project, page } = view;
    const last = this.remembered.get(body);
    if (last && last.page === page && last.level === level && last.project === project) return last;
    // Proposals follow each other, so all their findings are in order if those of each are.
    const findings = [...findingsIn(view, on)].sort(byPlace);
    const known = { page, level, project, findings, placed: { start: 0, findings } };
    this.remembered.set(body, known);
    return known;
  }
}

function findingsIn(view: ProposalView, on: readonly RuleOn[]): readonly Finding[] {
  const found: Finding[] = [];
  const { fields, mentors, upstream } = view.body;
  const isLarge = fields.length + mentors.length + upstream.length > LARGE;
  const plain = { ...view, options: {} };
  for (const { rule, options, severity } of on) {
    if (rule.scope !== 'proposal' || (isLarge && !rule.anySize)) continue;
    for (const report of rule.check(rule.options ? { ...view, options } : plain, found))
      found.push(findingOf(rule, report, severity, view.page));
  }
  if (found.length === 0) return nothing;
  return view.page.form ? refusedAsErrors(found, view, on) : found;
}

/**
 * Real proposals have fewer fields, mentors and references. For larger ones only rules with `anySize` run, because the
 * others can take quadratic time.
 */
const LARGE = 300;

/** One shared empty list, because most proposals have no findings. */
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
