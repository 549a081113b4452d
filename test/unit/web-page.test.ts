import { expect, test } from 'vitest';
import { webPage } from '../../client/src/ui/web-page';

test.each([
  'https://github.com/example/project/issues/1',
  'https://github.com/example/project/issues/new?template=a%20b#c',
])('%s is opened', (address) => {
  expect(webPage(address)).toBe(address);
});

test.each([
  'command:workbench.action.quit',
  'file:///etc/passwd',
  'vscode://a.b/c',
  'http://github.com/example',
  'https://github.com.example.org/',
  'https://github.com@example.org/',
  'https://user:word@github.com/',
  'https://github.com:8443/',
  'https://gist.github.com/',
  'https://githüb.com/',
  'javascript:alert(1)//https://github.com/',
  'github.com/example',
  '',
])('%j is not', (address) => {
  expect(webPage(address)).toBeNull();
});
