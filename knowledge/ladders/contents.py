"""Which lines belong to each stage of a sequence, and what each of them says."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from knowledge.ladders.drafts import Draft, Piece, Sketch
from knowledge.ladders.fields import Field, field_of
from knowledge.ladders.forms import forms_of
from knowledge.ladders.heads import Form, Head, is_another_form
from knowledge.ladders.lines import Kind, Line
from knowledge.ladders.tables import table_pieces

_GENERAL = re.compile(
    r"^\W*(?:at\s+(?:all|any|every|each)\s+(?:stages?|times?|points?|steps?|levels?)|at\s+no\s+(?:time|stage|point)|throughout|in\s+(?:all|every)\s+cases?|regardless|"
    r"all\s+(?:stages|steps|levels|discussions|escalations|agencies|professionals|practitioners|staff|timescales|decisions|records|correspondence|actions)|each\s+(?:stage|agency|step)|every\s|"
    r"(?:these|the|all)\s+timescales|(?:this|the)\s+(?:whole\s+|entire\s+|overall\s+)?(?:procedure|protocol|policy|process|chapter|guidance)\b|(?:a\s+)?(?:clear\s+|written\s+|full\s+)?records?\s+(?:of\s+(?:all|each|the|any|every)|must|should)|"
    r"it\s+is\s+(?:important|essential|vital)|(?:where|once|when|if|after)\s+(?:the\s+|an?\s+)?(?:matter|issue|disagreement|dispute|concern|agreement|escalation|resolution)s?\s+(?:is|are|has|have)\s+(?:been\s+)?(?:resolved|reached|concluded|closed|settled)|"
    r"once\s+resolved|following\s+(?:the\s+)?(?:resolution|conclusion|outcome)|on\s+resolution|if\s+at\s+any|nothing\s+in\s+this|printed|(?:please\s+)?note\b|learning\b|timescales\b|"
    r"(?:if|where|when)\s+(?:a|the|any)\s+child(?:ren)?\s+(?:is|are|may\s+be|appears?|would)|for\s+all\s|any\s+(?:stage|step|professional|practitioner|learning|time)|when\s+the\s+(?:process|procedure)|further\s+(?:information|guidance|advice))",
    re.IGNORECASE,
)
_OF_ALL_STAGES = re.compile(
    r"^\W*(?:at\s+(?:all|any|every|each)\s+(?:stages?|steps?|levels?)|throughout\s+(?:the|this|all)|(?:the|this)\s+(?:\w+\s+)?(?:process|procedure|protocol)\s+(?:should|must|will|is\s+to|needs)|"
    r"all\s+(?:stages|steps|timescales)|(?:these|the|all)\s+timescales)\b",
    re.IGNORECASE,
)
_CLOSING_HEADING = re.compile(
    r"\b(?:review\w*|monitor\w*|audit\w*|learning|after\s+(?:resolution|escalat\w+)|further\s+(?:information|reading|guidance)|complaints?|contacts?|contact\s+details|appendi\w+|annex|references|exceptions?|"
    r"immediate\s+risk|urgent|emergenc\w+|quality\s+assurance|related|related\s+\w+|flow\s?chart|feedback|dissent|whistle-?\s?blowing|support|glossary|definitions?)\b",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"^(?P<label>[A-Z][\w’' /?&-]{1,40}?)\s*[:–—]\s+(?P<rest>\S.*)$", re.DOTALL)


def is_general(text: str) -> bool:
    """Whether a paragraph after the last stage speaks of the whole procedure rather than of that stage."""
    return bool(_GENERAL.match(text)) and not re.search(
        r"\bthis\s+(?:stage|step|level|tier|phase)\b", text, re.IGNORECASE
    )


def draft_of(heads: Sequence[Head], lines: Sequence[Line]) -> Draft:
    """The stages begun by these heads, each with the lines that belong to it."""
    spans: list[range] = []
    for position, head in enumerate(heads):
        following = heads[position + 1].at if position + 1 < len(heads) else None
        fielded = any(_is_field(lines[at]) for span in spans for at in span)
        spans.append(_span(head, following, lines, _Usual(_usual_length(heads, spans), fielded)))
    sketches = tuple(
        sketch
        for position, (head, span) in enumerate(zip(heads, spans, strict=True))
        for sketch in _sketches(head, [lines[at] for at in span], lines, heads[position - 1] if position else None)
    )
    owned = frozenset(at for head, span in zip(heads, spans, strict=True) for at in (head.at, *span))
    return Draft(
        sketches,
        _root(heads),
        heads[0].at,
        max(owned),
        heads[0].label.word,
        owned,
        all(head.form is Form.SENTENCE for head in heads),
    )


def _root(heads: Sequence[Head]) -> tuple[str, ...]:
    paths = [head.line.path[:-1] if head.line.kind is Kind.HEADING else head.line.path for head in heads]
    shared = paths[0]
    for path in paths[1:]:
        shared = shared_path(shared, path)
    return shared


def shared_path(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """The headings that two heading paths begin with in common."""
    pairs = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    return tuple(heading for heading, _ in pairs)


def _usual_length(heads: Sequence[Head], spans: Sequence[range]) -> int:
    """How many lines of their own earlier stages have, beside that of their head."""
    return max((len(span) for span, _ in zip(spans, heads, strict=False)), default=0)


@dataclass(frozen=True, slots=True)
class _Usual:
    """What the earlier stages show of how a stage is printed: its most lines, and whether it has inner headings such as
    "Timescale"."""

    length: int
    fielded: bool


def _is_field(line: Line) -> bool:
    return line.kind in (Kind.HEADING, Kind.BOLD) and field_of(line.text) is not None


def _span(head: Head, following: int | None, lines: Sequence[Line], usual: _Usual) -> range:
    start = head.at + 1
    end = start
    last = following is None
    bound = len(lines) if following is None else following
    taken = 0
    while end < bound and not _ends(head, lines[end], last=last, fielded=usual.fielded):
        if last and head.form >= Form.RUN_IN and _is_further(head, lines[end]) and taken >= usual.length:
            break
        taken += 1
        end += 1
    return range(start, end)


def _ends(head: Head, line: Line, *, last: bool, fielded: bool) -> bool:
    if line.kind is Kind.HEADING:
        if head.form is Form.HEADING:
            return line.level <= head.line.level or (last and not fielded and _leads_away(line.text))
        return line.level <= head.line.level or (last and not (fielded and _is_field(line)))
    return (
        last
        and line.section == head.line.section
        and line.depth <= head.line.depth
        and _leaves_last(head, line, fielded=fielded)
    )


def _leads_away(heading: str) -> bool:
    """Whether a heading below the last stage, of a sort that no earlier stage has, is about the whole procedure."""
    return field_of(heading) is not None or bool(_CLOSING_HEADING.search(heading))


def _leaves_last(head: Head, line: Line, *, fielded: bool) -> bool:
    """Whether a line under the same heading as the last stage no longer belongs to it."""
    if head.form is Form.HEADING:
        return line.kind is Kind.TEXT and bool(_OF_ALL_STAGES.match(line.text))
    if line.kind is Kind.BOLD:
        return not (fielded and _is_field(line))
    beside = head.line.kind is Kind.ITEM and line.kind is Kind.ITEM and head.form >= Form.RUN_IN
    return beside or is_general(line.text)


def _is_further(head: Head, line: Line) -> bool:
    """A paragraph of its own, rather than the list that a run-in stage introduces."""
    return line.depth <= head.line.depth and line.kind in (Kind.TEXT, Kind.BOLD, Kind.TABLE, Kind.CAPTION)


def _sketches(head: Head, body: Sequence[Line], lines: Sequence[Line], before: Head | None) -> Iterator[Sketch]:
    """The stage that a head begins, in as many forms as its body tells."""
    first = (Piece(head.body, head.line),) if head.body else ()
    label = head.label
    said = head.line.text[: len(head.line.text) - len(head.body)] if head.body else head.line.text
    whole = Sketch(label.printed, label.name, label.number, label.letter, head.line, said)
    whole = replace(whole, another=before is not None and is_another_form(before, head))
    for form, own in forms_of(whole, head, body, lines):
        yield replace(form, pieces=(*first, *pieces_of(own)))


def pieces_of(lines: Sequence[Line]) -> Iterator[Piece]:
    """What each line of a stage says: an inner heading or a run-in label such as "Timescale:" tells."""
    field = Field.TEXT
    field_depth = 0
    for line in lines:
        if line.table is not None:
            yield from table_pieces(line.table, line)
        elif line.kind in (Kind.HEADING, Kind.BOLD, Kind.CAPTION):
            field, field_depth = _stage_field(line.text), line.depth
        elif line.kind is not Kind.FIGURE and line.text:
            inner = field if line.depth >= field_depth else Field.TEXT
            yield _piece(line, inner)


def _piece(line: Line, field: Field) -> Piece:
    label, rest = line.label, line.text[len(line.label) :].lstrip(" :.–—-") if line.text.startswith(line.label) else ""
    if not label and (match := _LABELLED.match(line.text)):
        label, rest = match["label"], match["rest"]
    if label and rest and (named := field_of(label)) and named is not Field.STAGE:
        return Piece(rest, line, named)
    return Piece(line.text, line, field)


def _stage_field(text: str) -> Field:
    named = field_of(text)
    return named if named is not None and named is not Field.STAGE else Field.TEXT
