/**
 * VS Code as in vscode.dev: the workbench of the npm package code-server as plain files, without any server behind it,
 * so that extensions run in a Worker of the browser. `start` serves it on loopback.
 */
import * as fs from 'node:fs';
import * as http from 'node:http';
import * as path from 'node:path';
import { root } from '../host/host.mjs';

const vscode = path.join(root, 'test/vscode-host/node_modules/code-server/lib/vscode');
const sample = path.join(root, 'test/sample');
const workbench = 'out/vs/code/browser/workbench/workbench.js';

const types = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.mjs': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

/** What the package adds for its own server, and what stands there without one. */
const withoutServer = [
  [',remoteAuthority:location.host}', '}'],
  [
    /(get userRoamingDataHome\(\)\{return \w+\(\w+\.file\(this\.userDataPath\)\.with\(\{scheme:\w+\.)vscodeRemote\}/,
    '$1vscodeUserData}',
  ],
];

/**
 * Serves the workbench with our extension, which asks the GitHub of the tests at the address `github`. Resolves with
 * `address`, which builds the URL of the window that is opened next, and `stop`.
 */
export async function startWebHost({ github, settings = {} }) {
  const host = { github, settings, folder: sample };
  const server = http.createServer((request, response) => answer(request, response, host));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    /** As for the hosted VS Code: `folder`, a `file` to open and the suite `tests`, by their paths on the disk. */
    address({ folder = sample, file, tests, name = 'mentoring' }) {
      host.folder = folder;
      const root = `vscode-test-web:/${name}`;
      const payload = file ? [['openFile', `${root}/${slashes(path.relative(folder, file))}`]] : [];
      const query = { name, tests: tests ? path.basename(tests, '.js') : '', payload: JSON.stringify(payload) };
      return `http://127.0.0.1:${server.address().port}/?${new URLSearchParams(query)}`;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function answer({ url, headers }, response, options) {
  const { pathname, searchParams } = new URL(url, `http://${headers.host}`);
  if (pathname === '/') return send(response, '.html', page(headers.host, options, Object.fromEntries(searchParams)));
  if (pathname === '/files.json') return send(response, '.json', JSON.stringify(textsIn(options.folder)));
  if (pathname === '/extension/package.json') return send(response, '.json', manifest(options));
  const [, part, rest = ''] = /^\/(vscode|extension)\/(.*)$/.exec(decodeURIComponent(pathname)) ?? [];
  const base = part === 'vscode' ? vscode : root;
  const file = path.join(base, rest);
  if (!part || !file.startsWith(base + path.sep)) return send(response, '.html', null);
  // The package lacks the editions of VS Code's own extensions for browsers.
  if (part === 'vscode' && /^extensions\/[^/]+\/dist\/browser\/\w+\.js$/.test(rest) && !fs.existsSync(file))
    return send(response, '.js', 'exports.activate = () => {};');
  if (rest === workbench) return send(response, '.js', patched(fs.readFileSync(file, 'utf8')));
  const isFile = fs.statSync(file, { throwIfNoEntry: false })?.isFile() === true;
  return send(response, path.extname(file), isFile ? fs.readFileSync(file) : null);
}

/** The texts of a folder by their paths below it, with `/` between the parts. */
function textsIn(folder) {
  const names = fs.readdirSync(folder, { recursive: true }).map(slashes);
  const files = names.filter((name) => fs.statSync(path.join(folder, name)).isFile());
  return Object.fromEntries(files.map((name) => [name, fs.readFileSync(path.join(folder, name), 'utf8')]));
}

function slashes(name) {
  return name.replaceAll(path.sep, '/');
}

function send(response, extension, content) {
  response.writeHead(content === null ? 404 : 200, { 'content-type': types[extension] ?? 'application/octet-stream' });
  response.end(content ?? '');
}

function patched(source) {
  return withoutServer.reduce((text, [from, to]) => {
    const changed = text.replace(from, to);
    if (changed === text) throw new Error(`The workbench has no ${from}.`);
    return changed;
  }, source);
}

/** Our manifest. A browser has no environment: what our extension finds in that elsewhere, it finds here. */
function manifest({ github }) {
  const own = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  return JSON.stringify({ ...own, testGitHub: github });
}

/** A window on the files in memory, in a folder with that `name`. It runs the suite `tests` of `dist/web-test` where one is named. */
function page(authority, { settings }, { name, tests }) {
  const at = (folder) => ({ scheme: 'http', authority, path: `/extension${folder}` });
  const configuration = {
    folderUri: { scheme: 'vscode-test-web', path: `/${name}` },
    enableWorkspaceTrust: false,
    // Panels come from here; VS Code's own address for them is on the network.
    webviewEndpoint: `http://${authority}/vscode/out/vs/workbench/contrib/webview/browser/pre`,
    // The package's own workbench asks for these.
    userDataPath: '/',
    isEnabledCoderGettingStarted: false,
    isEnabledFileDownloads: false,
    isEnabledFileUploads: false,
    developmentOptions: {
      logLevel: 3,
      extensions: [at(''), at('/dist/web-files')],
      ...(tests ? { extensionTestsPath: at(`/dist/web-test/${tests}.js`) } : {}),
    },
    productConfiguration: { nameShort: 'Code', nameLong: 'Code', enableTelemetry: false },
    configurationDefaults: {
      'chat.disableAIFeatures': true,
      'extensions.ignoreRecommendations': true,
      'files.autoSave': 'off',
      'telemetry.telemetryLevel': 'off',
      'workbench.secondarySideBar.defaultVisibility': 'hidden',
      'workbench.startupEditor': 'none',
      ...settings,
    },
  };
  const data = JSON.stringify(configuration).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<!doctype html>
<html>
  <head>
    <meta charset="utf-8">
    <meta id="vscode-workbench-web-configuration" data-settings="${data}">
    <link rel="stylesheet" href="/vscode/out/vs/code/browser/workbench/workbench.css">
  </head>
  <body aria-label=""></body>
  <script>globalThis._VSCODE_FILE_ROOT = location.origin + '/vscode/out/';</script>
  <script type="module" src="/vscode/out/nls.messages.js"></script>
  <script type="module" src="/vscode/${workbench}"></script>
</html>`;
}
