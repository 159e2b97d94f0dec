"""Which area a person is asking for: the one they name, the other of two, or the one they were asked for."""

import re
from dataclasses import replace

from bot import phrases
from bot.conversations.enquiry import put, question_of
from bot.conversations.telling import is_asked
from bot.conversations.turns import Thread, Turn
from bot.replies import Choice, Outcome, Reply
from knowledge.answers import Kind, Shelf

_TWO = 2
_LIVES = re.compile(
    r"\b(?:lives?|living|living|stays?|staying|moved|based|resident|home is|address is|family (?:is|are)|(?:he|she|they|child|it)(?:'?s| is| are)|(?:i )?mean[ts]?|not)\b",
    re.I,
)


def named_area(text: str, shelf: Shelf) -> str:
    """The area of the published manuals that a message names, "" where it names none or several."""
    found = [area for area in shelf.areas if re.search(rf"\b{re.escape(area)}\b", text, re.I)]
    return found[0] if len(found) == 1 else ""


def give_area(turn: Turn, shelf: Shelf) -> tuple[Reply, Thread]:
    """Take the area that was named, and answer the question that waited for it."""
    area = named_area(turn.text, shelf)
    if not area:
        return _which(turn, shelf)
    thread = replace(turn.thread, area=area, pending="")
    if turn.thread.pending == "area" and turn.thread.subject:
        return _again(turn, thread, shelf)
    reply = Reply(Outcome.ANSWERED, phrases.AREA_SET.format(area=area), area=area)
    return reply, thread


def other_area(turn: Turn, shelf: Shelf) -> tuple[Reply, Thread]:
    """Ask the thread's question again for the area named, or for the other one where there are two."""
    here = turn.thread.area or turn.area
    area = named_area(turn.text, shelf)
    others = [one for one in shelf.areas if one != here]
    if not area and here and len(shelf.areas) == _TWO:
        area = others[0]
    if not area:
        return _which(turn, shelf)
    reply, thread = _again(turn, replace(turn.thread, area=area), shelf)
    return reply, thread if _moves(turn.text) else replace(thread, area=here)


def _moves(text: str) -> bool:
    """Whether a message says where the child lives, and does not merely ask about another area."""
    return bool(_LIVES.search(text)) and not is_asked(text)


def _again(turn: Turn, thread: Thread, shelf: Shelf) -> tuple[Reply, Thread]:
    """Put the thread's last question once more, now for the thread's area."""
    asked = replace(turn, text=thread.subject or turn.text, thread=replace(thread, said=()))
    kind = Kind(thread.topic) if thread.topic else None
    question = replace(question_of(asked, kind), ladder=thread.ladder, stage=int(thread.stage or "0"))
    return put(asked, shelf, question)


def _which(turn: Turn, shelf: Shelf) -> tuple[Reply, Thread]:
    message = phrases.AREA_WHICH.format(areas=", ".join(shelf.areas) or "everywhere")
    choices = tuple(Choice(area, area) for area in shelf.areas)
    return Reply(Outcome.ASK_BACK, message, choices=choices), replace(turn.thread, pending="area")
