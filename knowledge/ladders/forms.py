"""One stage in several forms, told apart by place: "5.1 Avonlea", "5.2 Cressford: Independent Scrutineer".

Sub-headings, bold paragraphs or run-in labels below a stage are forms of it where they name places. A word is taken for
a place only on evidence: the stage says that areas differ, the heading says "area" or "council", or the chapter prints
the same name in the middle of its sentences.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.ladders.drafts import Sketch
from knowledge.ladders.fields import field_of
from knowledge.ladders.heads import Head
from knowledge.ladders.labels import head_label
from knowledge.ladders.lines import Kind, Line
from knowledge.ladders.roles import rank, roles

_FEWEST = 2
_LONGEST_PLACE = 8  # words: "Avonlea, Brackwater and the City of Dunmere" is about as long as a list of places gets

_AREA = (
    r"(?:areas?|localit(?:y|ies)|boroughs?|count(?:y|ies)|districts?|local\s+authorit(?:y|ies)|councils?|partnerships?)"
)
_AREAS_DIFFER = re.compile(
    rf"\b(?:differ(?:s|ent|ently)?|var(?:y|ies)|depend(?:s|ing)?)\b[^.;]{{0,60}}\b{_AREA}\b|"
    rf"\b{_AREA}\b[^.;]{{0,60}}\b(?:differ(?:s|ent|ently)?|var(?:y|ies)|has\s+its\s+own|have\s+their\s+own)\b|"
    rf"\b(?:in|for)\s+(?:each|your|every)\s+(?:local\s+)?{_AREA}\b|\blocal\s+(?:arrangements|variations?|differences)\b|\bwhere\s+you\s+work\b",
    re.IGNORECASE,
)
_SAYS_AREA = re.compile(
    rf"\b(?:{_AREA}|city|unitary|metropolitan|county\s+council|(?:arrangements|process|procedure)\s+(?:in|for))\b",
    re.IGNORECASE,
)
_BEFORE_PLACE = re.compile(
    r"^\W*(?:the\s+)?(?:(?:in|for|within|across)\s+|(?:final\s+|local\s+)?(?:arrangements?|stage|process|procedure)\s+(?:in|for)\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
_AFTER_NAME = re.compile(r"\s*(?::|\s[–—-]\s|\(|[–—]).*$", re.DOTALL)
_NAME_WORD = re.compile(r"[A-Z][\w’'-]*$")
_NOT_A_PLACE = re.compile(
    r"\b(?:health|nhs|police|education|schools?|colleges?|nursery|nurseries|early\s+(?:years|help)|social\s+(?:care|work)|probation|housing|prisons?|hospitals?|"
    r"voluntary|charit(?:y|ies)|adult|cafcass|ofsted|youth|panel|meeting|mediation|discussion|forms?|template|process|outcomes?|decisions?|review|"
    r"resolution|escalation|disagreements?|disputes?|challenge|learning|information|guidance|contacts?|appendix|purpose|notes?|monday|tuesday|wednesday|thursday|friday)\b",
    re.IGNORECASE,
)
_JOINING = frozenset(["and", "&", "of", "the", "upon", "on", "in", "with", "by", "under", "le", "la"])
_GENERAL_NAME = re.compile(
    r"^(?:north|south|east|west|central|city|county|borough|council|councils|area|areas|only|district|unitary|metropolitan|"
    r"royal|local|authority|children|partnership|the)$",
    re.IGNORECASE,
)


def forms_of(
    sketch: Sketch, head: Head, body: Sequence[Line], lines: Sequence[Line]
) -> Iterator[tuple[Sketch, list[Line]]]:
    """The forms of a stage, each with the lines that are its own or shared by all of them, in printed order; the stage
    itself with its whole body where it has one form. `lines` is the whole chapter, searched for the names of places."""
    starts = _starts(head, body, lines)
    if len(starts) < _FEWEST:
        yield sketch, list(body)
        return
    ends = [_end(body, start, [*starts, len(body)][at + 1]) for at, start in enumerate(starts)]
    inside = {at for start, end in zip(starts, ends, strict=True) for at in range(start, end)}
    before = list(body[: starts[0]])
    after = [line for at, line in enumerate(body) if at > starts[0] and at not in inside]
    for position, (start, end) in enumerate(zip(starts, ends, strict=True)):
        begins = body[start]
        name = begins.label or begins.text if begins.kind in (Kind.TEXT, Kind.ITEM) else begins.text
        own = list(body[start if begins.kind in (Kind.TEXT, Kind.ITEM) else start + 1 : end])
        if own and own[0] is begins:
            rest = begins.text[len(begins.label) :].lstrip(" :.–—-")
            own[0] = replace(begins, text=rest, label="")
        form = replace(sketch, name=name.strip(" :.–—-"), head=begins, another=position > 0)
        yield form, [*before, *own, *after]


def _starts(head: Head, body: Sequence[Line], lines: Sequence[Line]) -> list[int]:
    """Where in the body of a stage its forms begin; nothing where it has one form only."""
    for beside in _siblings(body):
        named = [at for at in beside if place_of(_words(body[at]))]
        if len(named) < _FEWEST or any(_is_other(_words(body[at])) for at in beside if named[0] < at < named[-1]):
            continue
        if named != [at for at in beside if named[0] <= at <= named[-1]]:
            continue
        before = " ".join([head.line.text, *(line.text for line in body[: named[0]])])
        if _are_places([_words(body[at]) for at in named], before, lines):
            return named
    return []


def _siblings(body: Sequence[Line]) -> list[list[int]]:
    """Lines of the body that could begin a form, grouped by how they stand: the outermost headings first."""
    groups: dict[tuple[int, int, int], list[int]] = {}
    for at, line in enumerate(body):
        if line.kind is Kind.HEADING:
            groups.setdefault((0, line.level, 0), []).append(at)
        elif line.kind is Kind.BOLD:
            groups.setdefault((1, line.level, line.depth), []).append(at)
        elif line.kind in (Kind.TEXT, Kind.ITEM) and line.label:
            groups.setdefault((2, line.level, line.depth), []).append(at)
    return [groups[key] for key in sorted(groups)]


def _end(body: Sequence[Line], start: int, following: int) -> int:
    """The end of a form: the next form, or the next line that stands as the form's own head does."""
    begins = body[start]
    for at in range(start + 1, following):
        line = body[at]
        if line.kind is Kind.HEADING and (begins.kind is not Kind.HEADING or line.level <= begins.level):
            return at
        if line.kind is Kind.BOLD and begins.kind is not Kind.HEADING and line.depth <= begins.depth:
            return at
        if begins.kind is Kind.ITEM and line.depth < begins.depth:
            return at
    return following


def _words(line: Line) -> str:
    return line.label if line.kind in (Kind.TEXT, Kind.ITEM) else line.text


def place_of(words: str) -> str:
    """The names of places that a short heading begins with ("Cressford" of "Cressford: Independent Scrutineer"), ""
    where it is not made of names. Whether the names are places is for other evidence."""
    name = _BEFORE_PLACE.sub("", _AFTER_NAME.sub("", words), count=1).strip(" ,.")
    parts = re.findall(r"[\w’'-]+|&", name)
    if not parts or len(parts) > _LONGEST_PLACE or _is_other(words) or _is_other(name):
        return ""
    told = [part for part in parts if part.lower() not in _JOINING]
    proper = [part for part in told if not _GENERAL_NAME.match(part) or _NAME_WORD.match(part)]
    all_named = all(_NAME_WORD.match(part) or _GENERAL_NAME.match(part) for part in told)
    return name if proper and all_named else ""


def _is_other(words: str) -> bool:
    """Whether words name a field of a stage, a stage or a post, and so no place."""
    name = _AFTER_NAME.sub("", words)
    posts = [role for role in roles(name) if not _SAYS_AREA.search(role.words)]
    if _NOT_A_PLACE.search(name):
        return True
    return field_of(name) is not None or head_label(words) is not None or bool(posts) or rank(name) in range(1, 5)


def _are_places(headings: Sequence[str], before: str, lines: Sequence[Line]) -> bool:
    """Whether headings made of names are about places: by what stands `before` them, their own words, or the chapter's."""
    if sum(bool(_SAYS_AREA.search(heading)) for heading in headings) * 2 > len(headings):
        return True
    texts = [line.text for line in lines if line.kind in (Kind.TEXT, Kind.ITEM)]
    texts += [cell.text for line in lines if line.table for row in line.table.rows for cell in row]
    running = " \n ".join(texts)
    names = [_own_names(heading) for heading in headings]
    if any(re.search(rf"\b{re.escape(name.lower())}\b", running) for each in names for name in each):
        return False  # an ordinary word: "Outcome", "Discussion"
    said = [each for each in names if each and all(_inside_a_sentence(name, running) for name in each)]
    return bool(_AREAS_DIFFER.search(before)) or len(said) * 2 > len(names)


def _own_names(heading: str) -> list[str]:
    """The words of a heading's places that are names, without "North", "City" and the like."""
    words = re.findall(r"[\w’'-]+", place_of(heading))
    return [word for word in words if _NAME_WORD.match(word) and not _GENERAL_NAME.match(word)]


def _inside_a_sentence(name: str, running: str) -> bool:
    return bool(re.search(rf"(?:[a-z,&]|\b[A-Z][\w-]*)\s+{re.escape(name)}\b", running))
