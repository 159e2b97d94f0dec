"""Vectors of passages: flat and exact, searched only where the scope allows.

A flat index took 0.3 ms at 10,000 vectors and 11 ms at 100,000; one partnership's manual has 5,000 to
10,000 passages. The scope (area, audience, manual) is given to FAISS as a bitmap, so that a passage outside
it is never scored, let alone returned.
"""

import faiss
import numpy as np
import numpy.typing as npt

from knowledge.encoder import Vectors
from knowledge.errors import IndexUnreadable

Rows = npt.NDArray[np.int64]
Scope = npt.NDArray[np.bool_]


class DenseIndex:
    """Inner products of unit vectors. Row numbers are the passages' places."""

    def __init__(self, index: faiss.IndexFlatIP) -> None:
        self._index = index

    @property
    def size(self) -> int:
        """How many vectors it holds."""
        return int(self._index.ntotal)

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        return int(self._index.d)

    def search(self, vector: Vectors, scope: Scope, limit: int) -> Rows:
        """Rows of at most `limit` nearest passages in scope, nearest first. `vector`: (dimensions,)."""
        bits = np.packbits(scope, bitorder="little")
        selector = faiss.IDSelectorBitmap(bits)  # type: ignore[call-arg,arg-type]  # its stub is that of C++
        chosen = faiss.SearchParameters(sel=selector)  # type: ignore[call-arg]
        _, rows = self._index.search(vector[np.newaxis, :], min(limit, self.size) or 1, params=chosen)
        found: Rows = rows[0][rows[0] >= 0]  # FAISS fills up with -1 where the scope holds fewer
        return found

    def score(self, vector: Vectors, rows: Rows) -> Vectors:
        """Cosine of each of the given rows with the vector: shape (len(rows),)."""
        if not len(rows):
            return np.zeros(0, dtype=np.float32)
        cosines: Vectors = self._index.reconstruct_batch(rows) @ vector
        return cosines


def index_vectors(vectors: Vectors, dimensions: int) -> DenseIndex:
    """An index of unit vectors, shape (passages, dimensions)."""
    index = faiss.IndexFlatIP(dimensions)
    index.add(np.ascontiguousarray(vectors, dtype=np.float32))
    return DenseIndex(index)


def dump(index: DenseIndex) -> bytes:
    """The index in FAISS's own form."""
    content: bytes = faiss.serialize_index(index._index).tobytes()
    return content


def load(content: bytes) -> DenseIndex:
    """The inverse of `dump`. Raises IndexUnreadable where FAISS cannot read it or it is not flat.

    FAISS reads zeroed pages without a word: compare the content's sha256 with the manifest first.
    """
    try:
        index = faiss.deserialize_index(np.frombuffer(content, dtype=np.uint8))
    except RuntimeError as error:
        raise IndexUnreadable("The index of vectors cannot be read.") from error
    if not isinstance(index, faiss.IndexFlatIP):
        raise IndexUnreadable("The index of vectors is not of the form that Signpost writes.")
    return DenseIndex(index)
