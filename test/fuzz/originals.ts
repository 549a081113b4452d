import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cncfProjects } from '../../server/src/core/facts/projects';
import { bundledForm } from '../../server/src/core/facts/proposal-form';
import { viewOf } from '../../server/src/core/linter/rule';
import { rules } from '../../server/src/core/linter/rules';
import { readDocument } from '../../server/src/core/model/document';
import { issueOfDraft } from '../../server/src/core/submission/issue-of-draft';
import { draftsByForm, ideaList } from '../bench/shapes';
import { realisticText } from '../bench/text';
import { type RealFile, realFiles, shared } from '../unit/real-files';
import type { Random } from './random';

/** What documents are made of. */
export interface Originals {
  readonly files: readonly RealFile[];
  /** How many of the files are real, because runs without them find less. */
  readonly real: number;
  /** Where a document may be said to lie. */
  readonly paths: readonly string[];
}

const term = 'programs/lfx-mentorship/2025/01-Mar-May/project_ideas.md';
const draftsTerm = 'programs/lfx-mentorship/2026/03-Sep-Nov/project_ideas.md';
const paths = [
  term,
  draftsTerm,
  'programs/lfx-mentorship/2025/01-Mar-May/README.md',
  'programs/lfx-mentorship/2026/03-Sep-Nov/README.md',
  'programs/summerofcode/2025.md',
  'gsoc/ideas.md',
  'Untitled-1',
];

/** Real files beside the checkout, where there are any, invented ones, the examples of the rules, and issues. */
export function originals(): Originals {
  const real = [...realFiles(), ...wildFiles()];
  const invented: RealFile[] = [
    { path: term, text: realisticText(30_000) },
    { path: draftsTerm, text: draftsByForm(30_000) },
    { path: 'ideas/2026.md', text: ideaList(20_000) },
  ];
  const examples = rules.flatMap(({ examples }) =>
    examples.flatMap(({ bad, good, path = term }) => [bad, good].map((text) => ({ path, text }))),
  );
  const files = [...real, ...invented, ...examples];
  return { files: [...files, ...issuesOf(files)], real: real.length, paths };
}

function wildFiles(): RealFile[] {
  const root = join(shared, 'wild');
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => ({ path: name.replaceAll('\\', '/'), text: readFileSync(join(root, name), 'utf8') }));
}

/** The issues that some drafts become. */
function issuesOf(files: readonly RealFile[]): RealFile[] {
  return files.flatMap(({ path, text }) => {
    const document = readDocument(text, path);
    return document.proposals.slice(0, 3).map((proposal) => ({
      path: 'Untitled-1',
      text: issueOfDraft(viewOf(proposal, document), bundledForm, cncfProjects).body,
    }));
  });
}

/** How many documents are whole files. The others are parts of them, which are done much faster and are as odd. */
const WHOLE = 0.004;
/** A text of less characters, such as an issue or the example of a rule, is often taken whole. */
const SHORT = 5_000;
/** Lines of a part. */
const LINES = 50;

/** A part of a file, often from a heading on and below the file's template, or seldom a whole file. */
export function excerpt(text: string, random: Random): string {
  const isShort = text.length < SHORT;
  if (random.chance(isShort ? 0.5 : WHOLE)) return text;
  const lines = text.split(/(?<=\n)/);
  let start = random.below(lines.length);
  if (random.chance(0.8)) while (start > 0 && !lines[start]?.startsWith('#')) start--;
  const part = lines.slice(start, start + 4 + random.below(LINES)).join('');
  return random.chance(0.25) ? headOf(text) + part : part;
}

/** The beginning of a file with its template. */
function headOf(text: string): string {
  const head = text.slice(0, 3_000);
  const fence = head.lastIndexOf('\n```\n');
  return fence < 0 ? head.slice(0, head.indexOf('\n\n') + 2) : head.slice(0, fence + 5);
}
