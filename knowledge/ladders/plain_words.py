"""Stages called nothing but "Informal" or "Formal": before a labelled sequence ("Informal", "Stage 1", "Stage 2"), or a
pair of their own ("Informal", "Formal").

The words alone prove little ("Informal" may head a principle, "Formal" a group of stages), so that such a line counts only
beside the sequence it begins, or beside its counterpart, and only where what stands below it tells somebody to act.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from knowledge.ladders.durations import durations
from knowledge.ladders.heads import Form, Head
from knowledge.ladders.labels import Label
from knowledge.ladders.lines import Kind, Line
from knowledge.ladders.roles import rank, roles
from knowledge.ladders.sentences import sentences
from knowledge.ladders.turns import RAISES, is_transition

_WORDS = re.compile(
    r"^\W*(?:\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-z])[.)]\s+)?(?P<printed>(?P<informal>in)?formal"
    r"(?:\s+(?:resolution|discussions?|conversations?|challenge|approach|contact|escalation|process|procedure|route|action|stages?|steps?|dispute\s+resolution))?)"
    r"\s*(?:[:.–—]\s*|\s-\s+|$)(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST_NAME = 10  # words after the mark that are a name ("Informal: practitioner to practitioner"), not the text


def with_informal(run: tuple[Head, ...], lines: Sequence[Line]) -> tuple[Head, ...]:
    """The sequence with the informal stage printed just before it; the sequence as it is where none is."""
    first = run[0]
    if re.search(r"\binformal\b", f"{first.label.printed} {first.label.name}", re.IGNORECASE):
        return run
    for at in range(first.at - 1, -1, -1):
        found = _plain_head(at, lines[at], first.label.word)
        if found and found[1]:
            before = found[0]
            return (before, *run) if _leads_to(before, first, lines) and _tells(_body(before, lines)) else run
        if lines[at].kind is Kind.HEADING and not found and lines[at].level <= first.line.level and at < first.at:
            outer = first.line.path[: len(lines[at].path)] == lines[at].path
            if first.form is Form.HEADING or not outer:
                return run
    return run


def pairs(lines: Sequence[Line], taken: frozenset[int]) -> Iterator[tuple[Head, ...]]:
    """ "Informal" and "Formal" beside each other, each telling one step, outside the lines already `taken`."""
    found = [head for at, line in enumerate(lines) if at not in taken and (head := _plain_head(at, line, "stage"))]
    for (one, informal), (other, also_informal) in pairwise(found):
        holds_others = not taken.isdisjoint(range(one.at, _end(other, lines)))
        if not informal or also_informal or holds_others or not _beside(one, other, lines):
            continue
        bodies = _body(one, lines), _body(other, lines)
        if all(_tells(body) and not _goes_on(body) for body in bodies):
            yield (one, other)


def _plain_head(at: int, line: Line, word: str) -> tuple[Head, bool] | None:
    """The stage that a line begins with such a word, and whether it is the informal one."""
    if line.linked or line.kind in (Kind.TABLE, Kind.FIGURE) or not (match := _WORDS.match(line.text)):
        return None
    rest = match["rest"].strip()
    if line.kind in (Kind.HEADING, Kind.BOLD, Kind.CAPTION):
        form = Form.HEADING if line.kind is Kind.HEADING else Form.PSEUDO_HEADING
        label = Label(match["printed"], word, None, name=rest)
        return (Head(at, line, label, form), bool(match["informal"])) if len(rest.split()) <= _LONGEST_NAME else None
    form = Form.RUN_IN if rest else Form.PSEUDO_HEADING
    return Head(at, line, Label(match["printed"], word, None), form, rest), bool(match["informal"])


def _leads_to(before: Head, first: Head, lines: Sequence[Line]) -> bool:
    """Whether nothing but a heading such as "Formal" stands between the informal stage and the sequence."""
    if first.line.path[: len(before.line.path)] == before.line.path and before.form is Form.HEADING:
        return False  # the sequence stands inside it: a heading over stages
    between = range(before.at + 1, first.at)
    if before.form is Form.HEADING:
        barred = [at for at in between if lines[at].kind is Kind.HEADING and lines[at].level <= before.line.level]
        return (
            all(_plain_head(at, lines[at], "") is not None for at in barred) and before.line.level <= first.line.level
        )
    same = before.line.section == first.line.section and before.line.depth == first.line.depth
    return same and not any(_stands_alike(lines[at], before.line) for at in between)


def _beside(one: Head, other: Head, lines: Sequence[Line]) -> bool:
    alike = one.form is other.form and one.line.level == other.line.level and one.line.depth == other.line.depth
    outer = slice(None, -1) if one.form is Form.HEADING else slice(None)
    return (
        alike
        and one.line.path[outer] == other.line.path[outer]
        and not any(_stands_alike(lines[at], one.line) for at in range(one.at + 1, other.at))
    )


def _stands_alike(line: Line, head: Line) -> bool:
    if head.kind is Kind.HEADING:
        return line.kind is Kind.HEADING and line.level <= head.level
    return line.kind is Kind.HEADING or (
        line.depth == head.depth and bool(line.label) == bool(head.label) and bool(line.label)
    )


def _body(head: Head, lines: Sequence[Line]) -> list[str]:
    """What is said below a head."""
    below = lines[head.at + 1 : _end(head, lines)]
    said = [line.text for line in below if line.table is None and line.kind is not Kind.FIGURE]
    return [head.body, *said] if head.body else said


def _end(head: Head, lines: Sequence[Line]) -> int:
    """The position of the next line that stands as a head does, or the chapter's end."""
    return next((at for at in range(head.at + 1, len(lines)) if _stands_alike(lines[at], head.line)), len(lines))


def _tells(body: Sequence[str]) -> bool:
    """Whether somebody raises something: a role and an act, or a role and a time."""
    words = " ".join(body)
    return bool((roles(words) or rank(words)) and (RAISES.search(words) or durations(words)))


def _goes_on(body: Sequence[str]) -> bool:
    """Whether the text passes the matter on more than once: then it tells several steps, which are read one by one."""
    return sum(is_transition(sentence) for text in body for sentence in sentences(text)) > 1
