"""Score a reading of contact points against a golden page: precision, recall and F1 over (service, number, e-mail)."""

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from knowledge.contacts import ContactPoint, ContactReading, read_contacts
from scraper.parse import parse

Fact = tuple[str, ...]


@dataclass(frozen=True)
class Score:
    """Facts right, facts read, facts to be read."""

    right: int
    read: int
    wanted: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 1 where there was nothing to read and nothing was read."""
        return 2 * self.right / (self.read + self.wanted) if self.read + self.wanted else 1.0

    def __add__(self, other: "Score") -> "Score":
        return Score(self.right + other.right, self.read + other.read, self.wanted + other.wanted)


def folded(name: str) -> str:
    """A name without case and outer articles."""
    words = name.lower().split()
    return " ".join(words[1:] if words[:1] in (["the"], ["our"]) else words)


def number(printed: str) -> str:
    """Digits only, as dialled from the United Kingdom; an extension's digits stay."""
    digits = "".join(sign for sign in printed.replace("(0)", "") if sign.isdigit())
    return "0" + digits[2:] if digits.startswith("44") else digits


def triples(contacts: list[dict[str, object]]) -> Counter[Fact]:
    """One fact per (service, number, e-mail): a contact with two numbers gives two."""
    facts: Counter[Fact] = Counter()
    for contact in contacts:
        mails = " ".join(sorted(str(mail).lower() for mail in contact["emails"]))  # type: ignore[attr-defined]
        for printed in contact["telephones"] or [""]:  # type: ignore[attr-defined]
            facts[folded(str(contact["service"])), number(str(printed)), mails] += 1
    return facts


def as_read(point: ContactPoint) -> dict[str, object]:
    """A contact point in the golden pages' form."""
    return {
        "service": point.service,
        "telephones": [telephone.printed for telephone in point.telephones],
        "emails": list(point.emails),
        "hours": point.hours,
        "areas": list(point.areas),
        "out_of_hours": point.out_of_hours,
        "for_adults": point.for_adults,
    }


def read_page(page: Path) -> ContactReading:
    """What the reader makes of a golden page."""
    return read_contacts(parse(page.read_bytes(), url=f"https://procedures.example/{page.name}"))


def wanted_of(page: Path) -> list[dict[str, object]]:
    """What a person reads on a golden page."""
    contacts: list[dict[str, object]] = json.loads(page.with_suffix(".json").read_text())["contacts"]
    return contacts


def score(page: Path) -> Score:
    """The score of one golden page."""
    read = triples([as_read(point) for point in read_page(page).contacts])
    wanted = triples(wanted_of(page))
    return Score((read & wanted).total(), read.total(), wanted.total())


def differences(page: Path) -> list[str]:
    """Attributes that a golden page states and the reading has otherwise: hours, areas, times, adults."""
    read = [as_read(point) for point in read_page(page).contacts]
    found: list[str] = []
    for wanted in wanted_of(page):
        twin = next(
            (
                point
                for point in read
                if triples([point]) == triples([wanted]) and point["areas"] == wanted.get("areas", point["areas"])
            ),
            None,
        )
        if twin is None:
            found.append(f"missing: {wanted}")
            continue
        defaults: dict[str, object] = {"out_of_hours": False, "for_adults": False}
        for key, value in (defaults | wanted).items():
            if key in twin and key not in ("service", "telephones", "emails") and twin[key] != value:
                found.append(f"{wanted['service']}: {key} is {twin[key]!r}, not {value!r}")
    return found
