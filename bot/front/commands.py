"""The front's own commands: a slash, a name, and what follows. Anything else with a slash is plain text."""

import re
from dataclasses import dataclass

NAMES = frozenset(
    (
        "start",
        "help",
        "restart",
        "area",
        "stage",
        "reflect",
        "tick",
        "untick",
        "decide",
        "who",
        "when",
        "export",
        "drop",
    )
)
_COMMAND = re.compile(r"^/([a-z]+)(?:@\w+)?(?:\s+(.*))?$", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Command:
    """A command of NAMES, and the words after it ("" where there are none)."""

    name: str
    rest: str = ""


def command_in(text: str) -> Command | None:
    """The command that a cleaned message is, None where it is none of ours."""
    found = _COMMAND.match(text)
    if not found or found.group(1).casefold() not in NAMES:
        return None
    return Command(found.group(1).casefold(), (found.group(2) or "").strip())
