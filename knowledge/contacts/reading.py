"""Read the contact points of a chapter, whatever form it prints them in. Nothing is invented, and what is unsure is said."""

from collections.abc import Sequence
from dataclasses import replace

from knowledge.contacts.adults import is_for_adults
from knowledge.contacts.columns import Field, header_of
from knowledge.contacts.drafts import Book, Subject
from knowledge.contacts.finishing import finished
from knowledge.contacts.opening_words import hour_spans, tells_out_of_hours
from knowledge.contacts.points import ContactReading
from knowledge.contacts.service_words import is_question, names_service
from knowledge.contacts.tables import read_block
from knowledge.contacts.titles import heading_name
from knowledge.manual import Chapter, Doubt, Section


def read_contacts(chapter: Chapter, *, areas: Sequence[str] = (), learning: bool = False) -> ContactReading:
    """The contact points of a chapter in printed order, and what the reader was unsure of.

    `areas` are the manual's areas, which help to tell an area's name from a service's. A learning report names the
    people of its day, so with `learning` nothing is read and a doubt says so.
    """
    if learning:
        return ContactReading(
            (), (Doubt("Contacts are not read from a learning report: its names and numbers are of its day."),)
        )
    book = Book(areas=tuple(dict.fromkeys((*chapter.areas, *areas))))
    title = heading_name(chapter.title)
    begin = Subject(
        service=title if title and names_service(title) and not is_question(chapter.title) else "",
        for_adults=is_for_adults(chapter.title),
    )
    for section in chapter.sections:
        _read_section(section, begin, book, ())
    points = finished(book, chapter, begin.service)
    for point in points:
        if not point.service:
            shown = ", ".join([*(telephone.printed for telephone in point.telephones), *point.emails])
            book.doubt(f'The page does not say whose this is: "{shown}".', point.place.path)
    return ContactReading(points, tuple(book.doubts))


def _read_section(section: Section, above: Subject, book: Book, path: tuple[str, ...]) -> None:
    here = (*path, section.heading) if section.heading else path
    subject = _under(section, above, book)
    scope = above.scope if _is_field(section.heading) else here
    subject = replace(subject, path=here, scope=scope, anchor=section.anchor or above.anchor)
    inner = subject
    for block in section.blocks:
        inner = read_block(block, inner, book)
    for below in section.sections:
        _read_section(below, subject, book, here)


def _is_field(heading: str) -> bool:
    """Whether a heading only says what stands below it ("Telephone", "Opening times"), as on pages of cards."""
    return header_of(heading).field in (Field.TELEPHONE, Field.EMAIL, Field.HOURS) and not names_service(heading)


def _under(section: Section, above: Subject, book: Book) -> Subject:
    """What a heading says about the lines below it: a service, an area, a time, adults, or nothing."""
    heading = section.heading
    adults = is_for_adults(heading) or (above.for_adults and "child" not in heading.lower())
    above = replace(above, here=False, for_adults=adults)
    spans = hour_spans(heading)
    if spans and spans[0][0] == 0 and spans[-1][1] >= len(heading.strip()) - 1:
        return replace(above, out_of_hours=tells_out_of_hours(heading), service=above.service or heading)
    name = heading_name(heading)
    if not name or (is_question(name) and is_question(heading)):
        return above
    return _named(name, above, book)


def _named(name: str, above: Subject, book: Book) -> Subject:
    """The subject below a heading that names something: a known area, a service, or what may be either."""
    late = tells_out_of_hours(name)
    if any(name.lower() == area.lower() for area in book.areas):
        return replace(above, areas=(name,), perhaps_area="")
    if names_service(name):
        return replace(above, service=name, out_of_hours=late)
    if names_service(above.service) and above.path and names_service(above.path[-1]):
        return replace(above, perhaps_area=name)
    return replace(above, service=name, perhaps_area=name, out_of_hours=late)
