/** What has failed, found again in what a stage printed: who sees only the end of a long run needs it there. */

const LINES = 15;
const FAILURES = 20;

/**
 * The failures that a script told in lines which begin with `✘`, each with the lines below it up to the next check or
 * an empty line; of a long one only the beginning.
 */
export function failuresIn(output) {
  const failures = [];
  let open = null;
  for (const line of output.split('\n')) {
    if (/^\s*✘ /.test(line)) {
      open = [line.trim()];
      failures.push(open);
    } else if (/^\s*(✔ |$|\d+ passed)/.test(line)) open = null;
    else open?.push(line);
  }
  return failures.map(shortened);
}

/** The failures in a report of Vitest, test files that could not be loaded included. */
export function failuresOfVitest({ testResults }) {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    if (status === 'failed' && assertionResults.length === 0) return [shortened([`✘ ${name}`, ...lines(message)])];
    return assertionResults
      .filter((test) => test.status === 'failed')
      .map((test) => shortened([`✘ ${test.fullName} (${name})`, ...lines(test.failureMessages[0])]));
  });
}

/** The failures of all stages as one text, without those after the twentieth. */
export function recap(stages) {
  const all = stages.flatMap(({ name, failures }) => failures.map((failure) => `${name}: ${failure}`));
  const more = all.length > FAILURES ? [`… and ${all.length - FAILURES} more, above.`] : [];
  return ['What failed:', ...all.slice(0, FAILURES), ...more].join('\n');
}

function shortened(block) {
  return block.slice(0, LINES).join('\n').slice(0, 3000);
}

const lines = (text) => (text ?? '').split('\n');
