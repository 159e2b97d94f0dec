"""What the contact register promises: every fault named, nothing lost, and pages compared with it."""

from dataclasses import replace
from datetime import date

import pytest

from knowledge.contacts import (
    BadContactRegister,
    ContactPoint,
    Difference,
    Register,
    Telephone,
    load_register,
    mismatches,
    national_line,
    read_register,
)
from knowledge.errors import ProceduresError
from knowledge.manual import Place

ROW = """
[[contact]]
service = "Northshire MASH"
areas = ["Northshire"]
telephone = "01632 960123"
email = "mash@north.example"
hours = "Monday to Thursday 8.45am to 5pm, Friday to 4.30pm"
open = "Mon-Thu 08:45-17:00, Fri 08:45-16:30"
source = "https://procedures.north.example/contacts"
verified = 2026-05-12
verified_by = "Procedures team"
"""
NIGHT = (
    ROW.replace("Northshire MASH", "Emergency Duty Team").replace("960123", "960456").replace("mash@", "edt@")
    + "out_of_hours = true\n"
)


def printed(
    service: str, number: str, *, email: str = "", out_of_hours: bool = False, areas: tuple[str, ...] = ()
) -> ContactPoint:
    e164 = "+44" + number.replace(" ", "")[1:] if number else ""
    return ContactPoint(
        service,
        Place((), number),
        (Telephone(number, e164),) if number else (),
        (email,) if email else (),
        out_of_hours=out_of_hours,
        areas=areas,
        chapter="Contacts",
    )


def test_a_good_row_is_read_whole() -> None:
    """Each key stands in the contact point, with who verified it and when."""
    (point,) = read_register(ROW).contacts
    assert point.telephones == (Telephone("01632 960123", "+441632960123"),)
    assert (point.areas, point.emails, point.opening) == (
        ("Northshire",),
        ("mash@north.example",),
        "Mon-Thu 08:45-17:00, Fri 08:45-16:30",
    )
    assert (point.verified, point.verified_by) == (date(2026, 5, 12), "Procedures team")


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('service = "Northshire MASH"', "", "service"),
        ('"01632 960123"', '"01632 96"', "telephone"),
        ('"01632 960123"', '"01632 9601239"', "telephone"),
        ('"01632 960123"', "1632960123", "telephone"),
        ('"mash@north.example"', '"mash.north.example"', "email"),
        ('"Mon-Thu 08:45-17:00, Fri 08:45-16:30"', '"when we can"', "open"),
        ("2026-05-12", '"last week"', "verified"),
        ('verified_by = "Procedures team"', "", "verified_by"),
        ('source = "https://procedures.north.example/contacts"', "", "source"),
        ("hours =", "huors =", "huors"),
    ],
)
def test_a_bad_row_is_refused_by_row_and_key(old: str, new: str, key: str) -> None:
    """The error names the row and the key; nothing of the file is taken."""
    with pytest.raises(BadContactRegister) as refused:
        read_register(NIGHT + ROW.replace(old, new))
    assert isinstance(refused.value, ProceduresError)
    assert any(row.startswith("Row 2") and f": {key} " in row for row in refused.value.rows)


def test_every_fault_is_named_at_once() -> None:
    """Two bad rows give both their faults in one go."""
    with pytest.raises(BadContactRegister) as refused:
        read_register(ROW.replace("2026-05-12", '"?"') + NIGHT.replace('"01632 960456"', '"12"'))
    assert len(refused.value.rows) == 2


def test_rows_that_repeat_are_refused() -> None:
    """Two rows for one service, area and time cannot both be right."""
    with pytest.raises(BadContactRegister, match="repeats row 1"):
        read_register(ROW + ROW.replace("960123", "960124"))


def test_a_file_is_loaded_and_no_file_is_an_empty_register(tmp_path) -> None:  # type: ignore[no-untyped-def]
    """A partnership without a register has no verified contacts; a file that is not text is refused."""
    assert load_register(tmp_path / "contacts.toml") == Register()
    (tmp_path / "contacts.toml").write_text(ROW)
    assert len(load_register(tmp_path / "contacts.toml").contacts) == 1
    (tmp_path / "contacts.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(BadContactRegister):
        load_register(tmp_path / "contacts.toml")
    with pytest.raises(BadContactRegister, match="not TOML"):
        read_register("[[contact")


def test_contacts_are_served_by_area() -> None:
    """A row serves its areas, a row without areas all of them, and case does not matter."""
    register = read_register(ROW + NIGHT.replace('areas = ["Northshire"]', ""))
    assert [point.service for point in register.serving("NORTHSHIRE")] == ["Northshire MASH", "Emergency Duty Team"]
    assert [point.service for point in register.serving("Southshire")] == ["Emergency Duty Team"]


@pytest.mark.parametrize("service", ["Northshire MASH", "the northshire mash", "Northshire MASH (front door)"])
def test_another_number_for_a_registered_service_is_reported(service: str) -> None:
    """The same service under any of its printed names, with another number, is a mismatch."""
    (found,) = mismatches(read_register(ROW), (printed(service, "01632 960999"),))
    assert (found.difference, found.printed, found.registered) == (
        Difference.OTHER_NUMBER,
        "01632 960999",
        ("01632 960123",),
    )
    assert "01632 960999" in str(found)


def test_one_digit_off_is_reported_whatever_the_service_is_called() -> None:
    """A mistyped digit is found even under a name that the register does not have."""
    (found,) = mismatches(read_register(ROW), (printed("Duty desk", "01632 960124"),))
    assert found.difference is Difference.LIKE_A_NUMBER


def test_what_agrees_or_is_elsewhere_is_not_reported() -> None:
    """The same number however spaced, another area's number and a service unknown to the register are no mismatch."""
    register = read_register(ROW + NIGHT)
    same = replace(
        printed("Northshire MASH", "01632 960123"), telephones=(Telephone("(01632) 960 123", "+441632960123"),)
    )
    assert (
        mismatches(
            register,
            (
                same,
                printed("Northshire MASH", "01632 960777", areas=("Southshire",)),
                printed("Library", "01632 960888"),
            ),
        )
        == ()
    )


def test_another_address_is_reported() -> None:
    """An e-mail address that differs from the row's is a mismatch."""
    (found,) = mismatches(read_register(ROW), (printed("Northshire MASH", "01632 960123", email="old@north.example"),))
    assert found.difference is Difference.OTHER_EMAIL


def test_national_lines_are_known_however_spaced() -> None:
    """The NSPCC's whistleblowing line is known with any spacing; a local number is none."""
    line = national_line("0800 0280285")
    assert line is not None and "Whistleblowing" in line.name
    assert national_line("01632 960123") is None
