"""Escalation pages in many forms, each read as a person reads it."""

import pytest

from knowledge.ladders.scoring import Score
from tests.knowledge.ladders.golden_pages import load, page_names, texts_of, words_of

FOLDERS = (
    "golden",
    "held_out",
    "held_out_again",
    "held_out_last",
    "held_out_fourth",
    "held_out_fifth",
    "held_out_seventh",
    "held_out_eighth",
    "held_out_ninth",
    "held_out_tenth",
    "held_out_eleventh",
    "held_out_twelfth",
    "held_out_thirteenth",
    "held_out_fourteenth",
    "mended",
)
PAGES = [(folder, name) for folder in FOLDERS for name in page_names(folder)]

# Floors over all pages. They only rise on purpose.
STAGES_FLOOR = 1.0
CLOCKS_FLOOR = 1.0


@pytest.mark.parametrize(("folder", "name"), PAGES)
def test_no_stage_and_no_clock_is_invented(folder: str, name: str) -> None:
    """A page gives no stage and no clock that a person does not find on it."""
    result = load(folder, name).score()
    assert (result.stages.invented, result.clocks.invented) == (0, 0)


@pytest.mark.parametrize(("folder", "name"), PAGES)
def test_roles_exceptions_and_doubts_are_read(folder: str, name: str) -> None:
    """Who raises, with whom, the rules that leave the ladder, and the doubts that a person should see."""
    golden = load(folder, name)
    for wanted, ladder in zip(golden.particulars, golden.reading.ladders, strict=True):
        for expected, stage in zip(wanted["stages"], ladder.stages, strict=True):
            assert expected.get("raised_by", stage.raised_by) == stage.raised_by
            assert expected.get("raised_to", stage.raised_to) == stage.raised_to
        for words in wanted["exceptions"]:
            assert any(words in exemption.text for exemption in ladder.exceptions), words
    assert any(golden.doubt in doubt.message for doubt in golden.reading.doubts) or not golden.doubt


@pytest.mark.parametrize(("folder", "name"), PAGES)
def test_every_text_is_printed_on_the_page(folder: str, name: str) -> None:
    """Sentences, roles, triggers and records are exact runs of the chapter's own words."""
    golden = load(folder, name)
    printed = words_of(golden.chapter)
    for ladder in golden.reading.ladders:
        for text in texts_of(ladder):
            assert any(text in run for run in printed), text


def test_stages_and_clocks_stay_above_their_floors() -> None:
    """F1 of stages and of clocks over all pages."""
    total = sum((load(folder, name).score() for folder, name in PAGES), Score())
    assert total.stages.f1 >= STAGES_FLOOR
    assert total.clocks.f1 >= CLOCKS_FLOOR


def test_the_same_chapter_gives_the_same_reading() -> None:
    """Reading is a pure function of the chapter."""
    assert load("golden", "two_procedures").reading == load("golden", "two_procedures").reading
