/** Which entries of several files belong to one person. */
import { describe, expect, test } from 'vitest';
import { knownFileOf } from '../../server/src/core/known/file';
import type { JoinedPeople } from '../../server/src/core/known/joined-people';
import type { KnownMentor, Person } from '../../server/src/core/known/known';
import { peopleOf, withoutMentions } from '../../server/src/core/known/people';
import { readDocument } from '../../server/src/core/model/document';
import { Directory } from '../../server/src/host/workspace/file-index';

/** The entries of a file with one proposal a line: `Project: entry`. */
function entries(term: string, ...lines: readonly string[]): readonly KnownMentor[] {
  const text = lines.map((line, n) => {
    const [project, entry] = line.split(': ');
    return `### ${project}\n\n#### Title ${n}\n\n- Description: x\n- Mentor(s):\n  - ${entry}\n`;
  });
  const path = `programs/lfx-mentorship/${term}/README.md`;
  const file = knownFileOf(path, readDocument(text.join('\n'), path));
  return file?.proposals.flatMap(({ mentors }) => mentors) ?? [];
}

const shown = ({ handle, names, emails, mentions }: Person) =>
  `${handle ?? '-'} ${names.join('/') || '-'} ${emails.join('/') || '-'} ${mentions.length}`;
const people = (...mentors: (readonly KnownMentor[])[]) => peopleOf(mentors.flat()).map(shown).sort();

/** The people of the files that these entries are from. */
function joined(mentors: readonly KnownMentor[]): JoinedPeople {
  return new Directory([...new Set(mentors.map(({ proposal }) => proposal.file))]).people();
}

const older = '2024/01-Mar-May';
const newer = '2025/01-Mar-May';

describe('one person', () => {
  test('has one handle, case aside, as the newest entry writes it', () => {
    const found = people(
      entries(older, 'Jaeger: Ada Example (@Ada-Example, ada@old.example.org)'),
      entries(newer, 'Harbor: Ada Example (@ada-example, ada@example.org)'),
    );
    expect(found).toEqual(['ada-example Ada Example ada@example.org/ada@old.example.org 2']);
  });

  test('keeps every name, that of the newest term first', () => {
    const found = people(entries(older, 'Jaeger: A. Example (@ada)'), entries(newer, 'Jaeger: Ada Example (@ada)'));
    expect(found).toEqual(['ada Ada Example/A. Example - 2']);
  });

  test.each([
    ['with its e-mail', 'Harbor: Ada E. (ada@example.org)', 'ada Ada E./Ada Example ada@example.org 2'],
    ['with its name in the same project', 'Jaeger: Ada Example', 'ada Ada Example ada@example.org 2'],
    [
      'with its name in the same project and another e-mail',
      'Jaeger: Ada Example (ada@new.example.org)',
      'ada Ada Example ada@new.example.org/ada@example.org 2',
    ],
  ])('has the entry without a handle %s', (_, entry, expected) => {
    expect(people(entries(older, 'Jaeger: Ada Example (@ada, ada@example.org)'), entries(newer, entry))).toEqual([
      expected,
    ]);
  });

  test('without a handle is joined by e-mail, then by name within a project', () => {
    const loose = ['Jaeger: Ada Example (ada@example.org)', 'Harbor: Ada (ada@example.org)', 'Jaeger: Ada Example'];
    expect(people(entries(older, ...loose))).toEqual(['- Ada Example/Ada ada@example.org 3']);
  });
});

describe('two people', () => {
  test.each([
    [
      'have two handles, whatever else they share',
      ['Jaeger: Ada Example (@ada, a@example.org)', 'Jaeger: Ada Example (@ada2, a@example.org)'],
    ],
    ['have one name in two projects', ['Jaeger: Ada Example (@ada)', 'Harbor: Ada Example']],
    [
      'without handles have two e-mails',
      ['Jaeger: Ada Example (a@example.org)', 'Jaeger: Ada Example (b@example.org)'],
    ],
  ])('%s', (_, lines) => {
    expect(people(entries(older, ...lines))).toHaveLength(2);
  });

  test('leave an entry alone that may be either', () => {
    const both = ['Jaeger: Ada Example (@ada, a@example.org)', 'Jaeger: Ada Example (@ada2, a@example.org)'];
    expect(people(entries(older, ...both, 'Harbor: A. E. (a@example.org)'))).toContain('- A. E. a@example.org 1');
  });
});

describe('people of two lists', () => {
  const ask = (one: readonly KnownMentor[], other: readonly KnownMentor[]) =>
    joined(one).and(peopleOf(other)).map(shown).sort();

  test('with one handle are one', () => {
    const one = entries(older, 'Jaeger: Ada Example (@ada, ada@old.example.org)');
    expect(ask(one, entries(newer, 'Harbor: Ada Example (@ADA, ada@example.org)'))).toEqual([
      'ADA Ada Example ada@example.org/ada@old.example.org 2',
    ]);
  });

  test('with one e-mail are one where at most one of them has a handle', () => {
    const loose = entries(older, 'Jaeger: Ada (a@example.org)');
    expect(ask(loose, entries(newer, 'Harbor: Ada Example (@ada, a@example.org)'))).toEqual([
      'ada Ada Example/Ada a@example.org 2',
    ]);
    expect(
      ask(entries(older, 'Jaeger: Ada (@one, a@example.org)'), entries(newer, 'Jaeger: Ada (@two, a@example.org)')),
    ).toHaveLength(2);
  });

  test('with two handles are two, also where both might own an older entry', () => {
    const loose = entries(older, 'Jaeger: Ada (a@example.org)');
    const two = entries(newer, 'Harbor: Ada (@one, a@example.org)', 'Argo: Ada (@two, a@example.org)');
    expect(ask(loose, two)).toHaveLength(2);
  });

  test('that nothing is added to stay the same', () => {
    const all = joined(entries(older, 'Jaeger: Ada (@ada)', 'Jaeger: Bo (@bo)'));
    expect(all.and([])).toBe(all.all);
    const [ada, bo] = all.and(peopleOf(entries(newer, 'Jaeger: Bo (@bo)')));
    expect(ada).toBe(all.all[0]);
    expect(bo).not.toBe(all.all[1]);
  });
});

test('a person without some mentions is known by the others, or not at all', () => {
  const [ada] = peopleOf([
    ...entries(older, 'Jaeger: Ada Old (@ada, old@example.org)'),
    ...entries(newer, 'Jaeger: Ada New (@ada, new@example.org)'),
  ]);
  if (!ada) throw new Error('There is nobody.');
  const left = withoutMentions(ada, ({ name }) => name === 'Ada New');
  expect(left && shown(left)).toBe('ada Ada Old old@example.org 1');
  expect(withoutMentions(ada, () => true)).toBeNull();
  expect(withoutMentions(ada, () => false)).toBe(ada);
});
