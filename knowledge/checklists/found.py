"""A list as it stands on the page, before anything is known of what it is for."""

from dataclasses import dataclass

from knowledge.checklists.wording import Cue
from knowledge.outline import Node


@dataclass(frozen=True, slots=True)
class Entry:
    """One item's words and the sub-heading it stands under in the list."""

    text: str
    group: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A list: its entries, the paragraph before it, and its headings, innermost first.

    `part` is the label that opens a line of items ("In the home: ...").
    `column` is what a table's own heading says of these entries, where it says anything. `links` is true where the
    items are links and nothing more. `firm` marks a list printed as one; a run of lines or a sentence is not firm.
    """

    entries: tuple[Entry, ...]
    node: Node
    contexts: tuple[str, ...]
    lead: str = ""
    number: str = ""
    column: Cue | None = None
    caption: str = ""
    links: bool = False
    firm: bool = True
    part: str = ""
    follows_list: bool = False
