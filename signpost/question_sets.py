"""Sets of golden questions and the manuals they are asked of, indexed apart from what is published.

A folder holds `*.jsonl` files, and may hold folders with a manual of their own: `questions.jsonl`, `manual.toml` and
`pages/`. The built-in folder's own files are asked of the demonstration; anybody else's of what they have published.
"""

import hashlib
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from knowledge.answers import Shelf
from knowledge.encoder import Encoder, Form
from knowledge.errors import SourceError
from knowledge.evaluation import EvaluationUnreadable, GoldenQuestion, read_golden
from knowledge.index import publication
from knowledge.library import Library
from knowledge.manual import Manual
from scraper.reindex import publish, reindex
from scraper.sources import Source
from signpost import demonstration
from signpost.opening import open_encoder
from signpost.settings import PROJECT

MANUALS = PROJECT / "training_data" / "manual"
BUILT_IN = PROJECT / "training_data" / "questions"
_STAMP = "pages.digest"


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """Questions, their name, and the shelf that they are asked of."""

    name: str
    questions: tuple[GoldenQuestion, ...]
    shelf: Shelf


def question_sets(folder: Path, home: Path, encoder: Path) -> Iterator[QuestionSet]:
    """Every set of a folder, its manual indexed below `home`/evaluation where it is not the published one.

    Raises EvaluationUnreadable where the folder holds no questions, IndexUnreadable where nothing is published.
    """
    serving = open_encoder(encoder, Form.INT8)
    files = sorted(folder.glob("*.jsonl"))
    own = sorted(path.parent for path in folder.glob("*/questions.jsonl"))
    if not files and not own:
        raise EvaluationUnreadable(f"There are no questions in {folder}. It should hold files ending in .jsonl.")
    if files:
        root = _demonstration(home, encoder) if folder.resolve() == BUILT_IN.resolve() else home
        shelf = Library(root, serving).current()
        for path in files:
            yield QuestionSet(path.stem, read_golden(path), shelf)
    for each in own:
        root = _own_manual(each, home, encoder)
        yield QuestionSet(each.name, read_golden(each / "questions.jsonl"), Library(root, serving).current())


def _demonstration(home: Path, encoder: Path) -> Path:
    """The demonstration, indexed for evaluation whatever else is published here."""
    root = home / "evaluation" / "demonstration"
    if demonstration.needs_indexing(root, MANUALS):
        _index(root, demonstration.sources(MANUALS), open_encoder(encoder, Form.FP32))
        demonstration.note_indexed(root, MANUALS)
    return root


def _own_manual(folder: Path, home: Path, encoder: Path) -> Path:
    """A set's own manual, indexed anew where its pages or the programs that read them changed."""
    root = home / "evaluation" / folder.name
    digest, stamp = _digest(folder), root / _STAMP
    if publication.published(root) is None or not stamp.exists() or stamp.read_text(encoding="ascii") != digest:
        _index(root, (_source(folder),), open_encoder(encoder, Form.FP32))
        stamp.write_text(digest, encoding="ascii")
    return root


def _source(folder: Path) -> Source:
    path = folder / "manual.toml"
    try:
        row = tomllib.loads(path.read_text(encoding="utf-8"))
        manual = Manual(id=str(row["id"]), name=str(row["name"]), areas=tuple(map(str, row.get("areas", ()))))
    except (OSError, ValueError, KeyError) as error:
        raise SourceError(f"{path} must name the manual: id, name and areas ({error}).") from error
    return Source(manual, str(folder / "pages"))


def _index(root: Path, sources: tuple[Source, ...], encoder: Encoder) -> None:
    root.mkdir(parents=True, exist_ok=True)
    candidate = reindex(root, sources, encoder, lambda: datetime.now(UTC), lambda _: None)
    publish(root, candidate.generation, override="indexed to be evaluated", second_person="built in")


def _digest(folder: Path) -> str:
    readers = (path for room in ("knowledge", "scraper") for path in (PROJECT / room).rglob("*.py"))
    whole = hashlib.sha256()
    for path in sorted([*folder.rglob("*.*"), *readers]):
        if path.is_file():
            whole.update(path.as_posix().encode() + hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()
