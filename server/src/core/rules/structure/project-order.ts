import { projectListsIn, sortProjects, straysIn } from '../../edits/project-order';
import type { DocumentRule } from '../../linter/rule';

export const projectOrder: DocumentRule = {
  id: 'project-order',
  scope: 'document',
  summary: 'Projects are in alphabetical order, ignoring case.',
  why: 'Mentees look for a project by its name, and an admin would have to move it.',
  source: 'Corrections made in past terms; term READMEs since 2022 are sorted',
  severity: 'information',
  demand: 'projects',
  examples: [
    {
      bad: '### Argo\n\n#### A\n\n- Description: a\n\n### Dapr\n\n#### D\n\n- Description: d\n\n### Harbor\n\n#### H\n\n- Description: h\n\n### Jaeger\n\n#### J\n\n- Description: j\n\n### Cilium\n\n#### C\n\n- Description: c\n',
      good: '### Argo\n\n#### A\n\n- Description: a\n\n### Cilium\n\n#### C\n\n- Description: c\n\n### Dapr\n\n#### D\n\n- Description: d\n\n### Harbor\n\n#### H\n\n- Description: h\n\n### Jaeger\n\n#### J\n\n- Description: j\n',
    },
  ],
  *check({ document }) {
    for (const list of projectListsIn(document)) {
      const { strays, before } = straysIn(list);
      const first = strays[0];
      if (!first || strays.length * 4 > list.length) continue;
      const { section, name } = first.project;
      yield {
        span: { start: section.titleStart, end: section.titleEnd },
        message: before
          ? `Move "${name}" above "${before.project.name}" (alphabetical order).`
          : `Move "${name}" further down (alphabetical order).`,
      };
      return;
    }
  },
  *help(_report, { document }) {
    const edits = sortProjects(document, (strays, all) => strays * 4 <= all);
    if (edits && edits.length > 0)
      yield { title: 'Sort projects', kind: 'action', edits, caret: null, preferred: true };
  },
};
