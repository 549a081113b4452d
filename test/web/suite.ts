/** The suite of `test/suite`, as far as it can run in a browser, and what is so in a browser alone. */
import { runFiles } from './index';
import leftOut from './left-out.json';

export function run(): Promise<void> {
  // The build puts the files in, without those that are left out.
  return runFiles(() => require('suite-files'), Object.keys(leftOut.tests));
}
