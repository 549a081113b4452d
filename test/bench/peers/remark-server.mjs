/** What the command `remark-language-server` is: the server of unified for remark. It checks with remark-lint's recommended rules. */
import { remark } from 'remark';
import remarkPresetLintRecommended from 'remark-preset-lint-recommended';
import { createUnifiedLanguageServer } from 'unified-language-server';

createUnifiedLanguageServer({
  configurationSection: 'remark',
  ignoreName: '.remarkignore',
  packageField: 'remarkConfig',
  pluginPrefix: 'remark',
  plugins: [remarkPresetLintRecommended],
  processorName: 'remark',
  processorSpecifier: 'remark',
  defaultProcessor: remark,
  rcName: '.remarkrc',
});
