"""What the procedures team reads after a reindex: Markdown in plain words, the most serious things first."""

import difflib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from knowledge.contacts import Mismatch
from scraper.changes import Amendment, AmendmentKind, TypedChange

_REGISTER = (
    "Ring each service, find out which is right, and correct `contacts.toml` or tell those who write the manual."
)
_LONGEST_QUOTE = 600  # characters of a section's words shown in full; more is a page away


@dataclass(frozen=True, slots=True)
class Counts:
    """How much was read."""

    pages: int
    chapters: int
    passages: int
    ladders: int
    schemes: int
    checklists: int
    contacts: int


@dataclass(frozen=True, slots=True)
class Review:
    """All that a person needs to see before a candidate goes live."""

    generation: str
    published: str
    created: datetime
    counts: Counts
    before: Counts | None
    amendments: tuple[Amendment, ...]
    ladders: tuple[TypedChange, ...]
    contacts: tuple[TypedChange, ...]
    refusals: tuple[str, ...]
    skipped: tuple[str, ...]
    doubts: tuple[str, ...]
    mismatches: tuple[Mismatch, ...] = ()  # where pages and the register differ


def render(review: Review) -> str:
    """The report as Markdown."""
    blocks: list[Iterable[str]] = [
        _heading(review),
        _refusals(review.refusals),
        _listed("Not as in the register", [str(one) for one in review.mismatches], _REGISTER),
        _typed("Stages and time limits", review.ladders),
        _typed("Telephone numbers, addresses and hours", review.contacts),
        _amendments(review.amendments),
        _listed("Left out", review.skipped, "Each of these was not read. Check that nothing you need is among them."),
        _listed("Not sure", review.doubts, "Signpost was unsure here. Look at the page beside `signpost extract`."),
    ]
    return "\n".join(line for block in blocks for line in block) + "\n"


def _heading(review: Review) -> Iterator[str]:
    now = review.counts
    yield f"# Reindex of {review.created:%d %B %Y, %H:%M}"
    yield ""
    yield f"Candidate: `{review.generation}`. Published now: `{review.published or 'nothing yet'}`."
    yield ""
    yield "| | now | published |"
    yield "|---|---|---|"
    for name in ("pages", "chapters", "passages", "ladders", "schemes", "checklists", "contacts"):
        label = {"schemes": "threshold documents", "ladders": "escalation ladders", "contacts": "contact points"}.get(
            name, name
        )
        yield f"| {label} | {getattr(now, name)} | {getattr(review.before, name) if review.before else '-'} |"
    yield ""
    if not review.refusals:
        yield f"To make it live: `signpost publish {review.generation}`. To go back afterwards: `signpost rollback`."
        yield ""


def _refusals(refusals: Sequence[str]) -> Iterator[str]:
    if refusals:
        yield "## This candidate will not be published as it is"
        yield ""
        yield from (f"- {reason}" for reason in refusals)
        yield ""


def _typed(title: str, changes: Sequence[TypedChange]) -> Iterator[str]:
    if not changes:
        return
    yield f"## {title}"
    yield ""
    yield "| what | before | now |"
    yield "|---|---|---|"
    for change in changes:
        yield f"| {_cell(change.what)} | {_cell(change.before) or 'not there'} | {_cell(change.after) or 'not there'} |"
    yield ""


def _cell(words: str) -> str:
    return words.replace("|", "\\|").replace("\n", " ")


def _amendments(changes: Sequence[Amendment]) -> Iterator[str]:
    yield "## Sections that changed"
    yield ""
    if not changes:
        yield "No section changed."
        yield ""
        return
    counts = {kind: sum(change.kind is kind for change in changes) for kind in AmendmentKind}
    yield ", ".join(f"{count} {kind.value}" for kind, count in counts.items() if count) + "."
    yield ""
    for change in changes:
        yield f"### {' > '.join((change.chapter, *change.path))} ({change.kind.value})"
        yield ""
        yield from _words(change)
        yield ""


def _words(change: Amendment) -> Iterator[str]:
    match change.kind:
        case AmendmentKind.CHANGED:
            yield "```diff"
            yield from _diff(change.before, change.after)
            yield "```"
        case AmendmentKind.MOVED:
            yield "The same words stand under this heading now."
        case AmendmentKind.ADDED:
            yield from _quoted(change.after)
        case AmendmentKind.REMOVED:
            yield from _quoted(change.before)


def _diff(before: str, after: str) -> Iterator[str]:
    old, new = before.splitlines(), after.splitlines()
    lines = difflib.unified_diff(old, new, lineterm="", n=1)
    yield from (line for line in lines if not line.startswith(("---", "+++", "@@")))


def _quoted(words: str) -> Iterator[str]:
    shown = words if len(words) <= _LONGEST_QUOTE else words[:_LONGEST_QUOTE].rsplit(" ", 1)[0] + " ..."
    yield from (f"> {line}" for line in shown.splitlines())


def _listed(title: str, lines: Sequence[str], lead: str) -> Iterator[str]:
    if lines:
        yield f"## {title}"
        yield ""
        yield lead
        yield ""
        yield from (f"- {line}" for line in lines)
        yield ""
