"""A manual's own list of words leads from the usual name to the local one, and back; nothing else is taken for a name."""

from collections import Counter

import pytest

from knowledge.index.words import terms, words
from knowledge.questions import Preparer, other_names
from tests.knowledge.conftest import PassageMaker

_LIST = (
    "Quay Team The front door of the council. Others say MASH.\n"
    "Green form The form for asking the Quay Team for help.\n"
    "Child's Officer Our name for the Local Authority Designated Officer (LADO).\n"
    "Care Meeting Child protection conference.\n"
    "CAF Common Assessment Framework. No longer used; we say Family Table.\n"
    "Harm Lead Officer The person in each school."
)
_ELSEWHERE = "Ring the Quay Team. A Care Meeting is held in 15 working days. The Child's Officer gives advice. A Family Table meets."


@pytest.fixture
def names(passage: PassageMaker) -> dict[tuple[str, ...], tuple[str, ...]]:
    """What the list says."""
    listed = passage(_LIST, slug="words", chapter="Our words and short forms", path=("Words",))
    return dict(other_names([listed, passage(_ELSEWHERE, slug="other")]))


@pytest.mark.parametrize(
    ("typed", "local"),
    [
        (("mash",), "Quay Team"),
        (("multi", "agency", "safeguarding", "hub"), "Quay Team"),
        (("lado",), "Child's Officer"),
        (("child", "protection", "conference"), "Care Meeting"),
        (("caf",), "Family Table"),
        (("hlo",), "Harm Lead Officer"),
    ],
)
def test_the_usual_name_leads_to_the_local_one(
    names: dict[tuple[str, ...], tuple[str, ...]], typed: tuple[str, ...], local: str
) -> None:
    """By what others say, by a name in brackets, by a short gloss, by what replaced it, by initials."""
    assert local in names[typed]


def test_descriptions_are_no_names(names: dict[tuple[str, ...], tuple[str, ...]]) -> None:
    """What something is, or is for, is not what it is called."""
    assert ("green", "form") not in names
    assert not any("person" in phrase for phrase in names)


def test_other_tables_give_no_names(passage: PassageMaker) -> None:
    """A table of roles and times is no list of words."""
    table = passage(
        "Role | How often\nDoctor | monthly\nNurse | weekly\nTeacher | daily",
        chapter="Supervision",
        path=("How often",),
    )
    assert not other_names([table])


def test_a_question_in_the_usual_words_carries_the_local_ones(names: dict[tuple[str, ...], tuple[str, ...]]) -> None:
    """Also where a short form leads to a longer phrase that holds the name, and the words typed stay."""
    preparer = Preparer(Counter(words(_ELSEWHERE)), (), (), names)
    query = preparer.prepare("ICPC timescale")
    assert set(terms("care meeting")) <= query.terms.keys()
    assert "Care Meeting" in query.text and "ICPC" in query.text
    assert set(terms("quay team")) <= preparer.prepare("number for the mash").terms.keys()


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("Multi-Agency Safeguarding Hub (MASH), the front door, is open every day.", ("mash",)),
        ("Children First is the single point of access for both towns.", ("children", "first")),
        ("The Access Team is our front door.", ("access", "team")),
    ],
)
def test_what_a_manual_calls_its_front_door(passage: PassageMaker, text: str, typed: tuple[str, ...]) -> None:
    """Every area has one and calls it something else; a word that only begins a sentence is no name."""
    assert "front door" in other_names([passage(text)])[typed]
    assert not other_names([passage("Ring the front door. It is the front door.")])


def test_the_kind_of_thing_is_embedded_beside_the_name(passage: PassageMaker) -> None:
    """A passage that speaks only of "the front door" is found by somebody who types the local short form."""
    names = other_names([passage("Multi-Agency Safeguarding Hub (MASH), the front door")])
    query = Preparer(Counter(words("the front door replies")), (), (), names).prepare("how long has mash got")
    assert "front door" in query.text.casefold() and "hub" in query.text.casefold()
    assert set(terms("front door")) <= query.terms.keys()
