"""Stemmed BM25, against the formula worked out by hand, and how text becomes terms."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.errors import IndexUnreadable
from knowledge.index.lexical import K1, B, dump, index_terms, load
from knowledge.index.words import terms, words


def test_scores_follow_the_formula() -> None:
    """One term in two of three documents: each score is that of Robertson's formula."""
    index = index_terms([["stage", "two"], ["stage", "stage", "one", "more"], ["other", "words", "here"]])
    idf = math.log(1 + (3 - 2 + 0.5) / (2 + 0.5))
    first = idf * 1 * (K1 + 1) / (1 + K1 * (1 - B + B * 2 / 3))
    second = idf * 2 * (K1 + 1) / (2 + K1 * (1 - B + B * 4 / 3))
    np.testing.assert_allclose(index.score({"stage": 1.0}), [first, second, 0], rtol=1e-6)
    np.testing.assert_allclose(index.score({"stage": 0.5}), [first / 2, second / 2, 0], rtol=1e-6)
    assert index.frequency("stage") == 2
    assert index.idf("stage") == pytest.approx(idf)
    assert index.idf("nowhere") >= index.idf("other") > index.idf("stage")


def test_unknown_terms_score_nothing() -> None:
    """A question in words that no passage holds finds nothing, and no documents are no error."""
    assert not index_terms([["stage"]]).score({"nowhere": 1.0}).any()
    assert index_terms([]).score({"stage": 1.0}).shape == (0,)
    assert not index_terms([[], []]).score({"stage": 1.0}).any()


@given(st.lists(st.lists(st.sampled_from("abcdef"), max_size=9), max_size=9))
def test_an_index_survives_the_disk(documents: list[list[str]]) -> None:
    """Loading what was dumped gives the same scores for every term."""
    index = index_terms(documents)
    again = load(dump(index))
    for term in "abcdefg":
        np.testing.assert_array_equal(again.score({term: 1.0}), index.score({term: 1.0}))


@pytest.mark.parametrize("content", [b"", b"PK", b"no archive at all"])
def test_what_is_no_index_is_refused(content: bytes) -> None:
    """A file that is not an index is an error with a name."""
    with pytest.raises(IndexUnreadable):
        load(content)


@pytest.mark.parametrize(
    "printed", ["s47", "S47", "s.47", "s 47", "section 47", "Section 47(1)", "Section\u00a047", "sect. 47"]
)
def test_a_section_of_an_act_is_one_term(printed: str) -> None:
    """However it is printed or typed, section 47 is found."""
    assert terms(f"a {printed} enquiry")[0] == "s47"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("CP and CIN", ["cp", "cin"]),
        ("within 15 working days", ["within", "15", "work", "day"]),
        ("section 4.3 of this procedure", ["section", "4.3", "procedur"]),
        ("the child\u2019s plan; children\u2019s plans", ["child", "plan", "children", "plan"]),
        ("don't share", ["not", "share"]),
        ("\u00a31,000 at caf\u00e9", ["1000", "cafe"]),
        ("escalated escalating escalation", ["escal", "escal", "escal"]),
        ("out-of-hours 24/7", ["out", "hour", "24", "7"]),
        ("", []),
        ("\ud800 \u202e \x00", []),
    ],
)
def test_terms(text: str, expected: list[str]) -> None:
    """Numbers, abbreviations and negations are kept; stop words and possessives are not."""
    assert terms(text) == expected


@given(st.text(max_size=400))
def test_any_text_has_terms(text: str) -> None:
    """No text at all breaks the reading of words, and reading is the same twice."""
    assert words(text) == words(text)
    assert all(term for term in terms(text))
