"""Answers from passages: which are quoted, what stands beside them, and when none is."""

from collections.abc import Callable, Iterable

import pytest

from knowledge.answers import Answer, Answered, Force, Kind, NotFound, Shelf
from knowledge.answers.sentences import whole_steps
from knowledge.evaluation.quoting import limits_left_out, not_verbatim, quotations

Put = Callable[..., Answer]


def _answered(found: Answer) -> Answered:
    assert isinstance(found, Answered), found
    return found


def _words(found: Answer) -> str:
    return " / ".join(citation.quote for citation in quotations(found))


def test_steps_in_printed_order_with_their_force(put: Put) -> None:
    """What to do comes as steps, in order, with must and should as printed."""
    found = _answered(put("what should I do if a child may be hurt"))
    assert [step.force for step in found.steps][:2] == [Force.MUST, Force.SHOULD]
    assert found.steps[0].text.startswith("You must ring the harbour desk on the same day")
    assert not any("SCOPE" in "".join(step.citation.path) for step in found.steps)


def test_exceptions_come_along(put: Put, shelf: Shelf) -> None:
    """Whatever sentence of a quoted section is chosen, the ones that limit it are shown too."""
    found = _answered(put("how often are later meetings held with the family link officer"))
    assert "every 6 weeks" in _words(found)
    assert "A meeting that is put off must be held within 5 working days." in _words(found)
    assert limits_left_out(found, shelf) == ()


def test_nothing_is_quoted_twice(put: Put) -> None:
    """One quotation for each sentence: no step is repeated among the quotations."""
    found = _answered(put("what should I do if a child may be hurt"))
    quotes = [citation.quote for citation in found.citations]
    assert len(quotes) == len(set(quotes))
    assert not any(one != other and one in other for one in quotes for other in quotes)


def test_table_rows_are_quoted_with_their_heading(put: Put) -> None:
    """A glossary's row is quoted whole, not the whole table."""
    found = _answered(put("what does FLO stand for"))
    assert found.kind is Kind.MEANING
    assert "FLO | Family Link Officer | The person a family picks to keep the plan" in _words(found)
    assert "TAR |" not in _words(found)


def test_a_term_is_answered_from_the_sentence_that_defines_it(put: Put) -> None:
    """The defining sentence comes first."""
    found = _answered(put("what is a family link officer?"))
    assert found.citations[0].quote == "A family link officer is the worker whom the family picks to keep its plan."


def test_an_unknown_short_form_is_not_explained(put: Put) -> None:
    """A short form that the manual does not print has no meaning here."""
    assert isinstance(put("what does XQZ stand for"), NotFound)


@pytest.mark.parametrize(
    "text",
    [
        "how many points make a family assessment",
        "what is the fee for the swimming lesson",
        "how do I claim mileage",
        "warning signs of a stroke",
        "who do I ring about a broken boiler",
        "payroll refused my overtime claim, how do I appeal",
        "hunger strike law in Scotland",
    ],
)
def test_refusals_name_the_closest_sections(put: Put, text: str) -> None:
    """What the manual does not say is refused, with a reason and where to look."""
    found = put(text)
    assert isinstance(found, NotFound), _words(found)
    assert found.why
    assert found.closest
    assert found.support < 0.5


def test_a_stage_is_timed_by_its_own_clock(put: Put) -> None:
    """A named step's own time limit is quoted, with the exceptions of the whole procedure."""
    found = _answered(put("how long do I have at step 1 of settling differences"))
    assert [clock.clock.value for clock in found.clocks] == [2.0]
    assert any("imminent risk" in citation.quote for citation in found.exceptions)


def test_a_stage_without_a_time_limit_gets_none(put: Put) -> None:
    """A step that prints no time limit never borrows its neighbour's: the answer says that it states none."""
    found = put("how long do the managers have at step 2 of settling differences")
    assert isinstance(found, NotFound)
    assert found.stage is not None and found.stage.order == 2
    assert found.closest[0].path == ("Step 2",)


def test_signs_item_by_item(put: Put) -> None:
    """A list is given whole, each item a quotation."""
    found = _answered(put("signs of neglect and hunger"))
    assert found.items[0].text == "Asks for food or hides it"
    assert len(found.items) == 4


def _everything() -> Iterable[str]:
    return (
        "photograph",
        "family meeting",
        "harbour desk reply",
        "signs of hunger",
        "what is HD",
        "step 1",
        "body map child",
    )


@pytest.mark.parametrize("text", _everything())
def test_every_quotation_is_exact(put: Put, shelf: Shelf, text: str) -> None:
    """Every quotation of every answer stands word for word in the passage that it names."""
    assert not_verbatim(put(text), shelf) == ()


def test_no_sentence_stands_in_two_steps() -> None:
    """A step that points back takes the one before it along, which is then no step by itself as well."""
    text = "You may share without consent. Record it on the file. Ring the desk."
    assert list(whole_steps(text)) == ["You may share without consent. Record it on the file.", "Ring the desk."]
