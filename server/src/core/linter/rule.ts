import type { Known } from '../known/known';
import type { Proposal, ProposalsDocument } from '../model/document';
import type { Demand } from '../model/program';
import type { ProposalBody } from '../model/proposal';
import type { Edit } from '../text/edit';
import type { Span } from '../text/span';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** A whole number that a rule lets people set. */
export interface IntegerOption {
  readonly type: 'integer';
  /** What it is, as a sentence. */
  readonly summary: string;
  readonly default: number;
  readonly minimum: number;
  readonly maximum: number;
}

/** Whole numbers by name. Those that are set join the defaults. */
export interface IntegersOption {
  readonly type: 'integers';
  readonly summary: string;
  readonly default: Readonly<Record<string, number>>;
  readonly minimum: number;
  readonly maximum: number;
}

export type RuleOption = IntegerOption | IntegersOption;

/** What can be set of a rule beside its severity, by name. `severity` is no name of an option. */
export type OptionsSchema = Readonly<Record<string, RuleOption>>;

/** The values of options, as a rule reads them: all are there. */
export type OptionValues<S extends OptionsSchema = OptionsSchema> = { readonly [K in keyof S]: S[K]['default'] };

/** What is set of a rule: its severity, or an object with some of severity and options. */
export type RuleSetting = Severity | 'off' | Readonly<Record<string, OptionValues[string] | string>>;

/** Settings by rule id, as a person or a repository wants them; a rule that is not named keeps its own values. */
export type RuleSettings = Readonly<Record<string, RuleSetting>>;

/** Another place that a finding speaks of. */
export interface Related {
  /** Null for the document itself. */
  readonly uri: string | null;
  readonly span: Span;
  readonly message: string;
}

/** What a rule says about a place. Where a rule looks at one proposal, offsets count from the proposal's start. */
export interface Report {
  /** Short: a label, a handle, the heading's text; never a whole proposal. */
  readonly span: Span;
  /** What, why and what to do, in the mentor's words and in one sentence. */
  readonly message: string;
  /** Only where it differs from the rule's own. */
  readonly severity?: Severity;
  /** The label of the field that is meant. */
  readonly field?: string;
  /** Whether the rule's help has a fix for it. */
  readonly fixable?: boolean;
  readonly related?: readonly Related[];
}

/** A finding: a report of a rule, placed in the document. All offsets count from the start of the document. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly span: Span;
  readonly message: string;
  readonly field?: string;
  /** Whether a fix (layout only, safe to apply unseen) takes it away. */
  readonly fixable: boolean;
  readonly related?: readonly Related[];
}

/** What can be done about a report. Offsets count from the start of the document. */
export interface Help {
  readonly title: string;
  /** fix: layout only, may be applied unseen; choice: a person picks it; action: changes the whole file. */
  readonly kind: 'fix' | 'choice' | 'action';
  readonly edits: readonly Edit[];
  /** Where the caret belongs afterwards, as an offset in the new text; null to leave it. */
  readonly caret: number | null;
  readonly preferred: boolean;
}

/** What a person can be offered at a finding or in a document. */
export interface Action extends Help {
  /** The rule whose findings it takes away, null for an action of its own. */
  readonly rule: string | null;
}

/** A text that a rule reports, and the same text as it should be. */
export interface Example {
  readonly bad: string;
  readonly good: string;
  /** Where the text lies, where that matters; a drafts file of an LFX term by default. */
  readonly path?: string;
  /** What has been learnt about the outside, for rules that ask for it. */
  readonly known?: Partial<Known>;
}

/** What a rule says of itself: shown in its page, in the list of rules and in the settings. */
export interface RuleFacts<S extends OptionsSchema = OptionsSchema> {
  /** Code of its findings, name of its page and key in the settings. Never changes. */
  readonly id: string;
  /** What is demanded, as a sentence. */
  readonly summary: string;
  /** What goes wrong where it is not so. */
  readonly why: string;
  /** Where the demand comes from. */
  readonly source: string;
  readonly severity: Severity;
  readonly examples: readonly Example[];
  /** What people can set beside the severity. */
  readonly options?: S;
  /** A proposal that is being written may well lack this: a hint until its author has gone on. */
  readonly unfinished?: boolean;
  /** What it reports can be taken away without loss. */
  readonly unnecessary?: boolean;
  /** What a program has to ask for before this rule has its say; undefined for advice that is true everywhere. */
  readonly demand?: Demand;
  /** Looks at layout: silent in generated files, which nobody edits by hand. */
  readonly layout?: boolean;
  /** Only for those who ask for it in their settings. */
  readonly offByDefault?: boolean;
  /** Has its say also where a proposal holds more than any real one: its time grows with the text and no faster. */
  readonly anySize?: boolean;
  /** Asks `known`: what it finds may come and go while the text stays the same. */
  readonly outside?: boolean;
}

/**
 * What all proposals of a document share. With the proposal's own text and its project's name it is all that the
 * findings of a proposal's rule depend on, so they are found once for equal texts.
 */
export type Page = Pick<ProposalsDocument, 'kind' | 'term' | 'template' | 'program'>;

/** A proposal as a rule sees it. Spans count from the proposal's start. */
export interface ProposalView {
  readonly body: ProposalBody;
  readonly level: number;
  readonly project: string | null;
  readonly page: Page;
}

/** A proposal as one rule sees it, with the options of that rule. */
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
  /** Those of the rule that looks. */
  readonly options: OptionValues<S>;
}

/** One demand on one proposal. It may look at nothing but its view: what it finds is remembered by the text. */
export interface ProposalRule<S extends OptionsSchema = OptionsSchema> extends RuleFacts<S> {
  readonly scope: 'proposal';
  check(view: RuleView<S>): Iterable<Report>;
  /** What can be offered for one of its reports; none where a person has to think. */
  help?(report: Report, context: HelpContext<S>): Iterable<Help>;
}

/**
 * One demand on a document as a whole, or one that needs to know of the outside. It runs at every keystroke, on up to
 * ten thousand proposals: it looks at bodies, never at prose.
 */
export interface DocumentRule<S extends OptionsSchema = OptionsSchema> extends RuleFacts<S> {
  readonly scope: 'document';
  /** Spans of the reports count from the start of the document. */
  check(context: DocumentContext<S>): Iterable<Report>;
  help?(report: Report, context: DocumentContext<S>): Iterable<Help>;
}

export interface FindingsContext extends DocumentContext {
  /** What the other rules have found, in the order of the text, before anything is suppressed. */
  readonly findings: readonly Finding[];
  readonly rules: {
    readonly all: readonly string[];
    /** Those that are on here and depend on nothing but the text. */
    readonly certain: ReadonlySet<string>;
  };
}

/** One demand on what the other rules have found. */
export interface FindingsRule extends RuleFacts {
  readonly scope: 'findings';
  /** Spans of the reports count from the start of the document. */
  check(context: FindingsContext): Iterable<Report>;
  help?(report: Report, context: DocumentContext): Iterable<Help>;
}

/** One demand: a file of its own, named like its id. */
export type Rule = ProposalRule | DocumentRule | FindingsRule;

/** A proposal of a document as a rule sees it. */
export function viewOf({ section, body, project }: Proposal, page: Page): ProposalView {
  return { body, level: section.level, project: project?.name ?? null, page };
}
