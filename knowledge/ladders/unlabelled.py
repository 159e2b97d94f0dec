"""Ladders whose stages bear no label: headings, list items or sentences that climb from practitioner to partnership."""

from collections.abc import Sequence

from knowledge.ladders.climbing import climbing
from knowledge.ladders.contents import draft_of
from knowledge.ladders.drafts import Draft, Sketch
from knowledge.ladders.lines import Line
from knowledge.ladders.prose import prose_draft
from knowledge.ladders.sentences import sentences
from knowledge.ladders.turns import comes_in_turn, goes_further

_FEWEST = 3


def unlabelled_draft(lines: Sequence[Line], region: Sequence[int]) -> Draft | None:
    """The ladder that the region's headings, items or sentences climb, None where none does. `region`: line positions."""
    for heads in climbing(lines, region):
        return draft_of(heads, lines)
    return prose_draft(lines, region)


def passes_on_each_time(draft: Draft) -> bool:
    """Whether there are three stages or more, and each but the first begins by saying that it goes further, or comes in
    turn."""
    return len(draft.sketches) >= _FEWEST and all(
        any(map(_goes_on, _beginning(sketch))) for sketch in draft.sketches[1:]
    )


def _beginning(sketch: Sketch) -> tuple[str, ...]:
    told = next((sentences(piece.text) for piece in sketch.pieces), ())
    return (sketch.said, *told[:1])


def _goes_on(words: str) -> bool:
    return goes_further(words) or comes_in_turn(words)
