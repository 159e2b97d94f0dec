"""The front's own commands: a slash, a name, and what follows. Anything else with a slash is plain text."""

import re
from collections.abc import Collection
from dataclasses import dataclass

_COMMAND = re.compile(r"^/([a-z]+)(?:@\w+)?(?:\s+(.*))?$", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Command:
    """A command's name in small letters, and the words after it ("" where there are none)."""

    name: str
    rest: str = ""


def command_in(text: str, names: Collection[str]) -> Command | None:
    """The command of `names` that a cleaned message is, None where it is none of them."""
    found = _COMMAND.match(text)
    if not found or found.group(1).casefold() not in names:
        return None
    return Command(found.group(1).casefold(), (found.group(2) or "").strip())
