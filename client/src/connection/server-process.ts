import type { ServerOptions, TransportKind } from 'vscode-languageclient/node';

/** Where a debugger finds the server of an extension that is being developed: on this machine, and nowhere else. */
const inspect = '--inspect=127.0.0.1:6019';

/**
 * How the server's process is started. Who can reach a debug port can run code, so only who develops the extension has
 * one: the language client takes `debug` in every extension host that is debugged, which somebody may do for another
 * extension.
 */
export function serverProcess(module: string, transport: TransportKind, isDeveloped: boolean): ServerOptions {
  const run = { module, transport };
  return { run, debug: isDeveloped ? { ...run, options: { execArgv: ['--nolazy', inspect] } } : run };
}
