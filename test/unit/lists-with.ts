import type { Files } from '../../server/src/host/ports';
import { ProjectLists } from '../../server/src/host/workspace/project-list';
import { Roots } from '../../server/src/host/workspace/roots';

const folder = 'file:///disk';
const list = `${folder}/programs/lfx-mentorship/automation`;
const names = ['projects.yml', 'terms.yml'] as const;

/** What a workspace makes of its lists, and what its log says. */
export async function listsWith(texts: Partial<Record<(typeof names)[number], string>>) {
  const log: string[] = [];
  const files: Files = {
    list: async () => [],
    listForms: async () => [],
    read: async () => ({ is: 'binary' }),
    readSmall: async (uri) => {
      const name = names.find((each) => uri === `${list}/${each}`);
      const text = name && texts[name];
      return text === undefined ? { is: 'missing' } : { is: 'text', text };
    },
  };
  const lists = new ProjectLists(new Roots([folder], async () => undefined), files, (line) => log.push(line));
  await lists.reload();
  return { lists, log };
}

/** One project of a list. */
export const item = '- name: Quux\n';

/** Many keys of a project. */
export const keys = (count: number) => Array.from({ length: count }, (_, i) => `  key${i}: value\n`).join('');
