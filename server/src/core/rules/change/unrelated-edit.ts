import type { DocumentRule } from '../../linter/rule';
import { changedFrom, changeSinceBase, type EditedProposal } from '../../linter/since-base';
import type { Proposal } from '../../model/document';
import type { Field, ProposalBody } from '../../model/proposal';
import { contentKey } from '../../text/content-key';
import { type Span, shift, sliceOf, touches } from '../../text/span';

/** Whoever edits more proposals of others maintains the file. */
const MOST = 3;

const path = 'programs/lfx-mentorship/2026/01-Mar-May/project_ideas.md';
const old =
  '### Jaeger\n\n#### Faster queries\n\n- Description: Make them fast.\n- Mentor(s): Ada Example (@ada-example)\n- Upstream Issue: https://github.com/example/example/issues/1\n';
const own =
  '\n#### Faster writes\n\n- Description: Write faster.\n- Mentor(s): Max Sample (@max-sample)\n- Upstream Issue: https://github.com/example/example/issues/2\n';

export const unrelatedEdit: DocumentRule = {
  id: 'unrelated-edit',
  scope: 'document',
  outside: true,
  change: true,
  summary: 'A change that adds a proposal leaves proposals of other mentors as they are.',
  why: 'Other mentors do not see that their proposal was changed. Usually it happened by accident.',
  source: 'Reviews of pull requests',
  severity: 'information',
  examples: [
    {
      bad: `${old.replace('Make them fast.', '')}${own}`,
      good: `${old}${own}`,
      path,
      known: changedFrom(old, path),
    },
  ],
  *check({ document, known }) {
    const { added, edited } = changeSinceBase(document, known);
    const mine = new Set(added.flatMap(({ body }) => peopleOf(body)));
    if (mine.size === 0) return;
    const others = edited.filter(({ before }) => isOthers(before, mine));
    if (others.length > MOST) return;
    for (const each of others) {
      const { span, what } = placeOf(each);
      yield {
        span: shift(span, each.proposal.section.start),
        message: `Your change edits ${what} of other mentors. Restore it if by accident.`,
      };
    }
  },
  *help({ span }, { document, known }) {
    const { edited } = changeSinceBase(document, known);
    const each = edited.find(({ proposal }) => touches(proposal.section, span.start));
    const base = known.base();
    if (!each || !base) return;
    const { section } = each.proposal;
    const now = sliceOf(document.text, section);
    const before = contentKey(sliceOf(base.text, each.before.section));
    yield {
      title: `Restore "${each.before.body.title.text}" as it was`,
      kind: 'choice',
      edits: [{ span: section, text: before + now.slice(now.trimEnd().length) }],
      caret: null,
      preferred: false,
    };
  },
};

function isOthers({ body }: Proposal, mine: ReadonlySet<string>): boolean {
  const people = peopleOf(body);
  return people.length > 0 && !people.some((each) => mine.has(each));
}

/** All that names a mentor, so that a shared handle or address is enough. */
function peopleOf({ mentors }: ProposalBody): readonly string[] {
  return mentors.flatMap(({ handle, email, name }) => {
    const told = [handle, email].flatMap((part) => (part ? [part.text.toLowerCase()] : []));
    return told.length > 0 ? told : name ? [name.text.toLowerCase()] : [];
  });
}

/** The first field that differs, otherwise the title. */
function placeOf({ proposal: { body }, before }: EditedProposal): { span: Span; what: string } {
  const texts = new Set(before.body.fields.map((field) => textOf(before.body, field)));
  const field = body.fields.find((each) => !texts.has(textOf(body, each)));
  if (!field?.label) return { span: body.title.span, what: 'the text' };
  return { span: field.label.span, what: `"${field.label.text}"` };
}

function textOf({ text }: ProposalBody, { span }: Field): string {
  return contentKey(sliceOf(text, span));
}
