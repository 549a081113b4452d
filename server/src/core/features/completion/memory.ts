import type { KnownProposal, Person } from '../../known/known';
import { searchable } from '../symbols/fuzzy';
import { skillsIn } from './skills-text';

/** Cached search data for one person. */
export interface PersonKey {
  /** Names, handle with `@`, and addresses, normalized for search. */
  readonly text: string;
  /** The same values separately, in lower case, the handle without `@`. */
  readonly parts: readonly string[];
  /** The latest term in which they mentored. */
  readonly term: string;
}

/** Caches people and proposals between completions, because files that nobody edits do not change. */
export class CompletionMemory {
  private readonly people = new WeakMap<Person, PersonKey>();
  private readonly skills = new WeakMap<KnownProposal, readonly string[]>();
  private readonly technologies = new WeakMap<KnownProposal, readonly string[]>();

  keyOf(person: Person): PersonKey {
    const known = this.people.get(person);
    if (known) return known;
    const key = personKey(person);
    this.people.set(person, key);
    return key;
  }

  skillsOf(proposal: KnownProposal): readonly string[] {
    return listedIn(proposal, proposal.skills, this.skills);
  }

  technologiesOf(proposal: KnownProposal): readonly string[] {
    return listedIn(proposal, proposal.technologies, this.technologies);
  }
}

function listedIn(
  proposal: KnownProposal,
  text: string | null,
  cache: WeakMap<KnownProposal, readonly string[]>,
): readonly string[] {
  const known = cache.get(proposal) ?? skillsIn(text ?? '');
  cache.set(proposal, known);
  return known;
}

function personKey({ names, handle, emails, mentions }: Person): PersonKey {
  const at = handle === null ? '' : `@${handle}`;
  return {
    text: searchable([...names, at, ...emails].join(' ')),
    parts: [...(handle === null ? [] : [handle]), ...emails, ...names].map((part) => part.toLowerCase()),
    term: mentions[0]?.proposal.file.termKey ?? '',
  };
}
