"""A stage read closely: its sentences, clocks, roles, and what to record."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.ladders.clocks import clocks_in, restates
from knowledge.ladders.drafts import Draft, Piece, Sketch
from knowledge.ladders.durations import durations
from knowledge.ladders.exceptions import is_exemption
from knowledge.ladders.fields import Field
from knowledge.ladders.labels import formality
from knowledge.ladders.ladder import Clock, Stage, Unit
from knowledge.ladders.lines import Line
from knowledge.ladders.raising import raised
from knowledge.ladders.sentences import sentences
from knowledge.manual import Place

_ONLY_A_TIME = re.compile(
    r"(?:(?:within|by|a|an|further|up|to|maximum|of|timescale|the|next|same)\W+)*[\w-]+(?:\s*\(\w+\))?\s+(?:(?:working|school|calendar)\s+)?(?:minutes?|hours?|days?|weeks?|months?)",
    re.IGNORECASE,
)
_RECORDS = re.compile(
    r"\brecord(?:ed|ing)\b|\b(?:records?|notes?)\s+(?:down\s+)?(?:the|what|why|who|their|this|how|any|it|all|your)\b|\bwr(?:ite|ites|itten|ote)\s+(?:\w+\s+)?(?:down|up)\b|\bwrites?\s+(?:them|it)\s+in\b|\bmakes?\s+an?\s+(?:entry|note)\b|\b(?:must|should|shall|will|may|to|and|please|also)\s+record\b|^\W*record\b|\b(?:keep|make|written|clear|full|accurate|an?)\s+(?:\w+\s+){0,2}records?\b|\bdocumented\b|\b(?:must|should|to)\s+document\b|\bin\s+writing\b|\bwritten\s+(?:record|confirmation|note|summary)|\b(?:on|in|to)\s+(?:the\s+|each\s+|both\s+)?(?:[\w’']+\s+){0,2}(?:files?|case\s+notes?|records?)\b|\bcase\s+note\b|"
    r"\bminuted?\b|\blogg?(?:ed)?\b|\bkeep\s+(?:a\s+)?(?:clear\s+|full\s+|written\s+)*notes?\b|\b(?:send|complete|submit|fill)\w*\s+(?:in\s+)?(?:the\s+|an?\s+)?(?:\w+\s+){0,3}(?:form|template|proforma)\b|"
    r"\b(?:confirm\w*|follow\w*)\b.{0,40}\b(?:by|in)\s+(?:an?\s+)?(?:e-?mail|letter)\b",
    re.IGNORECASE,
)


def stages_of(draft: Draft) -> tuple[Stage, ...]:
    """The stages of a draft in the order to be taken. Two forms of one stage share an order."""
    ordered = _in_order(draft.sketches)
    found: list[Stage] = []
    order = 0
    previous: Sketch | None = None
    for sketch in ordered:
        twin = sketch.another or (sketch.number is not None and previous is not None and sketch.place == previous.place)
        if previous is None or not twin:
            order += 1
        found.append(_stage(sketch, order))
        previous = sketch
    return tuple(_without_shared_names(found))


def _without_shared_names(stages: Sequence[Stage]) -> Iterator[Stage]:
    """Stages without a name that is only the heading over several of them ("When you disagree"); it stays in their path."""
    orders: dict[str, set[int]] = {}
    for stage in stages:
        orders.setdefault(stage.name, set()).add(stage.order)
    for stage in stages:
        over = stage.name in stage.place.path and len(orders[stage.name]) > 1
        yield replace(stage, name="") if over else stage


def _in_order(sketches: Sequence[Sketch]) -> tuple[Sketch, ...]:
    """By number, a stage without one ("Informal", "Final stage") staying first or last; as printed where one stands between."""
    numbered = [at for at, sketch in enumerate(sketches) if sketch.number is not None]
    if not numbered or len(numbered) < numbered[-1] - numbered[0] + 1:
        return tuple(sketches)
    first, end = numbered[0], numbered[-1] + 1
    inner = sorted(sketches[first:end], key=lambda sketch: sketch.place)
    return (*sketches[:first], *inner, *sketches[end:])


def _stage(sketch: Sketch, order: int) -> Stage:
    texts = tuple(dict.fromkeys(sentence for piece in sketch.pieces for sentence in sentences(piece.text)))
    by, to = raised(sketch)
    head = sketch.head
    own = (piece.text for piece in sketch.pieces if piece.line.path == head.path)
    first = next((sentence for text in own for sentence in sentences(text)), texts[0] if texts else sketch.said)
    said = formality(f"{sketch.said} {sketch.label}")
    return Stage(
        label=sketch.label,
        order=order,
        place=Place(head.path, first, head.anchor, _number(head)),
        name=_name(sketch.name),
        raised_by=by,
        raised_to=to,
        clocks=tuple(_clocks(sketch)),
        record=tuple(_records(sketch)),
        text=texts,
        formal=said if said is not None else _formality_of_path(head.path),
    )


def _name(name: str) -> str:
    """ "Phase One (worker to worker)." is named "worker to worker", "Stage 1 (within 2 working days)" has no name."""
    inner = re.fullmatch(r"\(([^()]*)\)[.:]?", name)
    bare = (inner[1] if inner else name).strip(" .:")
    return "" if _ONLY_A_TIME.fullmatch(bare) and durations(bare) else bare


def _number(head: Line) -> str:
    """The number printed beside the stage's own paragraph or heading, failing that its section's."""
    return head.number if any(sign.isalnum() for sign in head.number) else head.section_number


def _formality_of_path(path: Sequence[str]) -> bool | None:
    return next((said for heading in reversed(path) if (said := formality(heading)) is not None), None)


def _records(sketch: Sketch) -> Iterator[str]:
    seen: set[str] = set()
    for piece in sketch.pieces:
        for sentence in sentences(piece.text):
            if sentence not in seen and (piece.field is Field.RECORD or _RECORDS.search(sentence)):
                seen.add(sentence)
                yield sentence


# --- clocks ----------------------------------------------------------------------------------------


def _clocks(sketch: Sketch) -> Iterator[Clock]:
    """Each limit once: a bare figure in a head or a timescale column gives way to the sentence that says the same."""
    bare = [clock for clock in clocks_in(sketch.name, timescale=True) if clock.unit is not Unit.IMMEDIATELY]
    told: list[Clock] = []
    for piece in sketch.pieces:
        found = _of_piece(piece)
        if piece.field is Field.TIMESCALE:
            bare = [*_unsaid(bare, found), *found]
        else:
            told.extend(clock for clock in found if not (_known(clock, told) and _says_again(clock, told)))
    clocks = [*_unsaid(bare, told), *told]
    aside = [clock for piece in sketch.aside for clock in _of_piece(piece) if clock.unit is not Unit.IMMEDIATELY]
    yield from clocks
    yield from _unsaid(aside, clocks)


def _unsaid(bare: Sequence[Clock], told: Sequence[Clock]) -> list[Clock]:
    """The bare clocks without one for each clock told that says the same."""
    left = Counter((clock.value, clock.unit) for clock in told)
    kept: list[Clock] = []
    for clock in bare:
        if left[clock.value, clock.unit]:
            left[clock.value, clock.unit] -= 1
        else:
            kept.append(clock)
    return kept


def _of_piece(piece: Piece) -> list[Clock]:
    clocks = clocks_in(piece.text, timescale=piece.field is Field.TIMESCALE)
    kept = [clock for clock in clocks if clock.unit is not Unit.IMMEDIATELY or not is_exemption(clock.text)]
    if not piece.case:
        return kept
    return [replace(clock, qualifier="; ".join(filter(None, (piece.case, clock.qualifier)))) for clock in kept]


def _known(clock: Clock, others: Sequence[Clock]) -> bool:
    return any((clock.value, clock.unit) == (other.value, other.unit) for other in others)


def _says_again(clock: Clock, others: Sequence[Clock]) -> bool:
    if any(clock.text == other.text for other in others):
        return False
    return restates(clock.text, clock)
