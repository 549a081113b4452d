import fc from 'fast-check';
import { expect, test } from 'vitest';
import { webPage } from '../../client/src/ui/web-page';
import { bundledForm, lfxFields } from '../../server/src/core/facts/proposal-form';
import { blankIssuePage, longestAddress, prefilledForm } from '../../server/src/core/submission/prefilled-form';

const textFields = bundledForm.fields.filter(({ type }) => type === 'input' || type === 'textarea');
const answersOf = (texts: Readonly<Record<string, string>>) =>
  new Map(Object.entries(texts).map(([id, text]) => [id, { text }]));

/** Lone halves of surrogate pairs, which no address can hold, are replaced. */
const wellFormed = (text: string) => Buffer.from(text).toString();

test('the address gives back the title and each text that is in it', () => {
  const texts = fc.dictionary(
    fc.constantFrom(...textFields.map(({ id }) => id)),
    fc.oneof(fc.string({ maxLength: 60 }), fc.constantFrom('C# & C++', '100 % — a=b#c', '漢字\n\n', '\ud800')),
  );
  fc.assert(
    fc.property(fc.string({ maxLength: 80 }), texts, (title, own) => {
      const { url, toPaste } = prefilledForm(bundledForm, { title, answers: answersOf(own) });
      // What is opened is what has been looked at.
      const { searchParams } = new URL(webPage(url) ?? '');
      expect(toPaste).toEqual([]);
      expect(url).not.toMatch(/[#\s]|%(?![\dA-F]{2})/);
      expect(searchParams.get('title')).toBe(wellFormed(title));
      for (const [id, text] of Object.entries(own)) expect(searchParams.get(id) ?? '').toBe(wellFormed(text));
    }),
  );
});

test('the signs that mean something in an address survive the way to the browser', () => {
  const { url } = prefilledForm(bundledForm, { title: 'C# & C++ 100%', answers: new Map() });
  expect(webPage(url)).toBe(url);
  expect(url).toContain('title=C%23%20%26%20C%2B%2B%20100%25');
});

test('what GitHub cannot fill in is left out and told', () => {
  const { url, toClick } = prefilledForm(bundledForm, {
    title: 't',
    answers: answersOf({
      [lfxFields.project]: 'Jaeger',
      [lfxFields.term]: '',
      [lfxFields.prerequisites]: '- [X] Resume\n- [ ] Cover Letter',
      [lfxFields.name]: 'Faster',
    }),
  });
  expect(url).toBe(
    'https://github.com/cncf/mentoring/issues/new?template=lfx-program-proposal.yml&title=t&program_name=Faster',
  );
  expect(toClick).toEqual(['CNCF Project: Jaeger', 'Application Prerequisites: Resume']);
});

test('the longest texts are pasted where the address would be too long', () => {
  const long = '漢'.repeat(2_000);
  const { url, toPaste } = prefilledForm(bundledForm, {
    title: 't',
    answers: answersOf({ [lfxFields.description]: long, [lfxFields.technologies]: 'Go' }),
  });
  expect(toPaste).toEqual(['Program Description']);
  expect(url.length).toBeLessThanOrEqual(longestAddress);
  expect(url).toContain('technologies=Go');
});

test('a blank issue has its title', () => {
  expect(blankIssuePage(bundledForm, 'A & b')).toBe('https://github.com/cncf/mentoring/issues/new?title=A%20%26%20b');
});
