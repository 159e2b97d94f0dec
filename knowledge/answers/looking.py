"""The searches of one answer, each made once however many readings ask for it."""

from dataclasses import dataclass
from functools import cached_property

from knowledge.answers.outcomes import Question
from knowledge.answers.shelf import Shelf
from knowledge.retrieval import Found


@dataclass(frozen=True)
class Looking:
    """A question put to a shelf. Lives as long as its answer takes: nothing that was typed is kept."""

    question: Question
    shelf: Shelf

    @cached_property
    def plain(self) -> Found:
        """What the procedures hold."""
        return self._found(learning=False)

    @cached_property
    def with_learning(self) -> Found:
        """The same with the learning of reviews."""
        return self._found(learning=True)

    def _found(self, *, learning: bool) -> Found:
        asked = self.question
        return self.shelf.search(asked.text, area=asked.area, said=asked.said, learning=learning)
