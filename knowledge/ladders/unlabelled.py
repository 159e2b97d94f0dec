"""Ladders whose stages bear no label: headings, list items or sentences that climb from practitioner to partnership."""

from collections.abc import Sequence

from knowledge.ladders.climbing import climbing
from knowledge.ladders.contents import draft_of
from knowledge.ladders.drafts import Draft
from knowledge.ladders.lines import Line
from knowledge.ladders.prose import prose_draft


def unlabelled_draft(lines: Sequence[Line], region: Sequence[int]) -> Draft | None:
    """The ladder that the region's headings, items or sentences climb, None where none does. `region`: line positions."""
    for heads in climbing(lines, region):
        return draft_of(heads, lines)
    return prose_draft(lines, region)
