"""What a reflection's export holds: the prompts used, which were ticked, short notes, and the three endings."""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from bot import phrases
from bot.replies import CheckItem, CheckList, Quote


@dataclass(frozen=True, slots=True)
class Record:
    """A reflection as it stands. `ticked` and the keys of `notes` are item numbers, from 1.

    `endings` are the answers to the three closing questions, in order; "" where unanswered.
    """

    checklist: CheckList
    quotes: tuple[Quote, ...]
    made: datetime
    ticked: frozenset[int] = frozenset()
    notes: Mapping[int, str] = field(default_factory=dict)
    endings: tuple[str, ...] = ("", "", "")

    @property
    def title(self) -> str:
        """The title, in words that any file can hold."""
        return plain(self.checklist.title)

    @property
    def lead(self) -> str:
        """What this is, and when it was made."""
        invented = f" {phrases.FROM_DEMONSTRATION}" if any(quote.demonstration for quote in self.quotes) else ""
        return f"{self.day}. {phrases.REFLECT_EXPORTED}{invented}"

    def parts(self) -> Iterator[tuple[str, list[tuple[int, CheckItem]]]]:
        """The parts of the model in order, each with its numbered items; a part without any too."""
        parts: dict[str, list[tuple[int, CheckItem]]] = {group: [] for group in self.checklist.groups}
        for number, item in enumerate(self.checklist.items, 1):
            parts.setdefault(item.group, []).append((number, item))
        yield from parts.items()

    def note(self, number: int) -> str:
        """The note on an item, "" where there is none."""
        return plain(self.notes.get(number, ""))

    def closing(self) -> Iterator[tuple[str, str]]:
        """The three closing questions with their answers."""
        said = (*map(plain, self.endings), "", "", "")
        yield from zip(phrases.REFLECT_END, said, strict=False)

    def source(self, citation: int) -> str:
        """Where an item comes from, in one line; "" where its quotation is not at hand."""
        quote = next((quote for quote in self.quotes if quote.number == citation), None)
        if quote is None:
            return ""
        section = " ".join(part for part in (quote.section, quote.path[-1] if quote.path else "") if part)
        where = " > ".join(part for part in (quote.manual, quote.chapter, section) if part)
        return f"{where}{' (learning: recommends, does not require)' if quote.learning else ''}"

    @property
    def day(self) -> str:
        """The day it was made, as people write it."""
        return f"{self.made.day} {self.made:%B %Y}"


def asked(item: CheckItem) -> str:
    """An item as it is asked: a line that is no question after the words that ask about it."""
    return f"{item.prompt} “{item.text}”" if item.prompt else item.text


def plain(words: str) -> str:
    """Words on one line, without signs that a file's format cannot hold: controls and lone surrogates."""
    kept = (" " if unicodedata.category(sign) in ("Cc", "Zl", "Zp") else sign for sign in words if not _is_broken(sign))
    return " ".join("".join(kept).split())


def _is_broken(sign: str) -> bool:
    return 0xD800 <= ord(sign) <= 0xDFFF or ord(sign) & 0xFFFE == 0xFFFE
