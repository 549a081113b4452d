import { describe, expect, test } from 'vitest';
import { actionsAt } from '../../server/src/core/features/actions/code-actions';
import { type Known, nothingKnown } from '../../server/src/core/known/known';
import { optionsOf } from '../../server/src/core/linter/options';
import { rules } from '../../server/src/core/linter/rules';
import { findingsOf } from '../../server/src/core/linter/run';
import { readDocument } from '../../server/src/core/model/document';
import { applyEdits } from '../../server/src/core/text/edit';
import { checkRule, marked } from './marks';

const path = 'programs/lfx-mentorship/2025/01-Mar-May/project_ideas.md';

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  test('reports its bad examples and not its good ones', () => {
    expect(rule.examples.length).toBeGreaterThan(0);
    for (const { bad, good, path: at = path, known, program } of rule.examples) {
      const found = (text: string) =>
        findingsOf(readDocument(text, at, { program }), { ...nothingKnown, ...known }, {}).filter(
          ({ rule }) => rule === id,
        );
      expect(found(bad)).not.toEqual([]);
      expect(found(good)).toEqual([]);
    }
  });

  test('asks the outside only where it says so', () => {
    let asked = 0;
    const get = (known: Known, question: keyof Known) => {
      asked++;
      return known[question];
    };
    const counting = new Proxy(nothingKnown, { get });
    for (const { bad, good, path: own = path, program } of rule.examples) {
      const document = [bad, good].map((text) => readDocument(text, own, { program }));
      for (const each of document)
        if (rule.scope === 'document')
          [...rule.check({ document: each, known: counting, options: optionsOf(rule, {}) })];
    }
    if (!rule.outside) expect(asked).toBe(0);
  });

  test('can be switched off and given another severity', () => {
    const [example] = rule.examples;
    const document = readDocument(example?.bad ?? '', example?.path ?? path, { program: example?.program });
    const severities = (settings: Record<string, 'off' | 'hint'>) =>
      findingsOf(document, { ...nothingKnown, ...example?.known }, settings)
        .filter((finding) => finding.rule === id)
        .map(({ severity }) => severity);
    expect(severities({ [id]: 'off' })).toEqual([]);
    expect(new Set(severities({ [id]: 'hint' }))).toEqual(new Set(['hint']));
  });
});

const rest = '- Description: d\n- Expected Outcome: o\n- Recommended Skills: s\n';

test('a field of the template that the proposal lacks is reported at its heading', () => {
  checkRule(
    'missing-field',
    `
      ### Jaeger
      #### Faster queries
           ^^^^^^^^^^^^^^ "Mentor(s)" is missing.
           ^^^^^^^^^^^^^^ "Upstream Issue" is missing.
      - Description: d
      - Expected Outcome: o
      - Recommended Skills: s
    `,
  );
});

test('an accepted proposal lacks its LFX URL, one of 2022 no outcome', () => {
  checkRule(
    'missing-field',
    '### Jaeger\n#### T\n     ^ "LFX URL" is missing.\n- Description: d\n- Recommended Skills: s\n- Mentor(s): Ada (@ada)\n- Upstream Issue: o/r#1\n',
    {
      path: 'programs/lfx-mentorship/2022/01-Spring/README.md',
    },
  );
});

test('a label with nothing behind it is reported at the label', () => {
  checkRule('empty-field', `#### T\n${rest}- Mentor(s):\n  ^^^^^^^^^ "Mentor(s)" is empty.\n- Upstream Issue: o/r#1\n`);
});

/** What the action with that title makes of a marked text. */
function applied(source: string, title: string): { text: string; caret: string } {
  const { text, caret } = marked(source);
  const document = readDocument(text, path);
  const action = actionsAt(document, { start: caret, end: caret }, nothingKnown, {}).find(
    (each) => each.title === title,
  );
  if (!action) throw new Error(`no action "${title}"`);
  const after = applyEdits(text, action.edits);
  const at = action.caret ?? 0;
  return { text: after, caret: `${after.slice(after.lastIndexOf('\n', at - 1) + 1, at)}|` };
}

describe('"Insert all missing fields"', () => {
  test('inserts in template order, in the style of the proposal, with the caret in the first', () => {
    expect(
      applied(
        '### Jaeger\n#### $0T\n\n* **Expected Outcome:** o\n* **Mentor(s):** Ada (@ada)\n\n#### U\n',
        'Insert all missing fields',
      ),
    ).toEqual({
      text: '### Jaeger\n#### T\n\n* **Description:** \n* **Expected Outcome:** o\n* **Recommended Skills:** \n* **Mentor(s):** Ada (@ada)\n* **Upstream Issue:** \n\n#### U\n',
      caret: '* **Description:** |',
    });
  });

  test('into a proposal with nothing but its heading, at the end of a file without line end', () => {
    expect(
      applied('### Jaeger\n#### A\n- Description: d\n- Mentor(s): x @x\n#### $0T', 'Insert all missing fields'),
    ).toEqual({
      text: '### Jaeger\n#### A\n- Description: d\n- Mentor(s): x @x\n#### T\n\n- Description: \n- Expected Outcome: \n- Recommended Skills: \n- Mentor(s):\n  - \n- Upstream Issue: ',
      caret: '- Description: |',
    });
  });

  test('keeps CRLF', () => {
    expect(applied('#### $0T\r\n\r\n- Description: d\r\n- Mentor(s): x @x\r\n', 'Insert all missing fields').text).toBe(
      '#### T\r\n\r\n- Description: d\r\n- Expected Outcome: \r\n- Recommended Skills: \r\n- Mentor(s): x @x\r\n- Upstream Issue: \r\n',
    );
  });

  test('one field alone can be inserted', () => {
    expect(applied(`#### $0T\n${rest}- Upstream Issue: o/r#1\n`, 'Insert "Mentor(s)"')).toEqual({
      text: `#### T\n${rest}- Mentor(s):\n  - \n- Upstream Issue: o/r#1\n`,
      caret: '  - |',
    });
  });
});
