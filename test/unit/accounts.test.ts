/** What the exports of LFX say about mentors: read carefully, offered, and compared with what is written. */
import { describe, expect, test } from 'vitest';
import { actionsAt } from '../../server/src/core/features/actions/code-actions';
import { completionsAt } from '../../server/src/core/features/completion/completion';
import { mentorChoices } from '../../server/src/core/features/new-proposal/choices';
import { accountsOf, lfidOf, sourceOfAccount } from '../../server/src/core/known/accounts';
import type { Known, KnownAccount } from '../../server/src/core/known/known';
import { findingsOf } from '../../server/src/core/linter/run';
import { readDocument } from '../../server/src/core/model/document';
import { applyEdits } from '../../server/src/core/text/edit';
import type { Files } from '../../server/src/host/ports';
import { accountsIn } from '../../server/src/host/workspace/export-file';
import { Exports } from '../../server/src/host/workspace/exports';
import { only } from '../good';
import { openProposal } from '../proposal-issue';
import { read } from './marks';
import { knownFrom } from './rules/known-from';

const place = { termKey: '2026-01', uri: 'file:///p/lfx-mentorship/2026/01-Mar-May/lfx-export.json' };
const account = (handle: string, email: string, lfid: string, more: Partial<KnownAccount> = {}): KnownAccount => ({
  name: 'Ada Example',
  handle,
  email,
  lfid,
  ...place,
  ...more,
});
const ada = account('ada-example', 'ada@example.org', 'adaex');
const older = account('Ada-Example', 'ada@old.example.org', 'ada-old', { termKey: '2025-03' });

const exported = (...mentors: unknown[]) => JSON.stringify({ programs: [{ mentors }] });
const adaThere = {
  name: 'Ada Example',
  github_handle: '@ada-example',
  email: 'ada@example.org',
  lfid: 'adaex',
  role: 'lead',
};

describe('an export', () => {
  test('lists accounts, each once', () => {
    expect(accountsIn(exported(adaThere, adaThere), place)).toEqual({ accounts: [ada] });
  });

  test.each([
    ['{', 'it is not valid JSON'],
    ['null', 'it has no list "programs"'],
    ['{"programs": {}}', 'it has no list "programs"'],
  ])('is no %s', (text, why) => expect(accountsIn(text, place)).toEqual({ why }));

  test.each([
    [null],
    ['Ada'],
    [{ ...adaThere, github_handle: 'no handle', email: 'nowhere' }],
    [{ ...adaThere, lfid: 'a b', email: [] }],
    [{ __proto__: adaThere }],
  ])('leaves out %j', (mentor) => expect(accountsIn(exported(mentor), place)).toEqual({ accounts: [] }));

  test('keeps no text that is too long or could be more than text', () => {
    const { accounts } = accountsIn(
      exported({ ...adaThere, name: 'A'.repeat(300), lfid: '[x](y)' }, { ...adaThere, name: 'A\u202e\nB' }),
      place,
    ) as { accounts: KnownAccount[] };
    expect(accounts.map(({ name, lfid }) => [name, lfid])).toEqual([
      ['', ''],
      ['A B', 'adaex'],
    ]);
  });
});

function exportsWith(texts: Readonly<Record<string, string>>) {
  const log: string[] = [];
  let changes = 0;
  const files: Files = {
    list: async () => [],
    listForms: async () => [],
    read: async () => ({ is: 'binary' }),
    readSmall: async (uri) => {
      const text = texts[uri];
      return text === undefined ? { is: 'missing' } : { is: 'text', text };
    },
  };
  const known = knownFrom({
    'lfx-mentorship/2026/01-Mar-May/README.md': '',
    'lfx-mentorship/2025/03-Sep-Nov/README.md': '',
    'summerofcode/2026.md': '',
  });
  const exports = new Exports({
    files,
    log: (line) => log.push(line),
    around: () => 'file:///',
    known: async () => known.files(),
    onChange: () => changes++,
  });
  return { exports, log, changes: () => changes };
}

test('exports are read in the folders of terms when somebody asks, and a bad one is a line in the log', async () => {
  const texts: Record<string, string> = {
    'file:///lfx-mentorship/2026/01-Mar-May/lfx-export.json': exported(adaThere),
    'file:///lfx-mentorship/2025/03-Sep-Nov/lfx-export.json': '[',
  };
  const { exports, log, changes } = exportsWith(texts);
  expect(exports.accounts()).toEqual([]);
  await exports.load();
  expect(exports.accounts().map(({ lfid }) => lfid)).toEqual(['adaex']);
  expect(log).toEqual(['Cannot use lfx-export.json of 2025-03: it is not valid JSON.']);
  texts['file:///lfx-mentorship/2025/03-Sep-Nov/lfx-export.json'] = exported({ ...adaThere, lfid: 'ada-old' });
  exports.changed();
  await exports.load();
  expect(exports.accounts().map(({ lfid }) => lfid)).toEqual(['adaex', 'ada-old']);
  exports.changed();
  await exports.load();
  expect(changes()).toBe(2);
});

test('an account is found by handle, else by address, the newest first', () => {
  const known = { accounts: () => [older, ada] };
  expect(accountsOf({ handle: 'ADA-example', email: null }, known)).toEqual([ada, older]);
  expect(accountsOf({ handle: 'nobody', email: 'Ada@example.org' }, known)).toEqual([ada]);
  expect(accountsOf({ handle: null, email: null }, known)).toEqual([]);
  expect(lfidOf({ handle: 'ada-example', email: null }, known)).toBeNull();
  expect(lfidOf({ handle: 'ada-example', email: null }, { accounts: () => [ada] })).toBe('adaex');
  expect(sourceOfAccount(ada)).toBe('export of 2026 Term 1');
  expect(sourceOfAccount({ ...ada, termKey: '' })).toBe('export');
});

const drafts = 'programs/lfx-mentorship/2026/03-Sep-Nov/drafts.md';
const withMentor = (entry: string) => `
  ### Jaeger

  #### Faster queries

  - Description: d
  - Expected Outcome: o
  - Recommended Skills: Go
  - Technologies: Go
  - Mentor(s):
    - ${entry}
  - Upstream Issue: https://github.com/jaegertracing/jaeger/issues/1
`;
const knowing = (...accounts: KnownAccount[]): Known => ({ ...knownFrom({}), accounts: () => accounts });

function offers(entry: string, known: Known) {
  const { document, caret } = read(withMentor(entry), drafts);
  return completionsAt(document, caret, known).items.map(({ label, detail, edit }) => {
    const after = applyEdits(document.text, [edit]);
    return [label, detail, /^ *- .*Ada.*$/m.exec(after)?.[0].trim()];
  });
}

describe('completion', () => {
  test('of an LFID has that of the person, with its source', () => {
    expect(offers('Ada Example (@ada-example, ada@example.org, LFID: $0)', knowing(ada, older))).toEqual([
      ['adaex', 'Ada Example, export of 2026 Term 1', '- Ada Example (@ada-example, ada@example.org, LFID: adaex)'],
      ['ada-old', 'Ada Example, export of 2025 Term 3', '- Ada Example (@ada-example, ada@example.org, LFID: ada-old)'],
    ]);
    expect(offers('Ada Example (@ada-example, ada@example.org, LFID:$0)', knowing(ada))[0]?.[2]).toContain(
      'LFID: adaex)',
    );
  });

  test('of an LFID of somebody new has all that begin so', () => {
    expect(offers('Ada (@new, LFID: ada$0)', knowing(ada, account('bo', 'bo@example.org', 'bosam')))).toHaveLength(1);
  });

  test('of an address has that of the handle', () => {
    const [first] = offers('Ada Example (@ada-example, a$0)', knowing(ada));
    expect(first).toEqual([
      'ada@example.org',
      'Ada Example, export of 2026 Term 1',
      '- Ada Example (@ada-example, ada@example.org)',
    ]);
  });

  test('of an LFID or address has those of issues in review, too, with their numbers', () => {
    const inReview = [openProposal(7), openProposal(6, { mentors: 'Ada | @ada-example | ada@example.org | ada-new' })];
    const known = { ...knowing(ada), inReview: () => inReview };
    const said = (entry: string) => offers(entry, known).map(([label, detail]) => [label, detail]);
    expect(said('Ada Example (@ada-example, ada@example.org, LFID: $0)')).toEqual([
      ['adaex', 'Ada Example, export of 2026 Term 1'],
      ['ada-new', 'Ada, issue #6'],
    ]);
    expect(said('Bo Ada (@bo-sample, b$0)')).toEqual([['bo@example.org', 'Bo Sample, issue #7']]);
  });

  test('of a whole mentor writes the LFID where the proposal is filed by a form', () => {
    const before = {
      'lfx-mentorship/2026/01-Mar-May/README.md':
        '### Jaeger\n\n#### T\n\n- Description: d\n- Mentor(s):\n  - Ada Example (@ada-example, ada@example.org)\n',
    };
    const known = { ...knownFrom(before), accounts: () => [ada] };
    const entries = (path: string) => {
      const { document, caret } = read(withMentor('Ad$0'), path);
      return [
        completionsAt(document, caret, known).items.map(({ edit }) => edit.text),
        mentorChoices(document, 'Jaeger', known).map(({ entry }) => entry),
      ];
    };
    const whole = 'Ada Example (@ada-example, ada@example.org, LFID: adaex)';
    expect(entries(drafts)).toEqual([[whole], [whole]]);
    const plain = 'Ada Example (@ada-example, ada@example.org)';
    expect(entries('programs/lfx-mentorship/2025/03-Sep-Nov/drafts.md')).toEqual([[plain], [plain]]);
  });
});

function helped(entry: string, known: Known, rule: string): string[] {
  const document = read(withMentor(`${entry}$0`), drafts).document;
  const all = { start: 0, end: document.text.length };
  return actionsAt(document, all, known, only(rule)).flatMap(({ title, edits, rule: own }) =>
    own === rule ? [title, /- Ada.*$/m.exec(applyEdits(document.text, edits))?.[0] ?? ''] : [],
  );
}

test('a missing LFID can be added as an export has it', () => {
  expect(helped('Ada Example (@ada-example, ada@example.org)', knowing(ada), 'proposal-form')).toEqual([
    'Add "LFID: adaex" (export of 2026 Term 1)',
    '- Ada Example (@ada-example, ada@example.org, LFID: adaex)',
  ]);
  expect(helped('Ada Example (@nobody, no@example.org)', knowing(ada), 'proposal-form')).toEqual([]);
});

describe('mentor-conflict', () => {
  const found = (entry: string, known: Known) =>
    findingsOf(
      readDocument(read(withMentor(`${entry}$0`), drafts).document.text, drafts),
      known,
      only('mentor-conflict'),
    ).map(({ severity, message }) => [severity, message]);

  test('compares LFID and address with the exports, calmly', () => {
    const entry = 'Ada Example (@ada-example, ada@new.example.org, LFID: someone)';
    expect(found(entry, knowing(ada, older))).toEqual([
      ['hint', 'Check the e-mail: Ada Example has ada@example.org in the export of 2026 Term 1.'],
      ['information', 'Check the LFID: Ada Example has adaex in the export of 2026 Term 1.'],
    ]);
    expect(found('Ada Example (@ada-example, ada@old.example.org, LFID: ADAEX)', knowing(ada, older))).toEqual([]);
    expect(found(entry, knowing())).toEqual([]);
    expect(found('Ada Example', knowing(ada))).toEqual([]);
  });

  test('offers what the exports have', () => {
    expect(
      helped('Ada Example (@ada-example, ada@example.org, LFID: someone)', knowing(ada), 'mentor-conflict'),
    ).toEqual([
      'Change to "adaex" (export of 2026 Term 1)',
      '- Ada Example (@ada-example, ada@example.org, LFID: adaex)',
    ]);
  });
});
