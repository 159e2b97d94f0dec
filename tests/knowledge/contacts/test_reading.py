"""What the reader of contact points promises on pages of any form."""

import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.contacts import ContactPoint, TelephoneKind, read_contacts, read_register
from knowledge.contacts.mismatches import mismatches
from knowledge.manual import Bullets, Cell, Chapter, Item, Link, Paragraph, Section, Table, block_texts

from .scoring import Score, differences, read_page, score, wanted_of

HERE = Path(__file__).parent
GOLDEN = sorted((HERE / "pages").glob("*.html"))
HELD_OUT = sorted(page for folder in HERE.glob("held_out*") for page in folder.iterdir() if page.suffix != ".json")
FLOOR = 0.98  # issue 3's target; it only rises


def chapter_of(*blocks: Paragraph | Bullets | Table, heading: str = "", title: str = "Contacts") -> Chapter:
    return Chapter(slug="contacts", title=title, sections=(Section(heading, 1, blocks),))


def read(*texts: str, heading: str = "") -> tuple[ContactPoint, ...]:
    return read_contacts(chapter_of(*(Paragraph(text) for text in texts), heading=heading)).contacts


@pytest.mark.parametrize("page", GOLDEN, ids=lambda page: page.stem)
def test_a_golden_page_is_read_whole(page: Path) -> None:
    """Every service, number, address, time and area that a person reads on a golden page is read, and nothing else."""
    assert score(page).f1 == 1.0
    assert differences(page) == []


def test_all_forms_together_hold_the_floor() -> None:
    """F1 over (service, number, e-mail) stays at the target over all pages, those once held out among them."""
    total = sum((score(page) for page in (*GOLDEN, *HELD_OUT)), Score(0, 0, 0))
    assert total.f1 >= FLOOR


@pytest.mark.parametrize("page", [*GOLDEN, *HELD_OUT], ids=lambda page: page.stem)
def test_what_is_printed_is_on_the_page(page: Path) -> None:
    """Each number and address is an exact run of the page's own text or link addresses, and each place too."""
    source = page.read_text()
    words = " ".join(re.sub(r"<[^>]+>", " ", source).split())
    for point in read_page(page).contacts:
        for printed in (*(telephone.printed for telephone in point.telephones), *point.emails):
            assert printed in words or printed in source
        assert point.verified is None


def test_a_short_code_is_never_given_to_another_service() -> None:
    """999 under a MASH's heading is the emergency services' number, not the MASH's."""
    points = read(
        "Telephone: 01632 960123",
        "If a child is in danger, call 999.",
        "Email: mash@north.example",
        heading="Northshire MASH",
    )
    assert {
        (point.service, tuple(number.printed for number in point.telephones), point.emails) for point in points
    } == {
        ("Northshire MASH", ("01632 960123",), ("mash@north.example",)),
        ("Emergency services", ("999",), ()),
    }


@pytest.mark.parametrize(
    "text",
    [
        "Registered charity number 01234567890.",
        "The child's NHS number is 0123456789.",
        "See case reference 01632960123.",
        "Company no. 01632960123",
        "Write to us at EX1 2AB by 01/02/2026 or 01-02-2026, between 0900-1730.",
        "About 999 families and 101 children were helped under section 111.",
        "It cost £01632960123.",
    ],
)
def test_what_is_no_number_is_not_read(text: str) -> None:
    """Charity, company, case and NHS numbers, postcodes, dates and counts are no contacts."""
    assert read(text) == ()


def test_a_moved_number_is_left_out_and_reported() -> None:
    """Only the new number is offered; a doubt names the old one."""
    reading = read_contacts(
        chapter_of(Paragraph("The old number 01632 960111 no longer works; call the MASH on 01632 960222."))
    )
    assert [number.printed for point in reading.contacts for number in point.telephones] == ["01632 960222"]
    assert any("01632 960111" in doubt.message for doubt in reading.doubts)


def test_an_impossible_number_is_reported_and_not_offered() -> None:
    """A number with too many digits is not a telephone; a person is told."""
    reading = read_contacts(chapter_of(Paragraph("MASH: telephone 01632 9601234567")))
    assert reading.contacts == ()
    assert any("01632 9601234567" in doubt.message for doubt in reading.doubts)


def test_fax_is_not_offered_and_a_textphone_is_marked() -> None:
    """A fax number never becomes a telephone; a textphone is not to be called by voice."""
    (point,) = read("MASH: Tel 01632 960123, Fax 01632 960124, Minicom 01632 960125")
    assert [(number.printed, number.kind) for number in point.telephones] == [
        ("01632 960123", TelephoneKind.VOICE),
        ("01632 960125", TelephoneKind.TEXTPHONE),
    ]
    assert point.telephones[1].shown == "textphone 01632 960125"


def test_a_link_that_dials_another_number_is_reported() -> None:
    """The printed number is kept, and a doubt names both."""
    link = Link("01632 960123", "tel:01632960124")
    reading = read_contacts(chapter_of(Paragraph("MASH: 01632 960123", links=(link,))))
    assert [number.printed for point in reading.contacts for number in point.telephones] == ["01632 960123"]
    assert any("01632960124" in doubt.message for doubt in reading.doubts)


def test_a_number_that_only_a_link_holds_is_read() -> None:
    """Words such as "Call us" carry their number in the link alone."""
    (point,) = read_contacts(
        chapter_of(Paragraph("Call us", links=(Link("Call us", "tel:+441632960123"),)), heading="Northshire MASH")
    ).contacts
    assert (point.service, point.telephones[0].e164) == ("Northshire MASH", "+441632960123")


def test_a_rank_below_a_team_name_is_the_team_number() -> None:
    """Two teams whose numbers a "Detective Inspector" answers stay two teams; a named post keeps its own name."""
    points = read(
        "Investigation Team (North)",
        "Detective Inspector on 01632 960123",
        "Investigation Team (South)",
        "Named Nurse on 01632 960456",
    )
    assert [point.service for point in points] == ["Investigation Team (North)", "Named Nurse"]


def test_a_place_in_a_bracket_is_an_area_of_whatever_name_stands_before_it() -> None:
    """ "the Lantern (Ashdale 1; Brackenfield 2)" is one service in two areas though no noun says that it is one."""
    points = read("Then tell the Lantern (Ashdale 01632 960123; Brackenfield 01632 960456).")
    assert [(point.service, point.areas) for point in points] == [
        ("Lantern", ("Ashdale",)),
        ("Lantern", ("Brackenfield",)),
    ]


def test_a_row_that_names_only_a_time_goes_on_with_the_service_above() -> None:
    """ "Evenings and weekends" in the naming column is no service; below the police it is nobody's."""

    def rows(*names: tuple[str, str]) -> Table:
        return Table(tuple(tuple(Cell((Paragraph(text),)) for text in row) for row in names))

    late = ("Evenings and weekends", "01632 960456")
    points = read_contacts(chapter_of(rows(("Northshire MASH", "01632 960123"), late))).contacts
    assert [(point.service, point.out_of_hours, point.hours) for point in points] == [
        ("Northshire MASH", False, ""),
        ("Northshire MASH", True, "Evenings and weekends"),
    ]
    assert [point.service for point in read_contacts(chapter_of(rows(("Police", "101"), late))).contacts] == [
        "Police",
        "",
    ]


@pytest.mark.parametrize(
    ("heading", "service"),
    [
        ("Asking for help from the Harbour Desk", "Harbour Desk"),
        ("Contact Centre", "Contact Centre"),
        ("Disagreeing with the Harbour Desk", ""),
    ],
)
def test_what_a_heading_tells_of_its_numbers(heading: str, service: str) -> None:
    """A heading that says how to reach a service names it; one that says what to do about it names nobody."""
    assert [point.service for point in read("Telephone: 01632 960123", heading=heading)] == [service]


def test_an_area_that_owns_a_service_is_its_area() -> None:
    """ "Ashdale's Duty Desk" is the Duty Desk in Ashdale where the manual has that area."""
    (point,) = read_contacts(
        chapter_of(Paragraph("Ring Ashdale's Duty Desk on 01632 960123.")), areas=("Ashdale", "Brackenfield")
    ).contacts
    assert (point.service, point.areas) == ("Duty Desk", ("Ashdale",))


def test_an_address_of_somebody_else_does_not_go_to_the_service_before_it() -> None:
    """An address in a sentence that names nobody is a service's where it speaks on of it or the address bears its name.

    One that any service may have is kept and doubted; one with other words of its own is nobody's, and a doubt says so.
    """
    service = "Ring the Kinship Support Line on 01632 960123."
    for sentence, owner, doubted in (
        ("You can also email holiday.cover@north.example.", "Kinship Support Line", False),
        ("If nobody answers, write to ksl@north.example.", "Kinship Support Line", False),
        ("If nobody answers, write to referrals@north.example.", "Kinship Support Line", True),
        ("If nobody answers, write to holiday.cover@north.example.", "", True),
    ):
        reading = read_contacts(chapter_of(Paragraph(service), Paragraph(sentence)))
        (address,) = [point for point in reading.contacts if point.emails]
        assert (address.service, bool(reading.doubts)) == (owner, doubted), sentence


def test_a_title_in_capitals_is_no_service() -> None:
    """A number that nobody is named for is not given to a shouted title."""
    (point,) = read_contacts(
        chapter_of(Paragraph("Telephone: 01632 960123"), title="MEMO: WHO TO RING OVER THE HOLIDAYS")
    ).contacts
    assert point.service == ""


@pytest.mark.parametrize(
    ("text", "points"),
    [
        (
            "Your named nurse is on 01632 960123 (Ashdale) or 01632 960456 (Brackenfield).",
            [("named nurse", ("Ashdale",)), ("named nurse", ("Brackenfield",))],
        ),
        (
            "Ashdale's Lantern takes calls on 01632 960123 and Brackenfield's on 01632 960456.",
            [("Lantern", ("Ashdale",)), ("Lantern", ("Brackenfield",))],
        ),
    ],
)
def test_an_area_is_never_whom_to_call(text: str, points: list[tuple[str, tuple[str, ...]]]) -> None:
    """A place behind a number, or one that owns the same service again, tells where the number is for."""
    reading = read_contacts(chapter_of(Paragraph(text)), areas=("Ashdale", "Brackenfield"))
    assert [(point.service, point.areas) for point in reading.contacts] == points


def test_a_paragraph_that_speaks_of_somebody_else_does_not_go_on_with_the_one_before() -> None:
    """Reception is not given the Lantern's number; that nobody is clearly named is reported."""
    reading = read_contacts(
        chapter_of(
            Paragraph("Parking must be booked with reception, 01632 960123."),
            Paragraph("The Lantern is at Beech House. Ring 01632 960456."),
        )
    )
    assert [point.service for point in reading.contacts] == ["reception", ""]
    assert any("01632 960456" in doubt.message for doubt in reading.doubts)


def test_a_row_that_says_when_to_call_names_nobody() -> None:
    """ "A child in Ashdale" beside "Lantern, 01632 960123" is the Lantern's number for Ashdale."""
    table = Table(
        tuple(
            tuple(Cell((Paragraph(text),), header=row == 0) for text in cells)
            for row, cells in enumerate(
                (
                    ("If you are worried about", "Ring"),
                    ("a child in Ashdale", "Lantern, 01632 960123"),
                    ("someone in danger", "999"),
                )
            )
        )
    )
    points = read_contacts(chapter_of(table), areas=("Ashdale", "Brackenfield")).contacts
    assert [(point.service, point.areas) for point in points] == [
        ("Lantern", ("Ashdale",)),
        ("Emergency services", ()),
    ]


def test_a_learning_report_gives_no_contacts() -> None:
    """Officers and addresses of a review's day are never served."""
    reading = read_contacts(chapter_of(Paragraph("Contact A Person on 01632 960123")), learning=True)
    assert reading.contacts == ()
    assert reading.doubts


def test_no_contacts_is_a_quiet_answer() -> None:
    """A chapter without numbers gives none, and an empty one too."""
    assert read("Keep a chronology.") == ()
    assert read_contacts(Chapter(slug="x", title="", sections=())).contacts == ()


FORMS = (
    lambda number: Paragraph(f"Call the Northshire MASH on {number}, Monday to Friday 9am to 5pm."),
    lambda number: Bullets((Item(f"Northshire MASH: {number}"),)),
    lambda number: Table(
        (
            (Cell((Paragraph("Service"),), header=True), Cell((Paragraph("Telephone"),), header=True)),
            (Cell((Paragraph("Northshire MASH"),)), Cell((Paragraph(number),))),
        )
    ),
)
DRAMA = st.integers(0, 999).map(lambda last: f"01632 960{last:03d}")
REGISTER = read_register(
    '[[contact]]\nservice = "Northshire MASH"\ntelephone = "01632 960123"\nsource = "https://north.example/contacts"\n'
    'verified = 2026-05-12\nverified_by = "Procedures team"\n'
)


@given(number=DRAMA, form=st.sampled_from(FORMS))
@settings(max_examples=60, deadline=None)
def test_one_changed_digit_changes_that_number_alone_and_is_reported(number: str, form) -> None:  # type: ignore[no-untyped-def]
    """A page's number follows the page; the register's stays; the mismatch is reported, and only when they differ."""
    (point,) = read_contacts(chapter_of(form(number))).contacts
    assert (point.service, [telephone.printed for telephone in point.telephones]) == ("Northshire MASH", [number])
    found = mismatches(REGISTER, (point,))
    assert [mismatch.printed for mismatch in found] == ([] if number == "01632 960123" else [number])
    assert REGISTER.contacts[0].telephones[0].printed == "01632 960123"


@given(st.text(max_size=400))
@settings(max_examples=150, deadline=None)
def test_any_text_is_read_without_inventing(text: str) -> None:
    """Whatever stands on a page, nothing fails, and what is read is printed there."""
    reading = read_contacts(chapter_of(Paragraph(text)))
    for point in reading.contacts:
        for printed in (*(telephone.printed for telephone in point.telephones), *point.emails):
            assert printed in text


@given(
    st.lists(
        st.sampled_from(
            [
                "01632 960123",
                "call",
                "the",
                "MASH",
                "on",
                "or",
                "(",
                ")",
                ":",
                ",",
                ".",
                "9am",
                "to",
                "5pm",
                "a@b.example",
                "Monday",
                "out of hours",
                "999",
                "fax",
            ]
        ),
        max_size=40,
    )
)
@settings(max_examples=150, deadline=None)
def test_any_order_of_contact_words_is_read(words: list[str]) -> None:
    """Contact words in any order give no failure and no number that is not there."""
    text = " ".join(words)
    block = Paragraph(text)
    for point in read_contacts(chapter_of(block)).contacts:
        assert all(telephone.printed in next(iter(block_texts(block))) for telephone in point.telephones)


def test_wide_and_deep_tables_end() -> None:
    """A large table and a long line are read in bounded time."""
    row = tuple(Cell((Paragraph(f"01632 960{n:03d}"),)) for n in range(60))
    reading = read_contacts(chapter_of(Table((row,) * 60), Paragraph("call 01632 960123 or " * 800)))
    assert reading.contacts


@pytest.mark.parametrize(
    "piece", ["call the Duty Team on 01632 960123 or ", "the Duty Team and the Early Help Hub, ", "Alpha "]
)
def test_a_huge_line_full_of_names_ends(piece: str) -> None:
    """Time grows with the length of a line: a number's owner is looked for only near it."""
    started = time.process_time()
    read(piece * 1500 + "01632 960124")
    assert time.process_time() - started < 30  # about 2 s; looking through the whole line takes minutes


def test_golden_pages_are_enough() -> None:
    """At least twelve forms stand beside the reader, each with what a person reads."""
    assert len(GOLDEN) >= 12
    assert all(wanted_of(page) for page in GOLDEN)


@pytest.mark.parametrize(
    ("text", "service"),
    [
        (
            "You can speak to a social worker in the Initial Contact Team by calling 01632 960123.",
            "Initial Contact Team",
        ),
        ("If that fails, the Locality Duty Desk (01632 960123) takes the call.", "Locality Duty Desk"),
        ("From 1 April 2026 the Assessment Service has a new number: 01632 960123.", "Assessment Service"),
        ("The manager may be reached through the duty desk on 01632 960123.", "duty desk"),
        ("Safeguarding Midwife \u2013 Ann Example, 01632 960123", "Safeguarding Midwife"),
        ("Single point of contact: 01632 960123", "Single point of contact"),
        ("The Family Time Centre (formerly the Contact Centre) is on 01632 960123.", "Family Time Centre"),
        ("The Review Service can be contacted via its support officer on 01632 960123.", "Review Service"),
        ("The Duty Hub moved in March. Its number is now 01632 960123.", "Duty Hub"),
    ],
)
def test_a_name_in_a_sentence_is_read_at_its_printed_bounds(text: str, service: str) -> None:
    """The name is the words with capitals, or the noun that can be called: no verb, person or former name with it."""
    (point,) = read(text)
    assert point.service == service


def test_words_that_carry_a_number_in_their_link_tell_whose_it_is() -> None:
    """ "Call the Duty Team" under another service's heading is the Duty Team's number."""
    words = "Call the Emergency Duty Team"
    (point,) = read_contacts(
        chapter_of(Paragraph(words, links=(Link(words, "tel:+441632960123"),)), heading="Northshire MASH")
    ).contacts
    assert (point.service, point.out_of_hours) == ("Emergency Duty Team", True)


def test_records_run_together_on_a_line_are_parted() -> None:
    """Lines that plain text ran together keep each number with the label in front of it."""
    points = read("Duty Desk - 01632 960121 Youth Service - 01632 960122 - ys@north.example Named Nurse - 01632 960123")
    assert [(point.service, len(point.telephones), point.emails) for point in points] == [
        ("Duty Desk", 1, ()),
        ("Youth Service", 1, ("ys@north.example",)),
        ("Named Nurse", 1, ()),
    ]
