/** `markdownlint` by way of `markdownlint-cli2`, as the extension vscode-markdownlint calls it with its default settings. */
import { fileURLToPath } from 'node:url';
import { main } from 'markdownlint-cli2';

/** How many findings a `TextDocument` has. It has no symbols. */
export function attach(document) {
  const name = fileURLToPath(document.uri);
  return {
    changed() {},
    findings: async () => {
      let found = 0;
      await main({
        directory: '/',
        argv: [`:${name}`],
        fileContents: { [name]: document.getText() },
        noGlobs: true,
        optionsDefault: { config: { MD013: false } },
        optionsOverride: {
          fix: false,
          outputFormatters: [
            [
              ({ results }) => {
                found = results.length;
              },
            ],
          ],
        },
        logMessage() {},
        logError() {},
      });
      return found;
    },
  };
}
