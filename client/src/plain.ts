/** A text of anybody's for the labels of VS Code, where `$(name)` would be an icon. */
export function plain(text: string): string {
  return text.replace(/\\?\$\([a-z\d-]+(?:~[a-z]+)?\)/gi, (icon) => `\\${icon.replace(/^\\/, '')}`);
}
