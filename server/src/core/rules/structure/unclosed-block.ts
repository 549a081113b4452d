import { fieldIdOf } from '../../facts/fields';
import { isTemplateHeading } from '../../facts/headings';
import { counted } from '../../facts/words';
import type { DocumentRule } from '../../linter/rule';
import { type Block, blocksIn } from '../../model/block';
import type { ProposalsDocument } from '../../model/document';
import { levelsOf } from '../../model/levels';
import type { ProposalBody } from '../../model/proposal';
import { type Section, sectionsOf, titleOf } from '../../model/section';
import { lineEndOf } from '../../text/lines';
import { type Span, shift } from '../../text/span';

export const unclosedBlock: DocumentRule = {
  id: 'unclosed-block',
  scope: 'document',
  prose: true,
  unfinished: true,
  summary: 'Each code block and comment is closed before the next field or proposal.',
  why: 'Everything below an open code block or comment belongs to it. GitHub shows no heading, mentor or link there, and other checks do not see them.',
  source: 'CommonMark 0.31, 4.5 and 4.6: fenced code blocks and comments',
  severity: 'error',
  examples: [
    {
      bad: '### Jaeger\n\n#### Faster queries\n\n- Description: Run this:\n\n  ```sh\n  make\n- Mentor(s): Ada Example (@ada-example)\n\n#### Smaller traces\n\n```\nmake small\n\n- Mentor(s): Ada Example (@ada-example)\n',
      good: '### Jaeger\n\n#### Faster queries\n\n- Description: Run this:\n\n  ```sh\n  make\n  ```\n- Mentor(s): Ada Example (@ada-example)\n\n#### Smaller traces\n\n```\nmake small\n```\n\n- Mentor(s): Ada Example (@ada-example)\n',
    },
  ],
  *check({ document }) {
    for (const { opening, kind, headings, isClosed } of openBlocks(document)) {
      const what = kind === 'fence' ? 'code block' : 'comment';
      const hides = headings === 0 ? 'the fields below' : counted(headings, 'heading');
      yield {
        span: opening,
        message: isClosed
          ? `This ${what} hides ${hides}. Close it above them.`
          : `This ${what} is never closed. It hides ${hides}.`,
      };
    }
  },
  *help({ span }, { document }) {
    const block = openBlocks(document).find(({ opening }) => opening.start === span.start);
    if (!block || block.hidden === null) return;
    const { text } = document;
    const lineEnd = lineEndOf(text);
    const [marks = ''] = /^[`~]+/.exec(text.slice(span.start, span.end)) ?? [];
    const lineStart = text.lastIndexOf('\n', span.start - 1) + 1;
    const indent = /^[ \t]*/.exec(text.slice(lineStart, span.start))?.[0] ?? '';
    const own = block.kind === 'fence' ? indent + marks : '-->';
    const isEnd = block.hidden === text.length && !text.endsWith('\n');
    yield {
      title: block.kind === 'fence' ? 'Close the code block' : 'Close the comment',
      kind: 'choice',
      preferred: true,
      caret: null,
      edits: [
        {
          span: { start: block.hidden, end: block.hidden },
          text: isEnd ? lineEnd + own : `${own}${lineEnd}`,
        },
      ],
    };
  },
};

interface OpenBlock {
  readonly kind: Block['kind'];
  /** The marks that open it, from the start of the document. */
  readonly opening: Span;
  readonly isClosed: boolean;
  /** The number of headings of projects and proposals that it hides. */
  readonly headings: number;
  /** Where it should be closed: behind the last line before the first hidden field or heading. Null if unclear. */
  readonly hidden: number | null;
}

interface Remembered {
  readonly levels: string;
  readonly blocks: readonly OpenBlock[];
}

/** By the text of a section, which few keystrokes change. */
const remembered = new WeakMap<ProposalBody, Remembered>();

function openBlocks(document: ProposalsDocument): readonly OpenBlock[] {
  const levels = levelsOf(document);
  const isHeading = (level: number) => level === levels.project || level === levels.proposal;
  const key = `${levels.project} ${levels.proposal}`;
  const found: OpenBlock[] = [];
  for (const { section, body } of document.proposals) {
    let last = remembered.get(body);
    if (last?.levels !== key) {
      last = { levels: key, blocks: openIn(body.text, isHeading) };
      remembered.set(body, last);
    }
    for (const block of last.blocks) found.push(moved(block, section));
  }
  // What is open runs to the end of the text, so only the last section can have it outside of proposals.
  const last = document.sections.at(-1);
  if (!last || document.proposals.some(({ section }) => section === last)) return found;
  const blocks = openIn(document.text.slice(last.start, last.end), isHeading).filter(({ isClosed }) => !isClosed);
  // Only a person knows where a template ends.
  const isTemplate = last.level > 0 && isTemplateHeading(titleOf(document.text, last));
  const own = blocks.map((block) => (isTemplate ? { ...block, hidden: null } : block));
  return [...found, ...own.map((block) => moved(block, last))];
}

function moved(block: OpenBlock, { start }: Section): OpenBlock {
  return {
    ...block,
    opening: shift(block.opening, start),
    hidden: block.hidden === null ? null : block.hidden + start,
  };
}

/** The blocks of a section that nobody has closed, or that are closed only behind other fields or proposals. */
function openIn(text: string, isHeading: (level: number) => boolean): readonly OpenBlock[] {
  return blocksIn(text).flatMap((block): OpenBlock[] => {
    const { kind, start, content, end, closed } = block;
    const inner = text.slice(content, end);
    const headings = sectionsOf(inner).filter(({ level }) => level > 0 && isHeading(level));
    // Code may have lines that look like headings, so a closed block needs a label, too.
    const label = closed && headings.length === 0 ? null : firstLabel(inner);
    if (label === null && (closed || headings.length === 0)) return [];
    const first = Math.min(headings[0]?.start ?? end, label ?? end);
    const marks = start + text.slice(start, content).search(/[`~<](?:`|~|!)/);
    const width = kind === 'comment' ? '<!--'.length : (/^[`~]+/.exec(text.slice(marks, content))?.[0].length ?? 3);
    return [
      {
        kind,
        opening: { start: marks, end: marks + width },
        isClosed: closed,
        headings: headings.length,
        hidden: content + behindText(inner.slice(0, first)),
      },
    ];
  });
}

/** A text before a colon at the start of a line, as labels have it. */
const labelLine = /^ {0,3}(?:[-*+][ \t]{1,4})?[*_]{0,3}(\p{Lu}[\p{L} /()-]{2,50})[*_]{0,3}[:：]/gmu;

/** Where the first label of a program stands, outside of other blocks. Null if there is none. */
function firstLabel(text: string): number | null {
  const inner = blocksIn(text);
  const isInside = (at: number) => inner.some(({ start, end }) => start <= at && at < end);
  for (const { index, 1: label = '' } of text.matchAll(labelLine))
    if (fieldIdOf(label) !== null && !isInside(index)) return index;
  return null;
}

/** The start of the line behind the last one with text. */
function behindText(text: string): number {
  const kept = text.trimEnd();
  if (kept === '') return 0;
  const feed = text.indexOf('\n', kept.length);
  return feed < 0 ? text.length : feed + 1;
}
