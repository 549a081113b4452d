#!/usr/bin/env bash
# Puts the editors on a Debian machine that docs/editors.md has recipes for and `test/editors` runs. It does nothing when
# they are in place, and nothing but say so where they cannot be had: their tests are then skipped.
set -euo pipefail

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

missing=()
command -v nvim >/dev/null || missing+=(neovim)
# Whoever has an Emacs with windows keeps it.
command -v emacs >/dev/null || missing+=(emacs-nox)
for each in elpa-company elpa-eglot elpa-lsp-mode elpa-markdown-mode; do
  dpkg-query --show --showformat='${db:Status-Abbrev}' "$each" 2>/dev/null | grep -q '^ii' || missing+=("$each")
done

[ ${#missing[@]} = 0 ] && exit 0
if ! command -v apt-get >/dev/null; then
  echo "Without apt-get, these are not installed: ${missing[*]}." >&2
  exit 0
fi
echo "Installing ${missing[*]} …"
as_root apt-get update -qq
as_root env DEBIAN_FRONTEND=noninteractive \
  apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null ||
  echo "Not all of these can be installed here: ${missing[*]}." >&2
