"""Which conversation a turn belongs to: what is pending, what the thread goes on with, what was understood, else the manual."""

from collections.abc import Callable
from dataclasses import replace

from bot import phrases
from bot.conversations import areas, escalation, guided
from bot.conversations.adults import for_adults
from bot.conversations.clocks import start_clock
from bot.conversations.danger import danger_reply
from bot.conversations.enquiry import enquire, leans_on_thread, put, question_of
from bot.conversations.reflection import reflect
from bot.conversations.telling import told_in
from bot.conversations.turns import Thread, Turn
from bot.conversations.unsettled import family_says_no, goes_up, not_settled
from bot.replies import Outcome, Reply
from knowledge.answers import Kind, Shelf
from knowledge.answers.escalation import speaks_of_complaints
from knowledge.answers.kinds import kind_of
from knowledge.answers.levels import names_level
from knowledge.answers.named_stages import named_stage

Talk = Callable[[Turn, Shelf], tuple[Reply, Thread]]
_AREA_WORDS = 4  # a message of more words says more than where it is


def talk_of(turn: Turn, shelf: Shelf) -> Talk:
    """The conversation for a turn that gets no fixed answer."""
    if turn.thread.pending == "area" and areas.named_area(turn.text, shelf) and len(turn.text.split()) <= _AREA_WORDS:
        return areas.give_area
    if escalation.chosen_ladder(turn, shelf):
        return escalation.take_chosen
    return _guided(turn) or _going_on(turn) or _by_intent(turn)


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


def _going_on(turn: Turn) -> Talk | None:
    """The thread's matter taken further: the next stage, or from silence to the first."""
    if goes_up(turn):
        return _climb_on
    if turn.thread.topic == Kind.NO_RESPONSE.value and not_settled(turn):
        return _from_silence
    return None


def _by_intent(turn: Turn) -> Talk:
    if turn.intent in ("affirm", "deny"):
        return _yes_or_no
    if turn.intent == "start_clock":
        return start_clock
    if turn.thread.ladder and named_stage(turn.text) and not speaks_of_complaints(turn.text):
        return escalation.next_steps
    if turn.intent in ("follow_up_next", "disputed_decision") and family_says_no(turn.text):
        return _what_the_manual_says
    if turn.intent == "help":
        return _go_on_with_topic
    return _TALKS.get(turn.intent, enquire)


def _danger(turn: Turn, shelf: Shelf) -> tuple[Reply, Thread]:
    """Danger that the front's rules did not see and Rasa did: the card, and the answer below it."""
    reply, thread = enquire(turn, shelf)
    return danger_reply(reply), thread


def _which_level(turn: Turn, shelf: Shelf) -> tuple[Reply, Thread]:
    """What was told beside the levels; where nothing was, or a level is asked for by name, the levels alone."""
    if kind_of(turn.text) is Kind.DISPUTE:  # "they say it does not meet threshold, we disagree"
        return escalation.next_steps(turn, shelf)
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


def _climb_on(turn: Turn, shelf: Shelf) -> tuple[Reply, Thread]:
    """The next stage of the thread's ladder, or of the one that was put aside."""
    return escalation.climb(replace(turn, thread=goes_up(turn) or turn.thread), shelf)


def _from_silence(turn: Turn, shelf: Shelf) -> tuple[Reply, Thread]:
    """Silence was followed up in vain: the first stage."""
    return put(turn, shelf, replace(question_of(turn, Kind.DISPUTE), said=turn.thread.said))


def _what_the_manual_says(turn: Turn, shelf: Shelf) -> tuple[Reply, Thread]:
    return enquire(turn, shelf, Kind.GENERAL)


def _go_on_with_topic(turn: Turn, shelf: Shelf) -> tuple[Reply, Thread]:
    """ "So how do I do it": a question of the thread's own kind."""
    return _also(turn, shelf)


def _legal(turn: Turn, shelf: Shelf) -> tuple[Reply, Thread]:
    reply, thread = enquire(turn, shelf, Kind.GENERAL)
    return replace(reply, message=f"{phrases.LEGAL_ADVICE}\n\n{reply.message}"), thread


def _yes_or_no(turn: Turn, shelf: Shelf) -> tuple[Reply, Thread]:
    """A bare yes or no: in a thread on a ladder, "no" means that it is not settled; else ask what is meant."""
    if turn.intent == "deny" and turn.thread.ladder:
        return escalation.climb(turn, shelf)
    return Reply(Outcome.ASK_BACK, phrases.UNDERSTOOD_NOT, area=turn.thread.area or turn.area), turn.thread


def leans_for_help(turn: Turn) -> bool:
    """Whether what looks like a call for help goes on with the thread: "so how do i actually do it"."""
    return turn.intent == "help" and bool(turn.thread.topic) and leans_on_thread(turn.text)


_PENDING: dict[str, Talk] = {"levels": guided.compare, "signs": guided.read_back}
_TALKS: dict[str, Talk] = {
    "adult_safeguarding": for_adults,
    "danger": _danger,
    "referral_ready": guided.open_list,
    "signs_so_far": guided.read_back,
    "which_level": _which_level,
    "record_chronology": _record,
    "follow_up_also": _also,
    "disputed_decision": escalation.next_steps,
    "follow_up_next": escalation.climb,
    "follow_up_time": escalation.time_left,
    "give_area": areas.give_area,
    "legal_advice": _legal,
    "other_area": areas.other_area,
    "reflect": reflect,
}
