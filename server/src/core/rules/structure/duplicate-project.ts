import { losesNothing } from '../../edits/safe-edits';
import type { DocumentRule, Help } from '../../linter/rule';
import type { Project, ProposalsDocument } from '../../model/document';
import { belowHeading, blockOf } from '../../model/project-block';
import { lineEndOf } from '../../text/lines';

export const duplicateProject: DocumentRule = {
  id: 'duplicate-project',
  scope: 'document',
  summary: 'Each project has one heading per file.',
  why: 'With two headings, its proposals are counted and sorted as two projects, and links to the second heading open the first.',
  source: 'Corrections made in past terms',
  severity: 'warning',
  demand: 'projects',
  examples: [
    {
      bad: '### Jaeger\n\n#### Faster queries\n\n- Description: Make them fast.\n\n### Harbor\n\n#### Smaller images\n\n- Description: Make them small.\n\n### Jaeger\n\n#### Faster writes\n\n- Description: Make them fast.\n',
      good: '### Jaeger\n\n#### Faster queries\n\n- Description: Make them fast.\n\n#### Faster writes\n\n- Description: Make them fast.\n\n### Harbor\n\n#### Smaller images\n\n- Description: Make them small.\n',
    },
  ],
  *check({ document }) {
    for (const { first, second } of twinsIn(document)) {
      yield {
        span: { start: second.section.titleStart, end: second.section.titleEnd },
        message: `Move these proposals under the first "${second.name}" heading.`,
        related: [
          {
            uri: null,
            span: { start: first.section.titleStart, end: first.section.titleEnd },
            message: 'The first heading.',
          },
        ],
      };
    }
  },
  *help({ span }, { document }) {
    const twins = twinsIn(document).find(({ second }) => second.section.titleStart === span.start);
    const help = twins && moveUnderFirst(document, twins.first, twins.second);
    if (help) yield help;
  },
};

interface Twins {
  readonly first: Project;
  readonly second: Project;
}

/** Compares only headings of one level, because a deeper heading of the same name is part of the project. */
function twinsIn({ projects }: ProposalsDocument): Twins[] {
  const firsts = new Map<string, Project>();
  const found: Twins[] = [];
  for (const project of projects) {
    if (project.key === '') continue;
    const first = firsts.get(project.key);
    if (!first) firsts.set(project.key, project);
    else if (first.section.level === project.section.level) found.push({ first, second: project });
  }
  return found;
}

function moveUnderFirst(document: ProposalsDocument, first: Project, second: Project): Help | null {
  const { text } = document;
  const own = blockOf(document, second);
  const place = blockOf(document, first).end;
  if (place > own.start) return null;
  const body = belowHeading(text.slice(own.start, own.end));
  const lineEnd = lineEndOf(text);
  let next = own.end;
  while (next < text.length && /\s/.test(text.charAt(next))) next++;
  const atEnd = next === text.length;
  const end = atEnd ? next : text.lastIndexOf('\n', next) + 1;
  // At the end of the file, also remove the blank lines above.
  const start = atEnd ? Math.max(place, text.slice(0, own.start).trimEnd().length) : own.start;
  const edits = [
    { span: { start: place, end: place }, text: body === '' ? '' : lineEnd + lineEnd + body },
    { span: { start, end }, text: atEnd ? lineEnd : '' },
  ];
  if (!losesNothing(document, edits)) return null;
  return { title: `Move under the first "${first.name}"`, kind: 'choice', edits, caret: null, preferred: true };
}
