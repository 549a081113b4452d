import { isSampleMentor } from '../facts/placeholders';
import { mentorsIn } from '../model/mentor';
import { sliceOf } from '../text/span';
import { splitOutside } from '../text/split';
import { saysNothing } from './nothing';
import { peopleInTable } from './people-table';
import { emailOf, handleOf, isName, merged, nameIn, nobody, type Person, profileOf, saidHandle } from './person';

/** The people in a text, and the lines or words that are about something else. */
export interface People {
  readonly people: readonly Person[];
  readonly rest: readonly string[];
}

/** No proposal has more. */
const MOST = 100;
/** Longer lines are prose. */
const LONGEST_LINE = 2_000;

/** "GitHub: @ada", "E-mail - ada@example.org": a line or part about the person above. */
const key =
  /^(?:(?<name>full name|name)|(?<handle>(?:github|gh|git)(?:\s+(?:id|handle|username|user|account|profile))?|handle|username)|(?<email>(?:contact\s+)?e-?mail(?:\s+address)?|mail)|(?<lfid>lfid|lfx id|lf id)|(?<other>slack|linkedin|twitter|x|discord|matrix|telegram|company|affiliation|organi[sz]ation|org|employer|role|title|time ?zone|pronouns|website|phone))\s*(?:[:：]|\s[-–—])\s*/i;

/** "Primary mentor:", "Mentor 2 -", in front of a person. */
const role =
  /^(?:(?:primary|secondary|lead|main|backup|co|first|second|third|new|additional)[ -])?(?:co-?)?mentors?[ ]?(?:#?\d)?[ ]?(?:\([^()]{0,20}\)[ ]?)?(?:[:：]|[ ][-–—])[ ]*/i;

/** The people that a field of an issue names, in their order. */
export function peopleIn(text: string): People {
  const table = peopleInTable(text);
  const people: Person[] = [...table.people];
  const rest: string[] = [...table.rest];
  let isOpen = false;
  for (const written of table.text.split('\n')) {
    const line = plainLine(written);
    if (line === '') {
      isOpen = false;
      continue;
    }
    if (saysNothing(line)) continue;
    // "/assign @ada" is for a bot.
    if (people.length >= MOST || /^\/[a-z][\w-]*\s/.test(line) || line.length > LONGEST_LINE) {
      rest.push(written.trim());
      continue;
    }
    const last = people.at(-1);
    const part =
      partIn(line) ?? (isOpen && last?.name && !/^(?:[-*+]|\d+[.)])\s/.test(written) ? accountIn(line) : null);
    if (part && 'rest' in part) rest.push(part.rest);
    else if (part && last && (isOpen || part.name === null) && !conflicts(last, part)) {
      people[people.length - 1] = merged(last, part);
    } else {
      const read = part ? { people: [part], rest: [] } : peopleInLine(line.replace(role, ''));
      // The words in the rows of a table that names no people are no names.
      const isRow =
        written.trim().startsWith('|') && read.people.every((each) => each.handle === null && each.email === null);
      const found = isRow ? { people: [], rest: [written.trim()] } : read;
      people.push(...found.people.slice(0, MOST));
      // What else stands in a template's sample says nothing either.
      if (found.people.length === 0 || found.people.flatMap(withoutSample).length > 0) rest.push(...found.rest);
    }
    isOpen = true;
  }
  return { people: people.flatMap(withoutSample), rest: rest.filter((each) => /[\p{L}\p{N}]/u.test(each)) };
}

/** An address or a handle that stands alone in its line. */
function accountIn(line: string): Person | null {
  const part = partOf(line);
  return part?.name === null ? part : null;
}

/** A line without list marker, box, quote and emphasis. */
function plainLine(line: string): string {
  return line
    .replace(/\s+/g, ' ')
    .replace(/^[\s>]*(?:(?:[-*+•]|\d+[.)])\s+)?(?:\[[ xX]\]\s+)?/, '')
    .replace(/\*\*|__|`/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/<\/?(?:sub|sup|b|i|p|li|ul|ol|br)\s?\/?>/gi, '')
    .replace(/\\(?=[@_.|<>-])/g, '')
    .trim();
}

/** What a line with a key says about a person. Null for other lines. */
function partIn(line: string): Person | { readonly rest: string } | null {
  const match = key.exec(line);
  if (!match?.groups) return null;
  const value = line.slice(match[0].length).trim();
  const { name, handle, email, lfid, other } = match.groups;
  if (other !== undefined) return { rest: line };
  if (value === '' || saysNothing(value)) return nobody;
  if (name !== undefined) return /[@|,]|\]\(/.test(value) ? null : { ...nobody, name: value };
  if (handle !== undefined) {
    const own = saidHandle(value);
    return own ? { ...nobody, handle: own } : null;
  }
  if (email !== undefined) {
    const own = emailOf(value);
    return own ? { ...nobody, email: own } : null;
  }
  return lfid !== undefined && /^@?[^\s@/]+$/.test(value) ? { ...nobody, lfid: value.replace(/^@/, '') } : null;
}

function conflicts(a: Person, b: Person): boolean {
  return (['name', 'handle', 'email', 'lfid'] as const).some((part) => a[part] !== null && b[part] !== null);
}

function peopleInLine(line: string): People {
  const piped = line.includes('|') ? pipedPerson(line) : null;
  if (piped) return piped;
  const degree = /,\s?(?:Ph\.?D\.?|M\.?Sc\.?|MD|Jr\.?|Sr\.?)(?=\s?[(,|])/.exec(line);
  if (degree) {
    const found = peopleInLine(line.replace(degree[0], ''));
    return { people: found.people, rest: [...found.rest, degree[0].slice(1).trim()] };
  }
  const pieces = splitOutside(line, /[,;，、；]/).filter((piece) => piece !== '');
  const turned = pieces.map(handleFirst);
  if (turned.some((person) => person !== null)) {
    const all = pieces.map((piece, i): People => (turned[i] ? { people: [turned[i]], rest: [] } : readPeople(piece)));
    return { people: all.flatMap(({ people }) => people), rest: all.flatMap(({ rest }) => rest) };
  }
  const single = line.split(/[;；]/).map((each) => ({ each, found: listedPerson(each.trim()) }));
  if (
    single.every(({ found }) => found !== null) ||
    (single.length > 1 && single.some(({ found }) => found !== null))
  ) {
    const all = single.map(({ each, found }) => found ?? readPeople(each));
    return { people: all.flatMap(({ people }) => people), rest: all.flatMap(({ rest }) => rest) };
  }
  return readPeople(line.replace(/\)\s+or\s+(?=\p{Lu})/u, ') and '));
}

/** `@handle (Full Name)`, or with a dash. Null for other texts. */
function handleFirst(piece: string): Person | null {
  const [, first = '', bracketed, behind] =
    /^(\S+(?:\]\([^()\s]*\))?)\s*(?:\(([^()@]{2,80})\)|[-–—:]\s+([^()@]{2,80}))$/.exec(piece) ?? [];
  const handle = handleOf(first);
  const name = (bracketed ?? behind ?? '').trim();
  return handle !== null && isName(name) && !/^(?:primary|secondary|lead|mentor|co-mentor|backup)$/i.test(name)
    ? { ...nobody, handle, name }
    : null;
}

/** `Full Name | @handle | e-mail | LFID`, whichever of them are there. */
function pipedPerson(line: string): People | null {
  const parts = line
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((part) => part.trim());
  if (parts.length < 2 || parts.length > 6) return null;
  const found = partsOfPerson(parts);
  const own = { ...found.person };
  const left = [...found.rest];
  const isForm = own.email !== null || own.handle !== null;
  // In the order of CNCF's form, a bare word in the second place is the handle and one behind the address the LFID.
  const emailAt = parts.findIndex((part) => emailOf(part) !== null);
  const handleAt = parts.findIndex((part) => handleOf(part) !== null);
  const taken = (part: string) => {
    const at = left.indexOf(part);
    if (at >= 0) left.splice(at, 1);
  };
  const second = parts[1] ?? '';
  const handle = handleAt < 0 ? saidHandle(second) : null;
  if (handle !== null) {
    Object.assign(own, { handle });
    taken(second);
  }
  const behind = parts[Math.max(emailAt, handleAt, 1) + 1]?.replace(/^@/, '').replace(/^LFID\s*[:：]?\s*/i, '') ?? '';
  if (own.lfid === null && behind !== '' && !/[\s@/]/.test(behind)) {
    Object.assign(own, { lfid: behind });
    taken(parts[Math.max(emailAt, handleAt, 1) + 1] ?? '');
  }
  return isForm ? { people: [own], rest: left } : null;
}

/** `Name, Affiliation, e-mail, @handle`: one person whose parts stand between commas. Null for other lines. */
function listedPerson(line: string): People | null {
  const parts = line
    .split(/[,，、]|\s[-–—]\s/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length < 2 || parts.length > 6) return null;
  const emails = parts.filter((part) => emailOf(part) !== null).length;
  const handles = parts.filter((part) => handleOf(part) !== null).length;
  if (emails > 1 || handles > 1 || emails + handles === 0) return null;
  const [first = ''] = parts;
  if (emailOf(first) !== null || handleOf(first) !== null || /@|\]\(/.test(first)) return null;
  // With other parts that hold an address or a handle among words, the line is a list of people.
  if (parts.some((part) => emailOf(part) === null && handleOf(part) === null && /@|https?:/.test(part))) return null;
  const found = partsOfPerson(parts);
  // As between pipes, a bare word behind the address is the LFID.
  const last = parts.at(-1) ?? '';
  const isLfid = emailOf(parts.at(-2) ?? '') !== null && found.person.handle !== null && /^[a-z][\w.-]*$/.test(last);
  const rest = isLfid ? found.rest.filter((part) => part !== last) : found.rest;
  const person = isLfid ? { ...found.person, lfid: found.person.lfid ?? last } : found.person;
  return person.name === null ? null : { people: [person], rest };
}

function partsOfPerson(parts: readonly string[]): { readonly person: Person; readonly rest: readonly string[] } {
  let person = nobody;
  const rest: string[] = [];
  for (const part of parts) {
    if (part === '' || saysNothing(part)) continue;
    const keyed = partIn(part);
    const said = keyed && !('rest' in keyed) ? keyed : partOf(part);
    if (said && !conflicts(person, said)) person = merged(person, said);
    else if (/^[\p{L}][^@|]*$/u.test(part) && person.name === null) {
      // "Ada Example (Example Labs)": brackets are no part of a name.
      const [, name = part, aside] = /^([^()]+?)\s?\(([^()]+)\)$/.exec(part) ?? [];
      person = { ...person, name };
      if (aside !== undefined) rest.push(aside);
    } else rest.push(part);
  }
  return { person, rest };
}

function partOf(part: string): Person | null {
  const email = emailOf(part);
  if (email !== null) return { ...nobody, email };
  const handle = handleOf(part);
  if (handle !== null) return { ...nobody, handle };
  const profile = profileOf(part);
  return profile && { ...nobody, name: profile.words, handle: profile.handle };
}

/** The people in a line as proposals have them, and the words of it that are no part of a person. */
function readPeople(line: string): People {
  const mentors = mentorsIn(line, [{ start: 0, end: line.length }]);
  const names = mentors.map(({ name }) => name && nameIn(name.text));
  const people = mentors.map(({ handle, email, lfid }, i) => ({
    name: names[i] ?? null,
    handle: handle?.text ?? null,
    email: email && (emailOf(email.text) ?? email.text),
    lfid: lfid?.text ?? null,
  }));
  const spans = mentors.flatMap(({ name, handle, email, lfid }, i) => {
    // Words before the name in a sentence are no part of it.
    const before = Math.max(0, name?.text.indexOf(names[i] ?? '') ?? 0);
    const own = name && { start: name.span.start + before, end: name.span.end };
    return [own, ...[handle, email, lfid].map((part) => part?.span)].flatMap((span) => span ?? []);
  });
  spans.sort((a, b) => a.start - b.start);
  const rest: string[] = [];
  let at = 0;
  for (const span of [...spans, { start: line.length, end: line.length }]) {
    if (span.start > at) rest.push(sliceOf(line, { start: at, end: span.start }));
    at = Math.max(at, span.end);
  }
  // People without a name or an account are words.
  const known = people.filter(({ name, handle, email }) => handle !== null || email !== null || isName(name ?? ''));
  if (known.length === 0) return { people: [], rest: [line] };
  const lost = people.filter((person) => !known.includes(person)).flatMap(({ name }) => name ?? []);
  const said = new Set(known.flatMap((person) => Object.values(person).flatMap((part) => tokens(part ?? ''))));
  const others = rest.flatMap(wordsIn).filter((words) => !tokens(words).every((word) => said.has(word)));
  return { people: known, rest: [...others, ...lost] };
}

function tokens(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The words between the parts of people that say something. */
function wordsIn(text: string): readonly string[] {
  const words = text
    .replace(/<[^<>]*>/g, ' ')
    .replace(/(?:https?:\/\/)?(?:www\.)?github\.com\/?|https?:\/\/|mailto:/gi, ' ')
    .replace(/\b(?:and|e-?mail|mail|github|gh|handle|username|lfid|name|mentors?|primary|secondary|lead|id)\b/gi, ' ')
    .replace(/[()[\]{}<>|,;:@&/（）\s]+/gu, ' ')
    .trim();
  return /[\p{L}\p{N}]/u.test(words) ? [words] : [];
}

/** A person without what only a template says. Nobody if nothing is left. */
function withoutSample(person: Person): Person[] {
  const name =
    person.name !== null && (isSampleMentor(person.name, null) || saysNothing(person.name)) ? null : person.name;
  const handle = isSampleMentor(null, person.handle) ? null : person.handle;
  if (person.handle !== null && handle === null) return [];
  const own = { ...person, name, handle };
  return own.name === null && own.handle === null && own.email === null ? [] : [own];
}
