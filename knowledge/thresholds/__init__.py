"""Levels of need: a manual's threshold document, in its own words. Levels guide judgement; Signpost never decides one."""

from knowledge.thresholds.levels import Descriptor, Level, LevelReading, LevelScheme
from knowledge.thresholds.reading import read_levels

__all__ = ["Descriptor", "Level", "LevelReading", "LevelScheme", "read_levels"]
