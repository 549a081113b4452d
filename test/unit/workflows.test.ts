/** What a workflow must not do: run unlocked code with a secret, or grant more permissions than it needs. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const folder = join(root, '.github/workflows');

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly needs?: readonly string[];
  readonly outputs?: unknown;
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

/** Sentences about what is wrong with a workflow. */
function troubles(source: string): string[] {
  const { on, permissions, jobs } = load(source) as Workflow;
  const found: string[] = [];
  if (JSON.stringify(permissions) !== '{"contents":"read"}') found.push('permissions are not contents: read');
  if ('pull_request_target' in on || 'workflow_run' in on) found.push('runs a stranger’s code with our rights');
  for (const line of source.split('\n').filter((each) => /^\s*(?:- )?uses:/.test(each)))
    if (!/@[\da-f]{40} # v\d+\.\d+\.\d+$/.test(line)) found.push(`no commit: ${line.trim()}`);
  for (const [name, job] of Object.entries(jobs)) {
    const mayDoMore = /secrets\.|github\.token|"write"/.test(JSON.stringify(job));
    for (const step of job.steps) found.push(...stepTroubles(step, mayDoMore).map((each) => `${name}: ${each}`));
  }
  return found;
}

function stepTroubles({ uses = '', run = '', with: given = {}, env = {} }: Step, mayDoMore: boolean): string[] {
  const found: string[] = [];
  if (uses.startsWith('actions/checkout@') && given['persist-credentials'] !== false) found.push('keeps its token');
  if (mayDoMore && 'cache' in given) found.push('a cache beside a secret');
  if (/\bnpx (?!--no-install )/.test(run)) found.push(`runs what no lock names: ${run}`);
  if (/\bnpm (?:i|install|ci|exec|x)\b(?! --ignore-scripts$)/m.test(run)) found.push(`runs install scripts: ${run}`);
  if (run.includes('${{')) found.push(`puts a value into a script: ${run}`);
  const isTool = /^(?:npx --no-install|gh release create) /.test(run);
  if (/secrets\.|github\.token/.test(JSON.stringify(env)) && !isTool) found.push(`gives a secret to: ${run || uses}`);
  if (mayDoMore && /\.ci\/run|npm (?:test|run|start)/.test(run)) found.push(`builds beside a secret: ${run}`);
  return found;
}

test.each(readdirSync(folder))('%s', (name) => {
  expect(troubles(readFileSync(join(folder, name), 'utf8'))).toEqual([]);
});

test('what is published comes from a job that sees no secret and runs no test, and has been tried as it is', () => {
  const { jobs } = load(readFileSync(join(folder, 'release.yml'), 'utf8')) as Workflow;
  const publishers = Object.values(jobs).filter((job) => /secrets\.|github\.token|"write"/.test(JSON.stringify(job)));
  expect(publishers).toHaveLength(3);
  const checked = ({ steps }: Job) => {
    const at = steps.findIndex(({ run }) => run?.includes('sha256sum --check --strict'));
    expect(steps[at]?.env).toEqual({ SHA256: `\${{ needs.package.outputs.sha256 }}` });
    return at;
  };
  for (const job of publishers) {
    expect(job.needs).toEqual(['test', 'package', 'shipped']);
    const first = job.steps.findIndex(
      ({ run = '', env = {} }) => /secrets\.|github\.token/.test(JSON.stringify(env)) || run.startsWith('npm publish '),
    );
    expect(checked(job)).toBeLessThan(first);
  }
  const shipped = jobs.shipped as Job;
  expect(checked(shipped)).toBeLessThan(
    shipped.steps.findIndex(({ run }) => run?.startsWith('node test/vsix/run.mjs')),
  );
  expect(JSON.stringify(shipped)).toContain('node test/npm/run.mjs --file');
  expect(JSON.stringify(jobs.package)).not.toMatch(/\.ci\/run|npm test|"cache"|secrets\./);
});

describe('each of these is found', () => {
  const held = (action: string) => `${action}@${'a'.repeat(40)} # v1.0.0`;
  const job = (steps: string, more = '') =>
    `on:\n  push:\npermissions:\n  contents: read\njobs:\n  a:\n${more}    steps:\n${steps}`;
  const harmless = job('      - run: echo\n');
  const secret = `        env:\n          T: \${{ secrets.T }}\n`;
  const writes = '    permissions:\n      contents: write\n';
  const rows: [what: string, source: string, trouble: string][] = [
    ['a command without a lock', job('      - run: npx --yes ovsx publish\n'), 'runs what no lock names'],
    ['install scripts', job('      - run: npm ci\n'), 'runs install scripts'],
    ['a tag that can be moved', job('      - uses: actions/setup-node@v4\n'), 'no commit'],
    ['a token that stays', job(`      - uses: ${held('actions/checkout')}\n`), 'keeps its token'],
    [
      'a cache',
      job(`      - uses: ${held('x/y')}\n        with:\n          cache: npm\n`, writes),
      'a cache beside a secret',
    ],
    ['a secret that others see', job(`      - run: make\n${secret}`), 'gives a secret to'],
    ['a build', job(`      - run: npm run package\n`, writes), 'builds beside a secret'],
    ['a value of a stranger', job(`      - run: echo \${{ github.head_ref }}\n`), 'puts a value into a script'],
    ['rights that nobody named', harmless.replace('contents: read', 'contents: write'), 'permissions are not'],
    ['a stranger’s code', harmless.replace('push:', 'pull_request_target:'), 'runs a stranger’s code'],
  ];

  test.each(rows)('%s', (_, source, trouble) => {
    expect(troubles(source)).toEqual([expect.stringContaining(trouble)]);
  });

  test('and nothing else', () => {
    expect(troubles(harmless)).toEqual([]);
  });
});

test.each(['.', '.github/publishing', 'test/vscode-host'])(
  'the lock of %s proves what it names, and names no host',
  (at) => {
    const lock = JSON.parse(readFileSync(join(root, at, 'package-lock.json'), 'utf8'));
    for (const [name, { integrity, resolved, link }] of Object.entries<Record<string, unknown>>(lock.packages)) {
      if (name === '' || link) continue;
      expect({ name, integrity, resolved }).toEqual({
        name,
        integrity: expect.stringMatching(/^sha512-/),
        resolved: undefined,
      });
    }
  },
);
