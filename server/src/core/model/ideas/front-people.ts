import type { YamlMap, YamlNode } from '../../markdown/yaml';
import { type Part, type Span, sliceOf, trimmed } from '../../text/span';
import { withoutTail } from '../../text/tail';
import { mentorsIn } from '../mentor';
import type { Mentor } from '../proposal';

/** No file names more people. */
const MOST_PEOPLE = 50;

/** The parts of a person, by the keys that front matter uses for them. Keys have letters only, in lower case. */
const partKeys: Readonly<Record<string, keyof PersonParts>> = {
  name: 'name',
  fullname: 'name',
  mentor: 'name',
  mentorname: 'name',
  firstname: 'first',
  givenname: 'first',
  first: 'first',
  lastname: 'last',
  familyname: 'last',
  surname: 'last',
  last: 'last',
  email: 'email',
  mail: 'email',
  emailaddress: 'email',
  github: 'handle',
  githubusername: 'handle',
  githubhandle: 'handle',
  githubid: 'handle',
  githubaccount: 'handle',
  githublogin: 'handle',
  handle: 'handle',
  username: 'handle',
  login: 'handle',
};

interface PersonParts {
  name?: Part;
  first?: Part;
  last?: Part;
  email?: Part;
  handle?: Part;
}

/** The part of a person that a key names: "first_name", "GitHub-username". Null for any other key. */
export function personPart(key: string): keyof PersonParts | null {
  const letters = key.toLowerCase().replace(/[^a-z]/g, '');
  return Object.hasOwn(partKeys, letters) ? (partKeys[letters] ?? null) : null;
}

/**
 * The people in the value of a key about mentors: a text as in any list, a list of such texts or of maps, one map with
 * the parts of a person, or a map from names to addresses.
 */
export function peopleIn(text: string, value: YamlNode | null): Mentor[] {
  if (value === null) return [];
  if (value.is === 'scalar') return peopleInLines(text, value.part.span);
  if (value.is === 'list') return value.items.slice(0, MOST_PEOPLE).flatMap((item) => peopleIn(text, item));
  return value.entries.some(({ key }) => personPart(key.text) !== null)
    ? person(text, value)
    : peopleByName(text, value);
}

/** The people in lines of text that are no valid YAML, such as `- @ada`. */
export function peopleInLines(text: string, span: Span): Mentor[] {
  const spans: Span[] = [];
  let start = span.start;
  for (const line of sliceOf(text, span).split('\n').slice(0, MOST_PEOPLE)) {
    const marker = /^\s*(?:[-*]\s+)?["']?/.exec(line)?.[0].length ?? 0;
    const own = trimmed(text, { start: start + marker, end: start + withoutTail(line, /[\s"']/).length });
    if (own.end > own.start) spans.push(own);
    start += line.length + 1;
  }
  return mentorsIn(text, spans);
}

function person(text: string, { entries, span }: YamlMap): Mentor[] {
  const parts: PersonParts = {};
  for (const { key, value } of entries) {
    const part = personPart(key.text);
    if (part !== null && value?.is === 'scalar' && value.part.text !== '') parts[part] ??= value.part;
  }
  return personOf(text, parts, span);
}

/** A person with these parts. Empty if they name nobody. */
export function personOf(text: string, { name, first, last, email, handle }: PersonParts, span: Span): Mentor[] {
  // A name in two values has no place of its own: other keys may stand between them.
  const both = first && last ? { text: `${first.text} ${last.text}`, span: first.span } : undefined;
  const mentor: Mentor = {
    span,
    name: name ?? both ?? first ?? last ?? null,
    handle: handle ? accountIn(text, handle) : null,
    email: email ?? null,
    lfid: null,
    plain: false,
    role: null,
  };
  return mentor.name || mentor.handle || mentor.email ? [mentor] : [];
}

/** The account in `@ada`, `ada` or `https://github.com/ada`. */
function accountIn(text: string, { span }: Part): Part {
  const written = sliceOf(text, span);
  const before = /^(?:https?:\/\/)?(?:www\.)?github\.com\/|^@/i.exec(written)?.[0].length ?? 0;
  const end = written.endsWith('/') ? span.end - 1 : span.end;
  const own = { start: Math.min(span.start + before, end), end };
  return { text: sliceOf(text, own), span: own };
}

function peopleByName(text: string, { entries }: YamlMap): Mentor[] {
  return entries.slice(0, MOST_PEOPLE).flatMap(({ key, value }): Mentor[] => {
    if (value?.is === 'map') {
      const [own] = person(text, value);
      return [{ ...emptyMentor, ...own, name: own?.name ?? key, span: { start: key.span.start, end: value.span.end } }];
    }
    const said = value?.is === 'scalar' ? value.part : null;
    const span = { start: key.span.start, end: said?.span.end ?? key.span.end };
    const email = said?.text.includes('@') && !said.text.startsWith('@') ? said : null;
    const handle = said && !email && /^@?[\w-]+$|github\.com\//.test(said.text) ? accountIn(text, said) : null;
    return [{ ...emptyMentor, span, name: key, email, handle }];
  });
}

const emptyMentor = { handle: null, email: null, lfid: null, plain: false, role: null } as const;
