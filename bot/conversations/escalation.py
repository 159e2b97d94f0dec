"""Going up the ladder: the next stage of the thread, the stage a person names, and "help me find my stage"."""

import re
from dataclasses import replace

from bot import phrases
from bot.conversations.cards import card, stage_title
from bot.conversations.enquiry import enquire, manual_names, put, question_of
from bot.conversations.turns import StageAnswers, Thread, Turn
from bot.replies import Choice, Outcome, Reply
from knowledge.answers import Answered, Kind, Shelf, ladder_key
from knowledge.answers.clocks import cited_clocks
from knowledge.answers.escalation import stage_quotes
from knowledge.answers.finishing import finished
from knowledge.answers.named_stages import named_stage, stage_words
from knowledge.ladders import Ladder, Stage


def next_steps(turn: Turn, shelf: Shelf) -> tuple[Reply, Thread]:
    """The stage that a disputed decision stands at: the one named, the one after it when it was tried, else the first."""
    ladder = turn.thread.ladder if _named(turn, shelf) else ""
    return put(turn, shelf, replace(question_of(turn, Kind.DISPUTE), ladder=ladder))


def climb(turn: Turn, shelf: Shelf) -> tuple[Reply, Thread]:
    """The stage after the one last shown: "and if they still say no?"."""
    thread = turn.thread
    if not thread.ladder:
        return enquire(turn, shelf, Kind.DISPUTE)
    stage = _named(turn, shelf) or int(thread.stage or "0") + 1
    question = replace(question_of(turn, Kind.DISPUTE), ladder=thread.ladder, stage=stage, said=thread.said)
    return put(turn, shelf, question)


def _named(turn: Turn, shelf: Shelf) -> int:
    """The number of the stage that a message names, by what the thread's ladder calls its stages; 0 where it names none."""
    own = [ladder for ladder in shelf.ladders if ladder_key(ladder) == turn.thread.ladder]
    return named_stage(turn.text, stage_words(own))


def chosen_ladder(turn: Turn, shelf: Shelf) -> Ladder | None:
    """The ladder that was offered and is now named, where two fitted."""
    if turn.text not in turn.thread.offered:
        return None
    return next((ladder for ladder in shelf.ladders if ladder.name == turn.text), None)


def take_chosen(turn: Turn, shelf: Shelf) -> tuple[Reply, Thread]:
    """Begin the ladder that a person chose of two that fitted."""
    ladder = chosen_ladder(turn, shelf)
    question = question_of(replace(turn, text=turn.thread.subject or turn.text), Kind.DISPUTE)
    return put(turn, shelf, replace(question, ladder=ladder_key(ladder) if ladder else ""))


def time_left(turn: Turn, shelf: Shelf) -> tuple[Reply, Thread]:
    """The clocks of the stage last shown: "how long have they got?"; the manual's clocks where none was shown."""
    ladder = next((one for one in shelf.ladders if ladder_key(one) == turn.thread.ladder), None)
    stage = next((one for one in ladder.stages if str(one.order) == turn.thread.stage), None) if ladder else None
    if ladder is None or stage is None:
        return enquire(turn, shelf, Kind.CLOCK)
    clocks = cited_clocks(stage.clocks, ladder, stage.place.path, shelf, turn.now)
    quotes = tuple(clock.citation for clock in clocks) or tuple(stage_quotes(ladder, stage, shelf))
    if not quotes:
        return enquire(turn, shelf, Kind.CLOCK)
    told = Answered(kind=Kind.CLOCK, citations=quotes, clocks=clocks, ladder=ladder, stage=stage)
    found = finished(told, question_of(turn, Kind.CLOCK), shelf)
    reply = card(found, area=turn.thread.area or turn.area, manual_names=manual_names(shelf))
    return reply, replace(turn.thread, said=(*turn.thread.said, turn.text)[-3:])


def find_stage(turn: Turn, answers: StageAnswers, shelf: Shelf) -> tuple[Reply, Thread]:
    """The end of the guided help: the stage that follows from what was tried, or the ladder to choose from."""
    asked = replace(turn, text=answers.what_happened or turn.text)
    question = replace(
        question_of(asked, Kind.DISPUTE),
        said=tuple(part for part in (answers.which_agency, answers.what_was_tried) if part),
    )
    reply, thread = put(asked, shelf, question)
    ladder = next((one for one in shelf.ladders if ladder_key(one) == thread.ladder), None)
    if ladder is None:
        return reply, thread
    reached = reached_stage(answers.what_was_tried, ladder, shelf)
    if reached is None:
        return _which_stage(ladder, reply), thread
    return put(asked, shelf, replace(question, ladder=thread.ladder, stage=reached + 1))


_NOTHING = re.compile(
    r"^\s*(?:nothing|none|no|not (?:yet|anything)|nope|n/?a|haven'?t|just (?:the )?referr?al|only (?:the )?referr?al)\b",
    re.I,
)


def reached_stage(tried: str, ladder: Ladder, shelf: Shelf) -> int | None:
    """The last stage that what was tried amounts to, 0 for none, None where it cannot be told from the words."""
    if not tried.strip() or _NOTHING.match(tried):
        return 0
    named = named_stage(tried, stage_words([ladder]))
    if named:
        return named
    words = shelf.stems(tried)
    shared = [(_nearness(words, stage, shelf), stage.order) for stage in ladder.stages]
    shared.sort(reverse=True)
    if shared[0][0] > 0 and (len(shared) == 1 or shared[0][0] >= 1.3 * shared[1][0]):
        return shared[0][1]
    return None


def _nearness(words: frozenset[str], stage: Stage, shelf: Shelf) -> float:
    """How near words are to what a stage is: its own name counts most, then whom it goes to, then who takes it there."""
    parts = ((2.0, stage.name), (1.0, stage.raised_to), (0.5, stage.raised_by))
    return sum(counts * shelf.weight(words & shelf.stems(text)) for counts, text in parts)


def _which_stage(ladder: Ladder, reply: Reply) -> Reply:
    titles = [stage_title(stage) for stage in ladder.stages]
    lines = [phrases.ASK_STAGE, *(f"- {title}" for title in titles)]
    choices = tuple(
        Choice(title, f"we have tried stage {stage.order}") for title, stage in zip(titles, ladder.stages, strict=True)
    )
    return replace(reply, outcome=Outcome.ASK_BACK, message="\n".join([*lines, "", reply.message]), choices=choices)
