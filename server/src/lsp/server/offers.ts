import type { ClientOffers } from '../../protocol/offers';
import { settingsIn } from '../../protocol/settings';

/** What a client offers by its `initializationOptions`, which can be anything. */
export function offersIn(options: unknown): ClientOffers {
  const offers = (typeof options === 'object' && options !== null ? options : {}) as ClientOffers;
  const { github, githubStatus, storage, files, headings, caret } = offers;
  const { icons, signInCommand, importIssueCommand, fillFromIssueCommand, ruleLink } = offers;
  return {
    github: github === true,
    githubStatus: githubStatus === true,
    storage: storage === true,
    files: files === true,
    headings: headings === true,
    caret: caret === true,
    baseText: offers.baseText === true,
    outline: offers.outline === true,
    icons: icons === true,
    ...(typeof signInCommand === 'string' ? { signInCommand } : {}),
    ...(typeof importIssueCommand === 'string' ? { importIssueCommand } : {}),
    ...(typeof fillFromIssueCommand === 'string' ? { fillFromIssueCommand } : {}),
    ...(typeof offers.words === 'object' && offers.words !== null ? { words: offers.words } : {}),
    ...(typeof ruleLink === 'string' ? { ruleLink } : {}),
    ...settingsIn(options),
  };
}
