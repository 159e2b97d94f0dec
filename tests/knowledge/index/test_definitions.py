"""Abbreviations that a manual explains, and none that it does not."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.index.definitions import long_form, read_definitions
from knowledge.manual import Passage


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("Ring the Multi-Agency Safeguarding Hub (MASH) first.", "MASH", "Multi-Agency Safeguarding Hub"),
        ("Independent Reviewing Officers (IROs) chair it.", "IRO", "Independent Reviewing Officers"),
        (
            "the Local Authority Designated Officer (the \u201cLADO\u201d)",
            "LADO",
            "Local Authority Designated Officer",
        ),
        ("The TAF (team around the family) meets.", "TAF", "team around the family"),
        ("CIN: Child in Need", "CIN", "Child in Need"),
        ("EHA \u2013 Early Help Assessment, once called otherwise", "EHA", "Early Help Assessment"),
        ("Terms\nFSW\nFamily support worker\n", "FSW", "Family support worker"),
        ("C-SPA means Children's Single Point of Access", "C-SPA", "Children's Single Point of Access"),
        ("Police and Criminal Evidence Act 1984 (PACE)", "PACE", "Police and Criminal Evidence Act 1984"),
    ],
)
def test_definitions_are_read(passage: Callable[..., Passage], text: str, short: str, long: str) -> None:
    """However it is printed; the quotation is an exact part of the passage."""
    (definition,) = read_definitions([passage(text)])
    assert (definition.short, definition.long) == (short, long)
    assert definition.quote in text


@pytest.mark.parametrize(
    "text",
    [
        "Write to the office (NOT the school).",
        "The manager decides (see ABC).",
        "URGENT: ring the police",
        "MASH decides within one working day.",
        "children (CHILDREN)",
        "A conference takes place (ICPC)",
    ],
)
def test_what_is_not_a_definition_is_left_alone(passage: Callable[..., Passage], text: str) -> None:
    """Letters that do not match words define nothing."""
    assert read_definitions([passage(text)]) == ()


@given(st.text(alphabet="ABCDabcd ()-:\n.s", max_size=120))
def test_every_quotation_is_exact(passage: Callable[..., Passage], text: str) -> None:
    """Whatever the text, a quotation stands in it and holds the long form."""
    for definition in read_definitions([passage(text)]):
        assert definition.quote in text
        assert definition.long in definition.quote


def test_first_letter_starts_a_word() -> None:
    """Letters inside a word do not begin a long form."""
    assert long_form("AB", "scab bed") == ""
    assert long_form("AB", "an orange bed") == "an orange bed"
