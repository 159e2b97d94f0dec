"""More of the answer last given: "Full steps" and "Sources" put the thread's last question once more and show more of it."""

from dataclasses import replace

from bot import phrases
from bot.conversations.cards import View
from bot.conversations.enquiry import question_of, reply_to
from bot.conversations.turns import Thread, Turn
from bot.replies import Outcome, Reply
from knowledge.answers import Kind, Shelf

_VIEWS = {phrases.FULL_WORDS: View.WHOLE, phrases.SOURCES_WORDS: View.SOURCES}


def wanted_view(text: str) -> View | None:
    """What of the last answer a message asks to see; None for any other message."""
    return _VIEWS.get(" ".join(text.split()).casefold())


def again(turn: Turn, shelf: Shelf) -> tuple[Reply, Thread]:
    """The thread's last answer in the view that is asked for. The thread stays as it was."""
    thread, view = turn.thread, wanted_view(turn.text) or View.WHOLE
    if not thread.subject:
        return Reply(Outcome.ASK_BACK, phrases.NOTHING_TO_REPEAT, area=thread.area or turn.area), thread
    asked = replace(turn, text=thread.subject, thread=replace(thread, said=thread.said[:-1]))
    question = replace(
        question_of(asked, Kind(thread.topic) if thread.topic else None),
        ladder=thread.ladder,
        stage=int(thread.asked_stage or "0"),
    )
    reply, _ = reply_to(question, shelf, explain=turn.explain, view=view)
    return reply, replace(thread, offered=tuple(choice.send for choice in reply.choices))
