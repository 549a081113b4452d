import { fixed } from '../../server/src/core/features/actions/fixes';
import { mentorsIn } from '../../server/src/core/known/file';
import { type KnownFile, nothingKnown } from '../../server/src/core/known/known';
import { FindingMemory } from '../../server/src/core/linter/memory';
import { findingsOf } from '../../server/src/core/linter/run';
import { readDocument } from '../../server/src/core/model/document';
import { FileCache } from '../../server/src/host/workspace/file-cache';
import { knownFromDirectory } from '../../server/src/host/workspace/file-index';
import { type Summary, summaryOf } from '../../server/src/host/workspace/summary';
import { copyOf } from './copies';
import { inventedFiles } from './corpus';
import type { Row } from './measure';
import { realisticText } from './text';

const path = 'programs/lfx-mentorship/2025/01-Mar-May/project_ideas.md';
const settings = {};

/** Cost may grow this many times as fast as the work, because memory gets slower. Where it is quadratic it grows ten times as fast. */
const BAR = 3;

/**
 * How cost grows with the work, from one size to ten times that: in time of the processor, because others may use it,
 * too. The bench fails where it grows faster than the work.
 */
export function growth(): Row[] {
  const sizes = [
    ['100 KB to 1 MB', 100_000, 5],
    ['1 MB to 10 MB', 1_000_000, 3],
  ] as const;
  const rows = sizes.flatMap(([name, size, times]) => [
    row(`read and check, ${name}`, 10, times, readAndCheck(size), readAndCheck(10 * size)),
    row(`keys, ${name}`, 10, times, keys(size), keys(10 * size)),
  ]);
  rows.push(row('fixes, 30 KB to 300 KB', 10, 3, fixes(30_000), fixes(300_000)));
  rows.push(row('fixes in one proposal, 3 KB to 30 KB', 10, 5, outdents(40), outdents(400)));
  const [one, ten] = [indexOf(1), indexOf(10)];
  rows.push(
    row(
      'index, once to ten times the corpus',
      10,
      3,
      () => cacheOf(one),
      () => cacheOf(ten),
    ),
  );
  const [small, large] = [cacheOf(one), cacheOf(ten)];
  rows.push(row('a key beside the index, the same', 1, 5, keyBeside(small), keyBeside(large)));
  // People of the larger one have been mentors more often, and are joined from all that names them.
  const more = mentionsBeside(large, ten) / mentionsBeside(small, one);
  rows.push(row('a file changes in the index, the same', more, 5, changeIn(small, one), changeIn(large, ten)));
  return rows;
}

/** The least time of some runs each, one after the other, so that both see the same machine. */
function row(what: string, work: number, times: number, small: () => unknown, large: () => unknown): Row {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let run = 0; run < times; run++) {
    least = Math.min(least, timeOf(small));
    if (run < 3) most = Math.min(most, timeOf(large));
  }
  return {
    what: `growth: ${what}`,
    value: most / least / work,
    unit: '× the work',
    bar: BAR,
    isGate: true,
    note: `${least.toFixed(1)} ms, then ${most.toFixed(1)} ms`,
  };
}

/** Milliseconds of the processor. */
function timeOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

function readAndCheck(size: number): () => unknown {
  const text = realisticText(size);
  return () => findingsOf(readDocument(text, path), nothingKnown, settings);
}

/** Ten letters in the middle of the text. */
function keys(size: number): () => unknown {
  let document = readDocument(realisticText(size), path);
  const memory = new FindingMemory();
  findingsOf(document, nothingKnown, settings, memory);
  let at = document.text.indexOf('. ', size / 2);
  return () => {
    for (let key = 0; key < 10; key++) {
      const text = `${document.text.slice(0, at)}x${document.text.slice(at)}`;
      at++;
      document = readDocument(text, path, { previous: document });
      findingsOf(document, nothingKnown, settings, memory);
    }
  };
}

/** Labels in bold, as many people write them. */
function fixes(size: number): () => unknown {
  const document = readDocument(realisticText(size).replace(/^- ([A-Z][\w() ]*):/gm, '- **$1**:'), path);
  return () => fixed(document, nothingKnown, settings);
}

/** One proposal with indented labels and long values. */
function outdents(lines: number): () => unknown {
  const value = '    - One more line of a description that goes on and on.\n'.repeat(lines);
  const text = `### Jaeger\n\n#### Faster\n\n  - Description:\n${value}  - Expected Outcome:\n${value}  - Mentor(s): Ada Example (@ada, ada@example.org)\n`;
  const document = readDocument(text, path);
  return () => fixed(document, nothingKnown, settings);
}

type Index = readonly (readonly [uri: string, summary: Summary])[];

function indexOf(times: number): Index {
  const files = inventedFiles();
  return Array.from({ length: times }, (_, number) => copyOf(files, number))
    .flat()
    .flatMap(([name, text]) => {
      const uri = `file:///${name}`;
      const summary = summaryOf(uri, readDocument(text, name));
      return summary ? [[uri, summary] as const] : [];
    });
}

function cacheOf(index: Index): FileCache {
  const cache = new FileCache();
  for (const [uri, summary] of index) cache.put(uri, summary);
  void cache.directory.people().all;
  return cache;
}

/** A mentor more in an open document: nothing that is remembered holds for rules that ask about the outside. */
function keyBeside({ directory }: FileCache): () => unknown {
  const before = readDocument(realisticText(100_000), path);
  const known = knownFromDirectory(directory);
  return () => {
    for (let key = 0; key < 5; key++) findingsOf(before, { ...known, revision: () => null }, settings);
  };
}

/** How often the people of the file that changes are named in the index. */
function mentionsBeside({ directory }: FileCache, index: Index): number {
  const mentors = new Set(mentorsIn((index as [Index[number]])[0][1].file));
  const people = directory.people().all.filter(({ mentions }) => mentions.some((each) => mentors.has(each)));
  return people.reduce((sum, { mentions }) => sum + mentions.length, 0);
}

/** A file is saved, and somebody asks for a person. */
function changeIn(cache: FileCache, index: Index): () => unknown {
  const [[uri, summary]] = index as [Index[number]];
  const file: KnownFile = summary.file;
  return () => {
    for (let time = 0; time < 20; time++) {
      cache.put(uri, { ...summary, file });
      for (const _ of cache.directory.people().join());
    }
  };
}
