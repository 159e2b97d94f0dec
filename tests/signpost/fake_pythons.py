"""Pythons that do not exist, as small shell scripts, for the set-up to find."""

from pathlib import Path


def put_python(path: Path, version: str, missing: str = "-") -> Path:
    """A Python at `path` that tells its `version` and makes environments by copying itself."""
    return _put(
        path,
        f"""
case "$*" in
    *"-m venv"*) for last; do :; done; mkdir -p "$last/bin"; cp "$0" "$last/bin/python" ;;
    *) echo "signpost-probe cpython {version} {missing}" ;;
esac
""",
    )


def put_shim(path: Path) -> Path:
    """What pyenv leaves on the PATH for a version that is not activated: it is there, and fails."""
    return _put(path, f'echo "pyenv: {path.name}: command not found" >&2\nexit 127\n')


def _put(path: Path, script: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}")
    path.chmod(0o755)
    return path
