/** Who is read out of entries that people write in unusual ways. */
import { expect, test } from 'vitest';
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
