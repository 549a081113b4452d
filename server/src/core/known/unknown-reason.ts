import type { UnknownReason } from './known';

/**
 * Explains in a sentence why we know nothing about an issue. Times are local, with the day unless it is today. `now` is
 * in milliseconds since 1970.
 */
export function whyUnknown(why: UnknownReason | null, now: number): string {
  if (why === null) return 'Nothing is known about this issue yet.';
  switch (why.is) {
    case 'limit':
      return why.until === null
        ? 'GitHub accepts no more requests for a while.'
        : `GitHub accepts no more requests until ${hourOf(why.until, now)}.`;
    case 'budget':
      return `The requests without an account are used up${why.until === null ? ' for this hour' : ` until ${hourOf(why.until, now)}`}. Sign in to GitHub to see more.`;
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
  large: 'The answer from GitHub is too large.',
  odd: 'The answer from GitHub cannot be read.',
  'sign-in': 'Sign in to GitHub to see more.',
  account: 'GitHub rejected the account. Sign in again.',
  forbidden: 'GitHub does not show this to your account.',
  refused: 'The request was not sent because it would have left GitHub.',
  untrusted: 'Trust the workspace to ask GitHub.',
  'called-off': 'GitHub was not asked.',
};

/** "14:05", or "2026-01-16 14:05" if it is not today. */
function hourOf(time: number, now: number): string {
  const date = new Date(time);
  const hour = `${date.getHours()}:${String(date.getMinutes()).padStart(2, '0')}`;
  if (date.toDateString() === new Date(now).toDateString()) return hour;
  const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0'));
  return `${day.join('-')} ${hour}`;
}
