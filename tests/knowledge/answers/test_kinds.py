"""The kind of thing a question asks for, told from how people word it."""

import pytest

from knowledge.answers import Kind
from knowledge.answers.kinds import kind_of


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("front door turned my referral down", Kind.DISPUTE),
        ("my manager doesn't agree with me", Kind.DISPUTE),
        ("havent heard back from them", Kind.NO_RESPONSE),
        ("tel no for the harbour desk pls", Kind.CONTACT),
        ("whats the helpline number", Kind.CONTACT),
        ("who should I ring about a baby", Kind.CONTACT),
        ("which tier is this", Kind.LEVEL),
        ("red flags for neglect", Kind.SIGNS),
        ("how quick is the first meeting", Kind.CLOCK),
        ("review meeting when", Kind.CLOCK),
        ("wots a FLO", Kind.MEANING),
        ("what does TAR stand for", Kind.MEANING),
        ("what is the harbour desk?", Kind.MEANING),
        ("reflective qs please", Kind.QUESTIONS),
        ("what did the case review conclude", Kind.LEARNING),
        ("can I take a picture of it", Kind.GENERAL),
        ("what do I do about a bruise on a baby", Kind.GENERAL),
        ("what do the links in the list mean", Kind.MEANING),
        ("what does the desk have to decide in", Kind.CLOCK),
        ("when does the link officer sit", Kind.CONTACT),
        ("things we might see in a hungry child", Kind.SIGNS),
        ("is the link officer there on mondays", Kind.CONTACT),
        ("where do I send a concern about an adult", Kind.CONTACT),
        ("hours of the link team on a friday", Kind.CONTACT),
        ("what number level is that", Kind.LEVEL),
        ("and if they still won't budge", Kind.DISPUTE),
        ("two agencies cannot agree about a plan", Kind.DISPUTE),
        ("nobody has been in touch since", Kind.NO_RESPONSE),
    ],
)
def test_kind(text: str, kind: Kind) -> None:
    """Practitioners' wording leads to the kind they mean."""
    assert kind_of(text) is kind


@pytest.mark.parametrize(
    "text", ["what is the deadline for it", "what is the number", "what's the process for a visit"]
)
def test_what_is_does_not_always_ask_a_meaning(text: str) -> None:
    """Asking what a deadline, number or process is asks for that thing, not for a definition."""
    assert kind_of(text) is not Kind.MEANING
