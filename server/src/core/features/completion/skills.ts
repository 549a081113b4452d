import { draftFieldOf } from '../../facts/draft-fields';
import { lfxField } from '../../facts/proposal-form';
import { counted, wordKey } from '../../facts/words';
import { type Known, type KnownProposal, newestFirst } from '../../known/known';
import { formOfDocument } from '../../submission/form-of-document';
import { shift } from '../../text/span';
import { searchable } from '../symbols/fuzzy';
import { type Caret, listedStart, valueStartOf } from './caret';
import { beginsWord } from './match';
import type { CompletionMemory } from './memory';
import { MOST, type Offer } from './offer';
import { skillsIn } from './skills-text';

/**
 * Skills from other proposals of the project, most frequent first, for the skill at the caret. For a technology, the
 * technologies and skills of the project, then those of all others.
 */
export function skillOffers(caret: Caret, known: Known, memory: CompletionMemory): readonly Offer[] {
  const { body, section, at, line, document, field, project } = caret;
  const isTechnology = draftFieldOf(field?.label?.text ?? '')?.id === 'technologies';
  if (!field?.label || (!isTechnology && (field.id !== 'recommended-skills' || !project))) return [];
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
  const counts = new Map<string, { text: string; count: number; isOwn: boolean }>();
  const all = isTechnology ? known.files().flatMap((file) => file.proposals) : known.proposals(project?.key ?? '');
  const proposals = all
    .filter(({ file, span }) => file.path !== document.path || span.start !== own)
    .sort((a, b) => newestFirst(a.file, b.file));
  for (const proposal of proposals) {
    const isOwn = proposal.project !== null && proposal.project.key === project?.key;
    for (const [name, text] of namesIn(proposal, memory, isTechnology)) {
      const seen = counts.get(name) ?? { text, count: 0, isOwn };
      counts.set(name, { text: seen.text, count: seen.count + 1, isOwn: seen.isOwn || isOwn });
    }
  }
  return [...counts]
    .filter(([name, { text }]) => !listed.has(name) && beginsWord(searchable(text), key))
    .sort(([, a], [, b]) => Number(b.isOwn) - Number(a.isOwn) || b.count - a.count)
    .slice(0, MOST + 1)
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

/** The boxes of the form, for the application prerequisite at the caret. */
export function prerequisiteOffers(caret: Caret, known: Known): readonly Offer[] {
  const { body, section, at, line, document, field } = caret;
  if (!field || draftFieldOf(field.label?.text ?? '')?.id !== 'prerequisites') return [];
  const form = formOfDocument(document, known.form());
  const start = startOfSkill(caret);
  if (!form || start === null || at < start) return [];
  const typed = searchable(body.text.slice(start, at));
  const end = at + (/^[^,;\r\n]*/.exec(body.text.slice(at, line.end))?.[0].length ?? 0);
  const others = wordKey(body.text.slice(field.span.start, start) + body.text.slice(end, field.span.end));
  return (lfxField(form, 'prerequisites')?.options ?? [])
    .filter((option) => !others.includes(wordKey(option)) && beginsWord(searchable(option), typed))
    .map((option) => ({
      kind: 'value',
      label: option,
      detail: null,
      filterText: option,
      edit: { span: shift({ start, end }, section.start), text: option },
      pieces: null,
      topic: null,
    }));
}

/** What a proposal lists, once each, by its key. */
function namesIn(
  proposal: KnownProposal,
  memory: CompletionMemory,
  isTechnology: boolean,
): ReadonlyMap<string, string> {
  const skills = memory.skillsOf(proposal);
  const all = isTechnology ? [...memory.technologiesOf(proposal), ...skills] : skills;
  const names = new Map<string, string>();
  for (const text of all) if (!names.has(wordKey(text))) names.set(wordKey(text), text);
  return names;
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
