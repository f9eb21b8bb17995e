#!/usr/bin/env bash
# Makes .venv and installs a lock file into it with every hash checked, then this project itself.
#
#   scripts/environment.sh requirements.lock
#
# uv does the work where it is installed (seconds); pip otherwise (about a minute).
set -euo pipefail
cd "$(dirname "$0")/.."
lock=$1
venv=.venv

say() { printf '%s\n' "baoshu: $*" >&2; }
fail() { say "$@"; exit 1; }

find_python() {
  local candidate
  for candidate in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11 python; do
    if command -v "$candidate" >/dev/null 2>&1 &&
      "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      printf '%s\n' "$candidate"
      return
    fi
  done
  fail "Python 3.11 or newer is needed and was not found. Install it, or name it: make PYTHON=/path/to/python3"
}

make_venv() {
  local python
  python=$(find_python)
  say "making $venv with $("$python" --version)"
  if command -v uv >/dev/null 2>&1; then
    uv venv --quiet --clear --python "$(command -v "$python")" "$venv"
    return
  fi
  if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    # Debian ships Python without its venv module
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
      say "installing python3-venv"
      { apt-get update -qq && apt-get install -y -qq python3-venv; } >/dev/null
    else
      fail "this Python has no venv module. On Debian or Ubuntu: sudo apt-get install python3-venv"
    fi
  fi
  "$python" -m venv --clear "$venv"
}

if ! "$venv/bin/python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
  make_venv
fi

say "installing $lock, hashes checked (once; later runs start at once)"
if command -v uv >/dev/null 2>&1; then
  install() { uv pip install --quiet --python "$venv/bin/python" "$@"; }
else
  # an environment that uv made has no pip
  "$venv/bin/python" -m pip --version >/dev/null 2>&1 || "$venv/bin/python" -m ensurepip >/dev/null || make_venv
  install() { "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-compile "$@"; }
fi
install --require-hashes --only-binary :all: --requirement "$lock"
# the build backend warns about editable installs as such: its words count only when it fails
words=$(install --no-deps --no-build-isolation --editable . 2>&1) || fail "$words"
