"""Read a line without numbers: it may name the service or area of the lines below it, or say when one is open."""

import re
from dataclasses import replace

from knowledge.contacts.areas import is_area, resident_area, whole_area
from knowledge.contacts.choosing import name_in_front
from knowledge.contacts.columns import Field, header_of
from knowledge.contacts.drafts import Book, Draft, Subject, plain
from knowledge.contacts.labels import Line, is_group
from knowledge.contacts.opening_words import hour_spans, tells_out_of_hours
from knowledge.contacts.phrases import names_post
from knowledge.contacts.service_words import is_name, is_question, names_service
from knowledge.contacts.titles import heading_name

THE_X_IS = re.compile(
    r"^(?:The|Our)\s+((?:[\w’'()&/-]+\s+){1,9}?)(?:is|are|provides?|offers?|deals?|takes?|can|will|acts?|receives?|works?|do|does)\b"
)
_ORDERS = re.compile(r"\b(?:call|contact|ring|phone|speak|email)\b", re.IGNORECASE)
_ORGANISATION = re.compile(
    r"\b(?:council|authority|(?:nhs|foundation|hospitals?)\s+trust|constabulary)$", re.IGNORECASE
)
_LAST_SENTENCE = re.compile(r"^.*[?!]\s+(?=[A-Z])")  # "Ready to refer? Contact the Duty Team:"
_LONGEST_NAMING_LINE = 12


def read_quiet_line(line: Line, subject: Subject, book: Book) -> Subject:
    """A line without numbers: it may name the service or area of the lines below, or say when one is open."""
    text = line.text.strip()
    spans = hour_spans(text)
    if spans and (named := _named_with_hours(text, spans)):
        return replace(subject.named(named), hours="", carried=False)
    if spans:
        return _read_hours_line(text, spans, subject, book)
    if len(text.split()) <= _LONGEST_NAMING_LINE and not text.endswith((".", "?", "!")):
        return _named_below(text, subject, book)
    about = THE_X_IS.match(text)
    if about and not subject.service and names_service(about[1]):
        return replace(subject, service=about[1].strip())
    return subject


def _named_with_hours(text: str, spans: list[tuple[int, int]]) -> str:
    """The service of a line that names one and says when it answers ("Duty Team (outside these hours):"), else ""."""
    front, behind = text[: spans[0][0]], text[spans[-1][1] :]
    if not front.rstrip().endswith("(") or behind.strip(" ).") not in ("", ":"):
        return ""
    name = heading_name(front.rstrip(" ("))
    return name if names_service(name) and is_name(name, spoken=True) and not is_question(front) else ""


def _named_below(text: str, subject: Subject, book: Book) -> Subject:
    """The subject with the service or the area that a short line names for the lines below it."""
    text = _LAST_SENTENCE.sub("", text)
    label = text.rstrip(": ")
    if place := resident_area(text):
        return replace(subject, areas=(place,))
    if (whole := whole_area(label)) is not None:
        return replace(subject, areas=whole, perhaps_area="")
    if re.search(r"\d", re.sub(r"\b\d{1,2}\s?[-–]\s?\d{1,2}\s(?=[A-Z])", "", label)):  # "0-19 Health Visiting"
        return subject  # a postal address, or a reference
    spoken = name_in_front(text)
    if _ORDERS.search(label) and spoken and spoken != label:
        return subject.named(spoken)
    return _naming(label, subject, book)


def _naming(label: str, subject: Subject, book: Book) -> Subject:
    name = heading_name(label)
    if not is_name(name, spoken=True) or is_group(name) or is_question(label) or re.search(r"[a-z]\.\s", label):
        return subject
    if names_service(subject.service) and (
        _is_address(name) or (subject.service != name and _ORGANISATION.search(name) and not _leads(name))
    ):
        return subject
    if is_area(name, subject, book) and not _is_peer(subject, book):
        return replace(subject, areas=(name,))
    perhaps = subject.perhaps_area if names_service(name) else name
    return replace(
        subject,
        service=name,
        here=True,
        carried=False,
        hours="",
        perhaps_area=perhaps,
        out_of_hours=subject.out_of_hours and not subject.here,
    )


def _is_peer(subject: Subject, book: Book) -> bool:
    """Whether a further line that names something stands beside the service above it, which already has its numbers."""
    last = book.drafts[-1] if book.drafts else None
    return subject.here and last is not None and not last.areas and plain(last.service) == plain(subject.service)


def _leads(line: str) -> bool:
    """Whether a line names a service before the organisation that it belongs to: "Safeguarding Team, Lakes NHS Trust"."""
    service, comma, _ = line.partition(",")
    return comma != "" and names_service(service)


def _is_address(line: str) -> bool:
    """Whether a line below a service's name tells where it is: parts set apart by commas, a place last and no post first."""
    return "," in line and not (names_service(line.rpartition(",")[2]) or names_post(line.partition(",")[0]))


def _without_hours(subject: Subject, book: Book) -> list[Draft]:
    """The contacts under the same heading, of the service that it names, whose hours are not yet known."""
    return [
        draft
        for draft in book.drafts
        if draft.subject.scope == subject.scope
        and not draft.hours
        and not draft.national
        and (not subject.service or plain(draft.service) == plain(subject.service))
    ]


def _read_hours_line(text: str, spans: list[tuple[int, int]], subject: Subject, book: Book) -> Subject:
    """Gives the hours of a line to the contact it is about: one named in it, else the last without hours."""
    hours = text[spans[0][0] : spans[-1][1]]
    front = text[: spans[0][0]]
    late = tells_out_of_hours(hours) and spans[0][0] == 0
    if late and subject.path and header_of(subject.path[-1]).field is Field.HOURS and _without_hours(subject, book):
        draft = _without_hours(subject, book)[-1]
        draft.hours, draft.out_of_hours = hours, True
        return subject
    if late and len(text) - spans[-1][1] <= 2 and len(spans) == 1 and not re.search(r"\d", hours):
        told = "" if "hours" in hours.lower() else hours
        return replace(subject, out_of_hours=True, hours=told)  # "Out of hours" as a line above its number
    if len(front.split()) > _LONGEST_NAMING_LINE:
        return subject
    mine = _without_hours(subject, book)
    spoken = name_in_front(front)
    mine = [draft for draft in mine if plain(draft.service) == plain(spoken)] or mine
    if mine:
        mine[-1].hours = hours
        return subject
    return replace(subject, hours=hours) if subject.service else subject
