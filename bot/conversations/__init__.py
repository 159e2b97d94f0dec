"""What to say next: from a turn of a conversation to a Reply, and what the thread remembers. Pure: no clock, no chat."""

from dataclasses import replace
from typing import Protocol

from bot.conversations import adults, children, escalation, fixed, guided
from bot.conversations.again import again, wanted_view
from bot.conversations.cards import unavailable
from bot.conversations.danger import danger_reply, holds_meant_words, who_writes
from bot.conversations.freshness import held_to_date
from bot.conversations.remembering import let_go, now_told
from bot.conversations.routing import leans_for_help, talk_of
from bot.conversations.telling import surely, told_in
from bot.conversations.turns import StageAnswers as StageAnswers
from bot.conversations.turns import Thread as Thread
from bot.conversations.turns import Turn as Turn
from bot.replies import Outcome, Reply
from knowledge.answers import Shelf
from knowledge.errors import IndexUnreadable


class Library(Protocol):
    """Where the published generation comes from."""

    def current(self) -> Shelf:
        """The generation that is published now. Raises IndexUnreadable where there is none that can be read."""
        ...


def answer(turn: Turn, library: Library) -> tuple[Reply, Thread]:
    """Answer one message. Where nothing can be looked up, the safe card says so and the thread is kept."""
    turn = surely(turn)
    reply, thread = _answer(replace(turn, thread=let_go(turn)), library)
    if (
        turn.entities.get("danger") and not reply.danger and not holds_meant_words(reply)
    ):  # the second net below the front's rules
        reply = danger_reply(reply, area=reply.area, writer=who_writes(turn.text))
    return reply, thread


def _answer(turn: Turn, library: Library) -> tuple[Reply, Thread]:
    without_manual = _without_manual(turn)
    if without_manual:
        return without_manual
    try:
        shelf = library.current()
    except IndexUnreadable as error:
        if turn.intent == "adult_safeguarding":
            return adults.without_numbers(turn)
        return unavailable(area=turn.area, why=str(error)), turn.thread
    talk = again if wanted_view(turn.text) else talk_of(turn, shelf)
    said, thread = talk(turn, shelf)
    reply = held_to_date(said, shelf, said.area or thread.area or turn.area, turn.now)
    if reply.outcome is Outcome.NOT_FOUND and not reply.choices and told_in(turn.text):
        reply = replace(reply, choices=guided.NEXT)  # something was told: it can be set beside the manual's lists
    return reply, thread if guided.wants_list(turn) or wanted_view(turn.text) else replace(thread, told=now_told(turn))


def _without_manual(turn: Turn) -> tuple[Reply, Thread] | None:
    """What is said whatever the manuals hold; None where they must be asked."""
    if children.writes(turn):
        return children.talk(turn)
    if turn.intent == "stop" and turn.thread.sheet:
        return guided.leave(turn)
    if turn.intent in fixed.INTENTS and not wanted_view(turn.text) and not leans_for_help(turn):
        return fixed.fixed(turn)
    return None


def find_stage(turn: Turn, answers: StageAnswers, library: Library) -> tuple[Reply, Thread]:
    """The end of the guided "help me find my stage"."""
    try:
        shelf = library.current()
    except IndexUnreadable as error:
        return unavailable(area=turn.area, why=str(error)), turn.thread
    reply, thread = escalation.find_stage(turn, answers, shelf)
    return held_to_date(reply, shelf, reply.area, turn.now), thread
