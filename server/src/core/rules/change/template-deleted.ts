import { isTemplateHeading } from '../../facts/headings';
import type { DocumentRule } from '../../linter/rule';
import { changedFrom } from '../../linter/since-base';
import type { ProposalsDocument } from '../../model/document';
import { type Section, titleOf } from '../../model/section';
import { templateFence } from '../../model/template';
import { sliceOf } from '../../text/span';

const template =
  '## Template\n\n```\n### CNCF Project Name\n\n#### Title\n\n- Description:\n- Mentor(s):\n- Upstream Issue:\n```\n\n';
const proposal =
  '## Ideas\n\n### Jaeger\n\n#### Faster queries\n\n- Description: Make them fast.\n- Mentor(s): Ada Example (@ada-example)\n- Upstream Issue: https://github.com/example/example/issues/1\n';
const path = 'programs/lfx-mentorship/2026/01-Mar-May/project_ideas.md';

export const templateDeleted: DocumentRule = {
  id: 'template-deleted',
  scope: 'document',
  outside: true,
  change: true,
  summary: 'A change keeps the template of the file.',
  why: 'The next mentor copies the template. Without it, proposals lack fields.',
  source: 'Reviews of pull requests',
  severity: 'warning',
  examples: [{ bad: proposal, good: template + proposal, path, known: changedFrom(template + proposal, path) }],
  *check({ document, known }) {
    const base = known.base();
    if (base?.template.source !== 'document' || document.template.source === 'document') return;
    const [first] = document.sections;
    const start = first?.start ?? 0;
    const feed = document.text.indexOf('\n', start);
    yield {
      span: { start, end: feed === -1 ? document.text.length : feed },
      message: 'Your change deletes the template: restore it, because the next mentor copies it.',
    };
  },
  *help(_, { document, known }) {
    const base = known.base();
    const section = base && sectionOfTemplate(base);
    if (!base || !section) return;
    const at = placeOf(document, base, section);
    yield {
      title: 'Restore the template',
      kind: 'choice',
      edits: [{ span: { start: at, end: at }, text: sliceOf(base.text, section) }],
      caret: null,
      preferred: true,
    };
  },
};

/** Where the template was read: its key is the text of its fence. */
function sectionOfTemplate({ text, sections, template: { key } }: ProposalsDocument): Section | null {
  const isTemplate = (each: Section) => {
    const fence = isTemplateHeading(titleOf(text, each)) ? templateFence(text, each) : null;
    return fence !== null && sliceOf(text, fence) === key;
  };
  return sections.find(isTemplate) ?? null;
}

/** Before the section that followed the template, otherwise at the end. */
function placeOf({ text, sections }: ProposalsDocument, base: ProposalsDocument, template: Section): number {
  const later = base.sections.slice(base.sections.indexOf(template) + 1).map((each) => titleOf(base.text, each));
  const next = sections.find((each) => each.level > 0 && later.includes(titleOf(text, each)));
  return next?.start ?? text.length;
}
