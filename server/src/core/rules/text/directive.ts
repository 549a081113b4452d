import { applyDirectives, type Directive, directivesIn } from '../../linter/directives';
import type { FindingsRule } from '../../linter/rule';
import { lineEndOf } from '../../text/lines';
import type { Span } from '../../text/span';

const proposal =
  '#### Faster queries\n\n- Description: Make them fast.\n- Expected Outcome: Speed.\n- Recommended Skills: Go\n- Mentor(s):\n  - Ada Example (@ada-example, ada@example.org)\n';
const upstream = '- Upstream Issue: https://github.com/example/example/issues/1\n';

export const directive: FindingsRule = {
  id: 'directive',
  scope: 'findings',
  summary: 'A comment that turns off a rule names an existing rule and has an effect.',
  why: 'A comment without effect may hide a later mistake. A comment with a misspelled rule name hides nothing.',
  source: 'The comments that turn off rules in a file',
  severity: 'hint',
  unnecessary: true,
  examples: [
    {
      bad: `<!-- proposals-disable-next-line missing-field -->\n${proposal}${upstream}`,
      good: `<!-- proposals-disable-next-line missing-field -->\n${proposal}`,
    },
    {
      bad: `<!-- proposals-disable-file missing-feild -->\n${proposal}`,
      good: `<!-- proposals-disable-file missing-field -->\n${proposal}`,
    },
  ],
  *check({ document, findings, rules }) {
    const directives = directivesIn(document);
    if (directives.length === 0) return;
    const { used } = applyDirectives(findings, directives);
    const known = new Set(rules.all);
    for (const each of directives) {
      if (each.ids.length === 0 && !used.has(each)) yield { span: each.span, message: messageFor(each, null) };
      for (const id of each.ids) {
        if (!known.has(id.text)) yield { span: id.span, message: `Correct the rule name "${id.text}".` };
        // A rule that is disabled or depends on external knowledge may find something later.
        else if (!used.has(id) && rules.certain.has(id.text))
          yield { span: id.span, message: messageFor(each, id.text) };
      }
    }
  },
  *help({ span }, { document }) {
    const { text } = document;
    const own = directivesIn(document).find((each) => each.span.start <= span.start && span.end <= each.span.end);
    if (!own) return;
    const removed = own.ids.length > 1 ? wordIn(text, span) : lineOf(text, own.span);
    yield {
      title: own.ids.length > 1 ? 'Remove the name' : 'Remove the comment',
      kind: 'choice',
      edits: [{ span: removed, text: '' }],
      caret: null,
      preferred: true,
    };
  },
};

function messageFor({ kind }: Directive, rule: string | null): string {
  if (kind === 'enable') return 'Remove this comment: no rule is turned off here.';
  const where =
    kind === 'disable-next-line' ? 'on the next line' : kind === 'disable' ? 'from here on' : 'in this file';
  return rule === null
    ? `Remove this comment: there are no findings ${where}.`
    : `Remove "${rule}": it has no findings ${where}.`;
}

/** A name with the white space or comma before it. */
function wordIn(text: string, { start, end }: Span): Span {
  let from = start;
  while (/[\s,]/.test(text.charAt(from - 1))) from--;
  return { start: from, end };
}

/** The whole line with its line ending, if it contains nothing else. */
function lineOf(text: string, { start, end }: Span): Span {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const feed = text.indexOf('\n', end);
  const lineEnd = feed < 0 ? text.length : feed + 1;
  const rest = text.slice(lineStart, start) + text.slice(end, lineEnd).replace(lineEndOf(text), '');
  return rest.trim() === '' ? { start: lineStart, end: lineEnd } : { start, end };
}
