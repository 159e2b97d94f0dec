"""The danger rules against what people write: nothing missed, and questions about procedure mostly spared."""

import json
import re
from pathlib import Path

import pytest
import yaml

from bot.conversations.danger import tells_of_danger
from tests.bot.conversations.danger.phrase_files import phrases_of

WIDER = (
    "wider_first",
    "wider_second",
    "wider_third",
    "wider_fourth",
    "wider_fifth",
    "wider_sixth",
    "wider_seventh",
    "wider_eighth",
)
PROCEDURAL = (
    "procedural_first",
    "procedural_second",
    "procedural_third",
    "procedural_fourth",
    "procedural_fifth",
    "procedural_sixth",
    "procedural_seventh",
    "procedural_eighth",
    "procedural_tellings",
    "procedural_nonsense",
)
TRAINING_DATA = Path(__file__).parents[4] / "training_data"
ABOUT_DANGER = ("danger", "child_writing", "parent_writing", "distress")
MUST_CATCH = phrases_of("must_catch", "must_catch_second", "must_catch_third")


@pytest.mark.parametrize("text", MUST_CATCH)
def test_every_must_catch_phrase_brings_the_card(text: str) -> None:
    """Recall on these is 100 %, whatever else is traded."""
    assert tells_of_danger(text)


def test_the_lists_are_long_enough_to_mean_something() -> None:
    """At least 150 that must be caught, 400 of the wider set, 250 mentions."""
    assert len(set(MUST_CATCH)) >= 150
    assert len(set(phrases_of(*WIDER))) >= 400
    assert len(set(phrases_of(*PROCEDURAL))) >= 250


@pytest.mark.parametrize("name", WIDER)
def test_the_wider_set_is_caught(name: str) -> None:
    """At least 99 % of each file: typos, text speak, negation, third person, hidden, buried."""
    texts = phrases_of(name)
    missed = [text for text in texts if not tells_of_danger(text)]
    assert len(missed) <= 0.01 * len(texts), missed


@pytest.mark.parametrize("name", PROCEDURAL)
def test_mentions_are_mostly_spared(name: str) -> None:
    """At most 5 % of questions about procedure, history, policy and of figures of speech bring the card."""
    texts = phrases_of(name)
    alarmed = [text for text in texts if tells_of_danger(text)]
    assert len(alarmed) <= 0.05 * len(texts), alarmed


def test_ordinary_questions_are_mostly_spared() -> None:
    """At most 3 % of the training examples and golden questions that are not about danger bring the card."""
    texts = _ordinary_questions()
    alarmed = [text for text in texts if tells_of_danger(text)]
    assert len(texts) > 2000
    assert len(alarmed) <= 0.03 * len(texts), alarmed


def test_the_understanding_s_own_examples_of_danger_are_caught() -> None:
    """Whatever Rasa would learn as danger, the rules find without it."""
    texts = _examples("danger")
    assert [text for text in texts if not tells_of_danger(text)] == []


def _ordinary_questions() -> list[str]:
    asked = [
        json.loads(line)["text"]
        for path in sorted((TRAINING_DATA / "questions").glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]
    names = sorted(path.stem for path in (TRAINING_DATA / "nlu").glob("*.yml"))
    return [*asked, *(text for name in names if name not in ABOUT_DANGER for text in _examples(name))]


def _examples(intent: str) -> list[str]:
    read = yaml.safe_load((TRAINING_DATA / "nlu" / f"{intent}.yml").read_text(encoding="utf-8"))
    lines = [line for block in read["nlu"] for line in block.get("examples", "").splitlines()]
    return [re.sub(r"\[([^]]+)](\([^)]*\)|\{[^}]*})", r"\1", line.removeprefix("- ")) for line in lines if line.strip()]
