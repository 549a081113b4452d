/** Who is read out of entries that people write in unusual ways. */
import { expect, test } from 'vitest';
import { type NewParts, withParts } from '../../server/src/core/edits/mentor-entry';
import { applyEdits } from '../../server/src/core/text/edit';
import { read } from './marks';

/** "name | handle | e-mail" for each mentor of a field. */
function mentorsOf(value: string): string[] {
  const { document } = read(`### Jaeger\n\n#### T\n\n- Mentor(s): ${value}\n`);
  const mentors = document.proposals[0]?.body.mentors ?? [];
  return mentors.map(({ name, handle, email }) => [name, handle, email].map((part) => part?.text ?? '-').join(' | '));
}

test.each<[string, string[]]>([
  ['Ada Example (@ada, ada@example.org, ADA@example.org)', ['Ada Example | ada | ada@example.org']],
  ['Ada Example, ada@example.org, bo@example.org', ['Ada Example | - | ada@example.org', '- | - | bo@example.org']],
  ['Ada Example (ada@example.org, ada@mail.example.org)', ['Ada Example | - | ada@example.org']],
  ['Ada Example (@ada, @ada-work)', ['Ada Example | ada | -']],
  ['@ada @bo', ['- | ada | -', '- | bo | -']],
  [
    '[Ada Example](https://github.com/ada) [Bo Sample](https://github.com/bo)',
    ['Ada Example | ada | -', 'Bo Sample | bo | -'],
  ],
  ['Ada Example [@ada](https://github.com/ada)', ['Ada Example | ada | -']],
  ['[@ada](https://github.com/ada), [@bo](https://github.com/bo)', ['- | ada | -', '- | bo | -']],
  ['Ada Example (Ada Muster) (@ada)', ['Ada Example (Ada Muster) | ada | -']],
  ['Ada Example, ada-x, ada@example.org', ['Ada Example | ada-x | ada@example.org']],
  ['Ada Example (GitHub: ada-x)', ['Ada Example | ada-x | -']],
  ['GitHub: ada-x', ['- | ada-x | -']],
  ['Adjunct: Ada Example (@ada)', ['Ada Example | ada | -']],
  ['Ada Example (@ada) wrote the first version', ['Ada Example | ada | -']],
])('%s', (value, expected) => {
  expect(mentorsOf(value)).toEqual(expected);
});

/** The first mentor of a field once parts of it are replaced. Null if that would lose something. */
function replaced(value: string, parts: NewParts): string | null {
  const { document } = read(`### Jaeger\n\n#### T\n\n- Mentor(s): ${value}\n`);
  const [proposal] = document.proposals;
  const mentor = proposal?.body.mentors[0];
  if (!proposal || !mentor) throw new Error('no mentor');
  const edit = withParts(proposal.body, mentor, parts);
  return edit && applyEdits(proposal.body.text, [edit]).replace(/^[\s\S]*Mentor\(s\): |\n$/g, '');
}

test.each<[value: string, parts: NewParts, after: string | null]>([
  ['Ada Example, @ada', { email: 'ada@example.org' }, 'Ada Example (@ada, ada@example.org)'],
  ['Ada Example ([@ada](https://github.com/ada))', { handle: 'ada-x' }, 'Ada Example (@ada-x)'],
  [
    '[Ada Example](https://github.com/ada), [ada@old.example.org](mailto:ada@old.example.org)',
    { email: 'ada@example.org' },
    'Ada Example (@ada, ada@example.org)',
  ],
  // What leads elsewhere than its text says is not ours to drop.
  [
    'Ada Example [ada@old.example.org](mailto:ada@older.example.org)',
    { email: 'ada@example.org' },
    'Ada Example [ada@example.org](mailto:ada@older.example.org)',
  ],
  [
    'Ada Example (GitHub: ada, e-mail: ada@old.example.org)',
    { email: 'ada@example.org' },
    'Ada Example (@ada, ada@example.org)',
  ],
  ['Ada Example (@ada)(lead)', { handle: 'ada-x' }, 'Ada Example (@ada-x)(lead)'],
  ['Ada Example (lead) (@ada)', { handle: 'ada-x' }, 'Ada Example (@ada-x) - lead'],
  ['Ada Example (@ada) - lead', { name: 'Ada Muster' }, 'Ada Muster (@ada) - lead'],
  ['Ada Example (@ada)/Bo', { name: 'Ada Muster' }, 'Ada Muster (@ada)/Bo'],
  ['Ada Example (@ada', { email: 'ada@example.org' }, 'Ada Example (@ada, ada@example.org)'],
  // A bracket that holds more than parts stays one.
  ['Ada Example (@ada, who wrote the store)', { handle: 'ada-x' }, 'Ada Example (@ada-x, who wrote the store)'],
  ['Ada Example (@ada, who wrote the store)', { email: 'ada@example.org' }, null],
  ['Ada Example (@ada, Bo Sample @bo)', { handle: 'ada-x' }, 'Ada Example (@ada-x, Bo Sample @bo)'],
  ['Ada Example (@ada)/Bo', { email: 'ada@example.org' }, null],
  ['Ada Example (@ada) who wrote the store', {}, 'Ada Example (@ada) who wrote the store'],
])('%s with %j', (value, parts, after) => {
  expect(replaced(value, parts)).toBe(after);
});
