/** Equal for texts that differ only in line endings, which may be others in Git, and in white space at the end. */
export function contentKey(text: string): string {
  return (text.includes('\r') ? text.replaceAll('\r\n', '\n') : text).trimEnd();
}
