"""Pages written beside faults that people found in manuals: what the reading of each stage says about itself."""

import pytest

from knowledge.ladders import Stage, read_clocks
from tests.knowledge.ladders.golden_pages import load, page_names

_TOLD = {
    "order": lambda stage: stage.order,
    "name": lambda stage: stage.name,
    "number": lambda stage: stage.place.number,
    "path": lambda stage: list(stage.place.path),
}


@pytest.mark.parametrize("name", page_names("mended"))
def test_each_stage_knows_its_order_its_name_and_its_place(name: str) -> None:
    """Orders, names, paragraph numbers and heading paths are those that a person reads on the page."""
    golden = load("mended", name)
    for wanted, ladder in zip(golden.particulars, golden.reading.ladders, strict=True):
        for expected, stage in zip(wanted["stages"], ladder.stages, strict=True):
            told = {key: read(stage) for key, read in _TOLD.items() if key in expected}
            assert told == {key: expected[key] for key in told}


def test_each_area_has_its_own_form_of_the_last_stage() -> None:
    """An area's form holds its own body and clocks only, and none where it prints none; the ladder ends after it."""
    (ladder,) = load("mended", "m01_final_by_area").reading.ladders
    thornby, easterleigh, kingsmoor = ladder.stages[2:]
    assert _says(thornby, "resolution panel") and not _says(thornby, "Chief Officers")
    assert _says(easterleigh, "Chief Officers") and not _says(easterleigh, "Scrutineer")
    assert _says(kingsmoor, "No timescale is set") and kingsmoor.clocks == ()
    assert all(_says(stage, "must be in writing") for stage in (thornby, easterleigh, kingsmoor))
    assert ladder.first().label == "Stage One"
    assert ladder.after(ladder.stages[1]) == thornby
    assert [ladder.after(stage) for stage in (thornby, easterleigh, kingsmoor)] == [None, None, None]


def _says(stage: Stage, words: str) -> bool:
    return any(words in sentence for sentence in stage.text)


@pytest.mark.parametrize(
    ("words", "clocks"),
    [
        ("Where a child is in hospital this is cut to 12 hours.", [(12, "hours", "Where a child is in hospital")]),
        ("The manager replies in five days.", [(5, "days", "")]),
        (
            "They must reply in five days, or 24 hours where the child is unborn.",
            [(5, "days", ""), (24, "hours", "where the child is unborn")],
        ),
        ("Visits are every six weeks, or 4 weeks where the child is a baby.", []),
        ("The meeting lasts 2 hours, or 3 hours where there are siblings.", []),
        ("The record is kept for six years, or 10 years where the child is in care.", []),
        ("He meets his father in three weeks of holiday.", []),
    ],
)
def test_a_second_limit_is_a_clock_with_its_condition(words: str, clocks: list[tuple[float, str, str]]) -> None:
    """A limit for some children keeps the words that say for whom; what is no limit has no second one."""
    assert [(clock.value, str(clock.unit), clock.qualifier) for clock in read_clocks(words)] == clocks


@pytest.mark.parametrize("name", page_names("mended"))
def test_a_heading_over_several_stages_names_none_of_them(name: str) -> None:
    """Where stages stand under one heading, it is in their path and is nobody's name."""
    for ladder in load("mended", name).reading.ladders:
        for stage in ladder.stages:
            under = {other.order for other in ladder.stages if stage.name in other.place.path}
            assert not stage.name or len(under) <= 1
