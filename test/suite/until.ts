/**
 * Waits until `ask` answers with something, and returns that. Throws after 20 s.
 *
 * VS Code gives no sign when a provider is registered or a finding has arrived, so a test asks again and again; a
 * fixed pause would be too short on a loaded machine and too long on every other.
 */
export async function until<T>(
  what: string,
  ask: () => Thenable<T | undefined | false> | T | undefined | false,
): Promise<T> {
  const end = Date.now() + 20_000;
  for (;;) {
    const answer = await answered(ask);
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`Waited in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** VS Code calls off what it asks of a provider when the document changes meanwhile: that is no answer yet. */
async function answered<T>(ask: () => Thenable<T> | T): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Error && (error.name === 'Canceled' || error.message === 'Canceled')) return undefined;
    throw error;
  }
}
