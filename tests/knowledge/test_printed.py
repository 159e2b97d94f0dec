"""What a chapter prints about itself: dates, audience, jurisdiction."""

from datetime import UTC, date, datetime

import pytest

from knowledge.manual import Audience, Chapter, Jurisdiction, Paragraph, Section
from knowledge.printed import read_audience, read_dates, read_dates_with_doubts, read_jurisdiction


def page(*texts: str, title: str = "A chapter", heading: str = "", fetched: datetime | None = None) -> Chapter:
    section = Section(heading, 1, tuple(Paragraph(text) for text in texts))
    return Chapter(slug="a", title=title, sections=(section,), fetched=fetched)


@pytest.mark.parametrize(
    ("texts", "heading", "day", "shown"),
    [
        (("This chapter was amended in May 2026 to add a section.",), "", date(2026, 5, 1), "May 2026"),
        (("In May 2026, Section 3 was revised.",), "AMENDMENT", date(2026, 5, 1), "May 2026"),
        (("January 30, 2025",), "Amendment", date(2025, 1, 30), "January 30, 2025"),
        (("Amendment", "January 30, 2025"), "", date(2025, 1, 30), "January 30, 2025"),
        (("Last updated 12-05-2026",), "", date(2026, 5, 12), "12-05-2026"),
        (("Page last updated: 12 May 2026",), "", date(2026, 5, 12), "12 May 2026"),
        (("This page was last updated on 03/04/2026.",), "", date(2026, 4, 3), "03/04/2026"),
        (("Last updated: 2026-05-12",), "", date(2026, 5, 12), "2026-05-12"),
        (("This procedure was reviewed and updated in June 2025.",), "", date(2025, 6, 1), "June 2025"),
        (("Date of last update: 1st March 2024",), "", date(2024, 3, 1), "1st March 2024"),
        (("Amendment: This chapter was amended in May 2026.",), "", date(2026, 5, 1), "May 2026"),
        (("Approved: 11 June 2026. Review due: June 2028.",), "", date(2026, 6, 11), "11 June 2026"),
        (("Version 2, issued 5 May 2026. Harrowdale.",), "", date(2026, 5, 5), "5 May 2026"),
        (("Date of issue: 5 May 2026",), "", date(2026, 5, 5), "5 May 2026"),
        (("Approved by the Executive Board on 3 March 2026.",), "", date(2026, 3, 3), "3 March 2026"),
        (("This policy was approved in May 2024.", "Last updated: 1 June 2025"), "", date(2025, 6, 1), "1 June 2025"),
        (
            ("This chapter was amended in May 2025.", "This chapter was amended in July 2026."),
            "",
            date(2026, 7, 1),
            "July 2026",
        ),
    ],
)
def test_amended_is_read_in_its_forms(texts: tuple[str, ...], heading: str, day: date, shown: str) -> None:
    """The day for comparing, and the words for showing: a month alone stays a month."""
    dates = read_dates(page(*texts, heading=heading))
    assert (dates.amended, dates.amended_text) == (day, shown)


@pytest.mark.parametrize(
    "text",
    [
        "Working Together was updated in December 2023.",
        "The guidance on neglect that the board published in May 2020 still applies.",
        "Next update due: November 2026",
        "The meeting of 12 May 2026 was cancelled.",
        "Working Together, published in March 2026, says so.",
        "The plan is agreed by 12 May 2026.",
        "An order issued 5 May 2026 ended.",
    ],
)
def test_other_dates_are_not_the_chapters(text: str) -> None:
    """Dates of other things never become the chapter's own."""
    assert read_dates(page(text)).amended is None


def test_reviews_and_updates_to_come() -> None:
    """Reviewed, next review and next update are told apart; the last is kept as printed."""
    dates = read_dates(page("Reviewed: 12th May 2026", "Next review: May 2027", "Next update due: November 2026"))
    assert (dates.reviewed, dates.next_review, dates.next_update) == (
        date(2026, 5, 12),
        date(2027, 5, 1),
        "November 2026",
    )
    assert (dates.reviewed_text, dates.next_review_text, dates.amended) == ("12th May 2026", "May 2027", None)


def test_an_impossible_day_is_left_out_with_a_doubt() -> None:
    """31 February, and a month 13, are told to a person and not mended."""
    for text in ("Last updated: 31/02/2026", "Last updated 05/13/2026"):
        reading = read_dates_with_doubts(page(text))
        assert reading.dates.amended is None
        assert len(reading.doubts) == 1


def test_an_amendment_after_the_fetch_is_a_doubt() -> None:
    """A page cannot have been amended after the day it was read."""
    reading = read_dates_with_doubts(page("Last updated: 12 May 2027", fetched=datetime(2026, 6, 1, tzinfo=UTC)))
    assert any("after the day" in doubt.message for doubt in reading.doubts)


def test_a_chapter_without_dates_has_none() -> None:
    """Nothing printed, nothing read."""
    dates = read_dates(page("Record the discussion."))
    assert (dates.amended, dates.reviewed, dates.next_review, dates.next_update) == (None, None, None, "")


@pytest.mark.parametrize(
    ("chapter", "audience"),
    [
        (
            page(
                "This procedure applies to Independent Reviewing Officers and is for children's social care staff only.",
                title="Case escalation",
            ),
            Audience.SOCIAL_CARE,
        ),
        (
            page(
                "You and your family will be asked to a meeting.",
                "Your child can come too.",
                "Tell the worker what your child needs.",
                title="Child protection conferences",
            ),
            Audience.PARENTS,
        ),
        (page("A conference is a meeting.", title="Conferences: information for parents and carers"), Audience.PARENTS),
        (
            page(
                "Tell an adult you trust.",
                "Your teacher or your social worker can help. It is not your fault.",
                title="Feeling safe",
            ),
            Audience.CHILDREN,
        ),
        (
            page(
                "If you are worried about a child, call us.",
                "You do not have to give your name.",
                "Neighbours and members of the public can call.",
                title="Worried?",
            ),
            Audience.PUBLIC,
        ),
        (
            page(
                "Practitioners must share information.",
                "Agencies must record. Tell your line manager. You can say to parents: we are worried about your child.",
            ),
            Audience.PRACTITIONERS,
        ),
        (
            page(
                "All agencies must follow this procedure. Social workers and health visitors should meet.",
                title="Strategy discussions",
            ),
            Audience.PRACTITIONERS,
        ),
    ],
)
def test_audience_follows_what_the_page_says(chapter: Chapter, audience: Audience) -> None:
    """Scope and title decide, then the way the page says "you"."""
    assert read_audience(chapter) is audience


@pytest.mark.parametrize(
    ("text", "heading", "audience"),
    [
        (
            "For Independent Reviewing Officers (IROs) and children's social care teams. It is not for other agencies.",
            "SCOPE OF THIS CHAPTER",
            Audience.SOCIAL_CARE,
        ),
        ("For conference chairs and team managers in Northshire.", "Scope", Audience.SOCIAL_CARE),
        ("This procedure is for social workers and is not for use by partner agencies.", "", Audience.SOCIAL_CARE),
        ("Social workers and independent reviewing officers", "Audience", Audience.SOCIAL_CARE),
        ("Audience: social workers and their managers.", "", Audience.SOCIAL_CARE),
        ("For all agencies, children's social care among them.", "SCOPE OF THIS CHAPTER", Audience.PRACTITIONERS),
        ("This chapter is for social workers and police officers.", "", Audience.PRACTITIONERS),
        ("This procedure applies to children's social care, health and schools.", "Scope", Audience.PRACTITIONERS),
        ("This chapter is for everyone who works with children and families.", "Scope", Audience.PRACTITIONERS),
        ("This guidance is for practitioners who support parents and carers.", "", Audience.PRACTITIONERS),
        ("This page is for foster carers.", "", Audience.PRACTITIONERS),
        ("This page is for parents and carers.", "", Audience.PARENTS),
        ("This page is for parents, carers and young people.", "", Audience.PARENTS),
        ("This short leaflet has been written for families.", "", Audience.PARENTS),
        ("This page is for children and young people.", "", Audience.CHILDREN),
        ("This website is for anyone with a worry about a child.", "", Audience.PUBLIC),
        ("This procedure is for children who go missing.", "Scope", Audience.PRACTITIONERS),
        ("This procedure applies to all children and their parents.", "Scope", Audience.PRACTITIONERS),
        ("For children on a plan, see the next chapter.", "", Audience.PRACTITIONERS),
        ("For parents, see the leaflet.", "", Audience.PRACTITIONERS),
        ("A complaints procedure is for families.", "", Audience.PRACTITIONERS),
        ("For children's social care, ring the front door.", "", Audience.PRACTITIONERS),
    ],
)
def test_audience_is_whom_the_page_names(text: str, heading: str, audience: Audience) -> None:
    """A page for others is not served to practitioners, and one that other workers share is not kept from them."""
    assert read_audience(page(text, heading=heading)) is audience


SCOTTISH = page(
    "The Children's Reporter decides whether to arrange a Children's Hearing.",
    "The Named Person and Police Scotland hold an Inter-agency Referral Discussion.",
    "GIRFEC guides all practice.",
)
WELSH = page(
    "This follows the Wales Safeguarding Procedures.",
    "Duties are in the Social Services and Well-being (Wales) Act 2014.",
    "Welsh Government guidance applies.",
)
NORTHERN_IRISH = page(
    "Refer to the Gateway Service with a UNOCINI form.",
    "The HSC Trust and the PSNI meet.",
    "The Children (Northern Ireland) Order 1995 applies.",
)
GUERNSEY = page(
    "The Children's Convenor decides.",
    "The Children (Guernsey and Alderney) Law 2008 applies.",
    "The Islands Safeguarding Children Partnership agreed this.",
)


@pytest.mark.parametrize(
    ("chapter", "place"),
    [
        (SCOTTISH, Jurisdiction.SCOTLAND),
        (WELSH, Jurisdiction.WALES),
        (NORTHERN_IRISH, Jurisdiction.NORTHERN_IRELAND),
        (GUERNSEY, Jurisdiction.GUERNSEY),
        (
            page("The Children (Jersey) Law 2002 applies.", "The Jersey Safeguarding Partnership Board agreed this."),
            Jurisdiction.JERSEY,
        ),
        (
            page(
                "Manx Care takes referrals.",
                "The Isle of Man Constabulary is told.",
                "The Children and Young Persons Act 2001 applies.",
            ),
            Jurisdiction.ISLE_OF_MAN,
        ),
        (page("The MASH decides under section 47 of the Children Act 1989."), Jurisdiction.ENGLAND),
        (page("Record the discussion."), Jurisdiction.ENGLAND),
        (
            page(
                "When a child moves to Scotland, tell the Children's Reporter and Police Scotland.",
                "The MASH and the LADO are told.",
                "Section 47 of the Children Act 1989 applies.",
            ),
            Jurisdiction.ENGLAND,
        ),
        (
            page(
                "The Children's Hearing and the Named Person differ from ours.",
                "GIRFEC is Scotland's.",
                title="Children moving to Scotland",
            ),
            Jurisdiction.ENGLAND,
        ),
    ],
)
def test_jurisdiction_takes_more_than_a_mention(chapter: Chapter, place: Jurisdiction) -> None:
    """Statutes and bodies over the whole chapter decide; a mention of another nation does not flip it."""
    assert read_jurisdiction(chapter) is place


def test_the_manuals_jurisdiction_stands_where_the_page_is_silent() -> None:
    """A quiet page of a Scottish manual stays Scottish."""
    assert read_jurisdiction(page("Record the discussion."), Jurisdiction.SCOTLAND) is Jurisdiction.SCOTLAND
