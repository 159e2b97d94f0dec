"""Find e-mail addresses in a text, those written against machines among them."""

import re

from knowledge.contacts.spotted import Sighting

EMAIL = re.compile(r"(?<![\w.+-])[\w.%+'’-]*\w[ ]?@[ ]?(?:[\w-]+\.)+[A-Za-z]{2,}(?![\w@])")
_VEILED = re.compile(
    r"(?<![\w.])[\w.+-]+\s?(?:\[\s?at\s?\]|\(\s?at\s?\)|\{\s?at\s?\}|<\s?at\s?>)\s?[\w-]+"
    r"(?:\s?(?:\.|\[\s?dot\s?\]|\(\s?dot\s?\)|\{\s?dot\s?\})\s?[\w-]+)+",
    re.IGNORECASE,
)
_HIDDEN_EMAIL = re.compile(r"\[\s*e-?mail[\s\u00a0]+protected\s*\]", re.IGNORECASE)


def emails_in(text: str) -> list[Sighting]:
    plain = [
        Sighting(match.start(), match.end(), email=match.group(), doubt=_spaced_doubt(match.group()))
        for match in EMAIL.finditer(text)
    ]
    veiled = [
        Sighting(
            match.start(),
            match.end(),
            email=match.group(),
            doubt=f'The e-mail address "{match.group()}" is written so that machines cannot read it; it is kept as printed.',
        )
        for match in _VEILED.finditer(text)
    ]
    hidden = [
        Sighting(
            match.start(),
            match.end(),
            dropped="An e-mail address on the page is hidden by the site and could not be read.",
        )
        for match in _HIDDEN_EMAIL.finditer(text)
    ]
    return plain + veiled + hidden


def _spaced_doubt(address: str) -> str:
    return f'The e-mail address "{address}" has a space in it; it is kept as printed.' if " " in address else ""
