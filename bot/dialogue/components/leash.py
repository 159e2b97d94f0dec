"""A server whose parent has died must not stay behind: it ends when its standard input closes.

The program that starts the server keeps the other end of a pipe; the system closes it however that program ends.
(A parent-death signal would follow the parent's thread, not its process.)
"""

from __future__ import annotations

import os
import signal
import sys
import threading

VARIABLE = "SIGNPOST_LEASH"


def hold() -> None:
    """Watch standard input in a thread, where the environment asks for it; end this process when it closes."""
    if os.environ.get(VARIABLE) == "1":
        threading.Thread(target=_watch, name="leash", daemon=True).start()


def _watch() -> None:
    while sys.stdin.buffer.read(1):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
