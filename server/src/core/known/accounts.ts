import { parseSortKey, termLabel } from '../facts/terms';
import type { Known, KnownAccount } from './known';

/** Somebody, as far as an entry names them. */
export interface Whose {
  readonly handle: string | null;
  readonly email: string | null;
}

type Index = Readonly<Record<'handle' | 'email', ReadonlyMap<string, readonly KnownAccount[]>>>;

/** By the list of all accounts, because every mentor of a document is looked up at every keystroke. */
const indexes = new WeakMap<readonly KnownAccount[], Index>();

/** The accounts with a handle or, without one, with an e-mail address, newest term first. Case does not matter. */
export function accountsOf({ handle, email }: Whose, known: Pick<Known, 'accounts'>): readonly KnownAccount[] {
  const all = known.accounts();
  if (all.length === 0) return all;
  const index = indexes.get(all) ?? indexOf(all);
  indexes.set(all, index);
  const own = handle ? index.handle.get(handle.toLowerCase()) : undefined;
  return own ?? (email ? index.email.get(email.toLowerCase()) : undefined) ?? [];
}

function indexOf(all: readonly KnownAccount[]): Index {
  const sorted = [...all].sort((a, b) => (a.termKey < b.termKey ? 1 : a.termKey > b.termKey ? -1 : 0));
  const by = (part: 'handle' | 'email') => {
    const table = new Map<string, KnownAccount[]>();
    for (const account of sorted) {
      const key = account[part].toLowerCase();
      const same = table.get(key);
      if (same) same.push(account);
      else if (key !== '') table.set(key, [account]);
    }
    return table;
  };
  return { handle: by('handle'), email: by('email') };
}

/** The distinct values of a part, newest first, each with the account that has it. */
export function valuesIn(
  accounts: readonly KnownAccount[],
  part: 'lfid' | 'email',
  most = 3,
): readonly { readonly value: string; readonly account: KnownAccount }[] {
  const values = new Map<string, { value: string; account: KnownAccount }>();
  for (const account of accounts) {
    const value = account[part];
    const key = value.toLowerCase();
    if (value !== '' && !values.has(key)) values.set(key, { value, account });
  }
  return [...values.values()].slice(0, most);
}

/** The LFID of somebody, if all exports agree on it. */
export function lfidOf(whose: Whose, known: Pick<Known, 'accounts'>): string | null {
  const [only, ...others] = valuesIn(accountsOf(whose, known), 'lfid');
  return only && others.length === 0 ? only.value : null;
}

/** "export of 2026 Term 1". */
export function sourceOfAccount({ termKey }: KnownAccount): string {
  const term = parseSortKey(termKey);
  const label = term && termLabel({ program: 'lfx-mentorship', ...term, name: null });
  return label === null ? 'export' : `export of ${label}`;
}
