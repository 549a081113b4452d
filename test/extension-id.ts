import { name, publisher } from '../package.json';

/** What VS Code calls the extension. The manifest is the one place for its two parts. */
export const extensionId = `${publisher}.${name}`;
