import { isTemplateHeading } from '../../facts/headings';
import type { DocumentRule } from '../../linter/rule';
import { type ProposalsDocument, readDocument, type Sample } from '../../model/document';
import { withoutSeparators } from '../../model/project-block';
import { sectionsOf, titleOf } from '../../model/section';
import { templateFence } from '../../model/template';
import { lineEndOf } from '../../text/lines';
import { type Span, shift } from '../../text/span';

export const insideTemplate: DocumentRule = {
  id: 'inside-template',
  scope: 'document',
  prose: true,
  summary: 'Proposals are outside the template and the sample.',
  why: "Text inside the template's fence is shown as code, and a proposal under the sample's heading looks like another sample. Both are overlooked.",
  source: 'Corrections made in past terms',
  severity: 'error',
  demand: 'layout',
  examples: [
    {
      bad: '## Template\n\n```\n### CNCF Project Name\n\n#### Mentorship project title\n\n- Description:\n- Mentor(s):\n- Upstream Issue:\n\n### Jaeger\n\n#### Faster queries\n\n- Description: Make them fast.\n- Mentor(s): Ada Example (@ada-example)\n- Upstream Issue: https://github.com/example/example/issues/1\n```\n',
      good: '## Template\n\n```\n### CNCF Project Name\n\n#### Mentorship project title\n\n- Description:\n- Mentor(s):\n- Upstream Issue:\n```\n\n### Jaeger\n\n#### Faster queries\n\n- Description: Make them fast.\n- Mentor(s): Ada Example (@ada-example)\n- Upstream Issue: https://github.com/example/example/issues/1\n',
    },
  ],
  *check({ document }) {
    for (const { title, where } of hiddenIn(document)) {
      yield {
        span: title,
        message:
          where === 'template'
            ? 'This proposal is inside the template. Move it out so that it counts.'
            : 'This proposal is under the sample heading. Move it out so that it counts.',
      };
    }
  },
  *help({ span }, { document }) {
    const hidden = hiddenIn(document).find(({ title }) => title.start === span.start);
    if (!hidden) return;
    const { text } = document;
    const lineEnd = lineEndOf(text);
    const block = withoutSeparators(text, hidden.block);
    let end = hidden.block.end;
    if (hidden.where === 'sample') end = block.end;
    const moved = text.slice(block.start, block.end);
    const at = text.length;
    const glue = text.endsWith('\n') ? lineEnd : lineEnd + lineEnd;
    yield {
      title: hidden.where === 'template' ? 'Move out of the template' : 'Move out of the sample',
      kind: 'choice',
      edits: [
        { span: { start: block.start, end }, text: '' },
        { span: { start: at, end: at }, text: `${glue}${moved}${lineEnd}` },
      ],
      caret: null,
      preferred: true,
    };
  },
};

interface Hidden {
  readonly title: Span;
  /** Includes the project heading if it is also inside. */
  readonly block: Span;
  readonly where: 'template' | 'sample';
}

function hiddenIn(document: ProposalsDocument): Hidden[] {
  return [...inFence(document), ...inSample(document)];
}

/** The first proposal under the sample heading is the sample itself. */
function inSample({ samples, sections, projects, proposals }: ProposalsDocument): Hidden[] {
  if (proposals.length === 0 || projects.length === 0) return [];
  return samples.slice(1).map(({ section, body }: Sample): Hidden => {
    const before = sections[sections.indexOf(section) - 1];
    const withProject =
      before && before.level === section.level - 1 && before.level > 0 && before !== samples[0]?.section;
    return {
      title: shift(body.title.span, section.start),
      block: { start: withProject ? before.start : section.start, end: section.end },
      where: 'sample',
    };
  });
}

/** Reads the template's fence as a document. A proposal with mentors or an upstream issue is real. */
function inFence({ text, path, sections, template }: ProposalsDocument): Hidden[] {
  if (template.source !== 'document') return [];
  const section = sections.find(
    (each) => each.level > 0 && isTemplateHeading(titleOf(text, each)) && templateFence(text, each),
  );
  const fence = section && templateFence(text, section);
  if (!fence) return [];
  const inner = text.slice(fence.start, fence.end);
  // An unchanged template has few headings. Most files need no second parse.
  const headings = sectionsOf(inner).filter(({ level }) => level > 0);
  if (headings.length < 3) return [];
  const { proposals } = readDocument(inner, path);
  return proposals.slice(1).flatMap(({ section: own, body, project }): Hidden[] => {
    if (body.mentors.length === 0 && body.upstream.length === 0) return [];
    const above = headings[headings.findIndex(({ start }) => start === own.start) - 1];
    const start = project && above && above.start === project.section.start ? above.start : own.start;
    return [
      {
        title: shift(body.title.span, fence.start + own.start),
        block: { start: fence.start + start, end: fence.start + own.end },
        where: 'template',
      },
    ];
  });
}
