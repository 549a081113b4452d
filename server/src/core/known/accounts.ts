import { parseSortKey, termLabel } from '../facts/terms';
import type { Known, KnownAccount } from './known';

/** Somebody, as far as an entry names them. */
export interface Whose {
  readonly handle: string | null;
  readonly email: string | null;
}

/** The accounts with a handle or, without one, with an e-mail address, newest term first. Case does not matter. */
export function accountsOf({ handle, email }: Whose, known: Pick<Known, 'accounts'>): readonly KnownAccount[] {
  const [own, address] = [handle?.toLowerCase(), email?.toLowerCase()];
  const all = known.accounts();
  const found = own ? all.filter((account) => account.handle.toLowerCase() === own) : [];
  const same = found.length > 0 || !address ? found : all.filter((each) => each.email.toLowerCase() === address);
  return [...same].sort((a, b) => (a.termKey < b.termKey ? 1 : a.termKey > b.termKey ? -1 : 0));
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
