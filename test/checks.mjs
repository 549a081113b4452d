/** Checks that a script makes one after another, counted and told as `npm test` counts them. */
let passed = 0;
let failed = 0;

/** A check passes unless `act` throws or rejects. */
export async function check(name, act) {
  try {
    await act();
    passed++;
    console.log(`✔ ${name}`);
  } catch (error) {
    failed++;
    console.error(`✘ ${name}\n${error?.stack}`);
  }
}

/** Prints the sum of all checks and sets the exit code. */
export function reportChecks() {
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed ? 1 : 0;
}
