"""Messages in which what must go is marked: `[[Kayleigh Smith|name]]`."""

import re
from dataclasses import dataclass
from pathlib import Path

from bot.conversations.privacy.finding import Kind

_MARK = re.compile(r"\[\[(.+?)\|(\w+)]]")
_FOLDER = Path(__file__).parent / "messages"
KINDS = {
    "name": Kind.NAME,
    "birth": Kind.BIRTH,
    "address": Kind.ADDRESS,
    "postcode": Kind.POSTCODE,
    "nhs": Kind.NHS,
    "ni": Kind.INSURANCE,
    "upn": Kind.PUPIL,
    "phone": Kind.PHONE,
    "email": Kind.EMAIL,
    "school": Kind.SCHOOL,
    "car": Kind.CAR,
    "social": Kind.SOCIAL,
}
ALLOWED = (
    "Ambleford",
    "Kelderby",
    "Exampleshire",
    "Bedford Borough",
    "Central Bedfordshire",
    "01632 960111",
    "safeguarding@office.example.gov.uk",
    "ambleford.example.gov.uk",
)


@dataclass(frozen=True, slots=True)
class Marked:
    """A message as typed, and what must not be left of it, each with its kind."""

    text: str
    secrets: tuple[tuple[str, Kind], ...]

    def left(self, screened: str) -> list[tuple[str, Kind]]:
        """The secrets of which some telling part is still there."""
        return [(secret, kind) for secret, kind in self.secrets if _remains(secret, kind, screened)]


def marked(line: str) -> Marked:
    """Read one marked line."""
    secrets = tuple((found[1], KINDS[found[2]]) for found in _MARK.finditer(line))
    return Marked(_MARK.sub(lambda found: found[1], line), secrets)


def messages(name: str) -> list[Marked]:
    """The messages of a file."""
    lines = (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [marked(line) for line in lines if line.strip() and not line.startswith("#")]


def _remains(secret: str, kind: Kind, screened: str) -> bool:
    """Whether the secret, or for a name and a place any word of it that tells something, is still in the text."""
    plain = screened.casefold()
    if kind not in (Kind.NAME, Kind.ADDRESS, Kind.SCHOOL):
        return secret.casefold() in plain
    words = [word for word in re.findall(r"[^\W\d_]{3,}", secret.casefold()) if word not in _TELLS_NOTHING]
    return any(re.search(rf"(?<!\w){word}(?!\w)", plain) for word in words or [secret.casefold()])


_TELLS_NOTHING = frozenset(
    ("mrs", "miss", "flat", "the", "road", "street", "close", "lane", "avenue", "grove", "primary", "school", "academy", "nursery", "junior", "catholic", "high", "crescent", "court", "infant", "drive", "college", "secondary", "house", "way", "terrace", "gardens", "place")
)  # fmt: skip
