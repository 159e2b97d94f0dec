"""What one heading, row or run-in says of one level, before sightings of the same level are put together."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from knowledge.manual import Place
from knowledge.thresholds.labels import Title
from knowledge.thresholds.levels import Descriptor


@dataclass(frozen=True, slots=True)
class Body:
    """Words found under a level's title, sorted into descriptors and other sentences.

    `prose` is running sentences where descriptors may stand but no domain is named: descriptors where the level has
    no list, and sentences about the level where it has.
    """

    descriptors: tuple[Descriptor, ...] = ()
    summary: tuple[str, ...] = ()
    prose: tuple[Descriptor, ...] = ()

    def __add__(self, other: "Body") -> "Body":
        return Body(self.descriptors + other.descriptors, self.summary + other.summary, self.prose + other.prose)


def joined(bodies: Iterable[Body]) -> Body:
    """Many bodies as one, in order, in time that grows with their words."""
    parts = list(bodies)
    return Body(
        tuple(one for body in parts for one in body.descriptors),
        tuple(one for body in parts for one in body.summary),
        tuple(one for body in parts for one in body.prose),
    )


@dataclass(frozen=True, slots=True)
class Sighting:
    """One level, seen once."""

    title: Title
    place: Place
    body: Body = field(default_factory=Body)


@dataclass(frozen=True, slots=True)
class Group:
    """Levels seen side by side: sibling headings, the rows of a table, the items of a list.

    `contexts` are the headings above them, innermost first, ending with the chapter's title. `near` is the words just
    before them. `scale` names the group where its own heading does ("Northmere" over one column of several).
    """

    sightings: tuple[Sighting, ...]
    contexts: tuple[str, ...]
    near: str = ""
    scale: str = ""
