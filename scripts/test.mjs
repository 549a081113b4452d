/**
 * Everything, `npm test`: sets the test host up where it is missing, builds, and runs the checks, the suite inside VS
 * Code, the headless start, the npm package, the UI run, the packaged extension and other editors. Only the hosted VS
 * Code has a page that can be looked at, so where it cannot run the last ones are left out and said to be.
 */
import { canBeHosted, setUpEditors, setUpHost } from '../test/host/host.mjs';
import { checks } from './check.mjs';
import { audit, counting, runStages, script } from './stages.mjs';

const hosted = [
  counting('workspace that is not trusted', 'test/host/run.mjs', 'restricted'),
  // The surfaces are there to be looked at: `npm run ui` shows them, too.
  counting(
    'UI run',
    'test/ui/run.mjs',
    'at-work',
    'newcomer',
    'strangers',
    'idea-lists',
    'submission',
    'sending',
    'in-review',
    'wizard',
    'keyboard',
    'chinese',
  ),
  counting('browser without a server', 'test/web/run.mjs'),
  counting('UI run in a browser without a server', 'test/web/ui.mjs'),
  counting('packaged extension', 'test/vsix/run.mjs'),
  counting('other editors', 'test/editors/run.mjs'),
];

if (!canBeHosted)
  console.log(
    'Not on Linux x86_64, or a desktop VS Code is wanted: no UI run, no packaged extension, no other editors.',
  );
await runStages([
  ...(canBeHosted ? [{ name: 'test host', run: setUp }] : []),
  // The command line's tests run what is built.
  script('build', 'esbuild.mjs'),
  script('build of the tests', 'scripts/build-tests.mjs'),
  ...checks,
  audit('packages with known faults'),
  counting('suite inside VS Code', 'test/host/run.mjs'),
  // As many documents on a fast machine as on a slow one, so that all machines see the same.
  script('fuzz', 'scripts/fuzz.mjs', '--seed', '1', '--documents', '6000', '--minutes', '3'),
  script('findings on the sample', 'scripts/start.mjs', '--check'),
  counting('npm package', 'test/npm/run.mjs'),
  ...(canBeHosted ? hosted : []),
]);

async function setUp() {
  setUpHost();
  setUpEditors();
  return { passed: 1, failed: 0 };
}
