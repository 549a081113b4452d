import type { FieldId } from '../../facts/fields';
import { isLfxProgram, lfxProgramIn } from '../../facts/lfx';
import type { ProposalRule } from '../../linter/rule';
import type { Field, ProposalBody, Reference } from '../../model/proposal';
import { referencesIn } from '../../model/reference';
import { shift } from '../../text/span';

export const lfxUrl: ProposalRule = {
  id: 'lfx-url',
  scope: 'proposal',
  summary: 'The LFX URL is the page of a program on LFX Mentorship and has its own field.',
  why: 'Mentees apply on that page. Any other link misleads them.',
  source: 'LFX Mentorship: https://mentorship.lfx.linuxfoundation.org/project/<uuid>',
  severity: 'error',
  demand: 'lfx',
  examples: [
    {
      bad: '#### Faster queries\n\n- LFX URL: https://mentorship.lfx.linuxfoundation.org/project/0a1b2c3d-0000-4000-8000-00000000000a/apply\n',
      good: '#### Faster queries\n\n- LFX URL: https://mentorship.lfx.linuxfoundation.org/project/0a1b2c3d-0000-4000-8000-00000000000a\n',
    },
  ],
  *check({ body }) {
    for (const { reference, misplaced } of wrong(body)) {
      if (misplaced)
        yield {
          span: reference.span,
          message: 'Move this LFX link to the field "LFX URL".',
        };
      else
        yield {
          span: reference.span,
          message: 'Link the page of a program on LFX Mentorship (/project/ and its ID).',
        };
    }
  },
  *help({ span }, { proposal: { body, section } }) {
    const found = wrong(body).find(({ reference }) => reference.span.start === span.start);
    const program = found ? lfxProgramIn(found.reference.url.text) : null;
    if (!found || found.misplaced || program === null) return;
    yield {
      title: `Change to ${program}`,
      kind: 'choice',
      preferred: true,
      caret: null,
      edits: [{ span: shift(found.reference.span, section.start), text: program }],
    };
  },
};

interface Wrong {
  readonly field: Field;
  readonly reference: Reference;
  readonly misplaced: boolean;
}

/** Prose may mention LFX addresses, but these fields should not contain them. */
const others: ReadonlySet<FieldId | null> = new Set<FieldId | null>(['upstream-issue', 'mentors']);

function wrong(body: ProposalBody): Wrong[] {
  const found: Wrong[] = [];
  for (const field of body.fields) {
    if (field.empty) continue;
    if (field.id === 'lfx-url') {
      if (body.lfxUrl && isLfxProgram(body.lfxUrl.text)) continue;
      for (const reference of referencesIn(body.text, field.value).slice(0, 1))
        if (!isLfxProgram(reference.url.text)) found.push({ field, reference, misplaced: false });
    } else if (field.id === 'upstream-issue') {
      for (const reference of body.upstream)
        if (others.has(field.id) && isInside(reference, field) && lfxProgramIn(reference.url.text) !== null)
          found.push({ field, reference, misplaced: true });
    }
  }
  return found;
}

function isInside({ span }: Reference, field: Field): boolean {
  return field.span.start <= span.start && span.end <= field.span.end;
}
