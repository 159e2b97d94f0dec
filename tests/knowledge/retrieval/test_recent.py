"""The vectors of the last questions are remembered; their words are not."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from knowledge.encoder import Encoder, Form, Vectors
from knowledge.retrieval.recent import RecentVectors


class Counted:
    """An encoder of one number that counts what it is asked."""

    digest, form, dimensions = "counted", Form.FP32, 1

    def __init__(self) -> None:
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.asked += texts
        return np.array([[len(text)] for text in texts], dtype=np.float32)


def test_a_question_asked_again_is_encoded_once() -> None:
    """The second search of one answer costs no encoding, and gets the same vector."""
    encoder = Counted()
    recent = RecentVectors(encoder)
    assert recent.of("who do I call") is recent.of("who do I call")
    assert recent.of("whom do I call")[0] == 14
    assert encoder.asked == ["who do I call", "whom do I call"]


def test_only_the_last_few_are_remembered() -> None:
    """The oldest goes first; one that was asked again counts as new."""
    encoder = Counted()
    recent = RecentVectors(encoder, remembered=2)
    for text in ("a", "b", "a", "c", "a", "b"):
        recent.of(text)
    assert encoder.asked == ["a", "b", "c", "b"]


def test_no_words_are_kept() -> None:
    """Nothing that was typed stands in what is remembered."""
    recent = RecentVectors(Counted())
    recent.of("Alfie was seen on Tuesday")
    assert b"Alfie" not in b"".join(recent._vectors)


def test_nobody_can_alter_what_is_remembered() -> None:
    """A vector that is handed out cannot be written to."""
    with pytest.raises(ValueError, match="read-only"):
        RecentVectors(Counted()).of("a")[0] = 2


def test_many_threads_get_their_own_answers(counting: Callable[..., Encoder]) -> None:
    """Each gets the vector of its own text, whoever else is asking."""
    encoder = counting()
    recent = RecentVectors(encoder, remembered=3)
    texts = [f"question {number % 7} about thing {number % 5}" for number in range(400)]
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(recent.of, texts))
    wanted = encoder.encode(texts)
    assert all(np.array_equal(one, other) for one, other in zip(found, wanted, strict=True))
