import type { Known } from '../known/known';
import type { ProposalsDocument } from '../model/document';
import type { ProposalBody } from '../model/proposal';
import { shift } from '../text/span';
import { rules } from './index';
import { type Finding, type Page, type ProposalView, type RuleSettings, viewOf } from './rule';

/**
 * All findings of a document, in the order of the text. Nothing for what is no proposals document. Never throws.
 *
 * `memory` may be kept from one version of a document to the next: what has been found in a proposal is not looked for
 * again while its text is the same. The answer is the same without.
 */
export function findingsOf(
  document: ProposalsDocument,
  _known: Known,
  settings: RuleSettings,
  memory = new FindingMemory(),
): readonly Finding[] {
  const found: Finding[] = [];
  const page = memory.pageFor(document, settings);
  for (const proposal of document.proposals) {
    const { start } = proposal.section;
    for (const finding of memory.findings(viewOf(proposal, page), settings)) {
      found.push({ ...finding, span: shift(finding.span, start) });
    }
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

interface Remembered {
  readonly page: Page;
  readonly level: number;
  readonly project: string | null;
  readonly findings: readonly Finding[];
}

/** What has been found in proposals, by their bodies; it lets go of them with the bodies. */
export class FindingMemory {
  private readonly remembered = new WeakMap<ProposalBody, Remembered>();
  private page: Page | null = null;
  private key = '';
  private settings: RuleSettings | null = null;

  /** The page of a document: the same one as long as documents and settings agree in what findings depend on. */
  pageFor({ kind, term, template }: ProposalsDocument, settings: RuleSettings): Page {
    const key = JSON.stringify([kind, term, template.key]);
    if (this.page && this.key === key && this.settings === settings) return this.page;
    this.page = { kind, term, template };
    this.key = key;
    this.settings = settings;
    return this.page;
  }

  /** The findings in one proposal; spans count from its start. */
  findings(view: ProposalView, settings: RuleSettings): readonly Finding[] {
    const { body, level, project, page } = view;
    const last = this.remembered.get(body);
    if (last && last.page === page && last.level === level && last.project === project) return last.findings;
    const findings = findingsIn(view, settings);
    this.remembered.set(body, { page, level, project, findings });
    return findings;
  }
}

function findingsIn(view: ProposalView, settings: RuleSettings): readonly Finding[] {
  const found: Finding[] = [];
  for (const { id: rule, severity: usual, check } of rules) {
    const wanted = settings[rule];
    if (wanted === 'off') continue;
    for (const { span, message, severity, field } of check(view)) {
      const rest = field === undefined ? {} : { field };
      found.push({ rule, severity: wanted ?? severity ?? usual, span, message, fixable: false, ...rest });
    }
  }
  return found.length === 0 ? nothing : found;
}

/** Most proposals have no finding: they share one empty list. */
const nothing: readonly Finding[] = [];
