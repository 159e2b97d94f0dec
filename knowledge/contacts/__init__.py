"""Contact points: read from a manual's pages, kept by a person in a register, open now or not."""

from knowledge.contacts.mismatches import Difference, Mismatch, mismatches
from knowledge.contacts.national import NATIONAL_LINES, NationalLine, national_line
from knowledge.contacts.opening import Opening, closes_at, open_now, opening_of
from knowledge.contacts.points import ContactPoint, ContactReading, Telephone, TelephoneKind
from knowledge.contacts.reading import read_contacts
from knowledge.contacts.register import BadContactRegister, Register, load_register, read_register

__all__ = [
    "NATIONAL_LINES",
    "BadContactRegister",
    "ContactPoint",
    "ContactReading",
    "Difference",
    "Mismatch",
    "NationalLine",
    "Opening",
    "Register",
    "Telephone",
    "TelephoneKind",
    "closes_at",
    "load_register",
    "mismatches",
    "national_line",
    "open_now",
    "opening_of",
    "read_contacts",
    "read_register",
]
