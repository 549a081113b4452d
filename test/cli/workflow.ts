/** Runs steps of workflows as GitHub's runner does, and reads what they say to it. */
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { load } from 'js-yaml';
import { npmEnvironment } from './npm-registry';

const root = resolve(import.meta.dirname, '../..');

interface Step {
  readonly run: string;
  readonly shell?: string;
  readonly env?: Readonly<Record<string, string>>;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

export const action = load(readFileSync(join(root, 'action.yml'), 'utf8')) as Action;

export interface StepRun {
  readonly code: number;
  readonly log: string;
  readonly summary: string;
  readonly annotations: readonly Annotation[];
}

export interface Annotation {
  readonly command: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** What a runner has of this repository when a workflow uses it: a checkout, without a build and without packages. */
export function checkoutOfAction(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mentorship-proposals-action-'));
  for (const file of ['action.yml', '.pre-commit-hooks.yaml', 'package.json', '.ci'])
    cpSync(join(root, file), join(folder, file), { recursive: true });
  return folder;
}

/** Runs the action in a checkout, with what a workflow says in `with` and `github`. */
export async function runAction(
  checkout: string,
  { inputs = {}, github }: { inputs?: Record<string, unknown>; github: Record<string, string> },
): Promise<StepRun> {
  const unknown = Object.keys(inputs).filter((name) => !(name in action.inputs));
  if (unknown.length > 0) throw new Error(`The action has no input ${unknown}.`);
  const defaults = Object.entries(action.inputs).map(([name, { default: value = '' }]) => [name, value]);
  const given: Record<string, unknown> = { ...Object.fromEntries(defaults), ...inputs };
  const context = (expression: string): string => {
    const [, of, name = ''] = /^(inputs|github)\.([a-z_-]+)$/.exec(expression) ?? [];
    if (!of) throw new Error(`This runner does not know \${{ ${expression} }}.`);
    return of === 'github' ? (github[name] ?? '') : filled(String(given[name] ?? ''), context);
  };
  const [step, ...others] = action.runs.steps;
  if (!step || others.length > 0) throw new Error('The action has one step.');
  const env = Object.entries(step.env ?? {}).map(([name, value]) => [name, filled(value, context)]);
  return runStep(checkout, step.run, Object.fromEntries(env));
}

function filled(text: string, context: (expression: string) => string): string {
  return text.replace(/\$\{\{\s*(.*?)\s*\}\}/g, (_, expression: string) => context(expression));
}

/** Runs a script as the runner does for `shell: bash`. */
export function runStep(checkout: string, script: string, more: Record<string, string> = {}): Promise<StepRun> {
  const temporary = mkdtempSync(join(tmpdir(), 'runner-'));
  const [file, summary] = [join(temporary, 'step.sh'), join(temporary, 'summary.md')];
  writeFileSync(file, script);
  writeFileSync(summary, '');
  const env = { ...process.env, ...npmEnvironment(), GITHUB_TOKEN: '', ...more, GITHUB_STEP_SUMMARY: summary };
  return new Promise((done) => {
    execFile('bash', ['--noprofile', '--norc', '-eo', 'pipefail', file], { cwd: checkout, env }, (error, out, err) => {
      const annotations = out.split('\n').flatMap((line) => annotationIn(line) ?? []);
      const said = existsSync(summary) ? readFileSync(summary, 'utf8') : '';
      done({ code: error ? Number(error.code) : 0, log: out + err, summary: said, annotations });
    });
  });
}

/** By the rules of actions/runner (`ActionCommand.TryParseV2`): which escapes it undoes, and where. */
export function annotationIn(line: string): Annotation | null {
  const [, command = '', listed = '', message = ''] = /^\s*::(\w+)(?: (.*?))?::(.*)$/.exec(line) ?? [];
  if (command === '') return null;
  const properties = listed.split(',').flatMap((each) => {
    const at = each.indexOf('=');
    return at > 0 ? [[each.slice(0, at).trim(), unescaped(each.slice(at + 1), true)] as const] : [];
  });
  return { command, properties: Object.fromEntries(properties), message: unescaped(message, false) };
}

function unescaped(text: string, isProperty: boolean): string {
  const exact = text.replaceAll('%0D', '\r').replaceAll('%0A', '\n');
  const more = isProperty ? exact.replaceAll('%3A', ':').replaceAll('%2C', ',') : exact;
  return more.replaceAll('%25', '%');
}
