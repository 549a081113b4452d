import { expect, test } from 'vitest';
import { serverProcess } from '../../client/src/connection/server-process';

const ipc = 1;

test('who develops the extension may debug its server, on this machine', () => {
  expect(serverProcess('server.js', ipc, true)).toEqual({
    run: { module: 'server.js', transport: ipc },
    debug: { module: 'server.js', transport: ipc, options: { execArgv: ['--nolazy', '--inspect=127.0.0.1:6019'] } },
  });
});

test('no process opens a port, even if another extension is debugged', () => {
  expect(JSON.stringify(serverProcess('server.js', ipc, false))).not.toMatch(/inspect|execArgv/);
});
