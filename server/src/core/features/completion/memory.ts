import type { KnownProposal, Person } from '../../known/known';
import { searchable } from '../symbols/fuzzy';
import { skillsIn } from './skills-text';

/** What is looked at again and again of one person. */
export interface PersonKey {
  /** Names, handle behind `@`, and addresses, folded. */
  readonly text: string;
  /** Each of them alone, in lower case, the handle without its mark. */
  readonly parts: readonly string[];
  /** The term they mentored in last. */
  readonly term: string;
}

/** What is worth remembering between two completions: people and proposals of files that nobody edits stay the same. */
export class CompletionMemory {
  private readonly people = new WeakMap<Person, PersonKey>();
  private readonly skills = new WeakMap<KnownProposal, readonly string[]>();

  keyOf(person: Person): PersonKey {
    const known = this.people.get(person);
    if (known) return known;
    const key = personKey(person);
    this.people.set(person, key);
    return key;
  }

  skillsOf(proposal: KnownProposal): readonly string[] {
    const known = this.skills.get(proposal);
    if (known) return known;
    const skills = skillsIn(proposal.skills ?? '');
    this.skills.set(proposal, skills);
    return skills;
  }
}

function personKey({ names, handle, emails, mentions }: Person): PersonKey {
  const at = handle === null ? '' : `@${handle}`;
  return {
    text: searchable([...names, at, ...emails].join(' ')),
    parts: [...(handle === null ? [] : [handle]), ...emails, ...names].map((part) => part.toLowerCase()),
    term: mentions[0]?.proposal.file.termKey ?? '',
  };
}
