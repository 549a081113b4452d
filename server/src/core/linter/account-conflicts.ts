import { accountsOf, valuesIn } from '../known/accounts';
import type { KnownAccount } from '../known/known';
import type { Proposal } from '../model/document';
import type { Mentor } from '../model/proposal';
import type { Part } from '../text/span';
import type { DocumentContext } from './rule';

/** A part of an entry that differs from what the exports of LFX have for that person. */
export interface AccountConflict {
  readonly key: 'lfid' | 'email';
  readonly part: Part;
  readonly mentor: Mentor;
  readonly proposal: Proposal;
  /** The other values, newest first, each with an account that has it. */
  readonly others: readonly { readonly value: string; readonly account: KnownAccount }[];
}

/** The LFIDs and addresses of a document that no export has for that person, although one has others. */
export function* accountConflictsIn({ document, known }: DocumentContext): Iterable<AccountConflict> {
  if (known.accounts().length === 0) return;
  for (const proposal of document.proposals) {
    for (const mentor of proposal.body.mentors) {
      const { handle, email, lfid } = mentor;
      if (!handle && !email) continue;
      const accounts = accountsOf({ handle: handle?.text ?? null, email: email?.text ?? null }, known);
      for (const [key, part] of [
        ['lfid', lfid],
        ['email', email],
      ] as const) {
        const others = part ? valuesIn(accounts, key) : [];
        const isSame = others.some(({ value }) => value.toLowerCase() === part?.text.toLowerCase());
        if (part && others.length > 0 && !isSame) yield { key, part, mentor, proposal, others };
      }
    }
  }
}
