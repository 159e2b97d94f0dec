"""One question without a thread: the danger check, then the manuals. What `signpost ask` prints."""

from datetime import datetime

from bot.conversations.danger import danger_reply, tells_of_danger
from bot.conversations.enquiry import enquire
from bot.conversations.freshness import held_to_date
from bot.conversations.turns import Turn
from bot.replies import Reply
from knowledge.answers import Shelf


def ask_once(question: str, shelf: Shelf, *, area: str, now: datetime, explain: bool = False) -> Reply:
    """Answer one question; a message that tells of danger gets the card first, and the answer below it.

    Raises UnknownArea where the area is not served.
    """
    where = shelf.area(area)
    told, _ = enquire(Turn(question, "", 0.0, now, area=where, explain=explain), shelf)
    reply = held_to_date(told, shelf, where, now)
    return danger_reply(reply) if tells_of_danger(question) else reply
