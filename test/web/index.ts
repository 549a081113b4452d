/** The suite's way into the extension host of a browser, a Worker without Node. */
import 'mocha/mocha';
import { told } from '../suite/told';

const mocha = (globalThis as unknown as { mocha: BrowserMocha }).mocha;

interface BrowserMocha {
  setup(options: { ui: 'tdd'; reporter: (runner: Mocha.Runner) => void; timeout: number }): void;
  run(done: (failed: number) => void): Mocha.Runner;
}

export function run(): Promise<void> {
  mocha.setup({ ui: 'tdd', reporter: tell, timeout: 30_000 });
  require('./web.test');
  return told((done) => mocha.run(done));
}

/** Tells each test. The reporters of the library write into a page. */
function tell(runner: Mocha.Runner): void {
  runner.on('pass', (test) => console.log(`    ✔ ${test.fullTitle()} (${test.duration}ms)`));
  runner.on('fail', (test, error) => console.log(`    ✘ ${test.fullTitle()}\n${error.stack ?? error}`));
}
