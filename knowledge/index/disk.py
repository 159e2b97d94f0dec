"""Writing so that a power cut or a kill leaves the old file or the new one, never part of one."""

import os
import secrets
from pathlib import Path


def write_synced(path: Path, content: bytes) -> None:
    """Write a file and wait until the disk has it. The directory entry needs `sync_directory`."""
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def sync_directory(directory: Path) -> None:
    """Wait until the disk has a directory's entries: without it a rename may be lost in a power cut."""
    handle = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def replace_synced(path: Path, content: bytes) -> None:
    """Put a file in the place of another in one step that is on the disk when this returns."""
    fresh = path.with_name(f".{path.name}.{secrets.token_hex(6)}")
    try:
        write_synced(fresh, content)
        fresh.replace(path)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise
    sync_directory(path.parent)
