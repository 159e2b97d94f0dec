"""Golden dialogues: what is typed, and what must and must not come back; read from JSON and held against real replies."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.replies import Reply

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Line:
    """One message with what is expected of its reply. What is left out of `expect` is not looked at.

    `expect` may hold: `outcome` (any of these), `has` (words of the message or of a quotation that a card cut to size keeps
    behind "Full steps"), `hasnt` (words of the message), `stage` (its label, null for
    none), `calls` (numbers as printed that must be among the contacts), `danger`.
    """

    say: str
    expect: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Dialogue:
    """A whole conversation of one person in one area. `name` is its file's name."""

    name: str
    area: str
    lines: tuple[Line, ...]


def dialogues(folder: Path = FOLDER) -> Iterator[Dialogue]:
    """Every dialogue in the folder, by name. Raises ValueError where a file expects something that is not known."""
    for file in sorted(folder.glob("*.json")):
        told = json.loads(file.read_text(encoding="utf-8"))
        lines = tuple(Line(turn["say"], turn.get("expect", {})) for turn in told["turns"])
        unknown = {key for line in lines for key in line.expect} - set(_CHECKS)
        if unknown:
            raise ValueError(f"{file.name} expects {sorted(unknown)}; known are {sorted(_CHECKS)}")
        yield Dialogue(file.stem, told.get("area", ""), lines)


def failures(line: Line, reply: Reply) -> list[str]:
    """In what a reply is not as expected; empty where it is."""
    return [
        f"{key}: wanted {wanted!r}, got {_CHECKS[key](reply)!r}"
        for key, wanted in line.expect.items()
        if not _MEETS.get(key, _equal)(wanted, _CHECKS[key](reply))
    ]


def _words(reply: Reply) -> str:
    return "\n".join((reply.message, *(quote.text for quote in reply.quotes)))


_CHECKS = {
    "outcome": lambda reply: reply.outcome.value,
    "has": _words,
    "hasnt": lambda reply: reply.message,
    "stage": lambda reply: reply.stage.label if reply.stage else None,
    "calls": lambda reply: [number for call in reply.contacts for number in call.telephones],
    "danger": lambda reply: reply.danger,
}
_MEETS = {
    "outcome": lambda wanted, got: got in wanted,
    "has": lambda wanted, got: all(words.casefold() in got.casefold() for words in wanted),
    "hasnt": lambda wanted, got: not any(words.casefold() in got.casefold() for words in wanted),
    "calls": lambda wanted, got: set(wanted) <= set(got),
}


def _equal(wanted: object, got: object) -> bool:
    return wanted == got
