import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bundledForm, type ProposalForm } from '../../server/src/core/facts/proposal-form';
import { answersIn, bodyWith } from '../../server/src/core/submission/issue-body';
import { issueEdit } from '../../server/src/core/submission/issue-edit';

const answers = { cncf_project: 'Jaeger', program_name: 'Faster queries', program_description: 'They are slow.' };
const bodyOf = (changed: Readonly<Record<string, string>> = {}, form = bundledForm) =>
  bodyWith(form, new Map(Object.entries({ ...answers, ...changed })));
const edit = (present: string, draft: string, form: ProposalForm = bundledForm) => issueEdit(present, draft, form);

test('a field that differs takes the approvals away', () => {
  expect(edit(bodyOf(), bodyOf({ program_name: 'Faster searches', skills: 'Go' })).differing).toEqual([
    'Program Name',
    'Required/Desirable Skills',
  ]);
});

test('white space and line breaks of another kind take nothing away', () => {
  const present = bodyOf({ program_description: 'They  are\n\nslow. ' }).replaceAll('\n', '\r\n');
  expect(edit(present, bodyOf())).toEqual({ body: bodyOf(), differing: [] });
});

test('case does', () => {
  expect(edit(bodyOf(), bodyOf({ cncf_project: 'jaeger' })).differing).toEqual(['CNCF Project']);
});

test('a box that is ticked differs', () => {
  const present = bodyOf().replace('- [ ] Resume', '- [X] Resume');
  expect(edit(present, bodyOf()).differing).toEqual(['Application Prerequisites']);
});

test('a section that only one of them has differs', () => {
  const present = bodyOf().replace('### Technologies\n\n_No response_\n\n', '### Budget\n\nNone\n\n');
  expect(edit(present, bodyOf()).differing).toEqual(['Technologies', 'Budget']);
});

test('what the bot has added behind the last answer is kept and does not differ', () => {
  const block = '---\n\nLFX URL: https://mentorship.lfx.linuxfoundation.org/project/1';
  const { body, differing } = edit(`${bodyOf()}\n${block}\n`, bodyOf({ skills: 'Go' }));
  expect(differing).toEqual(['Required/Desirable Skills']);
  expect(body).toBe(`${bodyOf({ skills: 'Go' }).trimEnd()}\n\n${block}\n`);
});

test('behind a last answer of text, only the block with the address is the bot’s', () => {
  const form = { ...bundledForm, fields: bundledForm.fields.filter(({ type }) => type === 'textarea') };
  const last = form.fields.at(-1)?.id ?? '';
  const own = bodyOf({ [last]: 'One\n\n---\n\nTwo' }, form);
  expect(edit(own, own, form)).toEqual({ body: own, differing: [] });
  const block = '<!-- lfx -->\nhttps://mentorship.lfx.linuxfoundation.org/project/1';
  const present = `${bodyOf({ [last]: 'One' }, form)}\n${block}\n`;
  expect(edit(present, bodyOf({ [last]: 'Two' }, form), form)).toEqual({
    body: `${bodyOf({ [last]: 'Two' }, form).trimEnd()}\n\n${block}\n`,
    differing: [form.fields.at(-1)?.label],
  });
});

test('an issue differs from itself in nothing, whatever stands in it', () => {
  const line = fc.oneof(
    fc.constantFrom('### Term', '### ', '---', '<!--', '- [x] a', '_No response_', ''),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const body = bodyOf({ program_description: lines.join('\n') });
      expect(edit(body, body).differing).toEqual([]);
      expect(edit(lines.join('\n'), body).differing).toEqual(edit(lines.join('\r\n'), body).differing);
      expect(answersIn(edit(body, bodyOf()).body).get('CNCF Project')).toBe('Jaeger');
    }),
  );
});
