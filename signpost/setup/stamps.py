"""Stamps: what a step was done with, so that it is not done twice.

A stamp is written as "under way" before the step's work and as "done" after it, with a digest of the step's
inputs. A stamp still under way at the next start tells of a run that was cut off or failed.
"""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

_PASSED_OVER = {"__pycache__", ".rasa", ".cache"}


def digest(inputs: Iterable[Path | str]) -> str:
    """SHA-256 (hexadecimal) over `inputs`: a string as it is, a file by content, a folder by its files.

    A file that is missing counts as missing, so that its coming changes the digest.
    """
    total = hashlib.sha256()
    for item in inputs:
        if isinstance(item, str):
            total.update(b"text\0" + item.encode() + b"\0")
            continue
        for path in _files(item):
            name = path.relative_to(item.parent).as_posix()
            content = hashlib.sha256(path.read_bytes()).digest() if path.is_file() else b"missing"
            total.update(b"file\0" + name.encode() + b"\0" + content)
    return total.hexdigest()


def _files(item: Path) -> list[Path]:
    if not item.is_dir():
        return [item]
    return sorted(
        path
        for path in item.rglob("*")
        if path.is_file() and not _PASSED_OVER.intersection(path.relative_to(item).parts)
    )


class Stamp:
    """One step's stamp, in the file `path`."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def is_done_with(self, inputs: str) -> bool:
        """Was the step finished with inputs of this digest?"""
        return self._read() == {"state": "done", "inputs": inputs}

    def was_cut_off(self) -> bool:
        """Did the last run of the step stop before its end?"""
        return self._read().get("state") == "under way"

    def under_way(self, inputs: str) -> None:
        """Say that the step's work begins."""
        self._write({"state": "under way", "inputs": inputs})

    def done(self, inputs: str) -> None:
        """Say that the step's work is finished."""
        self._write({"state": "done", "inputs": inputs})

    def _read(self) -> dict[str, str]:
        try:
            kept = json.loads(self.path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return kept if isinstance(kept, dict) else {}

    def _write(self, state: dict[str, str]) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        beside = self.path.with_suffix(".new")
        beside.write_text(json.dumps(state) + "\n", encoding="utf-8")
        beside.replace(self.path)
