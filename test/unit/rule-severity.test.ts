import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nothingKnown } from '../../server/src/core/known/known';
import { rules } from '../../server/src/core/linter/rules';
import { findingsOf } from '../../server/src/core/linter/run';
import { readDocument } from '../../server/src/core/model/document';
import { noRealFiles, realFiles } from './real-files';
import { root, sources } from './sources';

const byId = new Map(rules.map((rule) => [rule.id, rule]));

function undeclared(text: string, path: string, known = nothingKnown): readonly string[] {
  return findingsOf(readDocument(text, path), known, {})
    .filter(({ rule, severity }) => {
      const { severity: usual, also = {} } = byId.get(rule) ?? {};
      return severity !== usual && !(severity in also);
    })
    .map(({ rule, severity }) => `${rule} ${severity}`);
}

test('every severity in the source of a rule is on its page, and every one on its page is in its source', () => {
  for (const path of sources('server/src/core/rules')) {
    const source = readFileSync(join(root, path), 'utf8');
    const [, id = ''] = /^ {2}id: '([a-z-]+)'/m.exec(source) ?? [];
    const { severity, also = {} } = byId.get(id) ?? {};
    // This rule says what the form's bot says.
    const passed = source.includes('yield { span, severity, field, message }') ? ['warning'] : [];
    const written = [...source.matchAll(/\bseverity: '(\w+)'/g)].map(([, each = '']) => each);
    expect(new Set([...written, ...passed]), path).toEqual(new Set([severity, ...Object.keys(also)]));
  }
});

test('a finding has no other severity than its page says, in examples of the rules', () => {
  for (const { examples } of rules)
    for (const { bad, path = 'programs/lfx-mentorship/2025/01-Mar-May/project_ideas.md', known } of examples)
      expect(undeclared(bad, path, { ...nothingKnown, ...known })).toEqual([]);
});

test(`nor in real files${noRealFiles}`, { tags: 'slow' }, () => {
  for (const { path, text } of realFiles()) expect(undeclared(text, path), path).toEqual([]);
});
