"""Stages and ladders, as a card shows them."""

from bot.replies import LadderView, Rung, StageView
from knowledge.ladders import Ladder, Stage


def stage_title(stage: Stage | None) -> str:
    """A stage's label and name, as printed; where it has neither, whom it goes to, or the heading it stands under."""
    if stage is None:
        return ""
    printed = ": ".join(part for part in (stage.label, stage.name) if part)
    return printed or stage.raised_to or (stage.place.path[-1] if stage.place.path else "")


def ladder_view(ladder: Ladder, current: Stage | None) -> LadderView:
    """The ladder in brief, with the stage that is meant marked."""
    rungs = (Rung(stage.label, stage.name, stage.order, stage == current) for stage in ladder.stages)
    return LadderView(ladder.name, ladder.chapter, tuple(rungs))


def stage_view(stage: Stage) -> StageView:
    """The stage that comes next, in brief."""
    return StageView(stage.label, stage.name, stage.order, stage.raised_by, stage.raised_to)
