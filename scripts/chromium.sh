#!/usr/bin/env bash
# Browser tests use Debian's Chromium. Without it, and without the right to install it, they are skipped by name.
set -euo pipefail
command -v chromium >/dev/null && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "Chromium voor de browsertests wordt geïnstalleerd…"
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core; } \
    >/dev/null 2>&1 || true
fi
command -v chromium >/dev/null || echo "Geen Chromium: de browsertests worden overgeslagen en geteld."
