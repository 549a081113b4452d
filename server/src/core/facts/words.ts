/** What two spellings of one name have in common: its letters and digits in lower case. */
export function wordKey(name: string): string {
  const key = name.toLowerCase().replace(/[^a-z0-9\u0080-\uffff]+/g, '');
  // Names are looked up on every line: the slow class of all Unicode letters is for those that need it.
  return /[^a-z0-9]/.test(key) ? key.replace(/[^\p{L}\p{N}]+/gu, '') : key;
}

/** A name as it is read: the words of its links, without marks of emphasis and code. */
export function withoutMarkup(name: string): string {
  return name.replace(/\[([^\]]{0,300})\]\([^)]{0,500}\)/g, '$1').replace(/[*_`]/g, '');
}

/** "1 proposal", "2 proposals"; `shown` is the number as it is written. */
export function counted(count: number, noun: string, shown: number | string = count): string {
  return `${shown} ${noun}${count === 1 ? '' : 's'}`;
}
