"""`python -m benchmarks.incremental [--chapters 300,3000]`: a reindex after one chapter changed.

Runs the real reindex (read, compare, embed, index, write, review) three times for each size, each after the one
before: from nothing, with nothing changed, and with one section of one chapter changed. What is embedded is counted at
the encoder. The time is parted into reading (snapshot, parsing, typed reading), embedding (inside the encoder), and
the rest (comparing, indexing, writing the generation, the review).
"""

import argparse
import json
import shutil
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from benchmarks.manuals import chapter_page, write_manual
from benchmarks.tables import table
from knowledge.encoder import Encoder, Form, Vectors
from knowledge.encoder.onnx_form import OnnxEncoder
from knowledge.manual import Manual
from scraper.reindex import Candidate, publish, reindex
from scraper.sources import Source

_ROOT = Path(__file__).resolve().parents[1]
_BUILDING = "Building the index"


@dataclass(frozen=True, slots=True)
class Reindexed:
    """One reindex: what was done before it, how much there was, what was embedded, and the seconds it took."""

    chapters: int
    after: str
    passages: int
    embedded: int
    total: float
    reading: float
    embedding: float

    @property
    def rest(self) -> float:
        """Seconds for comparing, indexing, writing and the review."""
        return self.total - self.reading - self.embedding


class Watched:
    """An encoder that counts what it embeds and how long that takes."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self.texts, self.seconds = 0, 0.0

    @property
    def digest(self) -> str:
        """The watched encoder's."""
        return self._encoder.digest

    @property
    def form(self) -> Form:
        """The watched encoder's."""
        return self._encoder.form

    @property
    def dimensions(self) -> int:
        """The watched encoder's."""
        return self._encoder.dimensions

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Vectors of the texts, shape (len(texts), dimensions)."""
        began = time.perf_counter()
        vectors = self._encoder.encode(texts)
        self.texts += len(texts)
        self.seconds += time.perf_counter() - began
        return vectors


class StandIn:
    """An encoder that means nothing and costs nothing: for seeing what everything else costs."""

    digest, form, dimensions = "stand-in", Form.FP32, 384

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors drawn from each text's own bytes, shape (len(texts), 384)."""
        rows = [np.frombuffer(text.encode()[:384].ljust(384), dtype=np.uint8).astype(np.float32) - 80 for text in texts]
        vectors = np.array(rows, dtype=np.float32).reshape(len(rows), 384)
        unit: Vectors = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
        return unit


def measure(chapters: int, encoder: Encoder, work: Path, tell: Callable[[str], None]) -> tuple[Reindexed, ...]:
    """Reindex a made-up manual of so many chapters three times below the empty folder `work`."""
    pages = work / "manual"
    write_manual(pages, chapters)
    source = Source(Manual("made-up", "A made-up manual", demonstration=True), str(pages))
    found = []
    for after, change in (
        ("from nothing", None),
        ("nothing changed", None),
        ("one section changed", chapters // 2),
    ):
        if change is not None:
            changed = pages / f"p_chapter_{change:05d}.html"
            changed.write_text(chapter_page(change, edition=2), encoding="utf-8")
        one, candidate = _reindexed(chapters, after, source, encoder, work)
        publish(work / "home", candidate.generation)
        tell(f"  {chapters:,} chapters, {after}: {one.total:.1f} s, {one.embedded:,} embedded")
        found.append(one)
    return tuple(found)


def _reindexed(chapters: int, after: str, source: Source, encoder: Encoder, work: Path) -> tuple[Reindexed, Candidate]:
    watched, stamps = Watched(encoder), [0.0]

    def told(message: str) -> None:
        if message == _BUILDING:
            stamps[0] = time.perf_counter()

    began = time.perf_counter()
    candidate = reindex(work / "home", [source], watched, lambda: datetime.now(UTC), told)
    total = time.perf_counter() - began
    passages = candidate.review.counts.passages
    return (
        Reindexed(chapters, after, passages, watched.texts, total, stamps[0] - began, watched.seconds),
        candidate,
    )


def figures(found: Sequence[Reindexed]) -> str:
    """The reindexes as a table."""
    rows = [
        [
            f"{one.chapters:,} chapters, {one.after}",
            f"{one.passages:,}",
            f"{one.embedded:,}",
            f"{one.total:.2f}",
            f"{one.reading:.2f}",
            f"{one.embedding:.2f}",
            f"{one.rest:.2f}",
        ]
        for one in found
    ]
    return table(["Reindex", "passages", "embedded", "seconds", "reading", "embedding", "the rest"], rows)


def main(words: Sequence[str]) -> int:
    """Measure and print. Returns the exit status."""
    arguments = argparse.ArgumentParser(prog="python -m benchmarks.incremental", description=__doc__)
    arguments.add_argument("--chapters", default="300,3000", help="sizes to measure (300,3000)", metavar="N,N")
    arguments.add_argument("--stand-in", action="store_true", help="an encoder that costs nothing")
    given = arguments.parse_args(words)
    encoder: Encoder = StandIn() if given.stand_in else OnnxEncoder(_ROOT / "var" / "encoder", Form.FP32)
    found: list[Reindexed] = []
    for chapters in map(int, given.chapters.split(",")):
        work = _ROOT / "var" / "benchmarks" / f"manual-{chapters}"
        shutil.rmtree(work, ignore_errors=True)
        found += measure(chapters, encoder, work, print)
        shutil.rmtree(work, ignore_errors=True)
    print(f"\n{figures(found)}")
    results = _ROOT / "benchmarks" / "results"
    results.mkdir(parents=True, exist_ok=True)
    path = results / f"{datetime.now(UTC):%Y-%m-%dT%H%M%SZ}-incremental.json"
    path.write_text(json.dumps([asdict(one) for one in found], indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
