"""A person's own short code for a clock. It can hold no name: anything that is not a code is not taken."""

import re

LONGEST = 20  # characters: room for "referral no 12345", not for a story
_CODE = re.compile(
    r"(?:(?:ref|reference|referral|case|file|number|no)\b[.:# ]*){0,2}(?:[a-z]{1,3}[-/ ]?)?\d{1,6}[a-z]?", re.IGNORECASE
)


def code_in(words: str) -> str:
    """The code that `words` are, such as "ref 3" or "AB-12"; "" where they could be a name, a date or a person's number.

    At most six digits, since dates of birth, telephone and NHS numbers have more.
    """
    plain = " ".join(words.split()).strip(" .,:;")
    return plain if len(plain) <= LONGEST and _CODE.fullmatch(plain) else ""
