"""Which tools are compared, what each is, and what it needs."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

OURS = "signpost"


class Kind(StrEnum):
    """How a tool searches. A hybrid joins words and vectors, as Signpost does."""

    HYBRID = "hybrid"
    VECTORS = "vectors"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Contender:
    """A tool under test.

    `name` is what `--peers` takes and the stem of its lock, benchmarks/peers/<name>.txt; `program` its module below
    `benchmarks.peers`. `torch`: whether it needs torch, which its lock leaves out.
    """

    name: str
    title: str
    program: str
    kind: Kind
    torch: bool = True

    @property
    def is_ours(self) -> bool:
        """Whether it is Signpost, which runs in Signpost's own environment."""
        return self.name == OURS


SIGNPOST = Contender(OURS, "Signpost", "signpost_search", Kind.HYBRID, torch=False)
PEERS = (
    Contender("sentence-transformers", "sentence-transformers + FAISS", "faiss_dense", Kind.VECTORS),
    Contender("bm25s", "bm25s", "bm25s_words", Kind.WORDS, torch=False),
    Contender("sqlite-fts5", "SQLite FTS5", "sqlite_words", Kind.WORDS, torch=False),
    Contender("txtai", "txtai, hybrid", "txtai_hybrid", Kind.HYBRID),
    Contender("llamaindex", "LlamaIndex, vector + BM25, RRF", "llamaindex_fused", Kind.HYBRID),
    Contender("haystack", "Haystack, BM25 + embedding, RRF", "haystack_fused", Kind.HYBRID),
    Contender("chroma", "Chroma, vectors supplied", "chroma_vectors", Kind.VECTORS),
)


class UnknownPeer(Exception):
    """A name that `--peers` does not know; the message lists those it knows."""


def chosen(names: Iterable[str]) -> tuple[Contender, ...]:
    """Signpost and the peers so named, all of them where none is named. Raises UnknownPeer."""
    wanted = [name.strip() for name in names if name.strip() and name.strip() != OURS]
    known = {peer.name: peer for peer in PEERS}
    for name in wanted:
        if name not in known:
            raise UnknownPeer(f'"{name}" is not a peer that is compared. Those are: {", ".join(known)}.')
    return (SIGNPOST, *(known[name] for name in dict.fromkeys(wanted))) if wanted else (SIGNPOST, *PEERS)
