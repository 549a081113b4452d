/** Options of rules: they are read, a wrong one is reported in one sentence, and rules see their own alone. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hintsIn } from '../../server/src/core/features/hints/inlay-hints';
import { hoverAt } from '../../server/src/core/features/hover/hover';
import { nothingKnown } from '../../server/src/core/known/known';
import { FindingMemory } from '../../server/src/core/linter/memory';
import { joined, optionsOf, wrongOption } from '../../server/src/core/linter/options';
import type { RuleOption, RuleSetting, RuleSettings } from '../../server/src/core/linter/rule';
import { rules } from '../../server/src/core/linter/rules';
import { findingsOf } from '../../server/src/core/linter/run';
import { readDocument } from '../../server/src/core/model/document';
import { sliceOf } from '../../server/src/core/text/span';
import { readConfig, rulesIn } from '../../server/src/host/workspace/config';
import { answered } from '../good';
import { read } from './marks';

const draft = `
  ### Jaeger

  #### Faster queries

  - Description: Make it fast.
  - Expected Outcome: It is.
  - Mentor(s):
    - Ada Example (@ada-example, ada@example.org)
    - Bo Sample (@bo-sample, bo@example.org)
    - Cy Instance (@cy-instance, cy@example.org)
  - Upstream Issue: https://github.com/example/example/issues/1, https://github.com/example/example/issues/2
`;

function messages(settings: RuleSettings, id: string, path?: string): string[] {
  const { document } = read(draft, path);
  return findingsOf(document, nothingKnown, settings).flatMap(({ rule, message }) => (rule === id ? [message] : []));
}

describe('a limit that is set applies', () => {
  test.each<[string, RuleSetting, RegExp | null]>([
    ['description-length', { max: 10 }, /: 19 of 10 characters\.$/],
    ['description-length', { max: 19 }, null],
    ['mentor-count', { max: 2 }, /^Keep at most 2 of these 3 mentors,/],
    ['mentor-count', { min: 4 }, /^Add mentors: 3 of at least 4\.$/],
    ['mentor-count', { min: 3, max: 3 }, null],
    ['program-name', { max: 30 }, /is 13 characters too long \(43 of 30\)\./],
    ['program-name', { max: 43 }, null],
    ['upstream-count', { max: 2 }, null],
    ['upstream-count', {}, /^Keep one of these 2 links: /],
  ])('%s with %j', (id, setting, message) => {
    expect(messages({ [id]: setting }, id)).toEqual(message ? [expect.stringMatching(message)] : []);
  });

  test('for a project by its slug', () => {
    const idea = '#### One\n\n- Description: d\n\n#### Two\n\n- Description: e\n';
    const document = readDocument(
      `### Jaeger\n\n${idea}\n### Kubernetes\n\n${idea}`,
      'programs/lfx-mentorship/2026/01-Mar-May/project_ideas.md',
    );
    const whole = (setting: RuleSetting) =>
      findingsOf(document, nothingKnown, { 'project-quota': setting })
        .filter(({ rule }) => rule === 'project-quota')
        .map(({ message }) => message.split(' ')[0]);
    expect(whole('warning')).toEqual([]);
    expect(whole({ max: 1 })).toEqual(['"Jaeger"']);
    expect(whole({ max: 1, projects: { k8s: 1, jaeger: 2 } })).toEqual(['"Kubernetes"']);
  });

  test('to hints and hovers, too', () => {
    const settings = { 'program-name': { max: 50 }, 'description-length': { max: 25 }, 'mentor-count': { max: 7 } };
    const { document } = read(draft);
    const span = { start: 0, end: document.text.length };
    expect(hintsIn(document, span, 'always', settings).map(({ label }) => label)).toEqual(['43/50', '19/25']);
    const hover = (at: string) =>
      hoverAt(
        { document, uri: 'file:///a.md', offset: document.text.indexOf(at) },
        { known: nothingKnown, settings, now: 0, addressOf: () => null },
      )?.markdown;
    expect(hover('Faster')).toContain('43 of 50 characters');
    expect(hover('Description')).toContain('19 of 25 characters');
    expect(hover('Mentor(s)')).toContain('3 of 7 mentors');
  });
});

test('a severity beside a limit is as good as one alone, and a limit alone leaves the severity', () => {
  const { document } = read(draft);
  const severities = (setting: RuleSetting) =>
    findingsOf(document, nothingKnown, { 'upstream-count': setting }).flatMap(({ rule, severity }) =>
      rule === 'upstream-count' ? [severity] : [],
    );
  expect(severities('error')).toEqual(['error']);
  expect(severities({ severity: 'error', max: 1 })).toEqual(['error']);
  expect(severities({ max: 1 })).toEqual(['information']);
  expect(severities({ severity: 'off', max: 1 })).toEqual([]);
});

test('what was found under other limits is found anew, and under the same ones it is remembered', () => {
  const { document } = read(draft);
  const memory = new FindingMemory();
  const few = { 'mentor-count': { max: 2 } };
  const count = (settings: RuleSettings) =>
    findingsOf(document, nothingKnown, settings, memory).filter(({ rule }) => rule === 'mentor-count').length;
  expect([count({}), count(few), count(few), count({})]).toEqual([0, 1, 1, 0]);
});

const withOptions = rules.flatMap(({ id, options }) => (options ? [{ id, options }] : []));

/** Values that an option takes. */
function values({ type, minimum, maximum }: RuleOption) {
  const number = fc.integer({ min: minimum, max: maximum });
  return type === 'integer' ? number : fc.dictionary(fc.constantFrom('k8s', 'jaeger', '__proto__'), number);
}

test('options of one rule are those of no other', () => {
  const settingOf = ({ id, options }: (typeof withOptions)[number]) =>
    fc
      .record(Object.fromEntries(Object.entries(options).map(([name, option]) => [name, values(option)])), {
        requiredKeys: [],
      })
      .map((setting) => ({ [id]: setting }) as RuleSettings);
  const { document } = read(draft);
  const others = (settings: RuleSettings, id: string | undefined) =>
    findingsOf(document, nothingKnown, settings).filter(({ rule }) => rule !== id);
  fc.assert(
    fc.property(fc.oneof(...withOptions.map(settingOf)), (settings) => {
      const [id] = Object.keys(settings);
      expect(answered(others(settings, id))).toEqual(answered(others({}, id)));
      for (const rule of withOptions)
        if (rule.id !== id) expect(optionsOf(rule, settings)).toEqual(optionsOf(rule, {}));
    }),
  );
});

test('defaults that are written down change nothing', () => {
  const defaults = Object.fromEntries(withOptions.map((rule) => [rule.id, optionsOf(rule, {})]));
  const { config, problems } = readConfig(JSON.stringify({ rules: defaults }));
  expect(problems).toEqual([]);
  for (const rule of withOptions) expect(optionsOf(rule, config.rules)).toEqual(optionsOf(rule, {}));
  for (const { examples } of rules)
    for (const { bad, path = 'programs/lfx-mentorship/2025/01-Mar-May/project_ideas.md' } of examples) {
      const document = readDocument(bad, path);
      expect(answered(findingsOf(document, nothingKnown, config.rules))).toEqual(
        answered(findingsOf(document, nothingKnown, {})),
      );
    }
});

test.each([
  ['{ "maks": 5 }', '"maks"', '"rules.mentor-count.maks" is not allowed here. Use severity, min or max.'],
  ['{ "__proto__": 5 }', '"__proto__"', 'Use severity, min or max.'],
  ['{ "max": 0 }', '0', '"rules.mentor-count.max" takes a whole number from 1 to 100.'],
  ['{ "max": 2.5 }', '2.5', '"rules.mentor-count.max" takes a whole number from 1 to 100.'],
  ['{ "max": "5" }', '"5"', '"rules.mentor-count.max" takes a whole number from 1 to 100.'],
  [
    '{ "severity": "loud" }',
    '"loud"',
    '"rules.mentor-count.severity" must be error, warning, information, hint or off.',
  ],
  ['{ "max": 1 }', '{ "max": 1 }', '"rules.mentor-count" wants at least 2 and accepts at most 1.'],
  ['5', '5', '"rules.mentor-count" must be error, warning, information, hint or off, or an object.'],
])('%s is a problem at its place', (setting, at, message) => {
  const text = `{ "rules": { "mentor-count": ${setting} } }`;
  const { config, problems } = readConfig(text);
  expect(problems).toEqual([{ message: expect.stringContaining(message), span: expect.anything() }]);
  expect(problems.map(({ span }) => sliceOf(text, span))).toEqual([at]);
  expect(config.rules).toEqual({});
});

test.each([
  ['[]', '"rules.project-quota.projects" takes an object of whole numbers from 1 to 1000.'],
  ['{ "k8s": "s3cret" }', '"rules.project-quota.projects" takes whole numbers from 1 to 1000.'],
])('projects with %s are a problem', (projects, message) => {
  const { problems } = readConfig(`{ "rules": { "project-quota": { "projects": ${projects} } } }`);
  expect(problems.map((problem) => problem.message)).toEqual([message]);
});

test('in personal settings, wrong options are left out and the others apply', () => {
  expect(
    rulesIn({
      toc: { severity: 'off' },
      'mentor-count': { severity: 'loud', max: 5, min: -1, other: 3 },
      'empty-field': 'hint',
      'program-name': [7],
    }),
  ).toEqual({ 'mentor-count': { max: 5 }, 'empty-field': 'hint', 'program-name': {} });
});

test('every option has a description and a valid default', () => {
  expect(withOptions.length).toBeGreaterThan(4);
  const set = Object.fromEntries(withOptions.map((rule) => [rule.id, { severity: 'hint', ...optionsOf(rule, {}) }]));
  expect(rulesIn(set)).toEqual(set);
  for (const { options } of withOptions)
    for (const [name, { summary }] of Object.entries(options)) {
      expect(name).not.toBe('severity');
      expect(summary).toMatch(/^[A-Z].*\.$/);
    }
});

describe('two settings of one rule', () => {
  test.each<[RuleSetting | undefined, RuleSetting | undefined, RuleSetting | undefined]>([
    [undefined, 'error', 'error'],
    ['error', undefined, 'error'],
    ['error', 'off', 'off'],
    ['error', { max: 3 }, { severity: 'error', max: 3 }],
    [{ severity: 'error', max: 3 }, 'off', { severity: 'off', max: 3 }],
    [
      { min: 1, max: 3 },
      { severity: 'hint', max: 5 },
      { severity: 'hint', min: 1, max: 5 },
    ],
  ])('%j and %j above it make %j', (under, over, both) => {
    expect(joined(under, over)).toEqual(both);
  });
});

test('an option takes no more names than anybody sets', () => {
  const names = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, n) => [`project-${n}`, 1]));
  const quota = rules.flatMap(({ options }) => Object.values(options ?? {})).find(({ type }) => type !== 'integer');
  expect(quota && wrongOption(quota, names(300))).toBeNull();
  expect(quota && wrongOption(quota, names(301))).toBe('takes at most 300 names');
});
