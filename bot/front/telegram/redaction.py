"""Keeps a secret out of logs and tracebacks, whoever writes them."""

import logging
import sys
import traceback
from collections.abc import Callable
from types import TracebackType

HIDDEN = "[token]"


class Redacting(logging.Formatter):
    """Formats as another formatter does, and takes the secret out of what came of it, tracebacks included."""

    def __init__(self, secret: str, inner: logging.Formatter) -> None:
        super().__init__()
        self._secret, self._inner = secret, inner

    def format(self, record: logging.LogRecord) -> str:
        """The line without the secret."""
        return redacted(self._inner.format(record), self._secret)


def redacted(text: str, secret: str) -> str:
    """Text without the secret, whole or without the bot's number in front of it."""
    if not secret:
        return text
    _, _, key = secret.partition(":")
    hidden = text.replace(secret, HIDDEN)
    return hidden.replace(key, HIDDEN) if len(key) > 8 else hidden


def guard_logs(secret: str) -> None:
    """Redact every handler that logs now, quieten what logs addresses, and redact tracebacks that reach the top."""
    for handler in logging.getLogger().handlers:
        handler.setFormatter(Redacting(secret, handler.formatter or logging.Formatter()))
    for name in ("httpx", "httpcore"):
        logging.getLogger(name).setLevel(logging.WARNING)
    # It logs answers that it cannot read, and a server's answer holds the message that was sent. We log failures ourselves.
    logging.getLogger("telegram").setLevel(logging.CRITICAL)
    sys.excepthook = _hook(secret, sys.stderr.write)


def _hook(
    secret: str, write: Callable[[str], object]
) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        write(redacted("".join(traceback.format_exception(kind, error, trace)), secret))

    return hook
