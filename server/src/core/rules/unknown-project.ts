import { distance } from 'fastest-levenshtein';
import { type CncfProject, cncfProjects } from '../facts/projects';
import { wordKey } from '../facts/words';
import type { Project } from '../model/document';
import type { DocumentRule } from './rule';

export const unknownProject: DocumentRule = {
  id: 'unknown-project',
  scope: 'document',
  summary: 'A project is called by a name that CNCF lists.',
  why: 'Under a misspelled name the project is not found, neither by mentees nor by the tools that count its proposals.',
  source: 'The list of CNCF projects',
  severity: 'information',
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
        message: `CNCF has no project "${name}"; did you mean "${near.name}"?`,
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

/** The one project that a slip of a letter, two in a long name, leads away from; null where there is none or several. */
function nearTo({ name, listed, key }: Project): CncfProject | null {
  if (listed || key.length < 5) return null;
  const most = key.length < 9 ? 1 : 2;
  const near = projectKeys.filter(
    ([known]) =>
      known[0] === key[0] &&
      Math.abs(known.length - key.length) <= most &&
      // A number at the end tells two things apart, it is no slip.
      /\d*$/.exec(known)?.[0] === /\d*$/.exec(key)?.[0] &&
      // A word more names a part of the project ("Example AI").
      !(key.startsWith(known) && /\s/.test(name.slice(known.length).trimEnd())) &&
      distance(known, key) <= most,
  );
  return near.length === 1 ? (near[0]?.[1] ?? null) : null;
}

const projectKeys = cncfProjects.projects.map((project) => [wordKey(project.name), project] as const);
