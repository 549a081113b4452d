import type { Known } from '../known/known';
import type { Proposal, ProposalsDocument } from '../model/document';
import type { GivenProgram } from '../model/given-template';
import type { Demand } from '../model/program';
import type { ProposalBody } from '../model/proposal';
import type { DraftForm } from '../submission/draft-check';
import type { Edit } from '../text/edit';
import type { Span } from '../text/span';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** A configurable whole number. */
export interface IntegerOption {
  readonly type: 'integer';
  /** A sentence that describes the option. */
  readonly summary: string;
  readonly default: number;
  readonly minimum: number;
  readonly maximum: number;
}

/** Configurable whole numbers by name. Configured names are added to the defaults. */
export interface IntegersOption {
  readonly type: 'integers';
  readonly summary: string;
  readonly default: Readonly<Record<string, number>>;
  readonly minimum: number;
  readonly maximum: number;
}

export type RuleOption = IntegerOption | IntegersOption;

/** The options of a rule by name, in addition to its severity. No option can be named `severity`. */
export type OptionsSchema = Readonly<Record<string, RuleOption>>;

/** The option values that a rule reads. All are present. */
export type OptionValues<S extends OptionsSchema = OptionsSchema> = { readonly [K in keyof S]: S[K]['default'] };

/** The configuration of a rule: a severity, or an object with an optional severity and options. */
export type RuleSetting = Severity | 'off' | Readonly<Record<string, OptionValues[string] | string>>;

/** Configuration by rule id. Rules that are not listed use their defaults. */
export type RuleSettings = Readonly<Record<string, RuleSetting>>;

/** Another place that is relevant to a finding. */
export interface Related {
  /** Null for the document itself. */
  readonly uri: string | null;
  readonly span: Span;
  readonly message: string;
}

/** A problem that a rule reports. Rules for one proposal use offsets from the proposal's start. */
export interface Report {
  /** Short: a label, a handle or a heading's text, never a whole proposal. */
  readonly span: Span;
  /** One sentence in the mentor's words that says what is wrong, why, and what to do. */
  readonly message: string;
  /** Only if it differs from the rule's severity. */
  readonly severity?: Severity;
  /** The label of the affected field. */
  readonly field?: string;
  /** Whether the rule's help has a fix for it; a function if it takes long to know. */
  readonly fixable?: boolean | (() => boolean);
  readonly related?: readonly Related[];
}

/** A report of a rule with its place in the document. All offsets count from the start of the document. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly span: Span;
  readonly message: string;
  readonly field?: string;
  /** Whether a fix (layout only, safe without review) resolves it. The first call may read the proposal again. */
  isFixable(): boolean;
  readonly related?: readonly Related[];
}

/** An edit that resolves a report. Offsets count from the start of the document. */
export interface Help {
  readonly title: string;
  /** fix: layout only, safe without review; choice: the user picks it; action: changes the whole file. */
  readonly kind: 'fix' | 'choice' | 'action';
  readonly edits: readonly Edit[];
  /** The caret position afterwards, as an offset in the new text. Null to leave it where it is. */
  readonly caret: number | null;
  readonly preferred: boolean;
}

/** A code action for a finding or a document. */
export interface Action extends Help {
  /** The rule whose findings it resolves. Null if it belongs to no rule. */
  readonly rule: string | null;
}

/** A text with a problem, and the corrected text. */
export interface Example {
  readonly bad: string;
  readonly good: string;
  /** The path of the text. Default: a drafts file of an LFX term. */
  readonly path?: string;
  /** What the repository says about the file. Default: nothing. */
  readonly program?: GivenProgram;
  /** External knowledge, for rules that use it. */
  readonly known?: Partial<Known>;
}

/** Facts about a rule for its page, the list of rules and the settings. */
export interface RuleFacts<S extends OptionsSchema = OptionsSchema> {
  /** Code of its findings, name of its page and key in the settings. Never changes. */
  readonly id: string;
  /** The requirement, as a sentence. */
  readonly summary: string;
  /** The consequences of a violation. */
  readonly why: string;
  /** The origin of the requirement. */
  readonly source: string;
  readonly severity: Severity;
  /** When a report has another severity, to follow "if". A rule uses no severity that is not named here. */
  readonly also?: Readonly<Partial<Record<Severity, string>>>;
  readonly examples: readonly Example[];
  /** Configurable options in addition to the severity. */
  readonly options?: S;
  /** Whether an unfinished proposal may violate it. Its findings are hints until the author moves on. */
  readonly unfinished?: boolean;
  /** Whether the reported text can be removed without loss. */
  readonly unnecessary?: boolean;
  /** What a program has to ask for before this rule runs; undefined for advice that is true everywhere. */
  readonly demand?: Demand;
  /** Whether it checks layout only. It does not run on generated files, because nobody edits them by hand. */
  readonly layout?: boolean;
  /** Whether it runs only if the settings enable it. */
  readonly offByDefault?: boolean;
  /** Whether it also runs on proposals larger than any real one. Its time must be linear in the text. */
  readonly anySize?: boolean;
  /** Whether it uses `known`, so that its findings can change while the text stays the same. */
  readonly outside?: boolean;
  /** Whether it reads the text itself, so that every edit can change its findings. */
  readonly prose?: boolean;
  /** Whether it compares with the base, so that its findings are always about what the person has changed. */
  readonly change?: boolean;
}

/**
 * What all proposals of a document share. Findings of a proposal rule depend only on this, the proposal's text and
 * level, and its project's name, so equal texts share their findings.
 */
export interface Page extends Pick<ProposalsDocument, 'kind' | 'term' | 'template' | 'program'> {
  /** The form by which the proposals are filed. Null or undefined if there is none. */
  readonly form?: DraftForm | null;
}

/** A proposal as seen by a rule. Spans count from the proposal's start. */
export interface ProposalView {
  readonly body: ProposalBody;
  readonly level: number;
  readonly project: string | null;
  readonly page: Page;
}

/** A proposal as seen by a rule, with the options of that rule. */
export interface RuleView<S extends OptionsSchema = OptionsSchema> extends ProposalView {
  readonly options: OptionValues<S>;
}

/** A proposal in its document, for help that edits the document. */
export interface HelpContext<S extends OptionsSchema = OptionsSchema> extends DocumentContext<S> {
  readonly proposal: Proposal;
}

export interface DocumentContext<S extends OptionsSchema = OptionsSchema> {
  readonly document: ProposalsDocument;
  readonly known: Known;
  /** The options of the running rule. */
  readonly options: OptionValues<S>;
}

/** A rule for single proposals. It may only use its view, because its findings are cached by text. */
export interface ProposalRule<S extends OptionsSchema = OptionsSchema> extends RuleFacts<S> {
  readonly scope: 'proposal';
  /** `found` are the findings of the rules before it, in the order of the list. */
  check(view: RuleView<S>, found: readonly Finding[]): Iterable<Report>;
  /** Help for one of its reports. Empty if the problem needs a human decision. */
  help?(report: Report, context: HelpContext<S>): Iterable<Help>;
}

/**
 * A rule for whole documents, or one that uses external knowledge. It runs at every keystroke on up to ten thousand
 * proposals, so it reads parsed proposals and never prose.
 */
export interface DocumentRule<S extends OptionsSchema = OptionsSchema> extends RuleFacts<S> {
  readonly scope: 'document';
  /** Spans of the reports count from the start of the document. */
  check(context: DocumentContext<S>): Iterable<Report>;
  help?(report: Report, context: DocumentContext<S>): Iterable<Help>;
}

export interface FindingsContext extends DocumentContext {
  /** Findings of the other rules in document order, before suppression. */
  readonly findings: readonly Finding[];
  readonly rules: {
    readonly all: readonly string[];
    /** Enabled rules that depend only on the text. */
    readonly certain: ReadonlySet<string>;
  };
}

/** A rule that checks the findings of other rules. */
export interface FindingsRule extends RuleFacts {
  readonly scope: 'findings';
  /** Spans of the reports count from the start of the document. */
  check(context: FindingsContext): Iterable<Report>;
  help?(report: Report, context: DocumentContext): Iterable<Help>;
}

/** A rule. Each has its own file, named after its id. */
export type Rule = ProposalRule | DocumentRule | FindingsRule;

/** The view of a proposal for rules. */
export function viewOf({ section, body, project }: Proposal, page: Page): ProposalView {
  return { body, level: section.level, project: project?.name ?? null, page };
}
