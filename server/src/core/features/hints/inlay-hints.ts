import { optionsOf } from '../../linter/options';
import { type RuleSettings, viewOf } from '../../linter/rule';
import type { Proposal, ProposalsDocument } from '../../model/document';
import { programNameOf } from '../../model/program-name';
import { fieldOf } from '../../model/proposal';
import { descriptionCharacters } from '../../model/value-text';
import { descriptionLength } from '../../rules/fields/description-length';
import { programName } from '../../rules/lfx/program-name';
import { overlaps, type Span, trimmed } from '../../text/span';

/** An inlay hint that shows how much of a limit is used. */
export interface Hint {
  /** Where the hint is shown, from the start of the document. */
  readonly offset: number;
  /** "67/100". */
  readonly label: string;
  readonly tooltip: string;
}

/** Which hints to show: none, those near or over a limit, or all. */
export type HintChoice = 'off' | 'near' | 'always';

/** The fraction of a limit from which a hint counts as near. */
const NEAR = 0.8;

/**
 * Hints for the proposals in `span`: the program name after its line, or else after the title, and the length of the
 * description after its label. Accepted proposals have none.
 */
export function hintsIn(
  document: ProposalsDocument,
  span: Span,
  choice: HintChoice,
  settings: RuleSettings = {},
): readonly Hint[] {
  if (choice === 'off' || document.kind !== 'proposed' || !document.program.demands.has('lfx')) return [];
  const name = optionsOf(programName, settings).max;
  const description = optionsOf(descriptionLength, settings).max;
  const from = choice === 'near' ? NEAR : 0;
  return document.proposals
    .filter(({ section }) => overlaps(section, span))
    .flatMap((proposal) => [nameBudget(proposal, document, name), descriptionBudget(proposal, description)])
    .flatMap((budget) => (budget && budget.used >= from * budget.most ? [hintOf(budget)] : []));
}

interface Budget {
  readonly used: number;
  readonly most: number;
  readonly offset: number;
  readonly tooltip: string;
}

function hintOf({ used, most, offset, tooltip }: Budget): Hint {
  return { offset, label: `${count(used)}/${count(most)}`, tooltip };
}

function nameBudget(proposal: Proposal, document: ProposalsDocument, most: number): Budget | null {
  const { body, section } = proposal;
  const name = programNameOf(viewOf(proposal, document));
  if (name === null || body.title.text === '') return null;
  const { end } = (body.programName ?? body.title).span;
  const tooltip = `A program name on LFX Mentorship has at most ${most} characters: "${name}".`;
  return { used: name.length, most, offset: section.start + end, tooltip };
}

function descriptionBudget({ body, section }: Proposal, most: number): Budget | null {
  const description = fieldOf(body, 'description');
  const used = descriptionCharacters(body);
  if (!description?.label || used === 0) return null;
  // After the colon and any emphasis.
  const { end } = trimmed(body.text, { start: description.span.start, end: description.value.start });
  const tooltip = `On LFX, description and expected outcome together have at most ${count(most)} characters.`;
  return { used, most, offset: section.start + end, tooltip };
}

function count(number: number): string {
  return number.toLocaleString('en-US');
}
