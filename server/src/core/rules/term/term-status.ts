import { parseSortKey, termLabel, termPhase, termSortKey } from '../../facts/terms';
import type { Known } from '../../known/known';
import type { DocumentRule } from '../../linter/rule';
import { renderedTitle } from '../../model/anchor';
import { statusIn, type Term } from '../../model/term';

export const termStatus: DocumentRule = {
  id: 'term-status',
  scope: 'document',
  summary: 'The status of a term is a known one and up to date.',
  why: 'The status tells mentors whether the term accepts proposals, and mentees whether they can apply.',
  source: 'The statuses of past terms; proposals of later terms in the workspace',
  severity: 'information',
  demand: 'terms',
  outside: true,
  examples: [
    {
      path: 'programs/lfx-mentorship/2025/01-Mar-May/README.md',
      bad: '# Term 01 - 2025 March - May\n\nStatus: Plnning\n\n### Timeline\n',
      good: '# Term 01 - 2025 March - May\n\nStatus: Planning\n\n### Timeline\n',
    },
  ],
  *check({ document, known }) {
    const { term, kind, text } = document;
    if (kind !== 'accepted' || !term?.status) return;
    const status = statusIn(text);
    if (!status) return;
    const { span } = status;
    const phase = termPhase(renderedTitle(status.text));
    if (phase === null) {
      yield {
        span,
        message: `Replace "${status.text}" with Planning, In progress or Completed.`,
      };
      return;
    }
    const later = phase === 'over' || phase === 'unclear' ? null : laterTerm(term, phase, known);
    if (later) yield { span, message: `Update the status "${status.text}": ${later} already has proposals.` };
  },
};

/**
 * A later term whose proposals in the workspace show that the phase is outdated. The next term accepts proposals while
 * this one runs, so only the term after it, or one of the next year, shows that this one is over.
 *
 * Rules have no clock and do not read the table of all terms, so there is no other evidence.
 */
function laterTerm(term: Term, phase: 'before' | 'running', known: Known): string | null {
  if (term.year === null || term.number === null) return null;
  const own = termSortKey(term);
  const least = phase === 'before' || term.number > 2 ? own : termSortKey({ year: term.year, number: term.number + 1 });
  let newest = least;
  for (const { termKey } of known.files()) if (termKey > newest) newest = termKey;
  const later = newest === least ? null : parseSortKey(newest);
  return later && later.number > 0 ? termLabel({ program: null, ...later, name: null }) : null;
}
