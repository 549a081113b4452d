import { wordKey } from '../../facts/words';
import { withoutTail } from '../../text/tail';

/** Longer texts are sentences, not skills. */
const LONGEST = 40;
const MOST_WORDS = 4;

/** The skills in a field, split at commas, semicolons and list items. Sentences are left out. */
export function skillsIn(text: string): readonly string[] {
  const skills = new Map<string, string>();
  for (const part of text.split(/[,;，；、\n]|\s\/\s/)) {
    const words = part
      .replace(/^\s*(?:[-*+•]|\d+[.)])\s+/, '')
      .replace(/^\s*and\s+/i, '')
      .replace(/[*_`]/g, '')
      .trimStart();
    const skill = withoutTail(words, /[\s.]/);
    const key = wordKey(skill);
    if (key !== '' && isSkill(skill) && !skills.has(key)) skills.set(key, skill);
  }
  return [...skills.values()];
}

function isSkill(text: string): boolean {
  const isWhole = (text.match(/\(/g)?.length ?? 0) === (text.match(/\)/g)?.length ?? 0);
  return (
    text.length <= LONGEST &&
    isWhole &&
    text.split(/\s+/).length <= MOST_WORDS &&
    !/[:：!?]|https?|^e\.?g\b/i.test(text)
  );
}
