"""How well pages are read, against what a person read on the golden pages of the tests. Only in a checkout."""

import importlib
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from signpost.settings import PROJECT

_TESTS = PROJECT / "tests" / "knowledge"


@dataclass(frozen=True, slots=True)
class Extraction:
    """One row of the table: what was read, from which folder of pages, how many, and the F1, 0 to 1."""

    what: str
    folder: str
    pages: int
    f1: float


def extraction() -> tuple[Extraction, ...]:
    """The table of F1 by thing and folder; empty where the tests are not here, as in an installed package."""
    if not (_TESTS / "ladders" / "golden_pages.py").exists():
        return ()
    if str(PROJECT) not in sys.path:
        sys.path.append(str(PROJECT))
    return (*_ladders(), *_levels(), *_checklists(), *_contacts())


def _folders(of: str) -> list[Path]:
    return sorted(path for path in (_TESTS / of).iterdir() if path.is_dir() and any(path.glob("*.json")))


def _tests_of(of: str, name: str) -> ModuleType:
    return importlib.import_module(f"tests.knowledge.{of}.{name}")


def _ladders() -> Iterator[Extraction]:
    pages = _tests_of("ladders", "golden_pages")
    from knowledge.ladders.scoring import Score

    for folder in _folders("ladders"):
        scores = [pages.load(folder.name, name).score() for name in pages.page_names(folder.name)]
        total = sum(scores, Score())
        yield Extraction("stages", folder.name, len(scores), total.stages.f1)
        yield Extraction("clocks", folder.name, len(scores), total.clocks.f1)


def _levels() -> Iterator[Extraction]:
    pages = _tests_of("thresholds", "golden_pages")
    from knowledge.thresholds import read_levels
    from knowledge.thresholds.labels import plain
    from knowledge.thresholds.scoring import descriptor_keys, f1, level_keys

    for folder in _folders("thresholds"):
        found, wanted, described, to_describe = [], [], [], []
        names = pages.names(folder.name)
        for name in names:
            golden = pages.golden(folder.name, name)
            reading = read_levels(golden.chapter)
            found += [(name, *key) for key in level_keys(reading)]
            wanted += [(name, *map(plain, key)) for key in golden.levels]
            described += [(name, *key) for key in descriptor_keys(reading)]
            to_describe += [(name, plain(label), plain(domain), text) for label, domain, text in golden.descriptors]
        yield Extraction("levels", folder.name, len(names), f1(found, wanted))
        yield Extraction("descriptors", folder.name, len(names), f1(described, to_describe))


def _checklists() -> Iterator[Extraction]:
    pages = _tests_of("checklists", "golden_pages")
    from knowledge.checklists import read_checklists
    from knowledge.checklists.scoring import f1, item_keys

    for folder in _folders("checklists"):
        found, wanted = [], []
        names = pages.names(folder.name)
        for name in names:
            golden = pages.golden(folder.name, name)
            found += [(name, *key) for key in item_keys(read_checklists(golden.chapter))]
            wanted += [(name, *key) for key in golden.items()]
        yield Extraction("checklist items", folder.name, len(names), f1(found, wanted))


def _contacts() -> Iterator[Extraction]:
    scoring = _tests_of("contacts", "scoring")
    for folder in _folders("contacts"):
        scores = [
            scoring.score(path.with_suffix(".html"))
            for path in sorted(folder.glob("*.json"))
            if path.with_suffix(".html").exists()
        ]
        if scores:
            yield Extraction("contacts", folder.name, len(scores), sum(scores, scoring.Score(0, 0, 0)).f1)
