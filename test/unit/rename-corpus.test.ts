/** On real files: a rename changes the name alone, and renaming back restores every byte. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isEmail, isGitHubHandle } from '../../server/src/core/facts/mentors';
import { listedFile } from '../../server/src/core/features/list/list';
import type { PartName } from '../../server/src/core/features/rename/mentor';
import {
  type Named,
  type NamedHeading,
  newName,
  renamableHeadingAt,
  renameIn,
} from '../../server/src/core/features/rename/rename';
import { type ProposalsDocument, readDocument } from '../../server/src/core/model/document';
import { tocOf } from '../../server/src/core/model/toc';
import { applyEdits } from '../../server/src/core/text/edit';
import { noRealFiles, realFiles } from './real-files';

const RUNS = 40;
const files = realFiles();
const lineEnds = { LF: read('\n'), CRLF: read('\r\n') };
const anyLineEnd = fc.constantFrom<keyof typeof lineEnds>('LF', 'CRLF');

function read(lineEnd: string): ProposalsDocument[] {
  const documents = files.map(({ path, text }) => readDocument(text.replaceAll('\n', lineEnd), path));
  return documents.filter(({ kind }) => kind !== null);
}

/** Every handle and e-mail of the files once, as it is written first, and whether it is written so everywhere. */
function partsIn(documents: readonly ProposalsDocument[]): { is: PartName; text: string; isOneSpelling: boolean }[] {
  const parts = new Map<string, { is: PartName; text: string; isOneSpelling: boolean }>();
  for (const { proposals } of documents)
    for (const mentor of proposals.flatMap(({ body }) => body.mentors))
      for (const is of ['handle', 'email'] as const) {
        const text = mentor[is]?.text ?? '';
        if (!(is === 'handle' ? isGitHubHandle : isEmail)(text)) continue;
        const known = parts.get(`${is} ${text.toLowerCase()}`);
        if (known?.text !== text && known) known.isOneSpelling = false;
        if (!known) parts.set(`${is} ${text.toLowerCase()}`, { is, text, isOneSpelling: true });
      }
  return [...parts.values()];
}

function headingsIn(document: ProposalsDocument): NamedHeading[] {
  const sections = [...document.projects, ...document.proposals].map(({ section }) => section);
  return sections.flatMap(({ titleStart }) => renamableHeadingAt(document, titleStart) ?? []);
}

/** The document after a renaming; fails the test where that is refused. */
function renamed(document: ProposalsDocument, named: Named, to: string): ProposalsDocument {
  const name = newName(named, to);
  if (name.is === 'refused') throw new Error(name.why);
  const answer = renameIn(document, named, name.name);
  if (answer.is === 'refused') throw new Error(`${document.path}: ${answer.why}`);
  return readDocument(applyEdits(document.text, answer.edits), document.path);
}

const nowhere = { start: 0, end: 0 };

describe.skipIf(files.length === 0)(`real files${noRealFiles}`, { tags: 'slow' }, () => {
  const parts = partsIn(lineEnds.LF);
  const headings = (ends: keyof typeof lineEnds) =>
    lineEnds[ends].flatMap((document) => headingsIn(document).map((heading) => ({ document, heading })));
  const placed = { LF: headings('LF'), CRLF: headings('CRLF') };

  test('with another handle or e-mail', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(anyLineEnd, fc.nat(parts.length - 1), (ends, index) => {
        const part = parts[index];
        if (!part) return;
        const { is, text: from } = part;
        const to = is === 'handle' ? 'zz-renamed' : 'zz.renamed@example.org';
        for (const document of lineEnds[ends]) {
          if (!document.text.toLowerCase().includes(from.toLowerCase())) continue;
          const after = renamed(document, { is, text: from, span: nowhere }, to);
          const expected = JSON.stringify(listedFile(document), (key, value) =>
            key === is && typeof value === 'string' && value.toLowerCase() === from.toLowerCase() ? to : value,
          );
          expect(JSON.stringify(listedFile(after))).toBe(expected);
          const back = renamed(after, { is, text: to, span: nowhere }, from).text;
          // Of several spellings one is left.
          if (part.isOneSpelling) expect(back).toBe(document.text);
          else expect(back.toLowerCase()).toBe(document.text.toLowerCase());
        }
      }),
      { numRuns: RUNS },
    );
  });

  test('with another title', { timeout: 60_000 }, () => {
    const titles = fc.constantFrom(
      'Zz renamed & gone',
      'Über `alles`: _fast_ (and small)',
      'Zz as in [the docs](https://example.org)',
    );
    let exact = 0;
    let refused = 0;
    fc.assert(
      fc.property(anyLineEnd, fc.nat(placed.LF.length - 1), titles, (ends, index, to) => {
        const { document, heading } = placed[ends][index] ?? {};
        if (!document || !heading) return;
        // A heading that is a project only by its listed name may have no other.
        if (renameIn(document, heading, to).is === 'refused') {
          refused++;
          return;
        }
        const after = renamed(document, heading, to);
        expect(withoutNames(after)).toEqual(withoutNames(document));
        const at = document.readings.sections.findIndex(({ start }) => start === heading.start);
        const title = (section: number) => after.readings.bodies[section]?.title.text;
        expect(title(at)).toContain(to);
        for (const [i, body] of document.readings.bodies.entries())
          if (i !== at) expect(title(i)).toBe(body.title.text);
        expect(brokenLinks(after)).toBeLessThanOrEqual(brokenLinks(document));
        const now = renamableHeadingAt(after, after.readings.sections[at]?.titleStart ?? 0);
        if (!now) return;
        const back = renamed(after, now, heading.text).text;
        const lines = back.split('\n');
        const changed = document.text.split('\n').filter((line, i) => line !== lines[i]);
        // What did not agree with the heading before agrees with it now.
        for (const line of changed) expect(line).toMatch(/\]\(#|CNCF/);
        if (changed.length === 0) exact++;
      }),
      { numRuns: RUNS * 2 },
    );
    expect(refused).toBeLessThan(RUNS / 10);
    expect(exact).toBeGreaterThan(RUNS);
  });
});

/** All that a document says, without the names of projects, proposals and programs. */
function withoutNames(document: ProposalsDocument): unknown {
  const names = new Set(['project', 'subproject', 'title', 'programName']);
  return JSON.parse(JSON.stringify(listedFile(document), (key, value) => (names.has(key) ? value !== null : value)));
}

function brokenLinks(document: ProposalsDocument): number {
  return tocOf(document)?.links.filter(({ state }) => state !== 'fine').length ?? 0;
}
