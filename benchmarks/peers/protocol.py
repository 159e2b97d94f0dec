"""The one protocol of every program that is compared.

    python -m benchmarks.peers.PROGRAM build CORPUS STORE              builds an index of CORPUS in the folder STORE
    python -m benchmarks.peers.PROGRAM answer STORE < questions.jsonl  opens it and answers

CORPUS is BEIR's corpus.jsonl. A line of questions.jsonl is {"id", "question", "situation"}; "situation" may be "".
On standard output stand JSON lines and nothing else:

    build    {"passages", "seconds", "resident_mb"}                    seconds: texts in memory to index on disk,
                                                                       the model being loaded already
    answer   {"id", "ranking", "ms"}                                   one a question; at most LIMIT ids, best first
             {"resident_mb", "peak_mb", "wall_seconds", "cpu_seconds"} at the end, over the answering
"""

import json
import os
import resource
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TextIO

LIMIT = 10  # ids a question: as deep as the measures look
_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Text:
    """A document of the corpus."""

    id: str
    title: str
    body: str

    @property
    def whole(self) -> str:
        """What every tool indexes: title, line break, text."""
        return f"{self.title}\n{self.body}" if self.title else self.body


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, and what the asker said about the situation before it."""

    question: str
    situation: str = ""

    @property
    def joined(self) -> str:
        """Both in one text, as tools without a notion of a situation take it."""
        return f"{self.question} {self.situation}".strip()


class Tool(Protocol):
    """A tool under test. `load` is called first, then either `build` or `open` and `search`."""

    def load(self, building: bool) -> None:
        """Load what turns texts into vectors, for `build` or for `search`, where the tool has such a thing."""

    def build(self, texts: Sequence[Text], store: Path) -> None:
        """Index the texts and keep the index in the empty folder `store`."""

    def open(self, store: Path) -> None:
        """Open the index kept in `store`."""

    def search(self, asked: Asked, limit: int) -> Sequence[str]:
        """Ids of at most `limit` texts, best first."""


def main(make: Callable[[], Tool]) -> None:
    """Run a tool's program: what to do is in `sys.argv`."""
    out = _alone_on_standard_output()
    match sys.argv[1:]:
        case ["build", corpus, store]:
            build(make(), Path(corpus), Path(store), out)
        case ["answer", store]:
            answer(make(), Path(store), sys.stdin, out)
        case _:
            sys.exit("Expected: build CORPUS STORE, or: answer STORE")


def build(tool: Tool, corpus: Path, store: Path, out: TextIO) -> None:
    """Build the index and say how long that took."""
    texts = list(read_corpus(corpus))
    tool.load(building=True)
    began = time.perf_counter()
    tool.build(texts, store)
    _say(out, passages=len(texts), seconds=time.perf_counter() - began, resident_mb=_resident())


def answer(tool: Tool, store: Path, questions: TextIO, out: TextIO) -> None:
    """Answer each question as it comes."""
    tool.load(building=False)
    tool.open(store)
    wall, cpu = time.perf_counter(), time.process_time()
    for line in questions:
        row = json.loads(line)
        asked = Asked(row["question"], row["situation"])
        began = time.perf_counter()
        ranking = list(tool.search(asked, LIMIT))
        _say(out, id=row["id"], ranking=ranking, ms=(time.perf_counter() - began) * 1000)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / _MEGABYTE
    _say(out, resident_mb=_resident(), peak_mb=peak, wall_seconds=wall, cpu_seconds=cpu)


def read_corpus(corpus: Path) -> Iterator[Text]:
    """The texts of BEIR's corpus.jsonl, in order."""
    with corpus.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                row = json.loads(line)
                yield Text(row["_id"], row.get("title") or "", row["text"])


def _say(out: TextIO, **figures: object) -> None:
    out.write(json.dumps(figures) + "\n")
    out.flush()


def _alone_on_standard_output() -> TextIO:
    """Keep standard output for the protocol; whatever else a library prints goes to standard error."""
    out = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    return out


def _resident() -> float:
    """Megabytes of memory that the process holds now; its peak so far where the system does not tell."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / _MEGABYTE
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / _MEGABYTE
