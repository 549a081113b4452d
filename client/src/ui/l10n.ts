import * as vscode from 'vscode';
import { filledIn, type PlainText, type Written } from './plain-text';

/** The words of VS Code's own function, without what is filled into them. */
const { t: translated } = vscode.l10n;

/** Like `vscode.l10n`, for texts that are shown: what is filled in is plain, and so is what comes out. */
export const l10n = {
  /** `words` is written out in the call: `scripts/l10n.mjs` gathers it for translators. */
  t<W extends string>(words: Written<W>, ...given: readonly (PlainText | number)[]): PlainText {
    // What translators have written is as good as what is written here.
    return filledIn(translated(words) as 'translated', given);
  },
};
