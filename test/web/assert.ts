/** What the suite uses of Node's `assert/strict`, which a browser has not. The build puts it in its place. */
import { assert } from 'chai';

const { ok, strictEqual: equal, notStrictEqual: notEqual, deepStrictEqual: deepEqual, match, notMatch } = assert;

export default { ok, equal, notEqual, deepEqual, match, doesNotMatch: notMatch };
