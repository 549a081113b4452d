import { programName as nameFor } from '../../facts/lfx';
import { longestProgramName } from '../../facts/limits';
import { cncfProjects } from '../../facts/projects';
import { counted, withoutMarkup, wordKey } from '../../facts/words';
import type { Help, OptionsSchema, ProposalRule, Report, RuleView } from '../../linter/rule';
import { lfxTerm, programNameOf } from '../../model/program-name';
import { lineEndOf } from '../../text/lines';
import { shift } from '../../text/span';
import { withoutTail } from '../../text/tail';

const options = {
  max: {
    type: 'integer',
    summary: 'The largest number of characters in a program name.',
    default: longestProgramName,
    minimum: 1,
    maximum: 1000,
  },
} satisfies OptionsSchema;

type View = RuleView<typeof options>;

export const programName: ProposalRule<typeof options> = {
  id: 'program-name',
  scope: 'proposal',
  unfinished: true,
  summary: `The program name has the form \`CNCF - Project: title (2026 Term 1)\` and at most ${longestProgramName} characters.`,
  why: 'LFX Mentorship does not accept a longer name, and mentees find the program by project and term. If the name is too long, shorten the title of the proposal, or write a shorter name below it, as in the first example.',
  source: `LFX Mentorship: names of programs, at most ${longestProgramName} UTF-16 code units`,
  severity: 'warning',
  demand: 'lfx',
  options,
  examples: [
    {
      bad: '### Jaeger\n\n#### Faster queries\n\nCNCF - Jaeger: Faster queries (2024 Term 1)\n\n- Description: d\n',
      good: '### Jaeger\n\n#### Faster queries\n\nCNCF - Jaeger: Faster queries (2025 Term 1)\n\n- Description: d\n',
    },
    {
      bad: '### Jaeger\n\n#### Faster queries over everything that all of the storage backends of the project have in them\n\n- Description: d\n',
      good: '### Jaeger\n\n#### Faster queries over all storage backends\n\n- Description: d\n',
    },
  ],
  *check(view) {
    const report = view.body.programName ? writtenNameProblem(view) : futureNameProblem(view);
    if (report) yield report;
  },
  *help(_, { proposal: { body, section, project }, document, options }) {
    const line = body.programName;
    const term = lfxTerm(document.term);
    if (!project || !term) return;
    if (!line) {
      const name = shorterName(withoutMarkup(project.name), withoutMarkup(body.title.text), term, options.max);
      if (name !== null) yield writeName(body.title.span.end + section.start, document.text, name);
      return;
    }
    const own = partsOf(line.text);
    const titles = new Set([own?.title, withoutMarkup(body.title.text)]);
    for (const title of titles) {
      if (title === undefined) continue;
      const name = nameFor(withoutMarkup(project.name), title, term);
      const view: View = {
        body: { ...body, programName: { ...line, text: name } },
        level: section.level,
        project: project.name,
        page: document,
        options,
      };
      if (name === line.text || writtenNameProblem(view)) continue;
      const help: Help = {
        title: `Change to "${name}"`,
        kind: 'choice',
        preferred: true,
        caret: null,
        edits: [{ span: shift(line.span, section.start), text: name }],
      };
      yield help;
    }
  },
};

type TermOfName = Parameters<typeof nameFor>[2];

/** The program name with as many whole words of the title as fit. Null if none does. */
function shorterName(project: string, title: string, term: TermOfName, max: number): string | null {
  const words = title.split(/\s+/);
  for (let count = words.length - 1; count > 0; count--) {
    const name = nameFor(project, withoutTail(words.slice(0, count).join(' '), /[\s,;:([{–—-]/), term);
    if (name.length <= max) return name;
  }
  return null;
}

/** The line stands below the title, with the caret at the end of its own title, because a person shortens better. */
function writeName(titleEnd: number, text: string, name: string): Help {
  const lineEnd = lineEndOf(text);
  const feed = text.indexOf('\n', titleEnd);
  const at = feed === -1 ? text.length : text.charAt(feed - 1) === '\r' ? feed - 1 : feed;
  return {
    title: `Write a shorter program name below the title: "${name}"`,
    kind: 'choice',
    preferred: true,
    caret: at + 2 * lineEnd.length + name.lastIndexOf(' ('),
    edits: [{ span: { start: at, end: at }, text: lineEnd + lineEnd + name }],
  };
}

interface NameParts {
  readonly project: string;
  readonly title: string;
  readonly year: number;
  readonly number: number;
}

function partsOf(line: string): NameParts | null {
  const match = /^CNCF - ([^:]+?): (.+?) \((20\d\d) Term (\d)\)$/.exec(line);
  const [, project, title, year, number] = match ?? [];
  return project && title ? { project, title, year: Number(year), number: Number(number) } : null;
}

/** The problem with a program name in the text. */
function writtenNameProblem({ body, project, page, options: { max } }: View): Report | null {
  const line = body.programName;
  if (!line) return null;
  const { span, text } = line;
  const parts = partsOf(text);
  if (!parts) return { span, message: 'Write the program name as "CNCF - Project: title (2026 Term 1)".' };
  const term = lfxTerm(page.term);
  if (term && (term.year !== parts.year || term.number !== parts.number))
    return {
      span,
      message: `The program name says ${parts.year} Term ${parts.number}, the file is for ${term.year} Term ${term.number}.`,
    };
  if (project !== null && !isSameProject(parts.project, project))
    return { span, message: `The program name says ${parts.project}, the heading ${project}.` };
  if (!sharesWord(parts.title, body.title.text))
    return { span, message: `The program name does not match the title "${body.title.text}".` };
  return text.length > max ? { span, message: tooLong(text.length, max) } : null;
}

/** The problem with the future program name of a proposal that is not accepted yet. */
function futureNameProblem(view: View): Report | null {
  const { body, page, options } = view;
  const length = programNameOf(view)?.length ?? 0;
  if (page.kind !== 'proposed' || length <= options.max) return null;
  return { span: body.title.span, message: tooLong(length, options.max) };
}

function tooLong(length: number, max: number): string {
  return `Program name is ${counted(length - max, 'character')} too long (${length} of ${max}). Shorten the title.`;
}

/**
 * Whether both names mean the same project: by the CNCF list, or because one contains the other ("TAG Network", "CNCF
 * TAG Network").
 */
function isSameProject(a: string, b: string): boolean {
  const [keyA, keyB] = [wordKey(a), wordKey(b)];
  if (keyA.includes(keyB) || keyB.includes(keyA)) return true;
  const [listedA, listedB] = [cncfProjects.find(a), cncfProjects.find(b)];
  // An unlisted project may be part of a listed one.
  return listedA === null || listedB === null || listedA === listedB;
}

/** Program names shorten titles, so one common word in any form is enough. */
function sharesWord(a: string, b: string): boolean {
  const stems = (text: string) =>
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}]{2,}/gu)
      ?.map((word) => word.slice(0, 4)) ?? [];
  const own = new Set(stems(a));
  return own.size === 0 || stems(b).some((stem) => own.has(stem));
}
