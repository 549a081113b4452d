/** The lists of projects and of open terms that a workspace has. */
import { describe, expect, test } from 'vitest';
import { Desk, disk, remove, write } from './desk';

describe('the lists of a workspace', () => {
  const projects = `${disk}/programs/lfx-mentorship/automation/projects.yml`;
  const terms = `${disk}/programs/lfx-mentorship/automation/terms.yml`;

  async function deskWith(list: string): Promise<Desk> {
    const desk = new Desk([disk]);
    desk.files.texts.set(projects, list);
    await desk.settled();
    return desk;
  }

  test('projects are those of the workspace, and headings are read with them', async () => {
    const desk = await deskWith(
      '- name: Quux\n  slug: quux\n  repo_url: https://github.com/quux/quux\n- 7\n- {slug: x}\n',
    );
    expect(desk.workspace.projects().find('quux')).toEqual({
      name: 'Quux',
      slug: 'quux',
      maturity: '',
      repository: 'quux/quux',
      homepage: '',
    });
    expect(desk.workspace.projects().find('Jaeger')).toBeNull();
    remove(desk, projects);
    await desk.settled();
    expect(desk.workspace.projects().find('Jaeger')).not.toBeNull();
  });

  test.each([
    'a: [',
    '7',
    '[]',
    '- &a [*a, *a]\n- !!js/function x',
    '- !<s3cret> x',
    '- *s3cret',
    `${'- '.repeat(100_000)}x`,
    'x'.repeat(1_000_001),
  ])('of a list like %j nothing is used, and one line says so', async (list) => {
    const desk = await deskWith(list);
    expect(desk.workspace.projects().find('Jaeger')).not.toBeNull();
    expect(desk.log.filter((line) => /Cannot use \S*projects\.yml: /.test(line))).toHaveLength(1);
    expect(desk.log.join()).not.toContain('s3cret');
  });

  test('open terms are known with the file that lists them', async () => {
    const desk = await deskWith('');
    write(desk, terms, 'terms:\n  - "2026 Term 3 (Sep-Nov)"\n  - Some day\n');
    await desk.settled();
    expect(desk.workspace.terms()).toEqual([
      { label: '2026 Term 3 (Sep-Nov)', termKey: '2026-03', uri: terms },
      { label: 'Some day', termKey: '', uri: terms },
    ]);
  });
});
