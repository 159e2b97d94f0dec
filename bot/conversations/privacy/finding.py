"""What a finder finds: a place in a message, what kind of personal data stands there, and what may stand there instead."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """A kind of personal data, in words fit for the person who wrote it."""

    NAME = "a name"
    BIRTH = "a date of birth"
    ADDRESS = "an address"
    POSTCODE = "a postcode"
    NHS = "an NHS number"
    INSURANCE = "a National Insurance number"
    PUPIL = "a pupil number"
    PHONE = "a phone number"
    EMAIL = "an e-mail address"
    SCHOOL = "a child's school"
    CAR = "a car registration"
    SOCIAL = "a social media name"


@dataclass(frozen=True, slots=True)
class Finding:
    """Characters `start` to `end` of a message. Where `instead` is "", the space before goes too."""

    start: int
    end: int
    kind: Kind
    instead: str
