"""Open generations made of given passages."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from knowledge.encoder import Encoder
from knowledge.index.contents import Contents
from knowledge.index.files import build, open_generation
from knowledge.manual import Manual, Passage
from knowledge.retrieval import Retriever

CREATED = datetime(2026, 5, 12, 14, 7, tzinfo=UTC)

Opening = Callable[..., Retriever]


@pytest.fixture
def retriever(tmp_path: Path, counting: Callable[..., Encoder]) -> Opening:
    """A retriever over passages, with a counting encoder unless another is given."""

    def make(passages: Sequence[Passage], manuals: Sequence[Manual] = (), encoder: Encoder | None = None) -> Retriever:
        encoder = encoder or counting()
        named = {manual.id for manual in manuals}
        others = dict.fromkeys(one.manual for one in passages if one.manual not in named)
        contents = Contents((*manuals, *(Manual(one, one) for one in others)), (), tuple(passages))
        name = build(tmp_path, contents, encoder, created=CREATED)
        return Retriever(open_generation(tmp_path, name, encoder))

    return make
