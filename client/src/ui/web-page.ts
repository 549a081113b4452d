/** The hosts that the commands of issues and forms lead to. Whatever else a document or an answer names stays text. */
const hosts: ReadonlySet<string> = new Set(['github.com']);

/** The address, as a browser has it, of a page that a person's click may open; null for every other scheme and host. */
export function webPage(address: string): string | null {
  try {
    const { protocol, host, username, password, href } = new URL(address);
    return protocol === 'https:' && hosts.has(host) && username === '' && password === '' ? href : null;
  } catch {
    return null;
  }
}
