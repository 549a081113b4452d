import { counted, wordKey } from '../../facts/words';
import { type Known, newestFirst } from '../../known/known';
import { shift } from '../../text/span';
import { searchable } from '../symbols/fuzzy';
import { type Caret, listedStart, valueStartOf } from './caret';
import { beginsWord } from './match';
import type { CompletionMemory } from './memory';
import type { Offer } from './offer';
import { skillsIn } from './skills-text';

/** Skills from other proposals of the project, most frequent first, for the skill at the caret. */
export function skillOffers(caret: Caret, known: Known, memory: CompletionMemory): readonly Offer[] {
  const { body, section, at, line, document, field, project } = caret;
  if (field?.id !== 'recommended-skills' || !field.label || !project) return [];
  const start = startOfSkill(caret);
  if (start === null || at < start) return [];
  const typed = body.text.slice(start, at);
  const key = searchable(typed);
  if (key.length > 30) return [];
  const end = at + (/^[^,;，；\s]*/.exec(body.text.slice(at, line.end))?.[0].length ?? 0);
  const value = body.text.slice(valueStartOf(body.text, field) ?? field.label.span.end, field.span.end);
  const rest =
    value.slice(0, Math.max(0, value.length - (field.span.end - start))) + body.text.slice(end, field.span.end);
  const listed = new Set(skillsIn(rest).map(wordKey));
  const own = section.start + body.title.span.start;
  const counts = new Map<string, { text: string; count: number }>();
  const proposals = known
    .proposals(project.key)
    .filter(({ file, span }) => file.path !== document.path || span.start !== own)
    .sort((a, b) => newestFirst(a.file, b.file));
  for (const proposal of proposals) {
    for (const text of memory.skillsOf(proposal)) {
      const name = wordKey(text);
      const seen = counts.get(name);
      if (seen) seen.count++;
      else counts.set(name, { text, count: 1 });
    }
  }
  return [...counts]
    .filter(([name, { text }]) => !listed.has(name) && beginsWord(searchable(text), key))
    .sort(([, a], [, b]) => b.count - a.count)
    .map(([, { text, count }]) => ({
      kind: 'value',
      label: text,
      detail: counted(count, 'proposal'),
      filterText: searchable(text).startsWith(key) ? text : `${typed} ${text}`,
      edit: { span: shift({ start, end: Math.max(end, endIfThere(body.text, start, text)) }, section.start), text },
      pieces: null,
      topic: null,
    }));
}

/** End of the skill if it is already at `start`, ignoring spelling variants. 0 for any other text. */
function endIfThere(text: string, start: number, skill: string): number {
  const end = start + skill.length;
  return searchable(text.slice(start, end)) === searchable(skill) ? end : 0;
}

/** Start of the skill at the caret, after a label, list marker or separator. Null if no skill can start there. */
function startOfSkill(caret: Caret): number | null {
  const start = listedStart(caret);
  if (start === null) return null;
  const separators = [...caret.body.text.slice(start, caret.at).matchAll(/[,;，；][ \t]*/g)];
  const last = separators.at(-1);
  return last ? start + last.index + last[0].length : start;
}
