"""How many messages a conversation may send before only danger is answered."""

from collections import deque
from enum import StrEnum

WINDOW = 60.0  # seconds


class Verdict(StrEnum):
    """What to do with a message."""

    ANSWER = "answer"
    NOTICE = "notice"
    SILENCE = "silence"


class Flood:
    """Counts each conversation's messages by when they were sent, so that a backlog after a break is no flood."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._sent: dict[str, deque[float]] = {}
        self._told: dict[str, float] = {}

    def count(self, conversation: str, moment: float) -> Verdict:
        """Count a message: answer it, tell the person once that it is too much, or say nothing more for now."""
        sent = self._sent.setdefault(conversation, deque(maxlen=self._most + 1))
        while sent and sent[0] <= moment - WINDOW:
            sent.popleft()
        sent.append(moment)
        if len(sent) <= self._most:
            return Verdict.ANSWER
        told = self._told.get(conversation)
        if told is not None and moment - told < WINDOW:
            return Verdict.SILENCE
        self._told[conversation] = moment
        return Verdict.NOTICE

    def forget(self, before: float) -> None:
        """Let go of conversations that were quiet since a moment."""
        for conversation in [name for name, sent in self._sent.items() if not sent or sent[-1] < before]:
            del self._sent[conversation]
            self._told.pop(conversation, None)
