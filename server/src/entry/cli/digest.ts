import { createHash } from 'node:crypto';

/** A short text for a longer one, the same for the same text only. */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
