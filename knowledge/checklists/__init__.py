"""Checklists: warning signs, indicators, questions and things to have ready, item by item, verbatim."""

from knowledge.checklists.lists import Checklist, ChecklistItem, ChecklistKind, ChecklistReading
from knowledge.checklists.reading import read_checklists

__all__ = ["Checklist", "ChecklistItem", "ChecklistKind", "ChecklistReading", "read_checklists"]
