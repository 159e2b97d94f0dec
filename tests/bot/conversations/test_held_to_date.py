"""An old manual: a banner over 7 days after its last good check, the safe card over 30 days after it, unless extended."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest

from bot import phrases
from bot.conversations import answer
from bot.conversations.asking import ask_once
from bot.replies import Outcome, Reply
from knowledge.answers import Shelf
from knowledge.freshness import Extension, Freshness
from tests.bot.conversations.conftest import FRIDAY, turn

_MANUAL = "exampleshire"
_ASKED = ("mash nfa'd my referral, dont agree. what next", "disputed_decision")


@dataclass(frozen=True)
class _Held:
    """A library whose one shelf says how fresh its manuals are."""

    shelf: Shelf

    def current(self) -> Shelf:
        """The shelf."""
        return self.shelf


def _aged(shelf: Shelf, days: int, *, extension: Extension | None = None, exempt: bool = False) -> _Held:
    checked = FRIDAY - timedelta(days=days)
    names = {manual.id: manual.name for manual in shelf.contents.manuals}
    return _Held(
        replace(
            shelf,
            freshness=tuple(
                Freshness(one, name, checked, extension if one == _MANUAL else None, exempt)
                for one, name in names.items()
            ),
        )
    )


def _said(shelf: Shelf, days: int, text: str = _ASKED[0], intent: str = _ASKED[1], **more: object) -> Reply:
    return answer(turn(text, intent), _aged(shelf, days, **more))[0]  # type: ignore[arg-type]  # the fields of _aged


@pytest.mark.parametrize("days", [0, 7])
def test_a_check_of_the_last_seven_days_needs_no_banner(shelf: Shelf, days: int) -> None:
    """Day 7: answered as ever."""
    told = _said(shelf, days)
    assert told.outcome is Outcome.ANSWERED and told.banner == ""


@pytest.mark.parametrize("days", [8, 30])
def test_after_seven_days_the_answer_says_so(shelf: Shelf, days: int) -> None:
    """Days 8 and 30: answered under a banner that names the manual and the day, below the line about danger."""
    told = _said(shelf, days)
    assert told.outcome is Outcome.ANSWERED and told.steps
    assert f"{days} days ago" in told.banner and "Exampleshire" in told.banner
    assert told.message.startswith(f"{phrases.DANGER_LINE}\n\n{told.banner}\n\n")


def test_after_thirty_days_the_answer_is_withdrawn(shelf: Shelf) -> None:
    """Day 31: no guidance at all, why, and whom to call in this area."""
    told = _said(shelf, 31)
    assert told.outcome is Outcome.UNAVAILABLE
    assert not (told.steps or told.quotes or told.deadlines or told.checklist)
    assert "31 days ago" in told.message and "999" in told.message
    assert told.contacts and all(call.telephones[0] in told.message for call in told.contacts)
    assert {area for call in told.contacts for area in call.areas} == {"Ambleford"}


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("who do i call", "who_do_i_call"),
        ("what are the warning signs of neglect", "what_signs"),
        ("which level is this", "which_level"),
        ("reflect on neglect", "reflect"),
        ("can I bring my dog to work", "general_procedure"),
    ],
)
def test_no_conversation_goes_round_it(shelf: Shelf, text: str, intent: str) -> None:
    """Whatever is asked: an old manual neither answers nor says that it is silent."""
    told = _said(shelf, 31, text, intent)
    assert told.outcome is Outcome.UNAVAILABLE and told.quotes == ()
    assert phrases.NOT_FOUND not in told.message


def test_a_follow_up_is_held_too(shelf: Shelf) -> None:
    """A stage that was shown yesterday is not climbed from today, where the manual has become too old in between."""
    _, thread = answer(turn(*_ASKED), _aged(shelf, 30))
    told, _ = answer(turn("and if they still say no?", "follow_up_next", thread=thread), _aged(shelf, 31))
    assert told.outcome is Outcome.UNAVAILABLE


def test_fixed_sentences_are_not_held(shelf: Shelf) -> None:
    """Help and thanks rest on no manual."""
    for text, intent in (("thanks", "thanks"), ("help", "help")):
        assert _said(shelf, 31, text, intent) == _said(shelf, 0, text, intent)


def test_a_worry_about_an_adult_loses_only_the_old_numbers(shelf: Shelf) -> None:
    """What this service does not hold is said all the same; numbers are given from a manual that was checked lately."""
    new, old = (_said(shelf, days, "an elderly man", "adult_safeguarding") for days in (0, 31))
    assert new.contacts and phrases.ADULT_SAFEGUARDING in new.message
    assert (old.message, old.contacts) == (phrases.ADULT_SAFEGUARDING, ())


def test_danger_keeps_its_card(shelf: Shelf) -> None:
    """A withdrawn manual takes nothing from the 999 card."""
    told = ask_once("he is hitting her right now", _aged(shelf, 31).shelf, area="Ambleford", now=FRIDAY)
    assert told.danger and told.message.startswith(phrases.DANGER_CARD)


def test_a_person_may_extend_it(shelf: Shelf) -> None:
    """To the end of the day named it answers under a banner that says who agreed; after that it does not."""
    for until, outcome in ((FRIDAY.date(), Outcome.ANSWERED), (FRIDAY.date() - timedelta(days=1), Outcome.UNAVAILABLE)):
        given = Extension(_MANUAL, until, "A. Lead", FRIDAY - timedelta(days=5))
        told = _said(shelf, 40, extension=given)
        assert told.outcome is outcome
        assert ("A. Lead has agreed" in told.banner) == (outcome is Outcome.ANSWERED)


def test_the_demonstration_is_exempt(shelf: Shelf) -> None:
    """A trial that was set up years ago still answers."""
    told = _said(shelf, 1000, exempt=True)
    assert told.outcome is Outcome.ANSWERED and told.banner == ""


def test_without_any_record_of_a_check() -> None:
    """It answers under a banner and is never withdrawn by that alone."""
    unknown = Freshness("one", "One", None)
    assert unknown.standing(FRIDAY).value == "stale" and unknown.age(FRIDAY) is None
    assert Extension("one", date(2026, 1, 1), "A", FRIDAY).why == ""
