import { distance } from 'fastest-levenshtein';
import { draftLabels } from './draft-fields';
import { wordKey } from './words';

/** The fields that every template has. All other labels belong to a single template. */
export type FieldId =
  | 'description'
  | 'expected-outcome'
  | 'recommended-skills'
  | 'mentors'
  | 'upstream-issue'
  | 'lfx-url';

/** The fields of every CNCF template, in its order. */
export const usualFields: readonly FieldId[] = [
  'description',
  'expected-outcome',
  'recommended-skills',
  'mentors',
  'upstream-issue',
];

/** What the program says about a field. */
export interface FieldFact {
  readonly id: FieldId;
  /** The label in today's templates. */
  readonly label: string;
  /** Other labels that people use. Case and punctuation do not matter. */
  readonly aliases: readonly string[];
  /** What to write in the field, in one sentence for mentors. */
  readonly help: string;
}

/** The fields in the order of the template. */
export const fieldFacts: readonly FieldFact[] = [
  {
    id: 'description',
    label: 'Description',
    aliases: ['Project Description'],
    help: 'The work of the mentee and why it matters. At most 3,000 characters together with the expected outcome.',
  },
  {
    id: 'expected-outcome',
    label: 'Expected Outcome',
    aliases: ['Expected Outcomes', 'Expected Outcome(s)', 'Expected Result', 'Expected Results'],
    help: 'The results of the mentorship: code, documents, tests.',
  },
  {
    id: 'recommended-skills',
    label: 'Recommended Skills',
    aliases: ['Recommend Skills', 'Recommended Skill(s)', 'Recommended Skill', 'Required Skills'],
    help: 'Languages, tools and knowledge that help a mentee to succeed.',
  },
  {
    id: 'mentors',
    label: 'Mentor(s)',
    aliases: [
      'Mentors',
      'Mentor',
      'Mentors(s)',
      'Mentor(-s)',
      'Potential Mentors',
      'Potential Mentor(s)',
      'Primary Mentor',
      'Secondary Mentor',
      'Co-Mentor',
      'Co-Mentors',
      'Mentor Name',
      'Mentor Names',
      'Mentor Name(s)',
    ],
    help: 'The people who guide the mentee, one to four: Name (@github-handle, e-mail address).',
  },
  {
    id: 'upstream-issue',
    label: 'Upstream Issue',
    aliases: [
      'Upstream Issue (URL)',
      'Upstream Issue(s)',
      'Upstream Issues',
      'Upstream Issues (URL)',
      'Upstream Issue (Project URL)',
      'Issue',
      'Issues',
      'Issue(s)',
      'Issue URL',
      'Issue Link',
      'GitHub Issue',
      'GitHub Issues',
      'Related Issue',
      'Related Issues',
      'Relevant Issue',
      'Relevant Issues',
      'Tracking Issue',
    ],
    help: 'The public issue of the project that tracks the work, as a plain URL.',
  },
  {
    id: 'lfx-url',
    label: 'LFX URL',
    aliases: [
      'LFX',
      'LFX Link',
      'LFX Project URL',
      'LFX Mentorship URL',
      'Apply',
      'Apply here',
      'Community Bridge project (URL)',
      'Community Bridge project',
      'Community Bridge URL',
    ],
    help: 'The page of the accepted program on LFX Mentorship. An admin adds it.',
  },
];

/** Labels of additional fields in proposals of past terms. */
export const extraLabels: readonly string[] = [
  ...draftLabels,
  'Mentee',
  'Mentees',
  'Mentee (Community Bridge URL)',
  'Objectives',
  'Responsibilities',
  'Difficulty',
  'Expected project size',
  'Project size',
  'Type',
  'Repository',
  'Deliverables',
  'Bonus',
  'Stretch Goal',
  'Stretch goals',
];

const byKey = new Map<string, FieldId>(
  fieldFacts.flatMap((fact) => [fact.label, ...fact.aliases].map((label) => [wordKey(label), fact.id] as const)),
);
const longKeys = [...byKey.keys()].filter((key) => key.length > 9);
const extraKeys = new Set(extraLabels.map(wordKey));

/** The first two letters of all labels. They rule out most lines of a proposal quickly. */
const openings = new Set([...byKey.keys(), ...extraKeys].map((key) => pairOf(key.charCodeAt(0), key.charCodeAt(1))));

/** Whether a label can begin with these two letters, given as character codes. Ignores case. */
export function isLabelOpening(first: number, second: number): boolean {
  return openings.has(pairOf(first, second));
}

/** Setting bit 0x20 turns ASCII letters to lower case. */
function pairOf(first: number, second: number): number {
  return ((first | 0x20) << 16) | (second | 0x20);
}

/** Throws a RangeError for an unknown field. */
export function fieldFact(id: FieldId): FieldFact {
  const fact = fieldFacts.find((each) => each.id === id);
  if (!fact) throw new RangeError(`no field "${id}"`);
  return fact;
}

/** The field that a label names, directly or by an alias. Null for any other text. */
export function fieldIdOf(label: string): FieldId | null {
  return byKey.get(wordKey(label)) ?? null;
}

/** Whether a label names the role of one mentor ("Primary Mentor"). Such labels also occur below "Mentor(s)". */
export function isMentorRole(label: string): boolean {
  return /^(?:primary|secondary|co)?\W*mentor(?:\s+names?)?$/i.test(label.trim()) && !/^mentor$/i.test(label.trim());
}

/** The key of the text before a bracket, because "Mentee (Community Bridge URL)" and "Mentee" are the same field. */
export function labelStem(label: string): string {
  const text = label.trimStart();
  const bracket = text.search(/[([]/);
  return wordKey(bracket > 0 ? text.slice(0, bracket) : text);
}

/**
 * What a label means: a field of the program, `extra` for an additional field of past terms, or null if it is no known
 * label. With `slips`, a long label may have up to two wrong letters ("Upstraeam Issue").
 */
export function labelMeaning(label: string, slips: boolean): FieldId | 'extra' | null {
  const key = wordKey(label);
  const id = byKey.get(key);
  if (id) return id;
  if (extraKeys.has(key) || (label.includes('(') && extraKeys.has(labelStem(label)))) return 'extra';
  if (!slips || key.length < 9 || key.length > 18) return null;
  const near = longKeys.find(
    (known) => known[0] === key[0] && Math.abs(known.length - key.length) <= 2 && distance(known, key) <= 2,
  );
  return near === undefined ? null : (byKey.get(near) ?? null);
}

/**
 * The field in `missing` that a misspelled label means. Accepts up to two wrong letters, at most a third of the label
 * ("Metor(s)"), and a label whose end is missing ("Recommended"). Null if no field fits or the label names another
 * field.
 */
export function nearField(label: string, missing: ReadonlySet<FieldId>): FieldId | null {
  const key = wordKey(label);
  if (key.length < 5 || key.length > 24 || byKey.has(key) || extraKeys.has(key) || /^mentee/.test(key)) return null;
  for (const [known, id] of byKey) {
    if (!missing.has(id) || known.length < 6) continue;
    if (key.length >= 8 && known.startsWith(key)) return id;
    const most = Math.min(2, Math.floor(known.length / 3) - 1);
    if (Math.abs(known.length - key.length) <= most && known[0] === key[0] && distance(known, key) <= most) return id;
  }
  return null;
}
