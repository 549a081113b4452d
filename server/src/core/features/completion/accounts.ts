import { accountsOf, sourceOfAccount, valuesIn } from '../../known/accounts';
import type { Known, KnownAccount } from '../../known/known';
import { type MentorInReview, mentorsInReview } from '../../submission/review';
import { shift } from '../../text/span';
import type { Caret } from './caret';
import { MOST, type Offer } from './offer';

/** LFIDs behind `LFID:`, and addresses behind `(@handle,`, as the workspace's exports and issues in review have them. */
export function accountOffers(caret: Caret, known: Known): readonly Offer[] {
  const { body, field, line, at } = caret;
  if (field?.id !== 'mentors') return [];
  const before = body.text.slice(line.start, at);
  const lfid = /\bLFID:[ \t]*([^\s,;|()@/]*)$/i.exec(before);
  if (lfid) {
    const mentor = body.mentors.find(({ span }) => line.start <= span.start && span.end <= line.end);
    const whose = { handle: mentor?.handle?.text ?? null, email: mentor?.email?.text ?? null };
    return offersFor(caret, known, { part: 'lfid', typed: lfid[1] ?? '', ...whose });
  }
  const address = /\(@([\w-]{1,39}),[ \t]*([\w.+%@-]*)$/.exec(before);
  if (!address) return [];
  return offersFor(caret, known, { part: 'email', typed: address[2] ?? '', handle: address[1] ?? '', email: null });
}

interface Asked {
  readonly part: 'lfid' | 'email';
  readonly typed: string;
  readonly handle: string | null;
  readonly email: string | null;
}

function offersFor(
  { body, section, line, at }: Caret,
  known: Known,
  { part, typed, handle, email }: Asked,
): readonly Offer[] {
  const own = accountsOf({ handle, email }, known);
  // Somebody whom no export knows may be there under another handle.
  const others: readonly KnownAccount[] = own.length > 0 || part === 'email' ? [] : known.accounts();
  const start = at - typed.length;
  const end = at + (/^[^\s,;|()]*/.exec(body.text.slice(at, line.end))?.[0].length ?? 0);
  const before = body.text.charAt(start - 1);
  const exported = valuesIn([...own, ...others], part, MOST + 1).map(({ value, account }) => ({
    value,
    detail: [account.name, sourceOfAccount(account)].filter((each) => each !== '').join(', '),
  }));
  const isExported = (value: string) => exported.some((each) => each.value.toLowerCase() === value.toLowerCase());
  const filed = new Map(
    mentorsInReview(known.inReview(), known.form())
      .filter((mentor) => isOne(mentor, handle, email) && mentor[part] !== '' && !isExported(mentor[part]))
      .map((mentor) => [mentor[part], { value: mentor[part], detail: `${mentor.name}, issue #${mentor.issue}` }]),
  );
  return [...exported, ...[...filed.values()].slice(0, MOST)]
    .filter(({ value }) => value.toLowerCase().startsWith(typed.toLowerCase()))
    .map(({ value, detail }) => ({
      kind: 'value',
      label: value,
      detail,
      filterText: value,
      edit: {
        span: shift({ start, end }, section.start),
        text: before === ':' || before === ',' ? ` ${value}` : value,
      },
      pieces: null,
      topic: null,
    }));
}

/** Whether a mentor of an issue has this handle or, without one, this address. */
function isOne(mentor: MentorInReview, handle: string | null, email: string | null): boolean {
  const isSame = (a: string, b: string | null) => b !== null && a.toLowerCase() === b.toLowerCase();
  return handle === null ? isSame(mentor.email, email) : isSame(mentor.handle, handle);
}
