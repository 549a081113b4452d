/** The core compiles without Node and browser types, and the Worker's bundle builds without Node. Each fence has violations. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BuildOptions, build } from 'esbuild';
import { describe, expect, onTestFinished, test } from 'vitest';
import { root } from './sources';

describe('types without Node and browser', () => {
  /** What the compiler says about files under the core's own settings. They lie in the project, to see its packages. */
  function compiled(settings: object, source = ''): string {
    mkdirSync(join(root, 'dist'), { recursive: true });
    const folder = mkdtempSync(join(root, 'dist/fence-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const config = { extends: join(root, 'server/src/core/tsconfig.json'), include: [], exclude: [], ...settings };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
    writeFileSync(join(folder, 'source.ts'), source);
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    try {
      return execFileSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' });
    } catch (error) {
      return (error as { stdout: string }).stdout;
    }
  }

  test('what the core may use compiles', () => {
    expect(compiled({ files: ['source.ts'] }, 'export const a = new Map([[1, "x".at(0)]]);\n')).toBe('');
  });

  test.each([
    'fetch("x")',
    'setTimeout(() => {})',
    'console.log()',
    'process.argv',
    'new URL("x")',
    'import("node:fs")',
  ])('%s is caught', (violation) => {
    expect(compiled({ files: ['source.ts'] }, `export const a = ${violation};\n`)).toMatch(
      /source\.ts\(1,\d+\): error/,
    );
  });

  test('the host keeps to it as well', () => {
    expect(compiled({ include: [join(root, 'server/src/host')] })).toBe('');
  });
});

describe('the bundle of the Worker', () => {
  async function bundle(options: BuildOptions): Promise<unknown> {
    const { browser } = await import(pathToFileURL(join(root, 'esbuild.mjs')).href);
    return build({ ...browser, ...options, bundle: true, write: false, logLevel: 'silent', absWorkingDir: root });
  }

  test('is built without Node', async () => {
    await expect(bundle({ entryPoints: ['server/src/entry/worker.ts'] })).resolves.toBeDefined();
  });

  test.each(['../adapters/node-files', 'node:fs', 'vscode-languageserver/node'])('%s in it is caught', async (path) => {
    const stdin = { contents: `import '${path}';`, resolveDir: join(root, 'server/src/entry') };
    await expect(bundle({ stdin })).rejects.toThrow(/Could not resolve/);
  });
});
