/** How VS Code renders a text, to judge how texts from strangers are shown. */

/** `LINK_REGEX` of VS Code's `base/common/linkedText.ts`. */
const link = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/gi;
/** `labelWithIconsRegex` of VS Code's `base/browser/ui/iconLabel/iconLabels.ts`, without its escape, which not all know. */
const icon = /\$\([A-Za-z0-9-]+(?:~[A-Za-z]+)?\)/g;
const unseemly = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Surrogate}]/gu;

/** Every link, icon, control character, line break and turn of direction in a text. */
export function aliveIn(text: string): string[] {
  return [link, icon, unseemly].flatMap((pattern) => [...text.matchAll(pattern)].map(([found]) => found));
}

/** What somebody may put into a heading, a name of a file or an entry. */
export const hostile =
  '[more](command:workbench.action.files.newUntitledFile) [site](https://example.org) $(bug) \u202egnp';
