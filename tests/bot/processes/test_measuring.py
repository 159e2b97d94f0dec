"""The measure of understanding, checked by hand."""

import pytest

from bot.processes import Meant, Measured
from bot.processes.measuring import Understood


def test_the_measure_is_the_usual_one() -> None:
    """Precision, recall and F1 as computed by hand; an unsure message is missed and not wrong."""
    pairs = [("a", "a"), ("a", "a"), ("a", "b"), ("b", "b"), ("b", "nlu_fallback"), ("c", "a")]
    measured = Measured(tuple(Understood(Meant("x", meant), taken, 0.9) for meant, taken in pairs))
    by_name = {score.intent: score for score in measured.scores()}
    assert (by_name["a"].precision, by_name["a"].recall) == (pytest.approx(2 / 3), pytest.approx(2 / 3))
    assert (by_name["b"].precision, by_name["b"].recall, by_name["c"].f1) == (0.5, 0.5, 0.0)
    assert measured.macro_f1() == pytest.approx((2 / 3 + 1 / 2 + 0) / 3)
    assert measured.unsure() == pytest.approx(1 / 6)
    assert measured.wrong() == pytest.approx(2 / 6)
    assert measured.confusions() == (("a", "b", 1), ("b", "nlu_fallback", 1), ("c", "a", 1))
    assert measured.matrix()["a"] == {"a": 2, "b": 1}
    assert "macro F1 0.389" in measured.report()
