/**
 * A suite without tests that never ends. VS Code is in its test mode only while a suite runs, and only in that mode
 * does the extension ask a GitHub on loopback; the UI run, which drives the window from outside, keeps it so.
 */
export function run(): Promise<never> {
  return new Promise(() => {});
}
