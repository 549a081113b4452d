import { headingRole } from '../facts/headings';
import { isPlaceholder, isSampleMentor } from '../facts/placeholders';
import type { CncfProject, ProjectList } from '../facts/projects';
import { wordKey } from '../facts/words';
import { type Part, type Span, sliceOf, trimmed } from '../text/span';
import { withoutTail } from '../text/tail';
import { type FieldLines, fieldFrom, isNothing, isRule, labelledLines, noLabels, type TemplateLabels } from './fields';
import { noFront, readFront } from './front';
import { labelAt } from './label';
import { type Line, linesOf } from './lines';
import { mentorsIn } from './mentor';
import { type Field, idsOf, type LabelForm, type Mentor, type ProposalBody } from './proposal';
import { referencesIn } from './reference';
import { LONGEST_TITLE, titleOf } from './section';

/** What the reading of a section depends on, in addition to its text. */
export interface ReadContext {
  readonly labels: TemplateLabels;
  readonly projects: ProjectList;
}

/**
 * Reads a proposal from `text`, the lines from its heading to the next one.
 *
 * Never throws. A text without fields returns a body without fields. This is the only parser for proposals: open
 * documents, unopened files and the command line all use it.
 */
export function readBody(
  text: string,
  { labels, projects }: ReadContext,
  heading: { titleStart: number; titleEnd: number },
): ProposalBody {
  const lines = linesOf(text);
  const title: Part = {
    text: titleOf(text, { start: 0, end: 0, level: 0, ...heading }),
    span: { start: heading.titleStart, end: heading.titleEnd },
  };
  const found = labelledLines(text, lines, labels);
  const first = found[0]?.index ?? lines.length;
  const programName = programNameIn(text, lines, first);
  const drafts = found.map((each, i) => fieldFrom(text, lines, each, found[i + 1]?.index ?? lines.length, labels));
  const fields: Field[] = [];
  const mentors: Mentor[] = [];
  for (const draft of drafts) {
    const own = draft.field.id === 'mentors' ? mentorsOf(text, draft) : [];
    for (const mentor of own) mentors.push(mentor);
    fields.push(withSample(text, draft.field, own));
  }
  if (!fields.some((field) => field.id === 'mentors'))
    for (const mentor of lostMentors(text, drafts)) mentors.push(mentor);
  const described = fields.length === 0 || fields.some((field) => field.id === 'description');
  const description = described ? null : unlabelledDescription(text, lines, first, programName);
  if (description) fields.unshift(description);
  const project = projects.find(title.text);
  return {
    text,
    title,
    role: headingRole(title.text),
    listed: project !== null,
    key: keyOf(title.text, project),
    programName,
    fields,
    ids: idsOf(fields),
    mentors: mentors.filter((mentor) => !isSample(mentor)),
    upstream: fields
      .filter((field) => field.id === 'upstream-issue')
      .flatMap((field) => referencesIn(text, field.value)),
    lfxUrl: lfxUrlOf(text, fields, title),
    front: fields.length === 0 ? readFront(text, lines, title.text) : noFront,
  };
}

/** Brackets are part of the key, because they name a part of a project ("Kubernetes (SIG Docs)"). */
function keyOf(title: string, project: CncfProject | null): string {
  return project && !title.includes('(') ? project.slug : wordKey(title);
}

function programNameIn(text: string, lines: readonly Line[], before: number): Part | null {
  for (let i = 1; i < Math.min(before, lines.length); i++) {
    const line = lines[i];
    if (!line || line.blank || line.inert) continue;
    const written = text.slice(line.content, line.end);
    const before = /^(?:[-*+]\s+)?[*_]*(?=CNCF\s*[-–—:]\s*\S)/.exec(written)?.[0].length;
    const name = before === undefined ? '' : withoutTail(written.slice(before), /[*_\s]/);
    if (before === undefined || name.length > LONGEST_TITLE || !/[:(]/.test(name)) continue;
    const start = line.content + before;
    return { text: name, span: { start, end: start + name.length } };
  }
  return null;
}

/** The text between the heading and the first label is the description if no field has that label. */
function unlabelledDescription(
  text: string,
  lines: readonly Line[],
  before: number,
  programName: Part | null,
): Field | null {
  let first = -1;
  let last = -1;
  for (let i = 1; i < Math.min(before, lines.length); i++) {
    const line = lines[i];
    if (!line || line.blank || isRule(text, line)) continue;
    if (programName && line.start <= programName.span.start && programName.span.end <= line.end) continue;
    if (first < 0 && isNothing(text.slice(line.content, line.end))) continue;
    if (first < 0) first = i;
    last = i;
  }
  const from = lines[first];
  const to = lines[last];
  if (!from || !to) return null;
  const span = { start: from.start, end: to.end };
  const form: LabelForm = { indent: from.indent, marker: null, bold: false, colon: false, yaml: false };
  return { id: 'description', label: null, form, span, value: trimmed(text, span), empty: false, placeholder: null };
}

/** The people in the lines of a mentors field. */
function mentorsOf(text: string, { field, lines }: FieldLines): Mentor[] {
  const entries = entriesIn(text, lines, field);
  // "n/a" and "to be confirmed" are each one entry that names nobody.
  const isNobody = (span: Span) => span.end - span.start <= 40 && isPlaceholder(sliceOf(text, span));
  const nobodies = entries.filter(isNobody);
  if (nobodies.length === 0) return mentorsIn(text, entries);
  const people = mentorsIn(
    text,
    entries.filter((span) => !nobodies.includes(span)),
  );
  return [...people, ...nobodies.map((span) => nobody(text, span))].sort((a, b) => a.span.start - b.span.start);
}

/** Entries in the template's form inside the list of skills, for a proposal without a mentors field. */
function lostMentors(text: string, drafts: readonly FieldLines[]): Mentor[] {
  const skills = drafts.find(({ field }) => field.id === 'recommended-skills');
  if (!skills) return [];
  const shape = /^[\p{L} .'’-]+\(@[\w-]+\s*,[^()]+\)/u;
  return mentorsIn(
    text,
    entriesIn(text, skills.lines, skills.field).filter((span) => shape.test(sliceOf(text, span))),
  );
}

/** The lines of a mentors field, without list markers and nested labels ("Primary Mentor: …"). */
function entriesIn(text: string, lines: readonly Line[], { value }: Field): Span[] {
  const spans: Span[] = [];
  for (const line of lines) {
    if (line.blank || line.inert || line.end <= value.start) continue;
    if (line.content < value.start) {
      spans.push({ start: value.start, end: Math.min(line.end, value.end) });
      continue;
    }
    const nested = labelAt(text, line, noLabels.extra);
    const start = nested?.id === 'mentors' && nested.form.colon ? nested.valueStart : line.content + line.marker;
    spans.push(trimmed(text, { start, end: line.end }));
  }
  return spans.filter((span) => span.end > span.start);
}

/** An entry for a person who is not yet known. */
function nobody(text: string, span: Span): Mentor {
  return {
    span,
    name: { text: sliceOf(text, span), span },
    handle: null,
    email: null,
    lfid: null,
    plain: false,
    role: null,
  };
}

function isSample(mentor: Mentor): boolean {
  if (mentor.name && isPlaceholder(mentor.name.text)) return true;
  return isSampleMentor(mentor.name?.text ?? null, mentor.handle?.text ?? null);
}

/** Marks a mentors field that still contains the template's sample. It counts as empty if it names nobody else. */
function withSample(text: string, field: Field, mentors: readonly Mentor[]): Field {
  if (mentors.length === 0 || field.placeholder) return field;
  const sample = mentors.find(isSample);
  if (!sample) return field;
  const placeholder = { text: sliceOf(text, sample.span), span: sample.span };
  return { ...field, empty: mentors.every(isSample), placeholder };
}

const lfxHost = /lfx\.linuxfoundation\.org|communitybridge\.org/;

/** The LFX URL from its field or, before 2022, from a link in the title. */
function lfxUrlOf(text: string, fields: readonly Field[], title: Part): Part | null {
  for (const field of fields) {
    if (field.id !== 'lfx-url' || field.empty) continue;
    return referencesIn(text, field.value)[0]?.url ?? null;
  }
  if (!lfxHost.test(title.text)) return null;
  const inTitle = referencesIn(text, title.span)[0];
  return inTitle && lfxHost.test(inTitle.url.text) ? inTitle.url : null;
}
