"""Pages with the levels a person read from them: each page beside a JSON file of the same name."""

import json
from dataclasses import dataclass
from pathlib import Path

from knowledge.manual import Chapter
from scraper.parse import parse

FOLDER = Path(__file__).parent

Keys = list[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Golden:
    """A page and what should be read from it: levels, descriptors, some summary sentences, whether there are doubts."""

    chapter: Chapter
    levels: Keys
    descriptors: Keys
    orders: list[tuple[int, str, str]]
    summary: list[str]
    doubts: bool
    schemes: int


def names(folder: str) -> list[str]:
    """The pages of a folder."""
    return sorted(path.stem for path in (FOLDER / folder).glob("*.json"))


def golden(folder: str, name: str) -> Golden:
    """One page with its expectation."""
    page = next(path for path in (FOLDER / folder).glob(f"{name}.*") if path.suffix != ".json")
    wanted = json.loads((FOLDER / folder / f"{name}.json").read_text())
    chapter = parse(page.read_bytes(), url=f"https://manual.example/{page.name}")
    levels, descriptors, orders = [], [], []
    for scheme in wanted["schemes"]:
        for order, (label, title, domains) in enumerate(scheme, start=1):
            levels.append((label, title))
            orders.append((order, label, title))
            descriptors += [(label or title, domain, text) for domain, texts in domains.items() for text in texts]
    return Golden(
        chapter,
        levels,
        descriptors,
        orders,
        wanted.get("summary", []),
        bool(wanted.get("doubts")),
        len(wanted["schemes"]),
    )
