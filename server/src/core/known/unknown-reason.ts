import type { UnknownReason } from './known';

/**
 * Why nothing is known, as a sentence for the person who looks. It names an hour of the clock of this machine, and the
 * day as well where that is not today: `now` is in milliseconds since 1970.
 */
export function whyUnknown(why: UnknownReason | null, now: number): string {
  if (why === null) return 'Nothing is known about this issue yet.';
  switch (why.is) {
    case 'limit':
      return why.until === null
        ? 'GitHub answers no more requests for a while.'
        : `GitHub answers no more requests until ${hourOf(why.until, now)}.`;
    case 'budget':
      return `Enough has been asked without an account for this hour${why.until === null ? '' : `, until ${hourOf(why.until, now)}`}; sign in to GitHub to see more.`;
    case 'server':
      return `GitHub could not answer (${why.status}).`;
    default:
      return sentences[why.is];
  }
}

const sentences: Record<Exclude<UnknownReason, { until: unknown } | { status: unknown }>['is'], string> = {
  asking: 'GitHub has not answered yet.',
  offline: 'GitHub cannot be reached.',
  slow: 'GitHub took too long to answer.',
  large: 'GitHub gave an answer that is too large.',
  odd: 'GitHub gave an answer that is not understood.',
  'sign-in': 'Sign in to GitHub to see more.',
  account: 'GitHub did not accept the account; sign in again.',
  forbidden: 'GitHub does not show this to your account.',
  refused: 'The request would have left GitHub, so it was not sent.',
  untrusted: 'GitHub is not asked in a workspace that is not trusted.',
  'called-off': 'GitHub was not asked.',
};

/** "14:05", or "2026-01-16 14:05" on another day than today. */
function hourOf(time: number, now: number): string {
  const date = new Date(time);
  const hour = `${date.getHours()}:${String(date.getMinutes()).padStart(2, '0')}`;
  if (date.toDateString() === new Date(now).toDateString()) return hour;
  const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0'));
  return `${day.join('-')} ${hour}`;
}
