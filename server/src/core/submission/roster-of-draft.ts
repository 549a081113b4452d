import { withoutMarkup } from '../facts/words';
import type { Mentor, ProposalBody } from '../model/proposal';
import { type Span, trimmed } from '../text/span';

/** A line of the form's mentors, and where the draft says it. */
export interface RosterLine {
  /** `Name | @handle | email | LFID`. Parts may be empty. */
  readonly text: string;
  /** From the proposal's start. */
  readonly span: Span;
  /** Null for a line that is nobody's, because its parts are wrong. */
  readonly mentor: Mentor | null;
}

/** Kept, because each problem of a draft asks for its line. */
const rosters = new WeakMap<ProposalBody, readonly RosterLine[]>();

/**
 * The form's lines for the mentors of a draft. An entry with the form's own pipes is taken as it is, so that the bot's
 * findings on it are those on the draft.
 */
export function rosterOf(body: ProposalBody): readonly RosterLine[] {
  const roster = rosters.get(body) ?? rosterIn(body);
  rosters.set(body, roster);
  return roster;
}

function rosterIn(body: ProposalBody): readonly RosterLine[] {
  const piped = pipedLines(body);
  const isPiped = ({ span }: Mentor) =>
    piped.some((line) => line.span.start <= span.start && span.end <= line.span.end);
  const lines = body.mentors.filter((mentor) => !isPiped(mentor)).map((mentor) => ({ ...lineOf(mentor), mentor }));
  if (piped.length === 0) return lines;
  return [...piped, ...lines].sort((a, b) => a.span.start - b.span.start);
}

function lineOf({ name, handle, email, lfid, span }: Mentor): Omit<RosterLine, 'mentor'> {
  const parts = [name && withoutMarkup(name.text), handle && `@${handle.text}`, email?.text, lfid?.text];
  const text = parts
    .map((part) => (part ?? '').replaceAll('|', ' ').trim())
    .join(' | ')
    .trim();
  return { text, span };
}

/** Two pipes, and none of the brackets of an entry. */
function pipedLines({ text, fields, mentors }: ProposalBody): RosterLine[] {
  return fields
    .filter(({ id, empty }) => id === 'mentors' && !empty)
    .flatMap(({ value }) => {
      const lines: RosterLine[] = [];
      for (let start = value.start; start < value.end; ) {
        const feed = text.indexOf('\n', start);
        const end = feed < 0 ? value.end : Math.min(feed, value.end);
        const own = text.slice(start, end);
        if (/\|.*\|/.test(own) && !own.includes('(@')) {
          const marker = /^[ \t]*(?:[-*+][ \t]+)?/.exec(own)?.[0].length ?? 0;
          const span = trimmed(text, { start: start + marker, end });
          const mentor = mentors.find((each) => span.start <= each.span.start && each.span.end <= span.end) ?? null;
          lines.push({ text: text.slice(span.start, span.end), span, mentor });
        }
        start = end + 1;
      }
      return lines;
    });
}
