"""The support check: telling words, what the manual does not know, and what an answer must hold."""

from dataclasses import asdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.answers import Kind, Shelf
from knowledge.answers.support import Judge, Wanted, concepts, holds, wanted
from knowledge.answers.support.features import hinge, names, unknown
from knowledge.answers.support.readings import assess_reading
from knowledge.answers.support.wanted import asks_how_long_to_keep, tells_keeping
from knowledge.answers.support.weights import weights


def test_telling_words_only(shelf: Shelf) -> None:
    """Words that ask, hedge or hurry say nothing about the topic."""
    found = shelf.search("hi, what do I need to do about a body map please?")
    assert {one.word for one in concepts(found.query)} == {"body", "map"}


def test_figures_count_only_where_they_name_something(shelf: Shelf) -> None:
    """ "3 days ago" names nothing, "step 3" does."""
    asked = {one.word for one in concepts(shelf.search("rang 3 days ago about step 2").query)}
    assert "3" not in asked
    assert "2" in asked


def test_everyday_words_stand_for_the_manuals(shelf: Shelf) -> None:
    """A kid is a child, whether or not the manual says kid."""
    (kid,) = (one for one in concepts(shelf.search("kid fell asleep").query) if one.word == "kid")
    assert kid.held_by(shelf.stems("the child slept"))
    assert not kid.held_by(shelf.stems("a drawing on paper"))


def test_what_the_manual_never_speaks_of(shelf: Shelf) -> None:
    """Words that stand nowhere in the manual are told apart from those that do."""
    asked = concepts(shelf.search("photograph of a volcano").query)
    assert [one.word for one in unknown(asked, shelf)] == ["volcano"]


def test_hinge_is_the_meaning_that_hangs_on_missing_words(shelf: Shelf) -> None:
    """Taking out what a question is about moves it more than taking out an aside; taking out nothing moves nothing."""
    text = "warning signs of a stroke"
    asked = concepts(shelf.search(text).query)
    stroke = [one for one in asked if one.word == "stroke"]
    assert hinge(text, [], shelf) == 0
    assert hinge(text, stroke, shelf) > 0.2
    assert hinge("stroke", stroke, shelf) == 1


@pytest.mark.parametrize(
    ("text", "kind", "thing"),
    [
        ("how long", Kind.CLOCK, Wanted.TIME),
        ("how many cases may a worker hold", Kind.GENERAL, Wanted.AMOUNT),
        ("who chairs it", Kind.GENERAL, Wanted.PERSON),
        ("what should I do", Kind.GENERAL, Wanted.ACTION),
        ("photographs of injuries", Kind.GENERAL, Wanted.ANY),
        ("can we appeal", Kind.GENERAL, Wanted.RULING),
        ("do I need proof", Kind.GENERAL, Wanted.RULING),
        ("cost of the course", Kind.GENERAL, Wanted.AMOUNT),
    ],
)
def test_what_an_answer_must_hold(text: str, kind: Kind, thing: Wanted) -> None:
    """The wording and the kind tell what would answer."""
    assert wanted(text, kind) is thing


@pytest.mark.parametrize(
    ("thing", "yes", "no"),
    [
        (Wanted.TIME, "It meets every 6 weeks.", "It meets in the hall."),
        (Wanted.AMOUNT, "At least two adults watch.", "Adults watch."),
        (Wanted.REACH, "Ring 01632 960210.", "Ring the desk."),
        (Wanted.PERSON, "It is chaired by the quality officer.", "It is held in the hall."),
        (Wanted.MEANING, "A huddle is a meeting.", "Call a huddle early."),
        (Wanted.ACTION, "You must ring.", "The desk opened in 2020."),
    ],
)
def test_sentences_hold_things(thing: Wanted, yes: str, no: str) -> None:
    """A sentence holds the kind of thing asked for, or it does not."""
    assert holds(thing, yes)
    assert not holds(thing, no)


def test_right_passage_is_supported_and_a_stranger_is_not(shelf: Shelf) -> None:
    """What the manual says is supported; what it does not say is not, however it is worded."""
    for text, enough in (("can I photograph a child's body", True), ("can I photograph the northern lights", False)):
        found = shelf.search(text)
        judge = Judge.of(text, Kind.GENERAL, found, shelf)
        assert (max(judge.assess(hit).score for hit in found.kept) >= 0.5) is enough


@pytest.mark.parametrize(
    ("text", "kind", "enough"),
    [
        ("who do I ring about a child who may be hurt", Kind.CONTACT, True),
        ("who do I ring about a broken boiler", Kind.CONTACT, False),
        ("the harbour desk said no to my referral and I disagree", Kind.DISPUTE, True),
        ("payroll refused my overtime claim, how do I appeal", Kind.DISPUTE, False),
        ("warning signs of a stroke", Kind.SIGNS, False),
    ],
)
def test_readings_are_checked(shelf: Shelf, text: str, kind: Kind, enough: bool) -> None:
    """A ladder, contacts and lists may answer only what the manual deals with."""
    assert assess_reading(text, kind, shelf.search(text), shelf).enough is enough


def test_weights_name_features_and_say_where_they_come_from() -> None:
    """Weights are of features that are measured, each with the sign that its meaning gives it."""
    fitted = weights("passage").by_name
    assert set(fitted) <= set(names())
    assert all(value < 0 for name, value in fitted.items() if name in ("hinge", "unknown"))
    assert all(value > 0 for name, value in fitted.items() if name not in ("hinge", "unknown"))


@given(st.text(max_size=80))
def test_any_text_is_weighed(shelf: Shelf, text: str) -> None:
    """Whatever is typed, features are numbers and a score stays between 0 and 1."""
    found = shelf.search(text)
    judge = Judge.of(text, Kind.GENERAL, found, shelf)
    for hit in found.kept[:2]:
        assert all(isinstance(value, float) for value in asdict(judge.features(hit)).values())
        assert 0 <= judge.assess(hit).score <= 1


def test_a_ruling_is_what_may_or_need_not_be() -> None:
    """ "Can we appeal" is answered by "There is no appeal"; a bare fact rules nothing."""
    assert holds(Wanted.RULING, "There is no appeal.")
    assert holds(Wanted.RULING, "You need nobody's agreement.")
    assert not holds(Wanted.RULING, "It was opened in 2020 by the mayor.")


def test_keeping_is_no_time_limit() -> None:
    """How long something is kept is answered only by a sentence about keeping; keeping a person is another matter."""
    assert asks_how_long_to_keep("how long must we keep the notes")
    assert not asks_how_long_to_keep("how long can police keep a child")
    assert tells_keeping("Notes are destroyed after 25 years.")
    assert not tells_keeping("Gaps of more than three weeks are looked at.")


def test_numbers_in_words_are_figures(shelf: Shelf) -> None:
    """ "Plank four" is plank 4, and a figure behind a noun names it where no unit of time follows."""
    (four,) = (one for one in concepts(shelf.search("plank four").query) if one.word == "four")
    assert four.held_by(frozenset(("4",)))
    assert "3" in {one.word for one in concepts(shelf.search("plank 3").query)}
    assert "3" not in {one.word for one in concepts(shelf.search("waited 3 days").query)}
