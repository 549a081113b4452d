/** How VS Code renders a text, to judge how texts from strangers are shown. */

/** `LINK_REGEX` of VS Code's `base/common/linkedText.ts`. */
const link = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/gi;
/** `labelWithIconsRegex` of VS Code's `base/browser/ui/iconLabel/iconLabels.ts`, without its escape, which not all know. */
const icon = /\$\([A-Za-z0-9-]+(?:~[A-Za-z]+)?\)/g;
const unseemly = /(?![\u2068\u2069])[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Surrogate}]/gu;
/** An isolate with its end changes nothing beside it. */
const closed = /\u2068[^\u2068\u2069]*\u2069/g;

/** Every link, icon, control character, line break and turn of direction that does not end in a text. */
export function aliveIn(text: string): string[] {
  const found = [link, icon, unseemly].flatMap((pattern) => [...text.matchAll(pattern)].map(([each]) => each));
  return [...found, ...(withoutClosed(text).match(/[\u2068\u2069]/g) ?? [])];
}

function withoutClosed(text: string): string {
  const rest = text.replace(closed, '');
  return rest === text ? text : withoutClosed(rest);
}

/** What somebody may put into a heading, a name of a file or an entry. */
export const hostile =
  '[more](command:workbench.action.files.newUntitledFile) [site](https://example.org) $(bug) \u202egnp';
