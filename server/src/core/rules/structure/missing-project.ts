import { cncfProjects } from '../../facts/projects';
import type { ProposalRule } from '../../linter/rule';
import { readDocument } from '../../model/document';
import { levelsOf } from '../../model/levels';
import type { ProposalBody } from '../../model/proposal';
import { applyEdits } from '../../text/edit';
import { lineEndOf } from '../../text/lines';

export const missingProject: ProposalRule = {
  id: 'missing-project',
  scope: 'proposal',
  summary: 'Each proposal is below the heading of its project.',
  why: 'Without a project heading, the proposal is counted for the project above it or for none.',
  source: 'The template at the top of the file',
  severity: 'error',
  demand: 'projects',
  examples: [
    {
      bad: '#### Faster queries\n\n- Description: Make them fast.\n- Mentor(s): Ada Example (@ada-example)\n',
      good: '### Jaeger\n\n#### Faster queries\n\n- Description: Make them fast.\n- Mentor(s): Ada Example (@ada-example)\n',
    },
  ],
  *check({ body, project }) {
    if (project !== null || body.ids.size === 0) return;
    const { start, end } = body.title.span;
    yield {
      span: { start: start < end ? start : 0, end },
      message: 'Add a project heading above this proposal.',
    };
  },
  *help(_report, { proposal, document }) {
    const lineEnd = lineEndOf(document.text);
    const name = projectOf(proposal.body);
    const level = levelsOf(document).project;
    const at = proposal.section.start;
    const text = `${'#'.repeat(level)} ${name ?? ''}${lineEnd}${lineEnd}`;
    // Without a known name we insert the sample name, because an empty heading would be worse and the sample name asks
    // to be replaced.
    const named = name === null ? text.replace(/^#+ /, (hashes) => `${hashes}CNCF Project Name`) : text;
    const edits = [{ span: { start: at, end: at }, text: named }];
    const after = readDocument(applyEdits(document.text, edits), document.path, { previous: document });
    // A proposal at the highest level leaves no level for a project.
    if (!after.proposals.some(({ section, project }) => section.start === at + named.length && project !== null))
      return;
    yield {
      title: name === null ? 'Add a project heading' : `Add the project heading "${name}"`,
      kind: 'choice',
      edits,
      caret: at + named.trimEnd().length,
      preferred: true,
    };
  },
};

/** The project named by the program name or the upstream issue. Null if neither names one. */
function projectOf({ programName, upstream }: ProposalBody): string | null {
  const named = /^CNCF\s*[-–—]([^:]+):/.exec(programName?.text ?? '')?.[1]?.trim();
  if (named) return cncfProjects.find(named)?.name ?? named;
  for (const { owner } of upstream) {
    const project = owner === null ? null : cncfProjects.find(owner);
    if (project) return project.name;
  }
  return null;
}
