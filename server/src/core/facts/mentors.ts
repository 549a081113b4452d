/**
 * Whether a GitHub account can have this name: letters, digits and single inner hyphens, at most 39 characters.
 *
 * GitHub also accepts the names of enterprise accounts, which end with an underscore and a short code (`name_corp`).
 */
export function isGitHubHandle(text: string): boolean {
  return text.length <= 39 && /^[a-z\d](?:-?[a-z\d])*(?:_[a-z\d]+)?$/i.test(text);
}

/** Whether a text can be an e-mail address: one `@`, no spaces, a dot in the host name, at most 254 characters. */
export function isEmail(text: string): boolean {
  return (
    text.length <= 254 &&
    /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]*[a-z\d])?)+$/i.test(text) &&
    !/\.\.|^\.|\.@/.test(text)
  );
}

/** The address behind an obfuscated one ("name at host dot org", "name[at]host.org"). Null for other texts. */
export function plainEmailOf(text: string): string | null {
  if (text.length > 254) return null;
  const at = text.replace(/\s*[[({<]\s*at\s*[\])}>]\s*|\s+at\s+/i, '@');
  if (at === text) return null;
  const plain = at.replace(/\s*[[({<]\s*dot\s*[\])}>]\s*|\s+dot\s+/gi, '.').replace(/\s+/g, '');
  return isEmail(plain) ? plain : null;
}
