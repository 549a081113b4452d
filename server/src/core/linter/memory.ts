import type { Known } from '../known/known';
import type { Proposal, ProposalsDocument } from '../model/document';
import type { ProposalBody } from '../model/proposal';
import type { ProseEdit } from '../model/prose-edit';
import type { DraftForm } from '../submission/draft-check';
import { formOfDocument } from '../submission/form-of-document';
import { byPlace, findingsIn, type RuleOn } from './check';
import { after, harmlessEdit, moved } from './moved-findings';
import {
  type DocumentRule,
  type Finding,
  type Page,
  type ProposalView,
  type Rule,
  type RuleSettings,
  viewOf,
} from './rule';

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

/** What was found in each proposal of the last version. */
interface OfProposals {
  readonly proposals: readonly Proposal[];
  readonly findings: readonly (readonly Finding[])[];
}

export interface EditSince {
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
  private ofProposals: OfProposals = { proposals: [], findings: [] };
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
    const edit = harmlessEdit(last.document, document);
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

  /** The findings in all proposals, in document order. */
  findingsInProposals(
    { proposals }: ProposalsDocument,
    page: Page,
    on: readonly RuleOn[],
    since: EditSince | null,
  ): Finding[] {
    const last = since && this.ofProposals;
    const findings = proposals.map((proposal, i) => {
      const before = last?.proposals[i];
      const found = last?.findings[i];
      if (!found || before?.body !== proposal.body)
        return this.findingsAt(proposal.section.start, viewOf(proposal, page), on);
      const by = proposal.section.start - before.section.start;
      return by === 0 || found.length === 0 ? found : found.map((finding) => moved(finding, by));
    });
    this.ofProposals = { proposals, findings };
    return findings.flat();
  }

  /** The findings in a proposal that starts at `start`. The same list as long as nothing about it changes. */
  private findingsAt(start: number, view: ProposalView, on: readonly RuleOn[]): readonly Finding[] {
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
