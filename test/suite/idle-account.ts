/** The same as `idle`, for somebody who is signed in to GitHub. */
import { TestAccount } from './account';

export async function run(): Promise<never> {
  await new TestAccount().createSession([]);
  return new Promise(() => {});
}
