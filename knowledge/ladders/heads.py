"""Lines that begin a stage, and the sequences they form."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from knowledge.ladders.acts import acts
from knowledge.ladders.labels import STAGE_WORDS, Label, head_label, leading_label, spoken_label, trailing_label
from knowledge.ladders.lines import Kind, Line
from knowledge.ladders.own_words import counted_words, own_label


class Form(IntEnum):
    """How a stage is begun, the plainest first."""

    HEADING = 1
    PSEUDO_HEADING = 2  # a bold paragraph, a caption, a short line of its own
    RUN_IN = 3
    SENTENCE = 4  # "Stage 1 is a discussion ...": trusted only where nothing plainer is found


@dataclass(frozen=True, slots=True)
class Head:
    """A line that begins a stage: `at` its position in the stream, `body` the words of the line after its head."""

    at: int
    line: Line
    label: Label
    form: Form
    body: str = ""


_LONGEST_NAME = 14
_VERBAL = re.compile(
    r"\b(?:must|should|shall|will|may|can|cannot|is|are|was|were|has|have|need|needs|do|does|did|ensure|please|if|where|when|remains?)\b",
    re.IGNORECASE,
)
_TELLS = re.compile(
    r"^(?:discuss|speak|talk|contact|raise|tell|ask|inform|notify|refer|escalate|arrange|meet|write|record|try|attempt|consult|seek|request|"
    r"email|phone|call|report|take|send|agree|convene|hold|share|explain|make|use|complete|bring)\b(?!\s*(?:/|between|to\s+\w+$))",
    re.IGNORECASE,
)
_NAME_END = re.compile(r":\s+|\.\s+(?=[A-Z])|\s+[–—-]\s+(?=[A-Z])")


def find_heads(lines: Sequence[Line]) -> tuple[Head, ...]:
    """Every line that begins with, or is headed by, a stage label: in a usual word, or in one that the page counts by."""
    own = [head for at, line in enumerate(lines) if (head := _own_head(at, line)) is not None]
    counted = counted_words(head.label for head in own)
    at_own = {head.at: head for head in own if head.label.word in counted}
    found = ((at, _head(at, line)) for at, line in enumerate(lines))
    return tuple(head for at, usual in found if (head := usual or at_own.get(at)) is not None)


def _own_head(at: int, line: Line) -> Head | None:
    if line.linked or line.kind not in (Kind.HEADING, Kind.BOLD) or not (label := own_label(line.text)):
        return None
    return Head(at, line, label, Form.HEADING if line.kind is Kind.HEADING else Form.PSEUDO_HEADING)


def _head(at: int, line: Line) -> Head | None:
    if line.linked or not line.text or line.kind in (Kind.TABLE, Kind.FIGURE):
        return None
    if line.kind in (Kind.HEADING, Kind.BOLD, Kind.CAPTION):
        label = head_label(line.text)
        form = Form.HEADING if line.kind is Kind.HEADING else Form.PSEUDO_HEADING
        return Head(at, line, label, form) if label else None
    if line.label and (label := head_label(line.label)):
        body = (
            re.sub(r"^\s*[:.–—-]?\s*", "", line.text[len(line.label) :])
            if line.text.startswith(line.label)
            else line.text
        )
        if not label.name:
            name, body = split_name(body)
            label = replace(label, name=name)
        return Head(at, line, label, Form.RUN_IN if body else Form.PSEUDO_HEADING, body)
    return _unmarked(at, line)


def _unmarked(at: int, line: Line) -> Head | None:
    """A line without bold or heading: it begins a stage where a mark, or nothing, follows the label."""
    if label := leading_label(line.text):
        if not label.opens:
            short = len(line.text.split()) <= 8 and not _VERBAL.search(line.text) and not line.text.endswith(".")
            return Head(at, line, label, Form.PSEUDO_HEADING) if short else _in_a_sentence(at, line, label)
        name, body = split_name(label.name)
        return Head(at, line, replace(label, name=name), Form.RUN_IN if body else Form.PSEUDO_HEADING, body)
    if label := spoken_label(line.text):
        return _in_a_sentence(at, line, label)
    if len(line.text.split()) <= 10 and not _VERBAL.search(line.text) and (label := trailing_label(line.text)):
        return Head(at, line, label, Form.PSEUDO_HEADING)
    return None


def _in_a_sentence(at: int, line: Line, label: Label) -> Head:
    return Head(at, line, replace(label, name=""), Form.SENTENCE, line.text)


def split_name(rest: str) -> tuple[str, str]:
    """What follows a label, parted into the stage's name and the text after it: either may be empty."""
    rest = rest.strip()
    if cut := _NAME_END.search(rest):
        first = rest[: cut.start()]
        if _is_name(first) and not (cut[0].startswith(".") and _is_sentence(first)):
            return first.strip(), rest[cut.end() :].strip()
    return (rest, "") if _is_name(rest.rstrip(".:")) and not rest.endswith(".") else ("", rest)


def _is_sentence(words: str) -> bool:
    """Whether words tell what somebody does: "The managers ask their heads of service to meet"."""
    return words.startswith(("The ", "Each ", "Your ", "Both ")) and bool(acts(words))


def _is_name(words: str) -> bool:
    return (
        len(words.split()) <= _LONGEST_NAME
        and not _VERBAL.search(words)
        and not _TELLS.match(words)
        and not re.search(r"\bwithin\b", words)
    )


# --- sequences -----------------------------------------------------------------------------------


@dataclass(slots=True)
class _Run:
    """A sequence under way."""

    heads: list[Head]
    descending: bool = False

    def numbers(self) -> list[int]:
        return [head.label.number for head in self.heads if head.label.number is not None]


def sequences(heads: Sequence[Head]) -> tuple[tuple[Head, ...], ...]:
    """The heads parted into sequences: one per word (stage, step ...) and per restart of the numbers.

    A number missing or out of order stays in its sequence; a number seen before begins a new sequence, unless it stands
    inside the stage just begun (a heading repeated) or beside it at the same level (a second form of that stage).
    """
    found: list[tuple[Head, ...]] = []
    for word in dict.fromkeys((*STAGE_WORDS, *(head.label.word for head in heads))):
        found.extend(_of_word([head for head in heads if head.label.word == word]))
    return tuple(sorted((run for run in found if len(run) > 1), key=lambda run: run[0].at))


def _of_word(heads: Sequence[Head]) -> Iterator[tuple[Head, ...]]:
    plain = [head for head in heads if head.form is not Form.SENTENCE and not _refers(head, heads)]
    runs = tuple(run for run in _runs(plain) if len(run) > 1)
    told = {head.line.path[:1] for run in runs for head in run}
    yield from runs
    yield from _runs([head for head in heads if head.line.path[:1] not in told])


def _refers(head: Head, heads: Sequence[Head]) -> bool:
    """A line in the text of one stage that begins with the label of another, which has a heading of its own."""
    if head.form is Form.HEADING:
        return False
    headings = [other for other in heads if other.form is Form.HEADING]
    inside = any(
        other.at < head.at
        and other.label.place != head.label.place
        and other.line.path == head.line.path[: len(other.line.path)]
        for other in headings
    )
    return inside and any(other.label.place == head.label.place for other in headings)


def _runs(heads: Sequence[Head]) -> Iterator[tuple[Head, ...]]:
    run: _Run | None = None
    for head in heads:
        if run is None or _restarts(run, head):
            if run is not None:
                yield tuple(run.heads)
            run = _Run([head])
        elif _groups(run.heads[-1], head):
            run.heads[-1] = head
        elif _repeats_inside(run.heads[-1], head):
            if not run.heads[-1].label.name and head.label.name:
                run.heads[-1] = replace(run.heads[-1], label=replace(run.heads[-1].label, name=head.label.name))
        else:
            run.heads.append(head)
    if run is not None:
        yield tuple(run.heads)


def _restarts(run: _Run, head: Head) -> bool:
    number, numbers = head.label.number, run.numbers()
    if number is None or not numbers:
        return False
    last = numbers[-1]
    if _groups(run.heads[-1], head):
        return False
    if number > last:
        return run.descending
    if number == last:
        return (
            head.label.place == run.heads[-1].label.place
            and not _beside(run.heads[-1], head)
            and not _repeats_inside(run.heads[-1], head)
        )
    if (
        number == last - 1
        and (run.descending or len(set(numbers)) == 1)
        and last > 1
        and _same_standing(run.heads[-1], head)
    ):
        run.descending = True
        return False
    return number in numbers or number <= min(numbers)


def _repeats_inside(outer: Head, inner: Head) -> bool:
    deeper = inner.line.level > outer.line.level or inner.form > outer.form
    return (
        outer.label.place == inner.label.place and deeper and outer.line.path == inner.line.path[: len(outer.line.path)]
    )


def _beside(one: Head, other: Head) -> bool:
    """Two forms of one stage stand at the same level, and each says whose it is."""
    names = one.label.name.lower(), other.label.name.lower()
    return _same_standing(one, other) and names[0] != names[1] and all(names)


def is_another_form(one: Head, other: Head) -> bool:
    """Whether neighbouring heads bear one label without a number ("Final stage - Avonlea", "Final stage - Dunmere")."""
    same = (one.label.word, one.label.printed.lower()) == (other.label.word, other.label.printed.lower())
    return bool(one.label.word) and one.label.number is None and same and _beside(one, other)


def _same_standing(one: Head, other: Head) -> bool:
    return one.form == other.form and one.line.level == other.line.level and one.line.depth == other.line.depth


def _groups(outer: Head, inner: Head) -> bool:
    """ "Stages 1-2 (informal)" over "Stage 1": the first is a heading over stages, not a stage."""
    first, last, number = outer.label.number, outer.label.last, inner.label.number
    return (
        last is not None
        and first is not None
        and number is not None
        and first <= number <= last
        and inner.label.last is None
    )
