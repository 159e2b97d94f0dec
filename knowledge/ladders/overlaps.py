"""Sequences that lie inside, or say again, another: one ladder each time."""

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.ladders.drafts import Draft, Piece, Sketch
from knowledge.ladders.durations import durations
from knowledge.ladders.fields import Field
from knowledge.ladders.roles import rank

_CONTAINERS = ("part", "phase")
_SUMMARY = re.compile(
    r"\b(?:summar\w+|glance|flow\s?-?\s?charts?|overview|quick|timescales?|diagram|key\s+points|in\s+brief|checklist|table|appendi\w+|annex|at\s+each\s+stage|who\s+does\s+what|pathway|process\s+map|outline)\b",
    re.IGNORECASE,
)
_TERSE = 9  # words a stage: a list of names or timescales
_SHORTER = 0.6  # of the other's words: a telling as long as the other is another procedure, not its summary


def distinct(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The drafts that are ladders of their own, in printed order, summaries folded into what they sum up."""
    begun = {draft.word for draft in drafts if not draft.spoken_of}
    kept = _without_nested(_without_bare([draft for draft in drafts if not (draft.spoken_of and draft.word in begun)]))
    kept = _without_lesser(_without_partial(kept))
    found: list[Draft] = []
    for draft in sorted(kept, key=lambda one: -len(one.words)):
        at = next((place for place, fuller in enumerate(found) if _sums_up(draft, fuller)), None)
        if at is None:
            found.append(draft)
        else:
            found[at] = _with_aside(found[at], draft)
    return tuple(sorted(found, key=lambda one: one.start))


def _without_bare(drafts: Sequence[Draft]) -> list[Draft]:
    """Leave out a list of stage names (a contents list) where the stages themselves are told elsewhere."""
    told = [draft for draft in drafts if any(sketch.pieces or durations(sketch.name) for sketch in draft.sketches)]
    return [draft for draft in drafts if draft in told or not any(draft.places <= other.places for other in told)]


def _without_nested(drafts: Sequence[Draft]) -> list[Draft]:
    dropped: set[int] = set()
    for outer_at, outer in enumerate(drafts):
        for inner_at, inner in enumerate(drafts):
            if inner_at != outer_at and inner.lines < outer.lines and {inner_at, outer_at}.isdisjoint(dropped):
                dropped.add(outer_at if outer.word in _CONTAINERS and inner.word not in _CONTAINERS else inner_at)
    return [draft for at, draft in enumerate(drafts) if at not in dropped]


def _without_partial(drafts: Sequence[Draft]) -> list[Draft]:
    """Leave out a sequence without the first stage where another has all its stages and the first: columns of contacts
    for Stages 2 and 3, or notes about them."""
    return [
        draft
        for draft in drafts
        if not any(
            _numbered(draft) < _numbered(other) and min(_numbered(draft)) > min(_numbered(other))
            for other in drafts
            if _numbered(draft) and other is not draft and other.word == draft.word
        )
    ]


def _numbered(draft: Draft) -> set[tuple[int, str]]:
    return {place for place in draft.places if place[0] >= 0}


def _without_lesser(drafts: Sequence[Draft]) -> list[Draft]:
    """Beside a ladder, a sequence by another word ("five steps of good challenge") counts only if its roles climb."""
    if len({draft.word for draft in drafts}) < 2:
        return list(drafts)
    climbing = [draft for draft in drafts if climbs(draft)]
    return climbing or list(drafts[:1])


def climbs(draft: Draft) -> bool:
    """Whether the stages of a draft reach more than one height, the last no lower than the first."""
    heights = [rank(" ".join([sketch.said, *(piece.text for piece in sketch.pieces)])) for sketch in draft.sketches]
    return len(set(heights)) > 1 and heights[-1] >= heights[0]


def _sums_up(shorter: Draft, fuller: Draft) -> bool:
    shared = shorter.places & fuller.places
    if len(shared) * 3 < 2 * min(len(shorter.places), len(fuller.places)) or (
        shorter.word and fuller.word and shorter.word != fuller.word
    ):
        return False
    if _contradicts(shorter, fuller):
        return False
    if len(shorter.words.split()) <= _TERSE * len(shorter.sketches) and shorter.places <= fuller.places:
        return True
    if (
        any(_SUMMARY.search(heading) for draft in (shorter, fuller) for heading in draft.root[-1:])
        and _alike(shorter, fuller) >= 0.25
    ):
        return True
    return len(shorter.words) < _SHORTER * len(fuller.words) and _alike(shorter, fuller) >= 0.5


def _contradicts(one: Draft, other: Draft) -> bool:
    """Whether most stages that both tell have other clocks in each: two procedures, such as those of two areas."""
    by_place = {sketch.place: sketch.timed for sketch in other.sketches}
    both = [
        (sketch.timed, by_place[sketch.place]) for sketch in one.sketches if sketch.timed and by_place.get(sketch.place)
    ]
    return bool(both) and sum(mine.isdisjoint(theirs) for mine, theirs in both) * 2 >= len(both)


def _alike(shorter: Draft, fuller: Draft) -> float:
    """The mean share of a stage's telling words that stand in the same stage of the other, from 0 to 1."""
    by_place = {sketch.place: sketch for sketch in fuller.sketches}
    shares = [
        len(_telling(sketch) & _telling(by_place[sketch.place])) / max(1, len(_telling(sketch)))
        for sketch in shorter.sketches
        if sketch.place in by_place
    ]
    return sum(shares) / max(1, len(shares))


def _telling(sketch: Sketch) -> set[str]:
    words = {
        word.lower().rstrip("s")
        for word in re.findall(r"[A-Za-z]{4,}", f"{sketch.name} {' '.join(piece.text for piece in sketch.pieces)}")
    }
    return words | sketch.timed


def _told_by(summary: Sketch) -> tuple[Piece, ...]:
    named = (Piece(summary.name, summary.head, Field.TIMESCALE),) if summary.name else ()
    return (*named, *summary.pieces)


def _with_aside(fuller: Draft, summary: Draft) -> Draft:
    """A summary says nothing of which form of a stage it means, so that a stage in several forms takes nothing from it."""
    by_place = {sketch.place: sketch for sketch in summary.sketches}
    formed = {sketch.place for sketch in fuller.sketches if sketch.another}
    sketches = tuple(
        replace(sketch, aside=(*sketch.aside, *_told_by(by_place[sketch.place])))
        if sketch.place in by_place and sketch.place not in formed
        else sketch
        for sketch in fuller.sketches
    )
    return replace(fuller, sketches=sketches, lines=fuller.lines | summary.lines)
