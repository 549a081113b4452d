import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cncfProjects } from '../../server/src/core/facts/projects';
import { projectSizes } from '../../server/src/core/facts/summer-of-code';
import { lfxTerms, usualStatuses } from '../../server/src/core/facts/terms';
import { nothingKnown } from '../../server/src/core/known/known';
import { findingsOf } from '../../server/src/core/linter/run';
import { readDocument } from '../../server/src/core/model/document';
import { insertedText } from './snippet-text';

interface Snippet {
  readonly prefix: readonly string[];
  readonly description: string;
  readonly body: readonly string[];
}

const file = resolve(import.meta.dirname, '../../snippets/proposals.json');
const snippets = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Snippet>;

const drafts = 'programs/lfx-mentorship/2027/01-Mar-May/project_ideas.md';
const readme = 'programs/lfx-mentorship/2027/01-Mar-May/README.md';
const summer = 'programs/summerofcode/2027.md';
const ada = ['Ada Example', 'ada-example', 'ada@example.org'];
const bo = ['Bo Sample', 'bo-sample', 'bo@example.org'];
const values = ['Make them fast.', 'A faster page.', 'Go, SQL'];
const lfids = (each: readonly string[], lfid: string) => [...each, lfid];
const lfxAda = lfids(ada, 'adaex');
const lfxBo = lfids(bo, 'bosam');
const technologies = 'Go, Kubernetes';
const issue = 'https://github.com/example/example/issues/1';
const lfxUrl = 'https://mentorship.lfx.linuxfoundation.org/project/00000000-0000-4000-8000-000000000000';
const template =
  '## Template\n\n```\n### CNCF Project Name\n\n#### Mentorship project Title\n\n- Description:\n- Expected Outcome:\n- Recommended Skills:\n- Mentor(s):\n  - Mentor Name (@mentor_github, mentor@email.addy)\n- Upstream Issue:\n```\n\n';
const summerTemplate =
  '### Template\n\n```\n#### CNCF Project Name\n\n##### Project Title\n\n- Description:\n- Expected Outcome:\n- Recommended Skills:\n- Expected project size: # one of small (~90 hours), medium and large\n- Mentor(s): # at least two\n  - Jane Doe (@jane-github, jane@email.address) - primary\n  - John Doe (@john-github, john@email.address)\n- Upstream Issue (URL):\n```\n\n';

/** The days of a term's timeline, in its order; a period has two. */
const days = [
  'January 6',
  'January 19',
  'January 25',
  'February 9',
  'February 10',
  'February 23',
  'February 25',
  'March 1',
  'April 13',
  'May 25',
  'May 28',
].map((day) => `${day}, 2027`);

describe('what a snippet leaves behind, filled in, has no finding', () => {
  test.each([template, ''])('a proposal', (head) => {
    const text = inserted('Mentorship proposal', [
      'Faster queries',
      'Jaeger',
      null,
      ...values,
      technologies,
      ...lfxAda,
      ...lfxBo,
      issue,
    ]);
    expectSound(`${head}## Proposed Project ideas\n\n### Jaeger\n\n${text}`, drafts, ['Jaeger']);
  });

  test.each([template, ''])('a project with a proposal', (head) => {
    const filling = ['Jaeger', 'Faster queries', null, ...values, technologies, ...lfxAda, ...lfxBo, issue];
    const text = inserted('Project with a mentorship proposal', filling);
    expectSound(`${head}## Proposed Project ideas\n\n${text}`, drafts, ['Jaeger']);
  });

  test.each(['  ', '  mentor', '', 'mentor'])('a mentor, in place of %j', (line) => {
    const filling = ['Faster queries', 'Jaeger', null, ...values, technologies, ...lfxAda, ...lfxBo, issue];
    const entry = insertedText(snippets.Mentor?.body ?? [], {
      typed: { 1: 'Lin Probe', 2: 'lin-probe', 3: 'lin@example.org', 4: 'linpro' },
      variables: { TM_CURRENT_LINE: line },
    });
    const text = inserted('Mentorship proposal', filling).replace(
      '- Upstream',
      `${line.replace('mentor', '')}${entry}\n$&`,
    );
    expect(text).toContain('\n  - Lin Probe (@lin-probe, lin@example.org, LFID: linpro)\n');
    const { proposals } = expectSound(`### Jaeger\n\n${text}`, drafts, ['Jaeger']);
    expect(proposals[0]?.body.mentors).toHaveLength(3);
  });

  test.each([summerTemplate, ''])('a Summer of Code proposal', (head) => {
    const text = inserted('Summer of Code proposal', ['Faster queries', ...values, null, ...ada, ...bo, issue]);
    expectSound(`${head}## Ideas\n\n#### Jaeger\n\n${text}`, summer, ['Jaeger']);
  });

  test.each([summerTemplate, ''])('a project with a Summer of Code proposal', (head) => {
    const filling = ['Jaeger', 'Faster queries', ...values, null, ...ada, ...bo, issue];
    expectSound(`${head}## Ideas\n\n${inserted('Project with a Summer of Code proposal', filling)}`, summer, [
      'Jaeger',
    ]);
  });

  test.each([readme, 'programs/lfx-mentorship/2026/02-Jun-Aug/README.md'])('the README of a term: %s', (path) => {
    const year = /20\d\d/.exec(path)?.[0] ?? '';
    const timeline = days.map((day) => day.replace('2027', year));
    const title = "Faster queries & Reports (Ä's)";
    const fields = [...values, 'Go', ...ada, ...bo, issue, lfxUrl];
    const text = inserted('Term README', [null, null, null, null, ...timeline, 'Jaeger', title, ...fields], path);
    const { fronts, kind, term } = expectSound(text, path, ['Jaeger']);
    expect(kind).toBe('accepted');
    expect(term?.status).toBe('Planning');
    expect(fronts.flatMap(({ front }) => front.toc.map(({ anchor }) => anchor.text))).toEqual([
      'jaeger',
      'faster-queries--reports-äs',
    ]);
  });
});

describe('what is left as it was', () => {
  test.each([
    ['Mentorship proposal', drafts, '### Jaeger\n\n'],
    ['Summer of Code proposal', summer, '#### Jaeger\n\n'],
  ])('in "%s" is told, field by field', (name, path, head) => {
    const document = readDocument(`${head}${inserted(name, [])}`, path);
    const found = findingsOf(document, nothingKnown, {});
    const rules = new Set(found.map(({ rule }) => rule));
    expect([...rules]).toEqual(expect.arrayContaining(['empty-field', 'placeholder']));
    const fields = document.proposals[0]?.body.fields.map(({ label }) => label?.text) ?? [];
    const written = fields.filter((label) => label !== 'Expected project size');
    expect(found.filter(({ field }) => field).map(({ field }) => field)).toEqual(expect.arrayContaining(written));
  });
});

describe('the term of a day', () => {
  test.each([
    ['2026-09-20', '2027 Term 1'],
    ['2026-11-20', '2027 Term 1'],
    ['2026-12-31', '2027 Term 1'],
    ['2027-01-06', '2027 Term 1'],
    ['2027-02-15', '2027 Term 1'],
    ['2027-03-15', '2027 Term 2'],
    ['2027-05-13', '2027 Term 2'],
    ['2027-06-15', '2027 Term 3'],
    ['2027-07-28', '2027 Term 3'],
    ['2031-10-01', '2032 Term 1'],
  ])('on %s, proposals are written for %s', (day, term) => {
    for (const name of ['Mentorship proposal', 'Project with a mentorship proposal'])
      expect(/\((20.*)\)$/m.exec(inserted(name, [], drafts, day))?.[1]).toBe(term);
  });

  test('is the one that begins next, on every day but those around its beginning', () => {
    for (let time = Date.UTC(2026, 0, 1); time < Date.UTC(2034, 8, 1); time += 86_400_000) {
      const day = new Date(time);
      const next = lfxTerms.find(({ firstMonth }) => time < Date.UTC(day.getUTCFullYear(), firstMonth - 1));
      const year = day.getUTCFullYear() + (next ? 0 : 1);
      const isNear = lfxTerms.some(
        ({ firstMonth }) => Math.abs(time - Date.UTC(day.getUTCFullYear(), firstMonth - 1)) < 6 * 86_400_000,
      );
      const text = inserted('Mentorship proposal', [], drafts, day.toISOString());
      if (!isNear) expect(text, day.toISOString()).toContain(`(${year} Term ${next?.number ?? 1})`);
    }
  });

  test.each(lfxTerms)('the README in $folder has the heading of its folder', ({ folder, number, months }) => {
    for (const path of [`/programs/2028/${folder}/README.md`, `C:\\programs\\2028\\${folder}\\README.md`])
      expect(inserted('Term README', [], path)).toMatch(new RegExp(`^# Term 0${number} - 2028 ${months}\n`));
    expect(inserted('Term README', [], '/elsewhere/README.md')).toMatch(/^# Term 0 {2}- {2}\n|^# Term 0 - {2}\n/);
  });
});

test('choices are those of the program', () => {
  const all = Object.values(snippets)
    .flatMap(({ body }) => body)
    .join('\n');
  const choices = new Set(
    [...all.matchAll(/\|([^|]*)\|\}/g)].map((choice) => choice[1]).filter((choice) => choice?.includes(',')),
  );
  expect([...choices].sort()).toEqual([usualStatuses.join(), projectSizes.join()].sort());
});

test.each(Object.entries(snippets))('the stops of "%s" are numbered in the order of the text', (_, { body }) => {
  const text = body.join('\n').replaceAll(/\$\{[A-Z_]+\/.*?\/.*?\/\}|\/\(.*?\/gu/g, '');
  const stops = [...text.matchAll(/\$\{?(\d+)/g)].map((stop) => Number(stop[1]));
  const first = [...new Set(stops)].filter((stop) => stop > 0);
  expect(first).toEqual(first.map((_, order) => order + 1));
});

test('a snippet is found by its own word', () => {
  const prefixes = Object.values(snippets).flatMap(({ prefix }) => prefix);
  expect(new Set(prefixes).size).toBe(prefixes.length);
  expect(prefixes).toEqual(expect.arrayContaining(['proposal', 'project', 'mentor', 'gsoc', 'term']));
});

/** What a snippet leaves behind with `filling` typed into its stops in order; null is for a stop that stays as it is. */
function inserted(name: string, filling: readonly (string | null)[], path = drafts, day = '2026-11-20'): string {
  const snippet = snippets[name];
  if (!snippet) throw new RangeError(`no snippet "${name}"`);
  const typed = Object.fromEntries(filling.flatMap((text, i) => (text === null ? [] : [[i + 1, text]])));
  const variables = {
    CURRENT_SECONDS_UNIX: String(Date.parse(day) / 1000),
    TM_DIRECTORY: path.replace(/[\\/][^\\/]*$/, ''),
  };
  return insertedText(snippet.body, { typed, variables });
}

function expectSound(text: string, path: string, projects: string[]) {
  const document = readDocument(text, path);
  expect(document.proposals.map(({ project }) => project?.name)).toEqual(projects);
  for (const name of projects) expect(cncfProjects.find(name)).not.toBeNull();
  expect(findingsOf(document, nothingKnown, {}).map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
  return document;
}
