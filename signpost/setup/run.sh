#!/bin/sh
# Finds a Python that can run the set-up (3.11 to 3.13, really running) and hands over to it.
# A shell script, because on a bare machine `python3` may be too old, missing, or a shim that does not run.
set -u
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd) || exit 1
cd "$root" || exit 1

runs() {
    "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' >/dev/null 2>&1
}

hand_over() {
    PYTHONDONTWRITEBYTECODE=1 exec "$python" -m signpost.setup "$@"
}

for python in ${SIGNPOST_PYTHON:+"$SIGNPOST_PYTHON"} python3.11 python3.12 python3.13 python3 python; do
    runs "$python" && hand_over "$@"
done
for version in 3.11 3.12 3.13; do
    for python in "${PYENV_ROOT:-${HOME:-}/.pyenv}/versions/$version".*/bin/python; do
        runs "$python" && hand_over "$@"
    done
done
if python=$(uv python find '>=3.11,<3.14' 2>/dev/null) && runs "$python"; then
    hand_over "$@"
fi
echo "Signpost needs Python 3.11, 3.12 or 3.13, and none was found that runs: install one (on Debian 12 or Ubuntu 24.04: apt-get install python3 python3-venv), or set SIGNPOST_PYTHON to one, then run the same command again." >&2
exit 1
