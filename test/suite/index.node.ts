/**
 * The suite's way into the extension host: VS Code loads this file and calls `run`. It runs every bundled test file
 * beside it. The lines that begin with `#` tell whoever started the window that the suite really began and ended,
 * because an extension host that dies ends with exit code 0, too.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';

export function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'tdd', reporter: 'spec', timeout: 30_000, color: false });
  const kind = process.env.MENTORSHIP_PROPOSALS_RESTRICTED === '1' ? '.restricted.js' : '.test.js';
  for (const file of readdirSync(__dirname)) {
    if (file.endsWith(kind)) mocha.addFile(join(__dirname, file));
  }
  mocha.grep(process.env.MENTORSHIP_PROPOSALS_GREP ?? '');
  console.log('# suite started');
  return new Promise((resolve, reject) => {
    const runner = mocha.run((failed) => {
      const passed = runner.stats?.passes ?? 0;
      console.log(`${passed} passed, ${failed} failed`);
      console.log('# suite ended');
      if (failed || !passed) reject(new Error(`${failed} tests failed, ${passed} passed.`));
      else resolve();
    });
  });
}
