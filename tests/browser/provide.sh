#!/usr/bin/env bash
# Finds a Chromium for the browser tests, or installs one, and writes its path to the file named first.
#
#   tests/browser/provide.sh .venv/browser
#
# Order: $BAOSHU_BROWSER, an installed Chromium or Chrome, the distribution's package (Debian, as root),
# Playwright's own build.
set -euo pipefail
cd "$(dirname "$0")/../.."
answer=$1

say() { printf '%s\n' "baoshu: $*" >&2; }

installed() {
  local candidate
  for candidate in ${BAOSHU_BROWSER:+"$BAOSHU_BROWSER"} chromium chromium-browser google-chrome google-chrome-stable \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" \
    "/Applications/Chromium.app/Contents/MacOS/Chromium"; do
    if command -v "$candidate" 2>/dev/null; then return; fi
  done
  return 1
}

debian_root() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; }

apt_install() {
  debian_root || return 1
  say "installing $* (apt-get)"
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"; } >/dev/null
}

playwright_install() {
  say "installing Playwright's Chromium"
  .venv/bin/python -m playwright install chromium >&2 || return 1
  .venv/bin/python - <<'PYTHON'
from playwright.sync_api import sync_playwright

with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
PYTHON
}

browser=$(installed || { apt_install chromium fonts-noto-cjk && installed; } || playwright_install) || {
  say "no Chromium, and none could be installed. Install Chromium or Chrome, or set BAOSHU_BROWSER to its path."
  say "Without a browser: make test PYTEST_ARGS='-m \"not browser\"' BROWSER=none"
  exit 1
}
if command -v fc-list >/dev/null 2>&1 && [ -z "$(fc-list :lang=zh family)" ]; then
  apt_install fonts-noto-cjk || say "no Chinese font is installed: pictures will show boxes (Debian: fonts-noto-cjk)"
fi
say "browser: $browser"
printf '%s\n' "$browser" >"$answer"
