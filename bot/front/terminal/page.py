"""A Reply as lines of a terminal: wrapped to its width, marked by words and signs, bold only where that can be shown."""

import re
import textwrap
import unicodedata
from collections.abc import Iterable, Iterator

from bot import phrases
from bot.replies import Choice, Reply

NARROWEST, WIDEST = 40, 100  # columns; longer lines tire the eye, shorter ones break every number
_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"
_HANGING = re.compile(r"^(\s*(?:- |\d+\. |\[[ x]\] \d+\. |(?:\[\d+\])+ )?)")
_HEADINGS = frozenset(
    (
        phrases.NEXT, phrases.BEFORE_STAGE, phrases.WHEN, phrases.CALL, phrases.UNLESS, phrases.SOURCES, phrases.LEARNING,
        phrases.ALSO, phrases.DANGER_QUESTION, phrases.DANGER_THEN, phrases.UNAVAILABLE_CALLS, phrases.AUDIT, phrases.SHORT_FORMS,
        phrases.CLOCKS,
    )
)  # fmt: skip
_BEGINNINGS = tuple(
    words.split("{", maxsplit=1)[0]
    for words in (
        phrases.NEXT_STAGE, phrases.CLOCK_STARTED, phrases.CLOCK_WHICH, phrases.REMINDER, phrases.REMINDER_AGAIN,
    )
)  # fmt: skip
_SIGNAL = "🔴"


def page(reply: Reply, width: int, *, bold: bool = False) -> str:
    """The reply as text of at most `width` columns a line; addresses, which must stay whole, may be longer."""
    columns = max(NARROWEST, min(width, WIDEST))
    shown = [*_wrapped(reply.message.split("\n"), columns, bold=bold)]
    if reply.choices:
        shown += ["", *_choices(reply.choices, columns)]
    return "\n".join(shown)


def picked(typed: str, choices: tuple[Choice, ...]) -> str:
    """What a typed line sends: the choice's text where it is a choice's number, else itself."""
    number = typed.strip().rstrip(".)")
    if number.isascii() and number.isdigit() and 1 <= int(number) <= len(choices):
        return choices[int(number) - 1].send
    return typed


def is_heading(line: str) -> bool:
    """Whether a line heads a block of a reply."""
    return line in _HEADINGS or line.startswith((*_BEGINNINGS, _SIGNAL))


def _choices(choices: Iterable[Choice], columns: int) -> Iterator[str]:
    yield phrases.CHAT_CHOICES
    for number, choice in enumerate(choices, 1):
        yield from textwrap.wrap(
            f"  {number}. {_safe(choice.label)}", columns, subsequent_indent="     ", break_long_words=False
        )


def _wrapped(lines: Iterable[str], columns: int, *, bold: bool) -> Iterator[str]:
    for line in lines:
        safe = _safe(line)
        hang = _HANGING.match(safe)
        indent = " " * len(hang.group(1)) if hang else ""
        parts = textwrap.wrap(
            safe, columns, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
        ) or [""]
        for part in parts:
            yield f"{_BOLD}{part}{_PLAIN}" if bold and is_heading(safe) else part


def _safe(line: str) -> str:
    """A line without what moves a terminal's cursor, hides or cannot be written."""
    return "".join(sign for sign in line if unicodedata.category(sign) not in ("Cc", "Cf", "Cs"))
