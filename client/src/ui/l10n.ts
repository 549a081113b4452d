import * as vscode from 'vscode';
import { listed, type Written } from '../../../server/src/l10n';
import { filledIn, type PlainText } from './plain-text';

/** The words of VS Code's own function, without what is filled into them. */
const { t: translated, bundle } = vscode.l10n;

/** The texts of the person's language by the English ones, for what the server says in the view. None for English. */
export const words = bundle;

/** Like `vscode.l10n`, for texts that are shown: what is filled in is plain, and so is what comes out. */
export const l10n = {
  /** `words` is written out in the call: `scripts/l10n.mjs` gathers it for translators. */
  t<W extends string>(words: Written<W>, ...given: readonly (PlainText | number)[]): PlainText {
    // What translators have written is as good as what is written here.
    return filledIn(translated(words) as 'translated', given);
  },
};

/** Texts as a list of the language. */
export function list(texts: readonly PlainText[]): PlainText {
  return listed<PlainText>(l10n, texts);
}

/** Two sentences, one behind the other. */
export function sentences(one: PlainText, other: PlainText): PlainText {
  return l10n.t('{0} {1}', one, other);
}
