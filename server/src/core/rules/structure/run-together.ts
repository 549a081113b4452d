import type { ProposalRule } from '../../linter/rule';
import { levelsOf } from '../../model/levels';
import type { Field, ProposalBody } from '../../model/proposal';
import { lineEndOf } from '../../text/lines';

export const runTogether: ProposalRule = {
  id: 'run-together',
  scope: 'proposal',
  anySize: true,
  summary: 'Each field appears once per proposal.',
  why: 'If the fields start again, a second proposal lacks its heading and disappears inside the first.',
  source: 'Corrections made in past terms',
  severity: 'error',
  also: { warning: 'a field appears twice, but no second proposal starts there' },
  demand: 'layout',
  examples: [
    {
      bad: '### Jaeger\n\n#### Faster queries\n\n- Description: Make them fast.\n- Recommended Skills: Go\n- Mentor(s): Ada Example (@ada-example)\n\n- Description: Make writes fast.\n- Recommended Skills: Go\n- Mentor(s): Ada Example (@ada-example)\n',
      good: '### Jaeger\n\n#### Faster queries\n\n- Description: Make them fast.\n- Recommended Skills: Go\n- Mentor(s): Ada Example (@ada-example)\n\n#### Faster writes\n\n- Description: Make writes fast.\n- Recommended Skills: Go\n- Mentor(s): Ada Example (@ada-example)\n',
    },
  ],
  *check({ body }) {
    const { field, restarts } = firstTwice(body) ?? {};
    if (!field?.label) return;
    const name = `"${field.label.text}"`;
    yield {
      span: field.label.span,
      message: restarts
        ? `Add a heading before ${name}: a second proposal starts here.`
        : `${name} appears twice: merge both or add a heading between them.`,
      field: field.label.text,
      ...(restarts ? {} : { severity: 'warning' as const }),
    };
  },
  *help(_report, { proposal: { body, section }, document }) {
    const { field, restarts } = firstTwice(body) ?? {};
    if (!field || !restarts) return;
    const lineEnd = lineEndOf(document.text);
    const at = section.start + field.span.start;
    const isApart = /\n[ \t]*\r?\n$/.test(body.text.slice(0, field.span.start));
    const heading = `${'#'.repeat(levelsOf(document).proposal)} Mentorship project title`;
    const text = `${isApart ? '' : lineEnd}${heading}${lineEnd}${lineEnd}`;
    yield {
      title: 'Add a heading for the second proposal',
      kind: 'choice',
      edits: [{ span: { start: at, end: at }, text }],
      caret: at + text.trimEnd().length,
      preferred: true,
    };
  },
};

/** The first repeated field, and whether more repeated fields follow. Each mentor may have a field. */
function firstTwice({ fields }: ProposalBody): { field: Field; restarts: boolean } | null {
  const last = new Map(fields.map(({ id }, i) => [id, i]));
  const seen = new Set<Field['id']>();
  for (const [i, field] of fields.entries()) {
    if (field.id === null) continue;
    if (!seen.has(field.id)) {
      seen.add(field.id);
      continue;
    }
    const again = [...seen].filter((id) => (last.get(id) ?? -1) >= i);
    if (again.length > 1) return { field, restarts: true };
    if (field.id === 'description' || field.id === 'expected-outcome') return { field, restarts: false };
  }
  return null;
}
