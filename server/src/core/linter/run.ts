import type { Known } from '../known/known';
import type { ProposalsDocument } from '../model/document';
import { mergeConflict } from '../rules/structure/merge-conflict';
import { byPlace, findingOf, nothing, type RuleOn } from './check';
import { applyDirectives, type Directive, directivesIn } from './directives';
import { FindingMemory } from './memory';
import { optionsOf, severityIn } from './options';
import { outsideConflicts } from './outside-conflicts';
import type { Finding, Page, Rule, RuleSettings } from './rule';
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
  const isConflicted = document.conflicts.length > 0;
  const on = rulesOn(document, settings);
  const page = memory.pageFor(document, known, settings);
  const edit = memory.editTo(document, page, known.revision());
  let found = memory.findingsInProposals(document, page, on, edit);
  if (isConflicted) found = outsideConflicts(found, document);
  const ofDocument: Finding[] = [];
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
