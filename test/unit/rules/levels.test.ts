import { test } from 'vitest';
import { checkRule } from '../marks';

const fields = '- Description: d\n- Mentor(s): Ada Example (@ada-example)\n';

/** A file whose habit is plain, and what is added to it. */
function file(added: string): string {
  const usual = ['Argo', 'Dapr', 'Envoy', 'Falco', 'Harbor'].map(
    (name) => `### ${name}\n\n#### Better ${name}\n\n${fields}`,
  );
  return `${usual.join('\n')}\n${added}`;
}

test('a proposal at the level of projects, or higher, is reported at its title', () => {
  checkRule(
    'proposal-level',
    file(`### Jaeger\n\n### Faster queries\n    ^^^^^^^^^^^^^^ Proposal headings here use "####".\n\n${fields}`),
  );
  checkRule(
    'proposal-level',
    file(`### Jaeger\n\n# Faster queries\n  ^^^^^^^^^^^^^^ Proposal headings here use "####".\n\n${fields}`),
  );
});

test('a part of a project has its own level', () => {
  const text = file(`### Kubernetes\n\n#### SIG Docs\n\n##### Faster pages\n\n${fields}`);
  checkRule('proposal-level', text);
  checkRule('project-level', text);
});

test('a project one level too deep is reported once, its proposals are not', () => {
  const text = file(`#### Jaeger\n     ^^^^^^ Project headings here use "###".\n\n##### Faster queries\n\n${fields}`);
  checkRule('project-level', text);
  checkRule('proposal-level', text.replace(/^ +\^+ .*\n/m, ''));
});

test('the habit of the file counts, not a template that nobody followed', () => {
  const template =
    '## Template\n\n```\n#### CNCF Project Name\n\n##### Title\n\n- Description:\n- Mentor(s):\n- Upstream Issue:\n```\n\n## Ideas\n\n';
  checkRule('proposal-level', template + file(''));
  checkRule('project-level', template + file(''));
});

test('a project that the table of contents has inside another is a part of that', () => {
  checkRule(
    'project-level',
    `## Table of Contents\n\n- [Harbor](#harbor)\n  - [Jaeger](#jaeger)\n\n${file(`#### Jaeger\n\n##### Faster queries\n\n${fields}`)}`,
  );
});
