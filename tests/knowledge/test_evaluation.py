"""Measures against values worked out by hand, and BEIR folders that are whole or say what is wrong."""

import json
import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.evaluation import (
    EvaluationUnreadable,
    measure,
    ndcg_at,
    read_benchmark,
    recall_at,
    reciprocal_rank,
)


def test_recall() -> None:
    """Two right documents, one of them among the first two."""
    assert recall_at(["x", "a", "b"], {"a": 1, "b": 1}, 2) == 0.5
    assert recall_at(["x", "a", "b"], {"a": 1, "b": 1}, 3) == 1
    assert recall_at([], {"a": 1}, 5) == 0
    assert recall_at(["a"], {}, 5) == 0


def test_reciprocal_rank() -> None:
    """The first right document counts, at its rank."""
    assert reciprocal_rank(["x", "y", "a", "b"], {"a": 1, "b": 1}) == pytest.approx(1 / 3)
    assert reciprocal_rank(["x"], {"a": 1}) == 0


def test_ndcg() -> None:
    """Grades 3, 2, 1 listed second, first, and fourth: (2/1 + 3/log2(3) + 1/log2(5)) over (3 + 2/log2(3) +
    1/2).
    """
    gain = 2 + 3 / math.log2(3) + 1 / math.log2(5)
    best = 3 + 2 / math.log2(3) + 1 / 2
    assert ndcg_at(["b", "a", "x", "c"], {"a": 3, "b": 2, "c": 1}, 10) == pytest.approx(gain / best)
    assert ndcg_at(["x"] * 10 + ["a"], {"a": 1}, 10) == pytest.approx(1 / math.log2(3))
    assert ndcg_at([*"0123456789", "a"], {"a": 1}, 10) == 0


def test_means() -> None:
    """One question answered first, one third, one not at all."""
    measures = measure([(["a"], {"a": 1}), (["x", "y", "a"], {"a": 1}), (["x"], {"a": 1})])
    assert measures.hit == {1: pytest.approx(1 / 3), 5: pytest.approx(2 / 3), 10: pytest.approx(2 / 3)}
    assert measures.mrr == pytest.approx((1 + 1 / 3) / 3)
    assert measures.ndcg == pytest.approx((1 + 0.5) / 3)
    assert "hit@1 0.333" in measures.line()
    assert measure([]).ndcg == 0


@given(st.permutations("abcdefgh"), st.dictionaries(st.sampled_from("abcdefgh"), st.integers(1, 3), min_size=1))
def test_measures_stay_between_0_and_1(ranking: list[str], grades: dict[str, int]) -> None:
    """No order measures less than none or more than the best; the best order measures 1."""
    assert 0 <= ndcg_at(ranking, grades, 10) <= 1 + 1e-12
    best = sorted(grades, key=lambda document: -grades[document])
    assert ndcg_at(best, grades, 10) == pytest.approx(1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "qrels").mkdir()
    (tmp_path / "corpus.jsonl").write_text('{"_id": "d1", "title": "", "text": "one"}\n{"_id": "d2", "text": "two"}\n')
    queries = [
        {"_id": "q1", "text": "first?", "metadata": {"scenario": "I said so."}},
        {"_id": "q2", "text": "second?"},
        {"_id": "q3", "text": "ungraded?", "metadata": {}},
    ]
    (tmp_path / "queries.jsonl").write_text("\n".join(map(json.dumps, queries)))
    (tmp_path / "qrels" / "test.tsv").write_text("query-id\tcorpus-id\tscore\nq1\td1\t1\nq2\td2\t2\nq2\td1\t0\n")
    return tmp_path


def test_a_folder_is_read(folder: Path) -> None:
    """Titles and scenarios may be missing; questions without a right document are left out."""
    benchmark = read_benchmark(folder)
    assert [document.title for document in benchmark.documents] == ["", ""]
    assert [(q.id, q.scenario, q.grades) for q in benchmark.questions] == [
        ("q1", "I said so.", {"d1": 1}),
        ("q2", "", {"d2": 2}),
    ]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("corpus.jsonl", '{"_id": "d1", "text": "one"}\nnonsense\n', r"corpus\.jsonl, line 2"),
        ("queries.jsonl", '{"_id": 7, "text": "one"}\n', r"queries\.jsonl, line 1"),
        ("queries.jsonl", "[]\n", r"queries\.jsonl, line 1"),
        ("qrels/test.tsv", "a\tb\tc\nq1 d1 1\n", r"test\.tsv, line 2"),
        ("qrels/test.tsv", "a\tb\tc\nq1\td1\tmuch\n", r"test\.tsv, line 2"),
    ],
)
def test_what_is_wrong_is_named(folder: Path, name: str, content: str, said: str) -> None:
    """The file and the line, in a sentence."""
    (folder / name).write_text(content)
    with pytest.raises(EvaluationUnreadable, match=said):
        read_benchmark(folder)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """A folder that is no benchmark says which file it lacks."""
    with pytest.raises(EvaluationUnreadable, match=r"test\.tsv"):
        read_benchmark(tmp_path)
