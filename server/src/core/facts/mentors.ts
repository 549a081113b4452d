/**
 * Whether GitHub could have an account of that name: letters, digits and single inner hyphens, at most 39.
 *
 * Accounts of enterprises carry an underscore and a short code (`name_corp`), which GitHub accepts as well.
 */
export function isGitHubHandle(text: string): boolean {
  return text.length <= 39 && /^[a-z\d](?:-?[a-z\d])*(?:_[a-z\d]+)?$/i.test(text);
}

/** Whether mail can be addressed so: one `@`, no blanks, a dot in the host's name, at most 254 characters. */
export function isEmail(text: string): boolean {
  return (
    text.length <= 254 &&
    /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]*[a-z\d])?)+$/i.test(text) &&
    !/\.\.|^\.|\.@/.test(text)
  );
}

/** The address that an obfuscated one ("name at host dot org", "name[at]host.org") means; null for any other text. */
export function plainEmailOf(text: string): string | null {
  if (text.length > 254) return null;
  const at = text.replace(/\s*[[({<]\s*at\s*[\])}>]\s*|\s+at\s+/i, '@');
  if (at === text) return null;
  const plain = at.replace(/\s*[[({<]\s*dot\s*[\])}>]\s*|\s+dot\s+/gi, '.').replace(/\s+/g, '');
  return isEmail(plain) ? plain : null;
}
