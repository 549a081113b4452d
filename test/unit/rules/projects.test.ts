import { expect, test } from 'vitest';
import { actionsAt } from '../../../server/src/core/features/actions/code-actions';
import { nothingKnown } from '../../../server/src/core/known/known';
import { readDocument } from '../../../server/src/core/model/document';
import { applyEdits } from '../../../server/src/core/text/edit';
import { checkRule } from '../marks';

const path = 'programs/lfx-mentorship/2025/01-Mar-May/project_ideas.md';

function proposal(title: string): string {
  return `#### ${title}\n\n- Description: ${title}\n- Mentor(s): Ada Example (@ada-example)\n`;
}

/** What the action with that title makes of a text. */
function applied(text: string, title: string): string {
  const document = readDocument(text, path);
  const all = actionsAt(document, { start: 0, end: text.length }, nothingKnown, {});
  const action = all.find((each) => each.title === title);
  if (!action) throw new Error(`no action "${title}" among ${all.map((each) => each.title).join(', ')}`);
  return applyEdits(text, action.edits);
}

test('"Add the project heading" takes the name from the upstream issue', () => {
  expect(
    applied(
      `${proposal('Faster queries')}- Upstream Issue: https://github.com/jaegertracing/jaeger/issues/1\n`,
      'Add the project heading "Jaeger"',
    ),
  ).toMatch(/^### Jaeger\n\n#### Faster queries\n/);
});

test('the same project under two names is headed twice', () => {
  checkRule(
    'duplicate-project',
    `### LitmusChaos\n\n${proposal('A')}\n### Jaeger\n\n${proposal('B')}\n### Litmus\n    ^^^^^^ Move these proposals under the first "Litmus" heading.\n\n${proposal('C')}`,
  );
});

test('a part in brackets is no second heading of its project', () => {
  checkRule('duplicate-project', `### Kubernetes\n\n${proposal('A')}\n### Kubernetes (SIG Docs)\n\n${proposal('B')}`);
});

test('"Move under the first" moves the proposals byte for byte', () => {
  expect(
    applied(
      `### Jaeger\n\n${proposal('A')}\n---\n\n### Harbor\n\n${proposal('B')}\n### jaeger\n\n${proposal('C')}`,
      'Move under the first "Jaeger"',
    ),
  ).toBe(`### Jaeger\n\n${proposal('A')}\n${proposal('C')}\n---\n\n### Harbor\n\n${proposal('B')}`);
});

test('the same title is fine in two projects, and found in one', () => {
  checkRule(
    'duplicate-proposal',
    `### Jaeger\n\n${proposal('Better docs')}\n### Harbor\n\n${proposal('Better docs')}\n${proposal('Better Docs').replace('\n', '\n     ^^^^^^^^^^^ "Harbor" already has this title: rename or remove this proposal.\n')}`,
  );
});

test('a heading with nothing under it is left over, one with a remark or a deeper heading is not', () => {
  checkRule(
    'empty-project',
    `### Harbor\n    ^^^^^^ Add a proposal under "Harbor" or remove the heading.\n\n### Dapr\n\nNo proposals this term.\n\n### Jaeger\n\n${proposal('A')}`,
  );
});

test('a slip in a name is found, an unlisted name is not', () => {
  checkRule(
    'unknown-project',
    `### Kubewardem\n    ^^^^^^^^^^ "Kubewardem" looks like a misspelling of "Kubewarden".\n\n${proposal('A')}\n### Konveyor AI\n\n${proposal('B')}\n### Somebody Else\n\n${proposal('C')}\n### CNCF TAG Network\n\n${proposal('D')}`,
  );
});

const sorted = ['Argo', 'containerd', 'Dapr', 'Envoy', 'Harbor', 'Jaeger'];

test('one project out of order is found, a file without any order is left alone', () => {
  const file = (names: readonly string[]) => names.map((name) => `### ${name}\n\n${proposal(name)}`).join('\n');
  checkRule('project-order', file(sorted));
  checkRule('project-order', file([...sorted].reverse()));
  checkRule(
    'project-order',
    file([...sorted, 'Cilium']).replace(
      '### Cilium\n',
      '### Cilium\n    ^^^^^^ Move "Cilium" above "containerd" (alphabetical order).\n',
    ),
  );
});

test('"Sort projects" keeps what separates them and goes no further than the list', () => {
  const block = (name: string, end: string) => `### ${name}\n\n${proposal(name)}${end}`;
  const rest = '## Later\n\n### Argo\n\nnothing\n';
  const text = `# Ideas\n\n${block('Argo', '\n---\n\n')}${block('Dapr', '\n')}${block('Harbor', '\n\n')}${block('Jaeger', '\n')}${block('Cilium', '\n')}${rest}`;
  expect(applied(text, 'Sort projects')).toBe(
    `# Ideas\n\n${block('Argo', '\n---\n\n')}${block('Cilium', '\n')}${block('Dapr', '\n\n')}${block('Harbor', '\n')}${block('Jaeger', '\n')}${rest}`,
  );
});

test('a second proposal under the sample is moved out with its project', () => {
  const text = `## Sample\n\n### Harbor\n\n${proposal('The sample')}\n### Jaeger\n\n${proposal('Mine')}\n## Ideas\n\n### Argo\n\n${proposal('Other')}`;
  checkRule(
    'inside-template',
    text.replace(
      '#### Mine\n',
      '#### Mine\n     ^^^^ This proposal is under the sample heading. Move it out so that it counts.\n',
    ),
  );
  expect(applied(text, 'Move out of the sample')).toMatch(
    /### Argo\n\n#### Other\n[\s\S]*\n\n### Jaeger\n\n#### Mine\n/,
  );
});

test('fields that begin once more lack a heading; a mentors field for each mentor is fine', () => {
  const text = `### Jaeger\n\n${proposal('A')}\n- Description: another\n- Mentor(s): Bob Sample (@bob-sample)\n`;
  checkRule(
    'run-together',
    text.replace(
      '- Description: another\n',
      '- Description: another\n  ^^^^^^^^^^^ Add a heading before "Description": a second proposal starts here.\n',
    ),
  );
  expect(applied(text, 'Add a heading for the second proposal')).toContain(
    '\n\n#### Mentorship project title\n\n- Description: another\n',
  );
  checkRule('run-together', `### Jaeger\n\n${proposal('A')}- Mentor: Bob Sample (@bob-sample)\n`);
});
