"""What went wrong, in one sentence that says what to do."""

import re
from pathlib import Path

# The last words of the installers are long and differ; these are the parts that tell one cause from another.
# Order matters: a full disk also shows as a failed download, a certificate as a failed connection.
_CAUSES: tuple[tuple[str, str], ...] = (
    (
        r"No space left on device|not enough space|Disk quota exceeded",
        "The disk is full. Make room, then run the same command again.",
    ),
    (
        r"hash mismatch|DO NOT MATCH THE HASHES|Hash mismatch",
        "A download did not match its hash in the lock file, so it was not installed. Run the same command "
        "again in case the download was cut short; if it happens again, do not go on: ask whoever keeps the "
        "lock.",
    ),
    (
        r"certificate verify failed|CERTIFICATE_VERIFY_FAILED|invalid peer certificate|UnknownIssuer",
        "The package index's certificate was not trusted. If your network inspects traffic, set "
        "SSL_CERT_FILE and PIP_CERT to your organisation's certificate file.",
    ),
    (
        r"name resolution|Name or service not known|dns error|nodename nor servname|Network is unreachable"
        r"|Connection refused|ConnectTimeout|[Cc]onnection timed out|Read timed out|operation timed out"
        r"|error sending request|tcp connect error|Max retries exceeded|Failed to establish a new connection"
        r"|Connection reset|Cannot connect to proxy|Network connectivity is disabled"
        r"|Could not connect|Failed to fetch",
        "The package index could not be reached. Check the network, or the proxy in HTTPS_PROXY.",
    ),
    (
        r"No matching distribution found|no matching distribution|No solution found"
        r"|has no wheels with a matching",
        "A package in the lock file cannot be had for this machine, or not from the package index that pip "
        "is set to use.",
    ),
    (
        r"Permission denied|Read-only file system",
        "A file could not be written. Check who owns this folder.",
    ),
    (
        r"ensurepip is not available|No module named '?ensurepip|No module named '?venv",
        "Python's venv module is missing. On Debian or Ubuntu: apt-get install python3-venv.",
    ),
    (
        r"command '?(gcc|cc|clang|x86_64-linux-gnu-gcc)'? failed: No such file|Python\.h: No such file",
        "A package had to be compiled and there is no compiler. On Debian or Ubuntu: apt-get install gcc python3-dev.",
    ),
)
_KILLED = -9


class SetupFailed(Exception):
    """A step could not be done. The message is one sentence or two, for the person who ran the command.

    `log` is the file that holds the whole output of what failed, where there is one.
    """

    def __init__(self, message: str, log: Path | None = None) -> None:
        super().__init__(message)
        self.log = log


def explain(command: str, status: int, output: str) -> str:
    """Say why `command` ended with `status`, judged by its `output`."""
    if status == _KILLED:
        return f"{command} was stopped by the system, most often for lack of memory."
    for pattern, sentence in _CAUSES:
        if re.search(pattern, output):
            return sentence
    return f"{command} ended with exit status {status}."


def last_lines(log: Path, count: int = 8) -> list[str]:
    """The last `count` lines of `log` that are not blank; none where it cannot be read."""
    try:
        text = log.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return []
    return [line.rstrip() for line in text.splitlines() if line.strip()][-count:]
