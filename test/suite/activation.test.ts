/** How long a real VS Code waits for the extension. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { TestApi } from '../../client/src/start';
import { extensionId } from '../extension-id';

suite('Activation', () => {
  test('the extension is there at once, without its server', async () => {
    const extension = vscode.extensions.getExtension<TestApi | undefined>(extensionId);
    const api = await extension?.activate();
    assert.ok(extension && api, 'The extension is not in its test mode.');
    const loading = timeToLoad(join(extension.extensionPath, 'dist/client.js'));
    console.log(`    activation: ${api.activation.toFixed(1)} ms, after ${loading.toFixed(1)} ms of loading`);
    assert.ok(api.activation > 0 && loading > 0);
  });
});

/** How long it takes to load a script that has been loaded before, as if it had not, in milliseconds. */
function timeToLoad(script: string): number {
  const loaded = require.cache[script];
  delete require.cache[script];
  const began = performance.now();
  require(script);
  const took = performance.now() - began;
  require.cache[script] = loaded;
  return took;
}
