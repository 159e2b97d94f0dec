"""Escalation ladders and clocks, read from any chapter. See `reading` for the way in, `ladder` for the types."""

from knowledge.ladders.ladder import Clock, Exemption, Ladder, LadderReading, Stage, Unit

__all__ = ["Clock", "Exemption", "Ladder", "LadderReading", "Stage", "Unit"]
