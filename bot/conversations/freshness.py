"""Holds a reply to how fresh its manuals are: a banner where the last good check is old, the safe card where it is too old."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from bot import phrases
from bot.conversations.cards import Numbering, as_calls, unavailable
from bot.conversations.cards.numbering import day
from bot.conversations.danger import danger_reply
from bot.replies import Outcome, Quote, Reply
from knowledge.answers import Shelf
from knowledge.answers.calling import calls, front_doors
from knowledge.calendar import LONDON
from knowledge.freshness import Freshness, Standing

_FROM_MANUALS = (Outcome.ANSWERED, Outcome.CONFLICTING, Outcome.NOT_FOUND, Outcome.DANGER)


def held_to_date(reply: Reply, shelf: Shelf, area: str, now: datetime) -> Reply:
    """The reply as it is where its manuals were checked lately; under a banner, or withdrawn, where they were not.

    Only replies that rest on manuals are held: those with quotations, and those that say that a manual is silent.
    """
    resting = _rests_on(reply, shelf, area)
    if not resting:
        return reply
    worst = [one for one in resting if one.standing(now) is Standing.WITHDRAWN]
    if worst:
        return _withdrawn(reply, worst[0], shelf, area, now)
    stale = [one for one in resting if one.standing(now) is Standing.STALE]
    return _under_banner(reply, stale[0], now) if stale else reply


def _rests_on(reply: Reply, shelf: Shelf, area: str) -> list[Freshness]:
    """The manuals that a reply rests on, the one checked longest ago first. A review's learning beside a procedure is not
    what it rests on."""
    if reply.outcome not in _FROM_MANUALS:
        return []
    named = set(_manuals_of(reply.quotes, shelf))
    procedures = {manual for manual in named if not shelf.manuals[manual].learning}
    if reply.outcome is Outcome.NOT_FOUND and not procedures:
        procedures = {
            manual for manual in shelf.standing if not shelf.manuals[manual].learning and shelf.serves((), manual, area)
        }
        if not _searched(reply):
            return []
    found = [one for one in shelf.freshness if one.manual in (procedures or named)]
    return sorted(found, key=lambda one: one.checked.timestamp() if one.checked else 0.0)


def _searched(reply: Reply) -> bool:
    """Whether a reply without quotations says that the manuals were searched; fixed sentences say no such thing."""
    return phrases.NOT_FOUND in reply.message


def _manuals_of(quotes: Iterable[Quote], shelf: Shelf) -> Iterable[str]:
    generation = shelf.retriever.generation
    for quote in quotes:
        passage = generation.passage(quote.passage)
        if passage is not None:
            yield passage.manual


def _under_banner(reply: Reply, stale: Freshness, now: datetime) -> Reply:
    banner = _banner(stale, now)
    below = reply.message.removeprefix(phrases.DANGER_LINE).lstrip("\n")
    first = [phrases.DANGER_LINE] if below != reply.message else []
    return replace(reply, banner=banner, message="\n\n".join([*first, banner, below]))


def _banner(stale: Freshness, now: datetime) -> str:
    if stale.checked is None:
        return phrases.NEVER_CHECKED.format(manual=stale.name)
    told = phrases.STALE.format(manual=stale.name, day=_day(stale.checked), age=stale.age(now))
    if stale.extension and stale.extended(now):
        told += " " + phrases.EXTENDED.format(by=stale.extension.by, until=day(stale.extension.until))
    return told


def _withdrawn(reply: Reply, old: Freshness, shelf: Shelf, area: str, now: datetime) -> Reply:
    """The safe card that says why and whom to ask; with the danger card above it where there was one."""
    checked = _day(old.checked) if old.checked else ""
    why = phrases.WITHDRAWN.format(manual=old.name, day=checked, age=old.age(now))
    people = calls(shelf, front_doors(shelf, area), now)
    numbers = as_calls(people, Numbering({}))
    shown = tuple(replace(one, citation=None) for one in numbers)
    lines = [why, *([phrases.NUMBERS_AS_OF.format(day=checked)] if shown and checked else [])]
    safe = unavailable(area=area, calls=shown, why="\n".join(lines))
    return replace(danger_reply(safe), area=area) if reply.danger else replace(safe, banner=why)


def _day(when: datetime) -> str:
    return day(when.astimezone(LONDON))
