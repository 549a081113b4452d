import { distance } from 'fastest-levenshtein';
import { ownCopy } from '../text/span';

/** The subject of a label in an idea list. The first five occur only in proposals, the others in any document. */
export type LabelTopic =
  | 'mentors'
  | 'difficulty'
  | 'size'
  | 'skills'
  | 'outcome'
  | 'description'
  | 'issue'
  | 'link'
  | 'title'
  | 'other';

/** Topics that occur only in proposals. */
const tellingTopics: ReadonlySet<LabelTopic | null> = new Set(['mentors', 'difficulty', 'size', 'skills', 'outcome']);

/** The number of topics that occur only in proposals. */
export function tellingCount(topics: ReadonlySet<LabelTopic | null>): number {
  let count = 0;
  for (const topic of topics) if (tellingTopics.has(topic)) count++;
  return count;
}

/** The words of each topic. If a label has words of several topics, the first topic in this list wins. */
const topicWords: readonly (readonly [topic: LabelTopic, words: string])[] = [
  // "Mentor availability" is about days and "Preferred contributor" about students, so neither is a list of mentors.
  ['other', 'availability avail contributor contributors candidate candidates student students mentee mentees'],
  ['mentors', 'mentor mentors comentor comentors supervisor supervisors advisor advisors coach coaches tutor tutors'],
  ['difficulty', 'difficulty complexity intensity hardness'],
  ['size', 'size length duration effort hours hrs commitment workload timeframe'],
  [
    'skills',
    'skill skills prerequisite prerequisites requirement requirements knowledge technology technologies tech language languages qualifications qualification involves experience stack study tools',
  ],
  ['outcome', 'outcome outcomes deliverable deliverables result results'],
  ['issue', 'issue issues ticket tickets'],
  [
    'description',
    'description abstract summary overview synopsis background motivation problem introduction explanation details context rationale about synopses',
  ],
  [
    'link',
    'link links reference references resource resources repo repos repository repositories url urls website source code contact contacts info information art reading material materials documentation docs',
  ],
  ['title', 'title'],
  [
    'other',
    'goal goals objective objectives aim aims level rating priority category categories type types status tag tags topic topics keyword keywords step steps started task tasks activity activities evaluation test benefit benefits impact bonus track area areas organization organizations organisation organisations slack zulip discord matrix channel channels stream streams chat discussion community note notes idea ideas scope approach plan milestones milestone challenge challenges use cases case likelihood risk licence license time domain module modules component components subproject suborganization team teams group groups participating corresponding project projects program programs name names first',
  ],
];

/** Words that may accompany the words of a topic. */
const plainWords =
  'and or the of for to in a an on with your our is are this that what how who you will should need needs needed get getting be able s possible potential coding assisting primary secondary backup main lead second additional other more short brief detailed long expected anticipated desired recommended recommend required preferred desirable minimum maximum extended stretch ideal useful nice have good must basic prior related relevant upstream github gitlab tracking development developer open technical software programming computer estimated approximate approx total average proposed suggested public further general overall some improve most important contacts co gsoc lfx learn learning handle handles email emails mail potentially helpful essential bonus preferably level required needed size rating mandatory optional i it does do should familiarity background specific key';

/** The index in `topicWords` for each word. If several topics have a word, the first one counts. */
const rankOf = new Map<string, number>();
topicWords.forEach(([, words], rank) => {
  for (const word of words.split(' ')) if (!rankOf.has(word)) rankOf.set(word, rank);
});
const plain = new Set(plainWords.split(' '));
const longWords = [...rankOf.keys(), ...plain].filter((word) => word.length >= 8);

/** A text with more words is a sentence. */
const MOST_WORDS = 7;
const LONGEST_LABEL = 60;

/** Earlier answers by label, because a list repeats the same dozen labels. */
const remembered = new Map<string, LabelTopic | null>();
const MOST_REMEMBERED = 2_000;

/**
 * The topic of a label in an idea list. Null if it contains a word that no label has. Long words may have one wrong
 * letter ("Experince").
 */
export function labelTopic(label: string): LabelTopic | null {
  if (label.length > LONGEST_LABEL) return null;
  const last = remembered.get(label);
  if (last !== undefined) return last;
  const topic = topicOfWords(label);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(ownCopy(label), topic);
  return topic;
}

function topicOfWords(label: string): LabelTopic | null {
  // "Who mentors?" asks for the same as "Mentors".
  const asked = label.replace(/[?？]$/, '');
  const words = asked.toLowerCase().match(/[a-z]+/g) ?? [];
  if (words.length === 0 || words.length > MOST_WORDS || /[^\p{L}\s()/&,'’#\d.-]/u.test(asked)) return null;
  let best = topicWords.length;
  for (const written of words) {
    const word = knownWord(written);
    if (word === null) return null;
    best = Math.min(best, rankOf.get(word) ?? best);
  }
  return topicWords[best]?.[0] ?? null;
}

function knownWord(word: string): string | null {
  if (rankOf.has(word) || plain.has(word)) return word;
  if (word.length < 7) return null;
  return longWords.find((known) => Math.abs(known.length - word.length) <= 1 && distance(known, word) <= 1) ?? null;
}
