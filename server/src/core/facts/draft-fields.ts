import { wordKey } from './words';

/** A field that only CNCF's form has, so that a draft states it in a label of its own. */
export type DraftFieldId = 'technologies' | 'prerequisites' | 'coding-challenge' | 'custom-prerequisite';

/** What a draft says about such a field. */
export interface DraftFieldFact {
  readonly id: DraftFieldId;
  readonly label: string;
  /** Other labels with the same meaning. Case and punctuation do not matter. */
  readonly aliases: readonly string[];
  /** What to write in the field, in one sentence for mentors. */
  readonly help: string;
  /** A value as people write it. */
  readonly example: string;
}

/** In the order in which a draft has them. */
export const draftFieldFacts: readonly DraftFieldFact[] = [
  {
    id: 'technologies',
    label: 'Technologies',
    aliases: [],
    help: 'Languages, frameworks and platforms of the work, separated by commas. They may be the same as the skills.',
    example: 'Go, Kubernetes',
  },
  {
    id: 'prerequisites',
    label: 'Application Prerequisites',
    aliases: ['Application Prerequisite'],
    help: 'What applicants have to hand in, separated by commas.',
    example: 'Resume, Cover Letter',
  },
  {
    id: 'coding-challenge',
    label: 'Coding Challenge',
    aliases: ['Coding Challenge URL'],
    help: 'The URL of a task that applicants have to solve. Leave this label out if there is none.',
    example: 'https://example.org/challenge',
  },
  {
    id: 'custom-prerequisite',
    label: 'Custom Prerequisite',
    aliases: ['Custom Prerequisites'],
    help: 'One more thing that applicants have to hand in: its name (at most 20 characters), "(file upload)" if it is a file, and below it what to write (at most 500 characters).',
    example: 'Writing Sample (file upload)',
  },
];

const byKey = new Map(
  draftFieldFacts.flatMap((fact) => [fact.label, ...fact.aliases].map((label) => [wordKey(label), fact] as const)),
);

/** The field that a label names. Null for any other label. */
export function draftFieldOf(label: string): DraftFieldFact | null {
  return byKey.get(wordKey(label)) ?? null;
}

/** All labels of these fields. */
export const draftLabels: readonly string[] = draftFieldFacts.flatMap(({ label, aliases }) => [label, ...aliases]);
