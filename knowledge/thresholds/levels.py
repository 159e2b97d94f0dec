"""Levels of need: a manual's threshold document, in its own words. Levels guide judgement; Signpost never decides one."""

from dataclasses import dataclass
from datetime import date

from knowledge.manual import Audience, Doubt, Place


@dataclass(frozen=True, slots=True)
class Descriptor:
    """One descriptor as printed, with its domain ("Development", "Parenting capacity"; "" where there is no matrix)."""

    text: str
    place: Place
    domain: str = ""


@dataclass(frozen=True, slots=True)
class Level:
    """A level of need. `label` as printed ("Level 2", "Tier 3", "Levels 3 and 4"); `name` as printed ("Early help").

    `order` counts from 1 for the least need, whatever order the page prints. Numbers are never mapped across areas.
    """

    label: str
    name: str
    order: int
    place: Place
    descriptors: tuple[Descriptor, ...] = ()
    summary: tuple[str, ...] = ()  # sentences about the level that are not descriptors


@dataclass(frozen=True, slots=True)
class LevelScheme:
    """All levels of one threshold document."""

    name: str
    levels: tuple[Level, ...]
    manual: str = ""
    chapter: str = ""
    slug: str = ""
    url: str = ""
    areas: tuple[str, ...] = ()
    audience: Audience = Audience.PRACTITIONERS
    amended: date | None = None


@dataclass(frozen=True, slots=True)
class LevelReading:
    """What was read from a chapter, and what the reader was unsure of."""

    schemes: tuple[LevelScheme, ...] = ()
    doubts: tuple[Doubt, ...] = ()
