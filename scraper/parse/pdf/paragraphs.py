"""Printed lines put together into paragraphs, items and headings, by the gaps between them, their size and
their start.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from scraper.parse.numbers import bullet_at, marker_at, number_at
from scraper.parse.pdf.aligned import part_tables
from scraper.parse.pdf.lines import PrintedLine
from scraper.parse.printed import Grid, Heading, Line, Printed, Run
from scraper.parse.words import count

_LARGER = 1.07  # times the body's size, from which on a line is set as a heading
_ENDS = re.compile(r"[.!?;:][\"'”’)]?$")
_LEADER = re.compile(r"(?:\.\s?){5,}\s*\d{1,4}$|…{2,}\s*\d{1,4}$")
_HYPHEN = re.compile(r"[^\W\d_]-$")
_HYPHENED = frozenset(
    {
        "multi",
        "inter",
        "co",
        "non",
        "pre",
        "re",
        "self",
        "well",
        "early",
        "long",
        "short",
        "out",
        "follow",
        "face",
        "one",
        "two",
        "three",
        "four",
        "five",
        "cross",
        "post",
        "anti",
        "sub",
        "semi",
        "part",
        "full",
        "high",
        "low",
        "under",
        "over",
        "ex",
        "mid",
        "all",
        "day",
        "time",
        "year",
        "non-",
        "counter",
        "risk",
        "evidence",
        "decision",
        "child",
        "trauma",
    }
)


@dataclass(frozen=True, slots=True)
class Look:
    """How a document is set: its body's size, its headings' sizes (largest first), its line gaps, its own
    words.
    """

    body: float
    sizes: tuple[float, ...]
    leading: dict[float, float]
    vocabulary: frozenset[str]


def look_of(pages: Sequence[Sequence[PrintedLine]]) -> Look:
    """What is told from all lines of a document."""
    lines = [line for page in pages for line in page]
    characters: Counter[float] = Counter()
    for line in lines:
        characters[line.size] += len(line.text)
    body = characters.most_common(1)[0][0] if characters else 0.0
    larger = sorted({line.size for line in lines if line.size > body * _LARGER}, reverse=True)
    words = frozenset(word.strip(".,;:()").lower() for line in lines for word in line.text.split())
    return Look(body, tuple(larger), _leading(pages), words)


def _leading(pages: Sequence[Sequence[PrintedLine]]) -> dict[float, float]:
    """For each size, the smallest usual distance from one line to the next."""
    gaps: dict[float, Counter[float]] = {}
    for page in pages:
        for above, line in pairwise(page):
            step = line.top - above.top
            if above.size == line.size and above.column == line.column and 0 < step < 4 * line.size:
                gaps.setdefault(line.size, Counter())[round(step * 2) / 2] += 1
    leading = {}
    for size, steps in gaps.items():
        usual = [step for step, times in steps.items() if times >= max(1, 0.1 * sum(steps.values()))]
        leading[size] = min(usual)
    return leading


def flow_of(lines: Sequence[PrintedLine], look: Look, *, headings: bool = True) -> Iterator[Printed]:
    """The lines, in reading order, as paragraphs and headings. Lines of a printed list of contents are left
    out.
    """
    kept = [line for line in lines if not _LEADER.search(line.text)]
    for part in part_tables(kept) if headings else [kept]:
        if isinstance(part, Grid):
            yield part
        else:
            yield from (_told(group, look, headings) for group in _groups(part, look))


def _groups(lines: Sequence[PrintedLine], look: Look) -> Iterator[list[PrintedLine]]:
    group: list[PrintedLine] = []
    right = _right_edges(lines)
    for line in lines:
        if group and not _goes_on(group, line, look, right):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _right_edges(lines: Sequence[PrintedLine]) -> dict[tuple[int, int], float]:
    edges: dict[tuple[int, int], float] = {}
    for line in lines:
        key = (line.page, line.column)
        edges[key] = max(edges.get(key, 0.0), line.x1)
    return edges


def _goes_on(group: Sequence[PrintedLine], line: PrintedLine, look: Look, right: dict[tuple[int, int], float]) -> bool:
    """Whether `line` goes on with the paragraph of `group`."""
    last = group[-1]
    if abs(last.size - line.size) > 0.6 or _begins(line):
        return False
    if last.is_bold != line.is_bold and (all(one.is_bold for one in group) or line.is_bold):
        return _is_inner_style(group, line)
    if (last.page, last.column) != (line.page, line.column):
        return not _ENDS.search(last.text) and (line.text[:1].islower() or last.text.endswith(","))
    usual = look.leading.get(line.size, line.size * 1.25)
    if line.top - last.top > usual * 1.12 + 0.8:
        return False
    ended = bool(_ENDS.search(last.text))
    edge = right[(last.page, last.column)]
    short = last.x1 < edge - 0.3 * (edge - group[0].x0)
    return not (short and (ended or line.text[:1].isupper()) and not last.text.endswith((",", "-")))


def _is_inner_style(group: Sequence[PrintedLine], line: PrintedLine) -> bool:
    """Whether a change to or from bold at a line's start is only a run-in label that fills its line exactly."""
    last = group[-1]
    return not line.is_bold and last.text.endswith(",") and line.text[:1].islower()


def _begins(line: PrintedLine) -> bool:
    """Whether the line begins with a bullet, a number or a marker."""
    raw = " ".join(word.text for word in line.words)
    return bool(bullet_at(raw) or number_at(raw) or marker_at(raw))


def _told(group: Sequence[PrintedLine], look: Look, headings: bool) -> Printed:
    first = group[0]
    line = Line(tuple(_runs(group, look)), indent=first.x0)
    if headings and first.size in look.sizes and count(line.text) <= 30 and not bullet_at(line.text):
        return Heading(line, ((look.sizes.index(first.size) + 1) * 10,))
    return line


def _runs(group: Sequence[PrintedLine], look: Look) -> Iterator[Run]:
    """The runs of all lines, words parted at a line's end joined again."""
    joined = ""
    for at, line in enumerate(group):
        after = group[at + 1] if at + 1 < len(group) else None
        runs = list(line.runs())
        if joined == "" and at:
            runs[0] = replace(runs[0], text=" " + runs[0].text)
        joined = ""
        if after is not None and _HYPHEN.search(line.text):
            joined = _mended(line.text.split()[-1], after.text.split()[0], look)
            if joined == "drop":
                last = runs[-1]
                runs[-1] = replace(last, text=last.text.rstrip("-"))
        yield from runs


def _mended(start: str, end: str, look: Look) -> str:
    """How a word parted at a line's end is joined: "drop" the hyphen, or "keep" it; "" where it is no word."""
    if not end[:1].islower():
        return "keep" if end[:1].isalnum() else ""
    head, tail = start.rstrip("-").strip("(\"'“‘").lower(), end.strip(".,;:()\"'”’").lower()
    if f"{head}-{tail}" in look.vocabulary:
        return "keep"
    if head + tail in look.vocabulary:
        return "drop"
    return "keep" if head in _HYPHENED or "-" in head else "drop"
