import { cncfProjects } from '../facts/projects';
import { readBody } from '../model/body';
import { linesOf } from '../model/lines';
import type { ProposalBody } from '../model/proposal';
import { type Section, sectionsOf } from '../model/section';
import { strayIn } from '../model/stray';
import type { Template } from '../model/template';
import { applyEdits, type Edit } from '../text/edit';
import { sliceOf } from '../text/span';

/**
 * Whether a proposal means the same after `edits` of its layout: the same fields with the same words, people and links.
 * We read it again, because even a shift of two columns can turn a line into a label.
 *
 * Offsets of the edits count from the proposal's start.
 */
export function readsTheSame(body: ProposalBody, edits: readonly Edit[], template: Template): boolean {
  const text = applyEdits(body.text, edits);
  // A fence that the next heading has closed must not swallow it now.
  const [before, cut] = [sectionsOf(`${body.text}\n#`), sectionsOf(`${text}\n#`)];
  // Around an indented heading may be a list item, whose end closes the fence: we cannot know here.
  const mayBeOpen = body.text.startsWith('#') && swallows(before, body.text);
  if (swallows(cut, text) && !mayBeOpen) return false;
  const heading = cut.find(({ level }) => level > 0);
  if (heading?.start !== 0 || cut.length !== before.length) return false;
  const after = readBody(text, { labels: template.labels, projects: cncfProjects }, heading);
  return (
    straysIn(after) <= straysIn(body) &&
    after.fields.length === body.fields.length &&
    after.fields.every((field, i) => {
      const old = body.fields[i];
      return old !== undefined && field.id === old.id && wordsOf(text, field.value) === wordsOf(body.text, old.value);
    }) &&
    JSON.stringify(peopleOf(after)) === JSON.stringify(peopleOf(body)) &&
    after.upstream.map(({ url }) => url.text).join() === body.upstream.map(({ url }) => url.text).join()
  );
}

/** Whether the heading behind a text is in one of its blocks. */
function swallows(sections: readonly Section[], { length }: string): boolean {
  return sections.at(-1)?.start !== length + 1;
}

/** The number of fields with text outside of their list item. */
function straysIn({ text, fields }: ProposalBody): number {
  const lines = linesOf(text);
  return fields.filter((field) => strayIn(text, lines, field) !== null).length;
}

/** Ignores differences in white space. */
function wordsOf(text: string, span: { start: number; end: number }): string {
  return sliceOf(text, span).replace(/\s+/g, ' ');
}

function peopleOf({ mentors }: ProposalBody): unknown {
  return mentors.map(({ name, handle, email, plain }) => [name?.text, handle?.text, email?.text, plain]);
}
