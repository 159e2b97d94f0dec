"""What every page repeats, and what is about the page itself, is not indexed; the rest is untouched."""

from knowledge.manual import Bullets, Chapter, Item, Link, Paragraph, Section
from scraper.boilerplate import repeated, without
from scraper.leaves import digest_of
from scraper.margins import without_margins


def _chapter(number: int, *sections: Section) -> Chapter:
    return Chapter(f"c{number}", f"Chapter {number}", sections)


def _without_boilerplate(chapters: list[Chapter]) -> list[Chapter]:
    words = repeated([[digest_of(block) for _, section in one.walk() for block in section.blocks] for one in chapters])
    return [without(chapter, words) for chapter in chapters]


def test_a_banner_on_every_page_is_dropped_and_its_section_kept() -> None:
    """Words that most chapters share go; words of one chapter stay, and a heading is never lost."""
    banner = Paragraph("This manual is reviewed twice a year.")
    chapters = [_chapter(n, Section("What to do", 1, (banner, Paragraph(f"Record concern {n}.")))) for n in range(6)]
    cleaned = _without_boilerplate(chapters)
    assert [chapter.sections[0].blocks for chapter in cleaned] == [
        (Paragraph(f"Record concern {n}."),) for n in range(6)
    ]
    assert {chapter.sections[0].heading for chapter in cleaned} == {"What to do"}


def test_a_few_chapters_tell_nothing_about_what_a_site_repeats() -> None:
    """Two chapters that share a sentence both keep it."""
    chapters = [_chapter(n, Section("", 1, (Paragraph("Call 999."),))) for n in range(2)]
    assert _without_boilerplate(chapters) == chapters


def test_related_chapters_and_amendments_are_left_out() -> None:
    """A box of links and the page's own history are not practice; a list with a link in it is."""
    links = Bullets(
        (Item("Neglect", links=(Link("Neglect", "n.html"),)), Item("Contacts", links=(Link("Contacts", "c.html"),)))
    )
    advice = Bullets((Item("Ring the front door as set out in Contacts", links=(Link("Contacts", "c.html"),)),))
    chapter = _chapter(
        1,
        Section("RELATED CHAPTERS", 1, (links,)),
        Section("Amendment", 1, (Paragraph("This chapter was amended in May 2026."),)),
        Section("What to do", 1, (advice,)),
    )
    assert [section.heading for section in without_margins(chapter).sections] == ["What to do"]
