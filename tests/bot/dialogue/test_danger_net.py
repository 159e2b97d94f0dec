"""The second net below the front's danger rules, measured on a hand of phrases that it has never learnt from."""

import json
from pathlib import Path

import pytest

from bot.processes import Measured, Places, measure, read_messages
from bot.processes.measuring import Meant
from tests.bot.conversations.danger.phrase_files import phrases_of

pytestmark = pytest.mark.rasa

MESSAGES = Path(__file__).parent / "messages.jsonl"
_MAY_TELL = ("danger", "child_writing", "parent_writing", "distress")


@pytest.fixture(scope="module")
def judged(places: Places, model: Path) -> Measured:
    """The model over the left-out hand's phrases and over ordinary messages."""
    telling = [Meant(text, "danger") for text in phrases_of("wider_seventh")]
    mentions = [Meant(text, "mention") for text in phrases_of("procedural_seventh")]
    ordinary = [Meant(one.text, "ordinary") for one in read_messages(MESSAGES) if one.intent not in _MAY_TELL]
    return measure(places, model, (*telling, *mentions, *ordinary))


def share(judged: Measured, meant: str) -> float:
    """The share of messages of this kind in which the net names danger."""
    ones = [one for one in judged.understood if one.meant.intent == meant]
    return sum(any(kind == "danger" for kind, _ in one.entities) for one in ones) / len(ones)


def test_it_catches_most_of_what_it_has_not_learnt(judged: Measured) -> None:
    """At least 80 % by itself (84 % when it was made, 85 % with the eighth hand learnt; the rules had caught 66 %)."""
    missed = [one.meant.text for one in judged.understood if one.meant.intent == "danger" and not one.entities]
    assert share(judged, "danger") >= 0.80, json.dumps(missed)


def test_it_spares_mentions_and_ordinary_messages(judged: Measured) -> None:
    """At most 5 % of each."""
    assert share(judged, "mention") <= 0.05
    assert share(judged, "ordinary") <= 0.05
