"""How Signpost reads one document: everything it takes from it, with a warning for each thing it was unsure of.

`signpost extract --json` prints `as_json`; its fields are documented in docs/json.md.
"""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from knowledge.checklists import Checklist, read_checklists
from knowledge.contacts import ContactPoint, ContactReading, read_contacts
from knowledge.ladders import Ladder, Stage, read_ladders
from knowledge.manual import Chapter, Doubt, Manual, Place
from knowledge.snapshots import KeptPage, digest
from knowledge.thresholds import LevelScheme, read_levels
from scraper.blanks import without_dash_cells
from scraper.reading import read_page
from scraper.reviews import is_review

_REVIEW = "This looks like the report of a review. The names and numbers in it are never shown as people to call."


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was read from one document."""

    source: str
    chapter: Chapter
    ladders: tuple[Ladder, ...]
    schemes: tuple[LevelScheme, ...]
    contacts: tuple[ContactPoint, ...]
    checklists: tuple[Checklist, ...]
    doubts: tuple[Doubt, ...]


def extract(content: bytes, *, url: str, media_type: str, now: datetime) -> Extraction:
    """Read one document as a chapter of a manual without a name. Raises ParseError where it cannot be read."""
    page = KeptPage(url, digest(content), media_type, now)
    chapter = read_page(content, page, Manual("document", url))
    told = without_dash_cells(chapter)
    ladders, levels, points, lists = (
        read_ladders(told),
        read_levels(told),
        read_contacts(told),
        read_checklists(told),
    )
    if is_review(chapter):
        points = ContactReading((), (Doubt(_REVIEW),))
    warned = tuple(Doubt(message) for message in chapter.warnings)
    return Extraction(
        source=url,
        chapter=chapter,
        ladders=ladders.ladders,
        schemes=levels.schemes,
        contacts=points.contacts,
        checklists=lists.checklists,
        doubts=(*warned, *ladders.doubts, *levels.doubts, *points.doubts, *lists.doubts),
    )


def as_json(found: Extraction) -> dict[str, Any]:
    """The extraction as plain JSON values."""
    chapter = found.chapter
    dates = {
        key: value.isoformat() if hasattr(value, "isoformat") else value for key, value in asdict(chapter.dates).items()
    }
    return {
        "source": found.source,
        "title": chapter.title,
        "number": chapter.number,
        "audience": chapter.audience.value,
        "jurisdiction": chapter.jurisdiction.value,
        "dates": dates,
        "ladders": [_ladder(ladder) for ladder in found.ladders],
        "levels": [level for scheme in found.schemes for level in _levels(scheme)],
        "contacts": [_contact(point) for point in found.contacts],
        "checklists": [_checklist(one) for one in found.checklists],
        "sections": [{"number": section.number, "path": list(path)} for path, section in chapter.walk() if path],
        "warnings": [{"message": doubt.message, "path": list(doubt.path)} for doubt in found.doubts],
    }


def _ladder(ladder: Ladder) -> dict[str, Any]:
    return {
        "name": ladder.name,
        "stages": [_stage(stage) for stage in ladder.stages],
        "clocks": [_clock(asdict(clock)) for clock in ladder.clocks],
        "exceptions": [{"text": exemption.text, **_where(exemption.place)} for exemption in ladder.exceptions],
    }


def _stage(stage: Stage) -> dict[str, Any]:
    return {
        "label": stage.label,
        "order": stage.order,
        "name": stage.name,
        "raised_by": stage.raised_by,
        "raised_to": stage.raised_to,
        "formal": stage.formal,
        "clocks": [_clock(asdict(clock)) for clock in stage.clocks],
        "record": list(stage.record),
        "text": list(stage.text),
        **_where(stage.place),
    }


def _clock(clock: dict[str, Any]) -> dict[str, Any]:
    return {**clock, "unit": str(clock["unit"])}


def _levels(scheme: LevelScheme) -> Iterator[dict[str, Any]]:
    for level in scheme.levels:
        yield {
            "scheme": scheme.name,
            "label": level.label,
            "name": level.name,
            "order": level.order,
            "summary": list(level.summary),
            "descriptors": [{"domain": one.domain, "text": one.text} for one in level.descriptors],
            **_where(level.place),
        }


def _contact(point: ContactPoint) -> dict[str, Any]:
    return {
        "service": point.service,
        "areas": list(point.areas),
        "telephones": [asdict(phone) for phone in point.telephones],
        "emails": list(point.emails),
        "hours": point.hours,
        "out_of_hours": point.out_of_hours,
        "for_adults": point.for_adults,
        "text": point.place.text,
        **_where(point.place),
    }


def _checklist(one: Checklist) -> dict[str, Any]:
    return {
        "title": one.title,
        "kind": one.kind.value,
        "lead_in": one.lead_in,
        "items": [{"text": item.text, "group": item.group} for item in one.items],
        **_where(one.place),
    }


def _where(place: Place) -> dict[str, Any]:
    return {"path": list(place.path), "section": place.number}


def as_text(found: Extraction) -> str:
    """The extraction as a person reads it."""
    return "\n".join(_lines(as_json(found))) + "\n"


def _lines(found: dict[str, Any]) -> Iterator[str]:
    yield found["title"]
    yield f"For: {found['audience']}. Law of: {found['jurisdiction']}."
    yield from (f"{key.replace('_', ' ').capitalize()}: {value}" for key, value in found["dates"].items() if value)
    for ladder in found["ladders"]:
        yield f"\nEscalation ladder: {ladder['name']}"
        for stage in ladder["stages"]:
            yield f"  {stage['order']}. {stage['label'] or '(no label)'}{': ' + stage['name'] if stage['name'] else ''}"
            yield from (
                f"     {role}: {stage[key]}" for role, key in (("by", "raised_by"), ("to", "raised_to")) if stage[key]
            )
            yield from (f"     time limit: {clock['text']}" for clock in stage["clocks"])
            if not stage["clocks"]:
                yield "     no time limit stated"
        yield from (f"  exception: {exemption['text']}" for exemption in ladder["exceptions"])
    yield from _level_lines(found["levels"])
    yield from _contact_lines(found["contacts"])
    for one in found["checklists"]:
        yield f"\nChecklist ({one['kind']}): {one['title']}"
        yield from (f"  - {item['text']}" for item in one["items"])
    if found["warnings"]:
        yield "\nNot sure:"
        yield from (
            f"  - {' > '.join(warning['path'])}{': ' if warning['path'] else ''}{warning['message']}"
            for warning in found["warnings"]
        )


def _level_lines(levels: list[dict[str, Any]]) -> Iterator[str]:
    if levels:
        yield "\nLevels of need:"
    for level in levels:
        yield f"  {level['order']}. {level['label']} {level['name']} ({len(level['descriptors'])} descriptors)".replace(
            "  (", " ("
        )


def _contact_lines(contacts: list[dict[str, Any]]) -> Iterator[str]:
    if contacts:
        yield "\nContact points:"
    for point in contacts:
        reach = ", ".join((*(phone["printed"] for phone in point["telephones"]), *point["emails"]))
        notes = [
            *point["areas"],
            *([point["hours"]] if point["hours"] else []),
            *(["out of hours"] if point["out_of_hours"] else []),
        ]
        yield f"  {point['service']}: {reach}{' (' + '; '.join(notes) + ')' if notes else ''}"
