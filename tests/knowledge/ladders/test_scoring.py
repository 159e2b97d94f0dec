"""The arithmetic by which a reading is judged."""

from knowledge.ladders import Clock, Ladder, Stage, Unit
from knowledge.ladders.scoring import ExpectedLadder, ExpectedStage, Tally, score
from knowledge.manual import Place

PLACE = Place((), "")
READ = Ladder(
    "Escalation",
    (Stage("Stage 1", 1, PLACE, clocks=(Clock(2.0, Unit.WORKING_DAYS, "2 working days"),)), Stage("Stage 2", 2, PLACE)),
)


def test_a_perfect_reading_scores_one() -> None:
    """Labels are compared without regard to case and spacing."""
    result = score(
        [ExpectedLadder((ExpectedStage("STAGE  1", ((2.0, "working days"),)), ExpectedStage("Stage 2")))], [READ]
    )
    assert (result.stages.f1, result.clocks.f1) == (1.0, 1.0)


def test_a_missed_and_an_invented_one_are_told_apart() -> None:
    """ "2 working days" for "2 days" is both a miss and an invention."""
    result = score([ExpectedLadder((ExpectedStage("Stage 1", ((2.0, "days"),)),))], [READ])
    assert result.stages == Tally(1, 0, 1)
    assert result.clocks == Tally(0, 1, 1)


def test_nothing_expected_and_nothing_read_is_right() -> None:
    """An empty tally is not a failure."""
    assert score([], []).stages.f1 == 1.0
