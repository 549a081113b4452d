import { entryText, partTexts } from '../../edits/mentor-entry';
import { entryOf } from '../../from-issue/draft';
import { merged } from '../../from-issue/person';
import type { IssueReading } from '../../from-issue/reading';
import { renderedTitle } from '../../model/anchor';
import type { Proposal, ProposalsDocument } from '../../model/document';
import type { Field, ProposalBody } from '../../model/proposal';
import { isBelowLabel, valueText } from '../../model/value-text';
import { headingText } from '../../submission/draft-text';
import { lineText } from '../../submission/draft-values';
import { sliceOf } from '../../text/span';
import { entriesText, insertMissing, isSamePerson, writeInto } from './fill';
import { isSameText, Rewriting, type Surroundings } from './rewriting';
import { type SaidField, saidFor } from './said';

/**
 * The text of a document as if one of its proposals said what an issue does, field by field. What both say alike, and what
 * the issue does not say, stays as it is written, so that a comparison shows what differs and nothing else.
 */
export function asIssueSays(
  reading: IssueReading,
  document: ProposalsDocument,
  proposal: Proposal,
  around?: Surroundings,
): string {
  const said = saidFor(reading, proposal, document);
  const rewriting = new Rewriting(document, proposal, around);
  insertMissing(rewriting, said.fields);
  const title = renderedTitle(proposal.body.title.text);
  if (said.title !== '' && !isSameText(title, said.title)) rewriting.entitle(headingText(said.title));
  for (const own of said.fields) {
    const field = rewriting.fieldFor(own.field);
    if (!field) continue;
    const { body } = rewriting.proposal;
    const text = own.people.length > 0 ? peopleText(own, body, field) : alike(own.text, valueText(body, field));
    if (text !== null) writeInto(rewriting, own, field, text, field.empty ? undefined : isBelowLabel(body, field));
  }
  return rewriting.document.text;
}

/** A value in the words of the issue and, where they are the same, the lines of the proposal. Null if all are the same. */
function alike(said: string, own: string): string | null {
  if (isSameText(said, own)) return null;
  const known = new Map(blocksOf(own).map((block) => [wordsOf(block), block.trimEnd()]));
  const listed = /^[-*+] /m.exec(own)?.[0];
  const isLine = !said.includes('\n') && listed !== undefined && said.includes(', ');
  // Where the proposal has a list, names between commas are its items.
  const text = isLine
    ? said
        .split(', ')
        .map((name) => `${listed}${name}`)
        .join('\n')
    : own !== '' && !own.includes('\n') && /^[-*+] /m.test(said)
      ? lineIfShort(said)
      : said.replace(/^[-*+] /gm, listed ?? '$&');
  return blocksOf(text)
    .map((block) => `${known.get(wordsOf(block)) ?? block.trimEnd()}${block.slice(block.trimEnd().length)}`)
    .join('');
}

/** A list of names as the line that the proposal has. Longer items stay a list. */
function lineIfShort(said: string): string {
  const items = said.split('\n');
  return items.every((item) => /^[-*+] [^.]{1,40}$/.test(item)) ? lineText(said) : said;
}

/** Items and paragraphs, with the line breaks behind them. */
function blocksOf(text: string): readonly string[] {
  return text.split(/(?<=\n)(?=[ \t]*(?:[-*+]|\d+[.)])[ \t])|(?<=\n\n)(?=[^\n])/);
}

function wordsOf(block: string): string {
  return block.replace(/\s+/g, ' ').trim();
}

/** The people of the issue, with what else the proposal says of them. Null if the proposal names the same ones. */
function peopleText(said: SaidField, body: ProposalBody, field: Field): string | null {
  const { people } = said;
  const { mentors } = body;
  let differs = people.length !== mentors.length;
  const entries = people.map((person) => {
    const mentor = mentors.find((each) => isSamePerson(person, each));
    if (!mentor) {
      differs = true;
      return entryOf(person);
    }
    const own = partTexts(mentor);
    const both = entryOf(merged(person, own));
    if (isSameText(both, entryText(own.name, own.handle, own.email, own.lfid))) return sliceOf(body.text, mentor.span);
    differs = true;
    return both;
  });
  if (!differs) return null;
  if (field.empty) return entriesText(said, field);
  const value = valueText(body, field);
  const marker = /^[-*+] /.exec(value)?.[0];
  return marker === undefined ? entries.join(', ') : entries.map((entry) => `${marker}${entry}`).join('\n');
}
