import { quotas, usualQuota } from '../../facts/quotas';
import type { DocumentRule, OptionsSchema } from '../../linter/rule';
import type { Project } from '../../model/document';

const proposal = (n: number) =>
  `#### Idea ${n}\n\n- Description: Idea ${n}.\n- Mentor(s):\n  - Ada Example (@ada-example, ada@example.org)\n\n`;

const options = {
  max: {
    type: 'integer',
    summary: 'The largest number of proposals of a project in a term.',
    default: usualQuota,
    minimum: 1,
    maximum: 1000,
  },
  projects: {
    type: 'integers',
    summary: 'Other quotas, by the slug of the project, or by its name in lower case if CNCF does not list it.',
    default: quotas,
    minimum: 1,
    maximum: 1000,
  },
} satisfies OptionsSchema;

export const projectQuota: DocumentRule<typeof options> = {
  id: 'project-quota',
  scope: 'document',
  summary: 'Each project keeps to its quota of proposals per term: four, or eight for Kubernetes.',
  why: 'Each term has a limited number of mentees. The quota is counted per term: proposals of other terms do not count, and more proposals than the quota need an exception from an admin.',
  source: 'quotas.yml of the mentoring repository, which applies from 2026 on',
  severity: 'information',
  demand: 'terms',
  options,
  examples: [
    {
      path: 'programs/lfx-mentorship/2026/01-Mar-May/project_ideas.md',
      bad: `### Jaeger\n\n${[1, 2, 3, 4, 5].map(proposal).join('')}`,
      good: `### Jaeger\n\n${[1, 2, 3, 4].map(proposal).join('')}`,
    },
  ],
  *check({ document, options: { max, projects } }) {
    const { term, proposals, readings } = document;
    // Quotas started in 2026, so earlier terms did not violate them. Other programs have their own limits.
    if (term?.program === 'summerofcode' || (term?.year ?? Number.POSITIVE_INFINITY) < 2026) return;
    const counts = new Map<Project, number>();
    for (const { project } of proposals) if (project) counts.set(project, (counts.get(project) ?? 0) + 1);
    const whole = new Map<string, { project: Project; slug: string; count: number }>();
    for (const [project, count] of counts) {
      const known = project.listed ? readings.context.projects.find(project.name) : null;
      const slug = known?.slug ?? project.name.toLowerCase();
      const same = whole.get(slug);
      // Two headings of one project share one quota.
      if (same) same.count += count;
      else whole.set(slug, { project, slug, count });
    }
    for (const { project, slug, count } of whole.values()) {
      const quota = (Object.hasOwn(projects, slug) ? projects[slug] : null) ?? max;
      if (count <= quota) continue;
      const { titleStart, titleEnd } = project.section;
      yield {
        span: { start: titleStart, end: titleEnd },
        message: `"${project.name}" has ${count} proposals, its quota is ${quota}. Ask an admin for an exception.`,
      };
    }
  },
};
