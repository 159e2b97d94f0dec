"""Contact points: read from a manual's pages, kept by a person in a register, open now or not."""

from knowledge.contacts.points import ContactPoint, ContactReading, Telephone, TelephoneKind
from knowledge.contacts.reading import read_contacts

__all__ = ["ContactPoint", "ContactReading", "Telephone", "TelephoneKind", "read_contacts"]
