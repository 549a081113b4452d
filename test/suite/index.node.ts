/** The suite's way into the extension host: VS Code loads this file and calls `run`, which runs every test file beside it. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';
import { told } from './told';

export function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'tdd', reporter: 'spec', timeout: 30_000, color: false });
  const kind = process.env.MENTORSHIP_PROPOSALS_RESTRICTED === '1' ? '.restricted.js' : '.test.js';
  for (const file of readdirSync(__dirname)) {
    if (file.endsWith(kind)) mocha.addFile(join(__dirname, file));
  }
  mocha.grep(process.env.MENTORSHIP_PROPOSALS_GREP ?? '');
  return told((done) => mocha.run(done));
}
