"""What to say next: from a turn of a conversation to a Reply, and what the thread remembers. Pure: no clock, no chat."""

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from bot import phrases
from bot.conversations import areas, escalation, fixed, guided
from bot.conversations.again import again, wanted_view
from bot.conversations.cards import unavailable
from bot.conversations.danger import danger_reply
from bot.conversations.enquiry import enquire, put, question_of
from bot.conversations.freshness import held_to_date
from bot.conversations.reflection import reflect
from bot.conversations.remembering import let_go, now_told
from bot.conversations.telling import told_in
from bot.conversations.turns import StageAnswers as StageAnswers
from bot.conversations.turns import Thread as Thread
from bot.conversations.turns import Turn as Turn
from bot.replies import Outcome, Reply
from knowledge.answers import Kind, Shelf
from knowledge.answers.escalation import speaks_of_complaints
from knowledge.answers.levels import names_level
from knowledge.answers.named_stages import named_stage
from knowledge.errors import IndexUnreadable

Talk = Callable[[Turn, Shelf], tuple[Reply, Thread]]


class Library(Protocol):
    """Where the published generation comes from."""

    def current(self) -> Shelf:
        """The generation that is published now. Raises IndexUnreadable where there is none that can be read."""
        ...


def _danger(turn: Turn, shelf: Shelf) -> tuple[Reply, Thread]:
    """Danger that the front's rules did not see and Rasa did: the card, and the answer below it."""
    reply, thread = enquire(turn, shelf)
    return danger_reply(reply), thread


def _start_clock(turn: Turn, shelf: Shelf) -> tuple[Reply, Thread]:
    """The printed time limits, to be put into a diary."""
    reply, thread = escalation.time_left(turn, shelf)
    return replace(reply, message=f"{phrases.CLOCK_NOT_YET}\n\n{reply.message}"), thread


def _which_level(turn: Turn, shelf: Shelf) -> tuple[Reply, Thread]:
    """What was told beside the levels; where nothing was, or a level is asked for by name, the levels alone."""
    told = turn.thread.told or told_in(turn.text)
    if told and not names_level(turn.text):
        return guided.compare(turn, shelf)
    return enquire(turn, shelf, Kind.LEVEL)


def _record(turn: Turn, shelf: Shelf) -> tuple[Reply, Thread]:
    """A chronology to start, or what the manual says of recording."""
    return guided.starter(turn, shelf) if guided.wants_starter(turn.text) else enquire(turn, shelf)


def _also(turn: Turn, shelf: Shelf) -> tuple[Reply, Thread]:
    """The thread's kind of question, asked again of something else: "what about her brother"."""
    kind = Kind(turn.thread.topic) if turn.thread.topic else None
    return put(turn, shelf, replace(question_of(turn, kind), said=turn.thread.said))


_PENDING: dict[str, Talk] = {"levels": guided.compare, "signs": guided.read_back}
_TALKS: dict[str, Talk] = {
    "danger": _danger,
    "start_clock": _start_clock,
    "referral_ready": guided.open_list,
    "signs_so_far": guided.read_back,
    "which_level": _which_level,
    "record_chronology": _record,
    "follow_up_also": _also,
    "disputed_decision": escalation.next_steps,
    "follow_up_next": escalation.climb,
    "follow_up_time": escalation.time_left,
    "give_area": areas.give_area,
    "other_area": areas.other_area,
    "reflect": reflect,
}


def answer(turn: Turn, library: Library) -> tuple[Reply, Thread]:
    """Answer one message. Where nothing can be looked up, the safe card says so and the thread is kept."""
    turn = replace(turn, thread=let_go(turn))
    if turn.intent == "stop" and turn.thread.sheet:
        return guided.leave(turn)
    if turn.intent in fixed.INTENTS and not wanted_view(turn.text):
        return fixed.fixed(turn)
    try:
        shelf = library.current()
    except IndexUnreadable as error:
        return unavailable(area=turn.area, why=str(error)), turn.thread
    talk = again if wanted_view(turn.text) else _talk(turn, shelf)
    said, thread = talk(turn, shelf)
    reply = held_to_date(said, shelf, said.area or thread.area or turn.area, turn.now)
    if reply.outcome is Outcome.NOT_FOUND and not reply.choices and told_in(turn.text):
        reply = replace(reply, choices=guided.NEXT)  # something was told: it can be set beside the manual's lists
    return reply, thread if guided.wants_list(turn) or wanted_view(turn.text) else replace(thread, told=now_told(turn))


def find_stage(turn: Turn, answers: StageAnswers, library: Library) -> tuple[Reply, Thread]:
    """The end of the guided "help me find my stage"."""
    try:
        shelf = library.current()
    except IndexUnreadable as error:
        return unavailable(area=turn.area, why=str(error)), turn.thread
    reply, thread = escalation.find_stage(turn, answers, shelf)
    return held_to_date(reply, shelf, reply.area, turn.now), thread


def _talk(turn: Turn, shelf: Shelf) -> Talk:
    """The conversation that a turn belongs to: what is pending, what was understood, else the manual."""
    if turn.thread.pending == "area" and areas.named_area(turn.text, shelf) and len(turn.text.split()) <= 4:
        return areas.give_area
    if escalation.chosen_ladder(turn, shelf):
        return escalation.take_chosen
    return _guided(turn) or _by_intent(turn)


def _guided(turn: Turn) -> Talk | None:
    """The guided help that a message goes on with, or asks for in so many words; None where it does neither."""
    pending = _PENDING.get(turn.thread.pending)
    if pending and told_in(turn.text):
        return pending
    if guided.wants_list(turn):
        return guided.go_through
    if guided.wants_comparison(turn.text):
        return guided.compare
    return None


def _by_intent(turn: Turn) -> Talk:
    if turn.intent == "legal_advice":
        return _legal
    if turn.intent in ("affirm", "deny"):
        return _yes_or_no
    if turn.thread.ladder and named_stage(turn.text) and not speaks_of_complaints(turn.text):
        return escalation.next_steps
    return _TALKS.get(turn.intent, enquire)


def _legal(turn: Turn, shelf: Shelf) -> tuple[Reply, Thread]:
    reply, thread = enquire(turn, shelf, Kind.GENERAL)
    return replace(reply, message=f"{phrases.LEGAL_ADVICE}\n\n{reply.message}"), thread


def _yes_or_no(turn: Turn, shelf: Shelf) -> tuple[Reply, Thread]:
    """A bare yes or no: in a thread on a ladder, "no" means that it is not settled; else ask what is meant."""
    if turn.intent == "deny" and turn.thread.ladder:
        return escalation.climb(turn, shelf)
    return Reply(Outcome.ASK_BACK, phrases.UNDERSTOOD_NOT, area=turn.thread.area or turn.area), turn.thread
