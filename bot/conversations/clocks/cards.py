"""What is said of clocks that are kept: started, listed, put off, ended."""

from collections.abc import Sequence
from datetime import datetime

from bot import phrases
from bot.conversations.cards.deadlines import moment
from bot.replies import Choice, ClockView, Outcome, Quote, Reply
from knowledge.calendar import LONDON


def started(
    view: ClockView, quote: Quote | None, assumptions: Sequence[str], now: datetime, notes: Sequence[str] = ()
) -> Reply:
    """A clock that has just been started: the rule as printed, what was counted, when the reminder comes, how to stop it.

    `notes` come first, such as why another reference was chosen than the one asked for.
    """
    passed = view.due <= now
    lines = [
        *notes,
        phrases.CLOCK_STARTED.format(reference=view.reference, stage=view.title),
        f"“{view.rule}”",
        source(view),
        phrases.CLOCK_COUNTED.format(start=at(view.started), due=at(view.due)),
        *qualified(view),
        *([phrases.CLOCK_PASSED] if passed else []),
        *([phrases.CLOCK_RUNS_FROM.format(trigger=view.runs_from, number=view.number)] if view.runs_from else []),
        *assumptions,
        *([phrases.CLOCK_REMIND.format(moment=at(view.remind))] if view.remind else []),
        phrases.CLOCK_RENAME.format(number=view.number),
        phrases.DANGER_LINE,
    ]
    choices = (*(on_reminder(view)[:2] if passed else ()), _stop(view), Choice(phrases.CLOCKS_CHOICE, "/clocks"))
    return Reply(
        Outcome.ANSWERED,
        "\n".join(lines),
        area=view.area,
        choices=choices,
        clocks=(view,),
        quotes=(quote,) if quote else (),
    )


def listed(views: Sequence[ClockView], now: datetime, area: str) -> Reply:
    """All clocks of a conversation, the next to end first, each with how to stop it."""
    if not views:
        return Reply(Outcome.ANSWERED, phrases.CLOCKS_NO, area=area)
    ordered = sorted(views, key=lambda view: view.due)
    lines = [phrases.CLOCKS]
    for view in ordered:
        told = phrases.CLOCK_LINE_PASSED if view.due <= now else phrases.CLOCK_LINE
        lines += [f"{view.number}. {told.format(reference=view.reference, stage=view.title, due=at(view.due))}"]
        lines += [f"   “{view.rule}”", f"   {source(view)}"]
        lines += [f"   {view.changed}"] if view.changed else []
        lines += [f"   {phrases.CLOCK_REMIND.format(moment=at(view.remind))}"] if view.remind else []
    choices: list[Choice] = []
    for view in ordered:
        choices += on_reminder(view)[:2] if view.due <= now else ()
        choices.append(_stop(view))
    return Reply(Outcome.ANSWERED, "\n".join(lines), area=area, choices=tuple(choices), clocks=tuple(ordered))


def put_off(view: ClockView) -> Reply:
    """A reminder that comes again tomorrow; the deadline itself does not move."""
    assert view.remind is not None, "it has just been put off"
    words = phrases.CLOCK_TOMORROW.format(reference=view.reference, moment=at(view.remind), due=at(view.due))
    return Reply(Outcome.ANSWERED, words, area=view.area, choices=on_reminder(view)[:2], clocks=(view,))


def ended(view: ClockView, words: str) -> Reply:
    """A clock that was stopped, or whose matter is resolved; nothing of it is kept."""
    return Reply(Outcome.ANSWERED, words.format(reference=view.reference), area=view.area)


def which(views: Sequence[ClockView], command: str, area: str) -> Reply:
    """Which clock is meant, where a command does not say or names one that does not run."""
    if not views:
        return Reply(Outcome.ASK_BACK, phrases.CLOCKS_NO, area=area)
    choices = tuple(Choice(f"{view.reference}: {view.title}", f"/{command} {view.number}") for view in views)
    lines = [phrases.CLOCK_WHICH_RUNNING, *(f"{view.number}. {view.reference}: {view.title}" for view in views)]
    return Reply(Outcome.ASK_BACK, "\n".join(lines), area=area, choices=choices, clocks=tuple(views))


def said(words: str, area: str, outcome: Outcome = Outcome.ASK_BACK) -> Reply:
    """A sentence on why there is no clock."""
    return Reply(outcome, words, area=area)


def source(view: ClockView) -> str:
    """Where the rule stands, and in which version it was read."""
    where = f"{view.manual} > {view.chapter}"
    return f"({where}, {phrases.AUDIT_VERSION.format(version=view.version)})" if view.version else f"({where})"


def qualified(view: ClockView) -> list[str]:
    """The printed words that change the limit's force, and are not counted: "by noon", "whichever is shorter"."""
    return [phrases.CLOCK_QUALIFIED.format(words=view.qualifier)] if view.qualifier else []


def at(when: datetime) -> str:
    """A moment as people in England read it."""
    return moment(when.astimezone(LONDON))


def on_reminder(view: ClockView) -> tuple[Choice, ...]:
    """What can be picked when a clock has come to its end."""
    return (
        Choice(phrases.CLOCK_RESOLVED_CHOICE, f"/resolved {view.number}"),
        Choice(phrases.CLOCK_UNRESOLVED_CHOICE, f"/unresolved {view.number}"),
        Choice(phrases.CLOCK_TOMORROW_CHOICE, f"/tomorrow {view.number}"),
    )


def _stop(view: ClockView) -> Choice:
    return Choice(phrases.CLOCK_STOP_CHOICE.format(reference=view.reference), f"/stopclock {view.number}")
