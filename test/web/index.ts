/** The suite's way into the extension host of a browser, a Worker without Node. */
import 'mocha/mocha';
import { told } from '../suite/told';

const mocha = (globalThis as unknown as { mocha: BrowserMocha }).mocha;

interface BrowserMocha {
  readonly suite: Mocha.Suite;
  setup(options: { ui: 'tdd'; reporter: (runner: Mocha.Runner) => void; timeout: number }): void;
  grep(name: string): void;
  run(done: (failed: number) => void): Mocha.Runner;
}

/** Runs the tests that `load` loads. Rejects if one failed, if none ran, and if one that is to be left out is not there. */
export async function runFiles(load: () => void, titles: readonly string[] = []): Promise<void> {
  mocha.setup({ ui: 'tdd', reporter: tell, timeout: 60_000 });
  load();
  const left = leaveOut(mocha.suite, new Set(titles));
  const unknown = titles.filter((title) => !left.has(title));
  if (unknown.length > 0) throw new Error(`There is no test "${unknown[0]}" to be left out.`);
  mocha.grep(process.env.MENTORSHIP_PROPOSALS_GREP ?? '');
  return told((done) => mocha.run(done));
}

/** Takes these tests out of a suite, and returns which were there. */
function leaveOut(suite: Mocha.Suite, titles: ReadonlySet<string>): Set<string> {
  const left = suite.tests.map((test) => test.fullTitle()).filter((title) => titles.has(title));
  suite.tests = suite.tests.filter((test) => !titles.has(test.fullTitle()));
  return new Set([...left, ...suite.suites.flatMap((below) => [...leaveOut(below, titles)])]);
}

/** Tells each test that passes; `told` tells the others. The reporters of the library write into a page. */
function tell(runner: Mocha.Runner): void {
  runner.on('pass', (test) => console.log(`    ✔ ${test.fullTitle()} (${test.duration}ms)`));
}
