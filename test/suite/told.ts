/**
 * Runs a suite and tells its numbers and what failed. The lines that begin with `#` tell whoever started the window that the suite really
 * began and ended, because an extension host that dies ends with exit code 0, too. Rejects if a test failed, or none ran.
 */
export function told(run: (done: (failed: number) => void) => Mocha.Runner): Promise<void> {
  console.log('# suite started');
  return new Promise((resolve, reject) => {
    const runner = run((failed) => {
      const passed = runner.stats?.passes ?? 0;
      console.log(`${passed} passed, ${failed} failed`);
      console.log('# suite ended');
      if (failed || !passed) reject(new Error(`${failed} tests failed, ${passed} passed.`));
      else resolve();
    });
    runner.on('fail', (test, error) => console.log(`✘ ${test.fullTitle()}\n${error.stack ?? error}`));
  });
}
