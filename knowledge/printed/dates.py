"""Read when a chapter says it was amended and reviewed, and when it will be again.

Only words about the page itself count ("This chapter was amended in May 2026", "Page last updated: 12 May 2026", an
AMENDMENT box): "the guidance was updated in 2023" is about something else. Of several amendments the latest counts;
where none is printed, the day on which the page was approved or issued.
A month without a day is kept as printed (`amended_text`) and given the first of the month, which is its only use as a
date: comparing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from knowledge.manual import Chapter, Dates, Doubt, Section, block_texts
from knowledge.printed.days import PrintedDate, dates_in

_ITSELF = r"(?:chapter|procedures?|sections?|guidance|page|polic(?:y|ies)|documents?|protocol|content|manual|article|item|webpage|web\s+page|guide)"
_CHANGED = r"(?:amended|updated|revised|modified|changed|refreshed|rewritten|re-written|amendments?|updates?|revisions?|edited|added|introduced)"
_ISSUED = r"(?:approved|issued|re-?issued|published|ratified|adopted|agreed|effective|in\s+force|approval|issue|publication|ratification)"
_NEXT_REVIEW = re.compile(
    r"(?:(?:date\s+(?:of|for)\s+)?(?:the\s+)?next\s+(?:scheduled\s+|planned\s+)?review(?:\s+(?:date|due))*|review\s+(?:date|due(?:\s+(?:date|by))?|by)|due\s+for\s+(?:a\s+)?review|due\s+to\s+be\s+reviewed|"
    r"(?:will|must|should|is\s+to|to)\s+(?:next\s+)?be\s+(?:next\s+)?reviewed(?:\s+again)?|for\s+review)",
    re.IGNORECASE,
)
_NEXT_UPDATE = re.compile(
    r"(?:(?:date\s+of\s+)?(?:the\s+)?next\s+(?:scheduled\s+|planned\s+|full\s+)?(?:update|revision|edition|amendment)s?(?:\s+(?:date|due|is\s+due|will\s+be|expected))*"
    r"|(?:will|is\s+due\s+to|due\s+to)\s+(?:next\s+)?be\s+(?:next\s+)?updated(?:\s+again)?|update\s+due)",
    re.IGNORECASE,
)
_REVIEWED = re.compile(
    rf"(?:\bthis\s+{_ITSELF}\s+(?:was|has\s+been|have\s+been|were)\s+(?:\w+\s+){{0,3}}?reviewed|^(?:date\s+(?:of\s+)?)?(?:{_ITSELF}\s+)?(?:last\s+|date\s+)?(?:review(?:ed)?)(?:\s+and\s+{_CHANGED})?|date\s+of\s+(?:last\s+|latest\s+)?review\b|\blast\s+review(?:ed)?\b)",
    re.IGNORECASE,
)
_AMENDED = re.compile(
    rf"(?:\b(?:this|the)\s+{_ITSELF}\s+(?:was|has\s+been|have\s+been|were)\s+(?:[\w,]+\s+){{0,4}}?{_CHANGED}"
    rf"|^(?:date\s+(?:of\s+)?)?(?:this\s+)?(?:{_ITSELF}\s+)?(?:was\s+|has\s+been\s+)?(?:last\s+|latest\s+|most\s+recent(?:ly)?\s+|date\s+|reviewed\s+and\s+)*{_CHANGED}\b"
    rf"|\blast\s+{_CHANGED}\b|\bdate\s+(?:of\s+)?(?:last\s+|latest\s+)?{_CHANGED}\b)",
    re.IGNORECASE,
)
_APPROVED = re.compile(  # read only where no amendment is printed
    rf"(?:^|^version\s+[\d.]+\s*[,;:|(–—-]*\s*|\bthis\s+{_ITSELF}\s+(?:was|has\s+been|is)\s+(?:\w+\s+){{0,3}}?)"
    rf"(?:date\s+(?:of\s+)?|first\s+|last\s+|{_ITSELF}\s+)*{_ISSUED}(?:\s+(?:date|by\s+[^.,;:]{{1,60}}?(?=\s+on\b|\s*[:,(])))?",
    re.IGNORECASE,
)
_BOX = re.compile(
    r"^\W*(?:amendments?(?:\s+(?:history|made))?|updates?|(?:document|version|revision|change)\s+(?:history|control)|latest\s+(?:amendments?|updates?)|changes\s+to\s+this\s+\w+)\W*$",
    re.IGNORECASE,
)
_BRIDGE = re.compile(
    r"[\s:,–—|(-]*(?:(?:on|in|by|as|is|was|are|of|at|due|date|for|the|to|since|during|month|a|again|no\s+later\s+than|end|early|late|mid)\b[\s:,–—|(-]*){0,5}(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"[\s,:–—-]*(?:to|in\s+line|when|following|and|with|by|after|so|because)\b[^.]*?\bin\s+$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class DatesReading:
    """The dates a chapter prints, and what the reader was unsure of."""

    dates: Dates
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class _Text:
    words: str
    path: tuple[str, ...]
    boxed: bool


def read_dates(chapter: Chapter) -> Dates:
    """The dates that a chapter prints about itself; each None or "" where it prints none."""
    return read_dates_with_doubts(chapter).dates


def read_dates_with_doubts(chapter: Chapter) -> DatesReading:
    """The dates with the doubts: days that cannot exist, and an amendment later than the day of the fetch."""
    texts = list(_texts(chapter))
    doubts: list[Doubt] = []
    changes = [*_labelled(texts, _AMENDED, doubts), *_boxed(texts, doubts)]
    amended = _latest(changes or _labelled(texts, _APPROVED, doubts), chapter, doubts)
    reviewed = _latest(_labelled(texts, _REVIEWED, doubts), chapter, doubts)
    review = next(iter(_labelled(texts, _NEXT_REVIEW, doubts)), None)
    update = next(iter(_labelled(texts, _NEXT_UPDATE, doubts)), None)
    dates = Dates(
        amended=amended.day if amended else None,
        reviewed=reviewed.day if reviewed else None,
        next_review=review[0].day if review else None,
        next_update=update[0].text if update else "",
        amended_text=amended.text if amended else "",
        reviewed_text=reviewed.text if reviewed else "",
        next_review_text=review[0].text if review else "",
    )
    return DatesReading(dates, tuple(dict.fromkeys(doubts)))


def _texts(chapter: Chapter) -> Iterator[_Text]:
    for path, section in chapter.walk():
        yield from _of_section(section, path)


def _of_section(section: Section, path: tuple[str, ...]) -> Iterator[_Text]:
    boxed = _BOX.match(section.heading) is not None
    if section.heading and any(dates_in(section.heading)):
        yield _Text(section.heading, path, boxed=False)
    for block in section.blocks:
        waiting = ""
        for words in block_texts(block):
            yield _Text(f"{waiting} {words}".strip(), path, boxed=boxed or _BOX.match(waiting) is not None)
            waiting = words if _is_label(words) else ""
        if waiting and _BOX.match(waiting):
            boxed = True


def _is_label(words: str) -> bool:
    """Whether words are a date's label in a cell or line of their own ("Last updated", "Next review date:")."""
    return (
        len(words.split()) <= 6
        and any(pattern.search(words) for pattern in (_NEXT_REVIEW, _NEXT_UPDATE, _REVIEWED, _AMENDED, _APPROVED, _BOX))
        and not any(dates_in(words))
    )


def _labelled(texts: list[_Text], label: re.Pattern[str], doubts: list[Doubt]) -> list[tuple[PrintedDate, _Text]]:
    """The dates that follow a label closely, impossible ones left out with a doubt."""
    found: list[tuple[PrintedDate, _Text]] = []
    for text in texts:
        for sentence in re.split(r"(?<=[.;|·•])\s+", text.words):
            found += [
                (printed, text)
                for match in label.finditer(sentence)
                if (printed := _dated(sentence, match, label, text, doubts))
            ]
    return found


def _dated(
    sentence: str, match: re.Match[str], label: re.Pattern[str], text: _Text, doubts: list[Doubt]
) -> PrintedDate | None:
    if label is _AMENDED and _is_ahead(sentence, match):
        return None
    if label is _REVIEWED and _NEXT_REVIEW.match(sentence, match.start()):
        return None
    printed = next((shown for shown in dates_in(sentence) if shown.start >= match.end()), None)
    if printed is None:
        return None
    between = sentence[match.end() : printed.start]
    both = re.sub(
        rf"^\s*(?:,\s*)?(?:and|&)\s+(?:\w+\s+)?(?:{_CHANGED}|reviewed|approved)", "", between, flags=re.IGNORECASE
    )
    if not _BRIDGE.fullmatch(both):
        return None
    if printed.day is None:
        doubts.append(
            Doubt(f'"{printed.text}" is not a day that exists (day first, as in Britain); it is left out.', text.path)
        )
        return None
    return printed


def _is_ahead(sentence: str, match: re.Match[str]) -> bool:
    """Whether the words are about an update to come: "Next update due", "will be updated in"."""
    return any(ahead.start() <= match.start() < ahead.end() for ahead in _NEXT_UPDATE.finditer(sentence))


def _boxed(texts: list[_Text], doubts: list[Doubt]) -> list[tuple[PrintedDate, _Text]]:
    """The first date of each line in an AMENDMENT box that begins with it or names a month of change."""
    found: list[tuple[PrintedDate, _Text]] = []
    for text in texts:
        if not text.boxed or _NEXT_UPDATE.search(text.words) or _NEXT_REVIEW.search(text.words):
            continue
        printed = next(dates_in(text.words), None)
        if printed is None:
            continue
        front = re.sub(
            _BOX.pattern.replace("^", "").replace("$", ""), "", text.words[: printed.start], flags=re.IGNORECASE
        )
        if not (_BRIDGE.fullmatch(front) or re.search(rf"\b{_CHANGED}\b[^.]*$", front, re.IGNORECASE)):
            continue
        if printed.day is None:
            doubts.append(
                Doubt(
                    f'"{printed.text}" is not a day that exists (day first, as in Britain); it is left out.', text.path
                )
            )
        else:
            found.append((printed, text))
    return found


def _latest(found: list[tuple[PrintedDate, _Text]], chapter: Chapter, doubts: list[Doubt]) -> PrintedDate | None:
    """The latest date that is not after the fetch; a later one only where there is no other, with a doubt."""
    fetched = chapter.fetched.date() if chapter.fetched else date.max
    past = [printed for printed, _ in found if printed.day and printed.day <= fetched]
    for printed, text in found:
        if printed.day and printed.day > fetched:
            doubts.append(Doubt(f'"{printed.text}" is after the day on which the page was fetched.', text.path))
    pool = past or [printed for printed, _ in found]
    return max(pool, key=lambda printed: printed.day or date.min, default=None)
