import { nearProject } from '../../facts/near-project';
import type { CncfProject } from '../../facts/projects';
import type { DocumentRule } from '../../linter/rule';
import type { Project } from '../../model/document';

export const unknownProject: DocumentRule = {
  id: 'unknown-project',
  scope: 'document',
  summary: 'Project names are spelled as CNCF lists them.',
  why: 'Mentees, and tools that count proposals, cannot find a project under a misspelled name.',
  source: 'The list of CNCF projects',
  severity: 'information',
  demand: 'projects',
  examples: [
    {
      bad: '### Kubewardem\n\n#### Faster queries\n\n- Description: Make them fast.\n- Mentor(s): Ada Example (@ada-example)\n',
      good: '### Kubewarden\n\n#### Faster queries\n\n- Description: Make them fast.\n- Mentor(s): Ada Example (@ada-example)\n',
    },
  ],
  *check({ document }) {
    for (const project of document.projects) {
      const near = nearTo(project);
      const { section, name } = project;
      if (!near) continue;
      yield {
        span: { start: section.titleStart, end: section.titleEnd },
        message: `"${name}" looks like a misspelling of "${near.name}".`,
      };
    }
  },
  *help({ span }, { document }) {
    const project = document.projects.find(({ section }) => section.titleStart === span.start);
    const near = project ? nearTo(project) : null;
    if (near)
      yield {
        title: `Rename to "${near.name}"`,
        kind: 'choice',
        edits: [{ span, text: near.name }],
        caret: null,
        preferred: true,
      };
  },
};

function nearTo({ name, listed, key }: Project): CncfProject | null {
  return listed ? null : nearProject(name, key);
}
