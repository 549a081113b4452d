import { readsTheSame } from '../../edits/same-reading';
import { fieldFact } from '../../facts/fields';
import type { ProposalRule } from '../../linter/rule';
import type { ProposalBody } from '../../model/proposal';
import { labelFor, type Template } from '../../model/template';
import type { Span } from '../../text/span';
import { shift } from '../../text/span';

export const fieldLabel: ProposalRule = {
  id: 'field-label',
  scope: 'proposal',
  layout: true,
  summary: 'Fields use the labels of the template.',
  why: "Tools and admins look for the template's labels. A field with another label is easily overlooked.",
  source: 'The template at the top of the file; without one, the labels of its program',
  severity: 'information',
  demand: 'layout',
  examples: [
    {
      bad: '### Jaeger\n\n#### Faster queries\n\n- Description: Make them fast.\n- Recommend Skills: Go\n- Mentor(s): Ada Example (@ada-example)\n',
      good: '### Jaeger\n\n#### Faster queries\n\n- Description: Make them fast.\n- Recommended Skills: Go\n- Mentor(s): Ada Example (@ada-example)\n',
    },
  ],
  *check({ body, page }) {
    for (const { span, written, wanted } of misnamedIn(body, page.template)) {
      const fixable = () => readsTheSame(body, [{ span, text: wanted }], page.template);
      yield { span, message: `Use the template's label: "${wanted}".`, field: written, fixable };
    }
  },
  *help({ span }, { proposal, document }) {
    for (const each of misnamedIn(proposal.body, document.template)) {
      if (each.span.start !== span.start) continue;
      if (!readsTheSame(proposal.body, [{ span: each.span, text: each.wanted }], document.template)) return;
      yield {
        title: `Rename to "${each.wanted}"`,
        kind: 'fix',
        edits: [{ span: shift(each.span, proposal.section.start), text: each.wanted }],
        caret: null,
        preferred: true,
      };
    }
  },
};

interface Misnamed {
  readonly span: Span;
  readonly written: string;
  readonly wanted: string;
}

function misnamedIn(body: ProposalBody, template: Template): Misnamed[] {
  return body.fields.flatMap(({ id, label, form }): Misnamed[] => {
    // Another rule rewrites YAML keys.
    if (id === null || !label || form.yaml) return [];
    const wanted = labelFor(id, template);
    if (isSameLabel(label.text, wanted) || isSameLabel(label.text, fieldFact(id).label) || saysMore(label.text))
      return [];
    // Repeated fields have different names for a reason.
    if (body.fields.filter((each) => each.id === id).length > 1) return [];
    return [{ span: label.span, written: label.text, wanted }];
  });
}

/** Ignores case, blanks and "(URL)", which only some templates have. */
function isSameLabel(a: string, b: string): boolean {
  return a === b || plain(a) === plain(b);
}

function plain(label: string): string {
  return label
    .toLowerCase()
    .replace(/\((?:project )?url\)/, '')
    .replace(/\s+/g, '');
}

/** Renaming these labels would lose information, such as a mentor's role or "required" for "recommended". */
function saysMore(label: string): boolean {
  return /primary|secondary|^co-|potential|required|name|community bridge/i.test(label);
}
