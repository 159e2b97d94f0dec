"""What a browser posted: read up to a bound, and only as the plain form that our own pages send."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from urllib.parse import parse_qsl

LARGEST = 131_072  # bytes: 8,000 characters of any script, escaped, with room for the other fields
MOST_FIELDS = 120  # a reflection's ticks, notes and endings
READ_WITHIN = 15.0  # seconds for a whole body; a phone on a bad line needs one or two
_FORM = "application/x-www-form-urlencoded"


class TooLarge(Exception):
    """The body is over the bound."""


class Unreadable(Exception):
    """The body is no form of ours."""


@dataclass(frozen=True, slots=True)
class Posted:
    """A form's fields. Of a field that was sent more than once, the last counts."""

    fields: dict[str, str]

    def get(self, name: str) -> str:
        """A field's text, "" where it is missing."""
        return self.fields.get(name, "")


async def posted(chunks: AsyncIterator[bytes], content_type: str, length: str) -> Posted:
    """The form in a request's body. Raises TooLarge, Unreadable, and TimeoutError where it does not arrive in time."""
    if length.isdigit() and int(length) > LARGEST:
        raise TooLarge
    if content_type.split(";", maxsplit=1)[0].strip().casefold() != _FORM:
        raise Unreadable
    body = bytearray()
    async with asyncio.timeout(READ_WITHIN):
        async for chunk in chunks:
            body += chunk
            if len(body) > LARGEST:
                raise TooLarge
    try:
        pairs = parse_qsl(
            body.decode("ascii", "strict"), keep_blank_values=True, errors="replace", max_num_fields=MOST_FIELDS
        )
    except (UnicodeDecodeError, ValueError):
        raise Unreadable from None
    return Posted(dict(pairs))
