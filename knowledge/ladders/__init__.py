"""Escalation ladders and clocks, read from any chapter. See `reading` for the way in, `ladder` for the types."""

from knowledge.ladders.clocks import read_clocks
from knowledge.ladders.ladder import Clock, Exemption, Ladder, LadderReading, Stage, Unit
from knowledge.ladders.reading import read_ladders

__all__ = ["Clock", "Exemption", "Ladder", "LadderReading", "Stage", "Unit", "read_clocks", "read_ladders"]
