import type { DocumentRule } from '../../linter/rule';
import type { DateMention } from '../../model/date';
import type { ProposalsDocument } from '../../model/document';
import type { TimelineRow } from '../../model/front';
import { shift, sliceOf } from '../../text/span';

const table =
  '# Term 01 - 2025 March - May\n\n### Timeline\n\n| Activity | Dates |\n|---|---|\n| Project Proposals | Jan 8 - Feb 4, 2025 |\n\n### Project instructions\n\nPropose your projects in a pull request, by ';

export const termDeadline: DocumentRule = {
  id: 'term-deadline',
  scope: 'document',
  summary: 'The instructions and the timeline give the same deadline for proposals.',
  why: 'Mentors who rely on the later deadline submit too late. Often only the timeline was updated.',
  source: 'The timeline of the same file',
  severity: 'warning',
  demand: 'terms',
  examples: [
    {
      path: 'programs/lfx-mentorship/2025/01-Mar-May/README.md',
      bad: `${table}January 28, 2025.\n`,
      good: `${table}February 4, 2025.\n`,
    },
  ],
  *check({ document }) {
    const stated = document.fronts.find(({ front }) => front.deadline);
    const planned = plannedDeadline(document);
    if (!stated?.front.deadline || !planned || isSameDay(stated.front.deadline, planned.day)) return;
    const written = sliceOf(document.text, planned.day.span);
    yield {
      span: shift(stated.front.deadline.span, stated.section.start),
      message: `The timeline says ${written}. Use the same deadline here.`,
      related: [{ uri: null, span: planned.day.span, message: 'The deadline in the timeline.' }],
    };
  },
};

/** The last day of the timeline row for proposals. Its span counts from the start of the document. */
function plannedDeadline({ fronts }: ProposalsDocument): { day: DateMention } | null {
  for (const { section, front } of fronts) {
    const row = front.timeline.find(isForProposals);
    const day = row?.dates.at(-1);
    if (day) return { day: { ...day, span: shift(day.span, section.start) } };
  }
  return null;
}

/** A single day can be the opening date instead of the deadline. */
function isForProposals({ activity, dates }: TimelineRow): boolean {
  if (!/\bproposals?\b/i.test(activity.text) || /\bmentees?\b/i.test(activity.text)) return false;
  return dates.length > 1 || !/\bopen/i.test(activity.text);
}

function isSameDay(a: DateMention, b: DateMention): boolean {
  return a.month === b.month && a.day === b.day && (a.year === null || b.year === null || a.year === b.year);
}
