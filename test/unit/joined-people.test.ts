/** People of files that come and go, against those of the same files at once. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { knownFileOf } from '../../server/src/core/known/file';
import type { KnownFile, Person } from '../../server/src/core/known/known';
import { peopleOf } from '../../server/src/core/known/people';
import { readDocument } from '../../server/src/core/model/document';
import { Directory } from '../../server/src/host/workspace/file-index';
import './property-seed';

const handle = fc.option(fc.constantFrom('ada', 'Ada', 'bo', 'cy'));
const email = fc.option(fc.constantFrom('a@example.org', 'A@example.org', 'b@example.org', 'c@example.org'));
const name = fc.constantFrom('Ada Example', 'Ada E.', 'Bo Sample', '');
const entry = fc.tuple(name, handle, email).map(([called, account, address]) => {
  const parts = [account && `@${account}`, address].filter((part) => part);
  return parts.length > 0 ? `${called} (${parts.join(', ')})` : called;
});
const proposal = fc
  .tuple(fc.constantFrom('Jaeger', 'Harbor'), fc.array(entry, { maxLength: 3 }))
  .map(
    ([project, mentors]) =>
      `### ${project}\n\n#### T\n\n- Mentor(s):\n${mentors.map((each) => `  - ${each}\n`).join('')}\n`,
  );
const text = fc.array(proposal, { minLength: 1, maxLength: 3 }).map((proposals) => proposals.join(''));

/** A new text for one of some files, or none. After some of them somebody asks, or people are joined in part. */
const step = fc.record({
  at: fc.nat({ max: 4 }),
  text: fc.option(text),
  next: fc.constantFrom('nothing', 'ask', 'join some'),
});

test('they are grouped as if all files had come at once', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const directory = new Directory();
      directory.prepare();
      const files = new Map<number, KnownFile>();
      const underWay: Iterator<void>[] = [];
      for (const { at, text: now, next } of steps) {
        const before = files.get(at);
        if (before) directory.remove(before);
        files.delete(at);
        const file = now === null ? null : fileOf(at, now);
        if (file) {
          files.set(at, file);
          directory.add(file);
        }
        if (next === 'ask') void directory.people().all;
        if (next === 'join some') underWay.push(directory.people().join());
        for (const each of underWay) each.next();
      }
      const mentors = [...files.values()].flatMap(({ proposals }) => proposals.flatMap((each) => each.mentors));
      expect(directory.people().all.map(shown).sort()).toEqual(peopleOf(mentors).map(shown).sort());
    }),
    { numRuns: 300 },
  );
});

test('whoever is not concerned stays the same person', () => {
  const directory = new Directory();
  directory.prepare();
  const [one, other] = [fileOf(0, only('Ada Example (@ada)')), fileOf(1, only('Bo Sample (@bo)'))];
  directory.add(one);
  directory.add(other);
  const before = directory.people().all;
  directory.remove(other);
  directory.add(fileOf(1, only('Cy Sample (@cy)')));
  const after = directory.people().all;
  expect(after.map((person) => person.handle)).toEqual(['ada', 'cy']);
  expect(after[0]).toBe(before[0]);
});

function only(mentor: string): string {
  return `### Jaeger\n\n#### T\n\n- Mentor(s):\n  - ${mentor}\n`;
}

function fileOf(at: number, content: string): KnownFile {
  const path = `programs/lfx-mentorship/202${at}/01-Mar-May/README.md`;
  const file = knownFileOf(`file:///${path}`, readDocument(content, path));
  if (!file) throw new Error('That is no proposals document.');
  return file;
}

function shown({ handle: account, names, emails, mentions }: Person): string {
  return JSON.stringify([account, names, emails, mentions.map(({ proposal: { file }, span }) => [file.uri, span])]);
}
