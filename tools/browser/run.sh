#!/usr/bin/env bash
# Drives the rendered book in a headless Chromium: `make browser-test`, after `make book`.
# Needs node, npm and Chromium (CHROMIUM names it, if it is not found). What the test itself needs
# goes to target/browser, and is no part of the book.
set -euo pipefail
cd "$(dirname "$0")/../.."

for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome; do
  chromium=$(command -v "$name" || true)
  [ -n "$chromium" ] && break
done
[ -n "$chromium" ] || { echo "browser-test: there is no Chromium; say where with CHROMIUM=…"; exit 3; }
command -v node >/dev/null && command -v npm >/dev/null || { echo "browser-test: it needs node and npm"; exit 3; }
[ -f book/index.html ] || { echo "browser-test: make the book first"; exit 2; }

at=${CARGO_TARGET_DIR:-target}/browser
mkdir -p "$at"
[ -d "$at/node_modules/axe-core" ] ||
  timeout 120 npm install --silent --no-audit --no-fund --prefix "$at" playwright-core@1.65.1 axe-core@4.14.1 ||
  { echo "browser-test: playwright-core and axe-core cannot be had"; exit 3; }
cp tools/browser/*.mjs "$at"
CHROMIUM=$chromium exec node "$at/test.mjs" book "$@"
