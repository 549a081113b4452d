/** The letters and digits of a name in lower case. Equal for different spellings of a name. */
export function wordKey(name: string): string {
  const key = name.toLowerCase().replace(/[^a-z0-9\u0080-\uffff]+/g, '');
  // Names are looked up on every line, so we use the slow Unicode class only if necessary.
  return /[^a-z0-9]/.test(key) ? key.replace(/[^\p{L}\p{N}]+/gu, '') : key;
}

/** A name as it is displayed: link text instead of links, no emphasis or code marks. */
export function withoutMarkup(name: string): string {
  return name.replace(/\[([^\]]{0,300})\]\([^)]{0,500}\)/g, '$1').replace(/[*_`]/g, '');
}

/** "1 proposal", "2 proposals". `shown` replaces the number in the text. */
export function counted(count: number, noun: string, shown: number | string = count): string {
  return `${shown} ${noun}${count === 1 ? '' : 's'}`;
}
