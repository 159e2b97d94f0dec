"""A question to the manuals: what it asks for, what it carries over from the thread, and what the thread keeps."""

import re
from dataclasses import replace

from bot.conversations.cards import View, card
from bot.conversations.telling import asked_in, is_asked, told_in, without_opening
from bot.conversations.turns import Thread, Turn
from bot.conversations.unsettled import put_aside
from bot.replies import Outcome, Reply
from knowledge.answers import Answer, Answered, Kind, Question, Shelf, answer, ladder_key
from knowledge.answers.kinds import kind_of
from knowledge.errors import UnknownArea

KIND_OF_INTENT = {
    "disputed_decision": Kind.DISPUTE,
    "no_response": Kind.NO_RESPONSE,
    "who_do_i_call": Kind.CONTACT,
    "which_level": Kind.LEVEL,
    "what_signs": Kind.SIGNS,
    "deadline": Kind.CLOCK,
    "what_is": Kind.MEANING,
    "learning_case": Kind.LEARNING,
}
_MOST_SAID = 3
_TELLING = 3.0  # summed inverse document frequency; one word that is rather rare, or two common ones
_FOLLOW_UP = re.compile(r"^\s*(?:and|but|so|then|ok(?:ay)?|what about|how about|what if|also|same for)\b", re.I)
_POINTING = re.compile(r"\b(?:it|that|this|they|them|there|he|she|her|his|their)\b", re.I)
_SHORT = 5  # words; a shorter message that points at something leans on what was said before
_SHORT_QUESTION = 10  # words of a question that may do so


def enquire(turn: Turn, shelf: Shelf, kind: Kind | None = None) -> tuple[Reply, Thread]:
    """Answer a question in its thread. `kind` is what has been understood; told from the words where it is None.

    Where the message alone finds nothing, it is read once more with what was said before it.
    """
    question = question_of(turn, kind or _kind(turn))
    reply, thread = put(turn, shelf, question)
    if reply.outcome is not Outcome.NOT_FOUND or question.said or not turn.thread.said:
        return reply, thread
    in_thread = replace(question, said=turn.thread.said)
    again, found = reply_to(in_thread, shelf, explain=turn.explain)
    if isinstance(found, Answered) and _speaks_of(turn.text, found, shelf):
        return again, _remember(turn, in_thread, found, again)
    return reply, thread


def _kind(turn: Turn) -> Kind | None:
    """The kind that an intent stands for; of a review's learning, a list may be asked for as well."""
    kind = KIND_OF_INTENT.get(turn.intent)
    told = kind_of(turn.text)
    return told if kind is Kind.LEARNING and told in (Kind.SIGNS, Kind.QUESTIONS) else kind


def _speaks_of(text: str, found: Answered, shelf: Shelf) -> bool:
    """Whether an answer found with the thread's help holds a telling word of the message itself: else it would only be
    the last answer again."""
    own = shelf.stems(text)
    held = shelf.stems(" ".join(" ".join((one.quote, *one.path)) for one in found.citations))
    return shelf.weight(own & held) >= _TELLING


def put(turn: Turn, shelf: Shelf, question: Question) -> tuple[Reply, Thread]:
    """Put a question to the manuals and remember what a follow-up will need."""
    reply, found = reply_to(question, shelf, explain=turn.explain)
    if found is None:
        return reply, replace(turn.thread, area="")
    return reply, _remember(turn, question, found, reply)


def reply_to(
    question: Question, shelf: Shelf, *, explain: bool = False, view: View = View.BRIEF
) -> tuple[Reply, Answer | None]:
    """The reply to a question, and the answer it was made from; None where its area is not served."""
    try:
        found = answer(question, shelf)
    except UnknownArea as error:
        return Reply(Outcome.ASK_BACK, str(error)), None
    return card(found, area=question.area, manual_names=manual_names(shelf), explain=explain, view=view), found


def question_of(turn: Turn, kind: Kind | None) -> Question:
    """The question that a turn asks, carrying the thread's situation where it leans on it."""
    thread = turn.thread
    leans = leans_on_thread(turn.text) and bool(thread.said)
    told = kind or kind_of(turn.text)
    if leans and told is Kind.GENERAL and thread.topic:
        told = Kind(thread.topic)
    text = without_opening(turn.text)
    said = thread.said if leans else ()
    if told is Kind.CONTACT and asked_in(text) and told_in(text):  # whom to call is asked apart from what is told
        text, said = asked_in(text), (*said, *told_in(text))
    return Question(text=text, now=turn.now, kind=told, area=thread.area or turn.area, said=said)


def leans_on_thread(text: str) -> bool:
    """Whether a message cannot be understood without what was said before."""
    words = len(text.split())
    points = bool(_POINTING.search(text))
    return bool(_FOLLOW_UP.match(text)) or (points and words <= (_SHORT_QUESTION if is_asked(text) else _SHORT))


def manual_names(shelf: Shelf) -> dict[str, str]:
    """Manuals' names by their ids."""
    return {manual.id: manual.name for manual in shelf.contents.manuals}


def _remember(turn: Turn, question: Question, found: Answer, reply: Reply) -> Thread:
    kept = turn.thread.said if question.said or leans_on_thread(turn.text) else ()
    thread = replace(
        turn.thread,
        topic=question.kind.value if question.kind else "",
        subject=question.text,
        said=(*kept, turn.text)[-_MOST_SAID:],
        asked_stage=str(question.stage or ""),
        offered=tuple(choice.send for choice in reply.choices),
        pending="area" if reply.outcome is Outcome.ASK_BACK and not question.area else "",
    )
    if isinstance(found, Answered) and found.ladder and found.stage:
        return replace(thread, ladder=ladder_key(found.ladder), stage=str(found.stage.order))
    return thread if question.kind in (Kind.CLOCK, Kind.CONTACT) else put_aside(thread)
