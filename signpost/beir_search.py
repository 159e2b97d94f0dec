"""Searching a BEIR folder with Signpost's own retriever, as if its documents were a manual's passages."""

import hashlib
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from knowledge.encoder import Encoder
from knowledge.evaluation import Benchmark, Measures, measure
from knowledge.index.contents import Contents
from knowledge.index.files import build, open_generation
from knowledge.index.vectors import VectorCache
from knowledge.manual import Audience, Manual, Passage
from knowledge.retrieval import Retriever, Situation

_DEPTH = 10


def search_benchmark(benchmark: Benchmark, passages: Encoder, questions: Encoder, kept: Path) -> Measures:
    """Measures of the retriever on a benchmark, each question with what was said before it. `kept` keeps the vectors."""
    contents = Contents(
        manuals=(Manual(id="beir", name=benchmark.name),),
        chapters=(),
        passages=tuple(_passage(one.id, one.title, one.text) for one in benchmark.documents),
    )
    ids = {f"beir/{one.id}": one.id for one in benchmark.documents}
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        name = build(root, contents, passages, created=datetime.now(UTC), vectors=VectorCache(kept / "vectors"))
        retriever = Retriever(open_generation(root, name, questions))
        rankings = []
        for question in benchmark.questions:
            said = (question.scenario,) if question.scenario else ()
            found = retriever.search(question.text, Situation(said=said), limit=_DEPTH)
            rankings.append(([ids[hit.passage.id] for hit in found.kept], question.grades))
    return measure(rankings)


def _passage(name: str, title: str, text: str) -> Passage:
    return Passage(
        id=f"beir/{name}",
        manual="beir",
        areas=(),
        audience=Audience.PRACTITIONERS,
        chapter=title,
        slug=name,
        path=(),
        text=text,
        url="",
        amended=None,
        fetched=None,
        digest=hashlib.sha256(text.encode()).hexdigest(),
    )
