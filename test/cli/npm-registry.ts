/** What the tests of other people's programs have instead of npm's registry: one package, made of the build. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import manifest from '../../package.json';
import { built } from './program';

const { name, version, bin } = manifest;
const folder = mkdtempSync(join(tmpdir(), 'mentorship-proposals-npm-'));
const server = createServer();

beforeAll(async () => {
  const file = bin['mentorship-proposals'];
  mkdirSync(join(folder, 'package/dist'), { recursive: true });
  copyFileSync(join(built, 'cli.js'), join(folder, 'package', file));
  copyFileSync(join(built, 'parsers.cjs'), join(folder, 'package/dist/parsers.cjs'));
  const packed = { name, version, bin: { [name]: file } };
  writeFileSync(join(folder, 'package/package.json'), JSON.stringify(packed));
  execFileSync('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], { cwd: join(folder, 'package') });
  const tarball = readFileSync(join(folder, `${name}-${version}.tgz`));
  const integrity = `sha512-${createHash('sha512').update(tarball).digest('base64')}`;
  server.on('request', ({ url = '' }, response) => {
    if (url.endsWith('.tgz')) response.end(tarball);
    else if (url === `/${name}`) {
      const dist = { tarball: `${address()}/${name}.tgz`, integrity };
      response.setHeader('content-type', 'application/json');
      response.end(
        JSON.stringify({ name, 'dist-tags': { latest: version }, versions: { [version]: { ...packed, dist } } }),
      );
    } else response.writeHead(404).end('{}');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
}, 60_000);

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

function address(): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Variables that lead npm to it, with a cache and settings of nobody. */
export function npmEnvironment(): Record<string, string> {
  return {
    npm_config_registry: address(),
    npm_config_cache: join(folder, 'cache'),
    npm_config_userconfig: join(folder, 'npmrc'),
    npm_config_update_notifier: 'false',
    npm_config_audit: 'false',
    npm_config_fund: 'false',
  };
}
