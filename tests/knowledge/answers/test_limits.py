"""Limiting sentences are found, and none of a quoted section is left out."""

import pytest

from knowledge.answers.limits import limits


@pytest.mark.parametrize(
    "sentence",
    [
        "You must not wait for proof.",
        "The plan stands in the meantime.",
        "If the baby seems unwell, call 999 at once.",
        "Reports are due within 5 working days of the meeting.",
        "This need not be done when the child has moved.",
        "Tell the parents, unless that is unsafe.",
        "Never photograph a child's body.",
        "Follow this even if the injury seems slight.",
    ],
)
def test_limits(sentence: str) -> None:
    """Exceptions, conditions, time limits and prohibitions limit what stands beside them."""
    assert list(limits(f"The desk takes referrals. {sentence}")) == [sentence]


@pytest.mark.parametrize("text", ["The desk is run by three agencies.", "Stage | Days\nOne | within 5 working days"])
def test_not_limits(text: str) -> None:
    """Plain statements and rows of tables do not."""
    assert list(limits(text)) == []
