"""What there is to reflect on: the learning's questions and warning signs, the manual's questions for supervision, and
those of other chapters where they are on the subject."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot import phrases
from knowledge.answers import Shelf
from knowledge.checklists import Checklist, ChecklistItem, ChecklistKind
from knowledge.manual import Citation

_MOST_SIGNS = 2
_FOR_REFLECTION = re.compile(r"supervis|reflect|key questions", re.I)


@dataclass(frozen=True, slots=True)
class Prompt:
    """Something printed to reflect on. `near` is how near it comes to the subject; `under` are the headings above it.

    `asks` are fixed words before a line that is no question.
    """

    citation: Citation
    near: float
    under: tuple[str, ...]
    asks: str = ""

    @property
    def learning(self) -> bool:
        """Whether it comes from a review."""
        return self.citation.learning


def questions(shelf: Shelf, area: str, subject: str) -> list[Prompt]:
    """The open questions for this area, each once."""
    lists = list(_lists(shelf, area, ChecklistKind.QUESTIONS))
    asked = shelf.stems(subject)
    meant = [one for one in lists if one.learning or _FOR_REFLECTION.search(f"{one.chapter} {one.title} {one.lead_in}")]
    meant += [one for one in lists if one not in meant and asked & shelf.stems(f"{one.chapter} {one.title}")]
    found = [
        _prompt(one, item, asked, shelf)
        for one in meant
        for item in one.items
        if item.text.rstrip(" )0123456789(").endswith("?")
    ]
    return _each_once(found)


def signs(shelf: Shelf, area: str, subject: str) -> list[Prompt]:
    """The review's warning signs that come nearest to the subject; the manual's own on the subject where there is no review."""
    lists = list(_lists(shelf, area, ChecklistKind.SIGNS))
    asked = shelf.stems(subject)
    meant = [one for one in lists if one.learning] or [
        one for one in lists if asked & shelf.stems(f"{one.chapter} {one.title}")
    ]
    found = [_prompt(one, item, asked, shelf, phrases.REFLECT_SIGN) for one in meant for item in one.items]
    return sorted(_each_once(found), key=lambda prompt: -prompt.near)[:_MOST_SIGNS]


def _lists(shelf: Shelf, area: str, kind: ChecklistKind) -> Iterator[Checklist]:
    return (one for one in shelf.checklists if one.kind is kind and shelf.serves(one.areas, one.manual, area))


def _prompt(one: Checklist, item: ChecklistItem, asked: frozenset[str], shelf: Shelf, asks: str = "") -> Prompt | None:
    """None where no stored passage holds the item's exact words."""
    citation = shelf.cite(one.manual, one.slug, item.text, item.place.path)
    if citation is None:
        return None
    near = shelf.weight(asked & shelf.stems(f"{item.text} {item.group} {one.title} {one.chapter}"))
    return Prompt(citation, near, (item.group, item.place.path[-1] if item.place.path else ""), asks)


def _each_once(found: Sequence[Prompt | None]) -> list[Prompt]:
    return list({prompt.citation.quote: prompt for prompt in reversed([one for one in found if one])}.values())[::-1]
