import { distance } from 'fastest-levenshtein';
import { wordKey } from './words';

/** The fields that the program itself knows; every other label is a field of one template. */
export type FieldId =
  | 'description'
  | 'expected-outcome'
  | 'recommended-skills'
  | 'mentors'
  | 'upstream-issue'
  | 'lfx-url';

/** What the program says about one field. */
export interface FieldFact {
  readonly id: FieldId;
  /** The label as the templates write it today. */
  readonly label: string;
  /** Other labels that people write for it; spelling, case and punctuation aside. */
  readonly aliases: readonly string[];
  /** What belongs there, in one sentence for mentors. */
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

/** Labels of extra fields that proposals of past terms carry beside the program's own. */
export const extraLabels: readonly string[] = [
  'Technologies',
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

/** How labels begin: most lines of a proposal can be told to hold none by their first two letters. */
const openings = new Set([...byKey.keys(), ...extraKeys].map((key) => pairOf(key.charCodeAt(0), key.charCodeAt(1))));

/** Whether a label could begin with two letters, given by their codes, case aside. */
export function isLabelOpening(first: number, second: number): boolean {
  return openings.has(pairOf(first, second));
}

/** Lower case by the bit that tells the cases of ASCII letters apart. */
function pairOf(first: number, second: number): number {
  return ((first | 0x20) << 16) | (second | 0x20);
}

/** The fact about a field. */
export function fieldFact(id: FieldId): FieldFact {
  const fact = fieldFacts.find((each) => each.id === id);
  if (!fact) throw new RangeError(`no field "${id}"`);
  return fact;
}

/** The field that a label means, by its own name or an alias; null for every other text. */
export function fieldIdOf(label: string): FieldId | null {
  return byKey.get(wordKey(label)) ?? null;
}

/** Whether a label names one mentor by what they do ("Primary Mentor"); such labels stand below "Mentor(s)", too. */
export function isMentorRole(label: string): boolean {
  return /^(?:primary|secondary|co)?\W*mentor(?:\s+names?)?$/i.test(label.trim()) && !/^mentor$/i.test(label.trim());
}

/** The key of what stands before a bracket: "Mentee (Community Bridge URL)" asks for the same as "Mentee". */
export function labelStem(label: string): string {
  const text = label.trimStart();
  const bracket = text.search(/[([]/);
  return wordKey(bracket > 0 ? text.slice(0, bracket) : text);
}

/**
 * What a text means as a label: a field of the program, a field that past terms had besides (`extra`), or null for
 * nothing. With `slips`, a long label that is missed by at most two letters ("Upstraeam Issue") is still that label.
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
 * The field among `missing` whose label a misspelt one means: at most a third of its letters are wrong, two at the most
 * ("Metor(s)"), or its end is left out ("Recommended"). Null where there is none, or for the label of another field.
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
