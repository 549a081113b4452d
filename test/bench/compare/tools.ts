import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inProcess } from './in-process';
import { overStdio, type Server } from './over-stdio';
import type { Tool } from './tool';

const both = ['findings', 'symbols'] as const;

/** Ours, the floor, and the peers of the package in `peers`. `folder` is what an editor would have open. */
export async function tools(dist: string, peers: string, folder: string): Promise<Tool[]> {
  const root = pathToFileURL(folder).href;
  const uri = `${root}/programs/lfx-mentorship/2025/01-Mar-May/project_ideas.md`;
  const versions = versionsIn(peers);
  const modules = join(peers, 'node_modules');
  const stdio = (name: string, server: Server, asked: Tool['asked'] = both): Tool => ({
    name,
    asked,
    start: () => overStdio(server, uri, root),
  });
  const library = (name: string, adapter: string, asked: Tool['asked'] = both): Tool => ({
    name,
    asked,
    start: () => inProcess(join(dist, 'bench/in-process-child.js'), join(peers, adapter), uri),
  });
  return [
    stdio('ours', { command: [join(dist, 'server.js'), '--stdio'] }),
    stdio('floor', { command: [join(dist, 'bench/floor.js')] }),
    stdio(versions('vscode-markdown-languageserver'), await markdownServer(modules, peers)),
    library(versions('vscode-markdown-languageservice'), 'language-service.mjs'),
    stdio(
      `remark on ${versions('unified-language-server')}`,
      { command: [join(peers, 'remark-server.mjs'), '--stdio'], pushes: true, wholeText: true },
      ['findings'],
    ),
    library(versions('markdownlint-cli2'), 'markdownlint.mjs', ['findings']),
  ];
}

/** VS Code's own server. Its client parses the text and answers for the files, of which there are none. */
async function markdownServer(modules: string, peers: string): Promise<Server> {
  const { tokensOf } = await load<{ tokensOf(text: string): unknown }>(join(peers, 'tokens.mjs'));
  const { settings } = await load<{ settings: object }>(join(peers, 'validation.mjs'));
  return {
    command: [join(modules, 'vscode-markdown-languageserver/dist/node/workerMain.js'), '--stdio'],
    client: (text) => ({
      settings,
      requests: {
        'markdown/parse': () => tokensOf(text()),
        'markdown/fs/readFile': () => [],
        'markdown/fs/readDirectory': () => [],
        'markdown/fs/stat': () => null,
        'markdown/fs/watcher/create': () => null,
        'markdown/fs/watcher/delete': () => null,
        'markdown/findMarkdownFilesInWorkspace': () => [],
      },
    }),
  };
}

/** Names a package with the version that is pinned. */
function versionsIn(peers: string): (name: string) => string {
  const { dependencies } = JSON.parse(readFileSync(join(peers, 'package.json'), 'utf8'));
  return (name) => `${name} ${dependencies[name]}`;
}

async function load<T>(file: string): Promise<T> {
  return (await import(pathToFileURL(file).href)) as T;
}
