"""Which clocks may be started: those that the manual prints for the stage of the thread, and never another stage's."""

from dataclasses import replace

from bot import phrases
from bot.conversations.cards import Numbering, sources, stage_title
from bot.conversations.cards.deadlines import as_deadline, moment
from bot.conversations.cards.stages import ladder_view, stage_view
from bot.conversations.enquiry import manual_names
from bot.conversations.turns import Thread, Turn
from bot.replies import Choice, Deadline, Outcome, Reply, StartClock
from knowledge.answers import Shelf, ladder_key
from knowledge.answers.clocks import cited_clocks
from knowledge.answers.escalation import for_area
from knowledge.answers.named_stages import named_stage, stage_words
from knowledge.ladders import Ladder, Stage

_FIND = (
    Choice("Help me find my stage", "help me find my stage"),
    Choice("My referral was turned down", "my referral was turned down, what next?"),
)


def start_clock(turn: Turn, shelf: Shelf) -> tuple[Reply, Thread]:
    """The clocks printed for the stage of the thread, or for the one that is named; why there is none to start."""
    thread = turn.thread
    area = thread.area or turn.area
    ladder = next((one for one in shelf.ladders if ladder_key(one) == thread.ladder), None)
    if ladder is None:
        return Reply(Outcome.ASK_BACK, phrases.CLOCK_WHICH_STAGE, area=area, choices=_FIND), thread
    own = for_area(ladder, area, shelf)
    wanted = named_stage(turn.text, stage_words([own])) or int(thread.stage or own.first().order)
    stage = next((one for one in own.stages if one.order == wanted), None)
    if stage is None:
        return Reply(Outcome.ASK_BACK, phrases.CLOCK_WHICH_STAGE, area=area, choices=_FIND), thread
    reply = _offer(ladder, stage, shelf, turn, area)
    return reply, replace(thread, stage=str(stage.order), offered=tuple(choice.send for choice in reply.choices))


def _offer(ladder: Ladder, stage: Stage, shelf: Shelf, turn: Turn, area: str) -> Reply:
    numbers = Numbering(manual_names(shelf))
    clocks = cited_clocks(stage.clocks, ladder, stage.place.path, shelf, turn.now)
    limits = tuple(as_deadline(clock, numbers) for clock in clocks)
    title = stage_title(stage)
    shown = Reply(
        Outcome.ANSWERED,
        "",
        area=area,
        quotes=numbers.quotes(),
        ladder=ladder_view(ladder, stage),
        stage=stage_view(stage),
        deadline=limits[0] if limits else None,
        deadlines=limits,
    )
    if not limits:
        none = phrases.CLOCK_NONE_PRINTED.format(stage=title)
        return replace(shown, outcome=Outcome.NOT_FOUND, message=f"{none}\n{phrases.CLOCK_OWN_DIARY}")
    if not any(limit.due for limit in limits):
        lines = [phrases.CLOCK_NOT_COUNTED.format(stage=title), *_lines(limits), "", *_ends(shown)]
        return replace(shown, message="\n".join(lines))
    lines = [phrases.CLOCK_WHICH.format(stage=title), *_lines(limits), "", *_ends(shown)]
    return replace(
        shown,
        message="\n".join(lines),
        choices=tuple(_choices(limits)),
        start_clock=StartClock(ladder_key(ladder), stage.order, title),
    )


def _lines(limits: tuple[Deadline, ...]) -> list[str]:
    lines: list[str] = []
    for number, limit in enumerate(limits, 1):
        who = f"{limit.actor}: " if limit.actor else ""
        end = phrases.DUE_IF_NOW.format(due=moment(limit.due)) if limit.due else limit.why
        lines.append(
            f"{number}. {who}“{limit.text}” [{limit.citation}] ({phrases.CLOCK_PRINTED.format(limit=printed(limit))}): {end}"
        )
    return lines


def printed(limit: Deadline) -> str:
    """A limit's length as it is counted: "2 working days", "at once", "same day"."""
    if limit.value is None:
        return limit.unit
    unit = limit.unit[:-1] if limit.value == 1 and limit.unit.endswith("s") else limit.unit
    return f"{limit.value:g} {unit}"


def _choices(limits: tuple[Deadline, ...]) -> list[Choice]:
    return [
        Choice(
            f"{number}. {limit.actor or limit.runs_from or phrases.CLOCK_START} ({printed(limit)})", f"/clock {number}"
        )
        for number, limit in enumerate(limits, 1)
        if limit.due
    ]


def _ends(reply: Reply) -> list[str]:
    return [phrases.SOURCES, *sources(reply.quotes)]
