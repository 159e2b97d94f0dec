"""Pages with the checklists a person read from them: each page beside a JSON file of the same name."""

import json
from dataclasses import dataclass
from pathlib import Path

from knowledge.manual import Chapter
from scraper.parse import parse

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Wanted:
    """One checklist as a person read it; items are (group, text)."""

    kind: str
    title: str
    items: list[tuple[str, str]]
    lead_in: str | None
    number: str | None


@dataclass(frozen=True, slots=True)
class Golden:
    """A page and the checklists that should be read from it, in printed order."""

    chapter: Chapter
    checklists: list[Wanted]

    def items(self) -> list[tuple[str, ...]]:
        """Each item by its kind and exact text."""
        return [(one.kind, text) for one in self.checklists for _, text in one.items]


def names(folder: str) -> list[str]:
    """The pages of a folder."""
    return sorted(path.stem for path in (FOLDER / folder).glob("*.json"))


def golden(folder: str, name: str) -> Golden:
    """One page with its expectation."""
    page = next(path for path in (FOLDER / folder).glob(f"{name}.*") if path.suffix != ".json")
    wanted = json.loads((FOLDER / folder / f"{name}.json").read_text())
    chapter = parse(page.read_bytes(), url=f"https://manual.example/{page.name}")
    return Golden(chapter, [_wanted(one) for one in wanted["checklists"]])


def _wanted(one: dict[str, object]) -> Wanted:
    items = one["items"]
    assert isinstance(items, list)
    pairs = [("", item) if isinstance(item, str) else (item[0], item[1]) for item in items]
    lead_in, number = one.get("lead_in"), one.get("number")
    return Wanted(str(one["kind"]), str(one["title"]), pairs, lead_in and str(lead_in), number and str(number))  # type: ignore[arg-type]
