"""The bot's token never reaches a log, a traceback or an error's words."""

import io
import logging
import sys
from collections.abc import Iterator

import pytest
from telegram.error import TelegramError
from telegram.request import BaseRequest

from bot.front.telegram.redaction import guard_logs, redacted

TOKEN = "123456:canary-key-of-the-token"


@pytest.fixture
def logged() -> Iterator[io.StringIO]:
    """The root logger with one handler, put back afterwards."""
    root, hook, out = logging.getLogger(), sys.excepthook, io.StringIO()
    handlers, level = root.handlers[:], root.level
    root.handlers[:] = [logging.StreamHandler(out)]
    root.setLevel(logging.DEBUG)
    guard_logs(TOKEN)
    yield out
    root.handlers[:], sys.excepthook = handlers, hook
    root.setLevel(level)


def test_no_handler_writes_it(logged: io.StringIO) -> None:
    """Not in a message, an argument or a traceback, whoever logs it, whole or in part."""
    try:
        raise ConnectionError(f"POST https://api.telegram.org/bot{TOKEN}/sendMessage")
    except ConnectionError:
        logging.getLogger("anything").exception("failed at %s", f"/bot{TOKEN}/x")
    logging.getLogger("httpx").warning("url: %s", {"url": TOKEN})
    logging.getLogger("httpx").info("never written")
    assert "canary" not in logged.getvalue() and "[token]" in logged.getvalue() and "never" not in logged.getvalue()


def test_a_broken_answer_is_not_logged(logged: io.StringIO) -> None:
    """An answer that is no JSON may hold what a person was told, so the library's own log of it is off."""
    with pytest.raises(TelegramError):
        BaseRequest.parse_json_payload(b'{"result": {"text": "what the canary was told"')
    assert "canary" not in logged.getvalue()


def test_a_traceback_at_the_top_does_not_show_it(logged: io.StringIO, capsys: pytest.CaptureFixture[str]) -> None:
    """An exception that nobody caught is printed without it."""
    guard_logs(TOKEN)
    error = ValueError(f"bad {TOKEN}")
    sys.excepthook(ValueError, error, None)
    assert "canary" not in capsys.readouterr().err


def test_no_secret_is_no_harm() -> None:
    """An empty secret hides nothing and breaks nothing."""
    assert redacted("words", "") == "words"
