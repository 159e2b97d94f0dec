"""Replies that the front gives by itself: the opening, the help, the areas, and messages that hold no question."""

from datetime import UTC, datetime

from bot import phrases
from bot.conversations.cards import unavailable
from bot.conversations.fixed import fixed
from bot.conversations.turns import Turn
from bot.front.last_known import LastKnown
from bot.replies import Call, Choice, Outcome, Reply

_OPENED = datetime(1970, 1, 1, tzinfo=UTC)  # a fixed answer does not depend on the time


def help_reply(area: str) -> Reply:
    """What can be asked, with openings to pick."""
    reply, _ = fixed(Turn("help", "help", 1.0, _OPENED, area=area))
    return reply


def welcome_reply(known: LastKnown, area: str = "") -> Reply:
    """Who this is for, what to leave out, and the question which area, where that is not known yet."""
    lines = [
        phrases.WELCOME,
        *([phrases.WELCOME_DEMONSTRATION] if known.demonstration else []),
        phrases.WELCOME_PRIVACY,
    ]
    if area:
        lines.append(phrases.AREA_SET.format(area=area))
    if area or not known.areas:
        return Reply(Outcome.ASK_BACK, "\n".join(lines), area=area, choices=help_reply(area).choices)
    lines.append(phrases.AREA_WHICH.format(areas=", ".join(known.areas)))
    return Reply(Outcome.ASK_BACK, "\n".join(lines), choices=_areas(known))


def areas_reply(known: LastKnown, area: str) -> Reply:
    """Which area is set, and which there are."""
    if not known.areas:
        return Reply(Outcome.ANSWERED, phrases.AREAS_NONE, area=area)
    lines = [phrases.AREA_SET.format(area=area)] if area else []
    lines.append(phrases.AREA_WHICH.format(areas=", ".join(known.areas)))
    return Reply(Outcome.ASK_BACK, "\n".join(lines), area=area, choices=_areas(known))


def unknown_area_reply(name: str, known: LastKnown) -> Reply:
    """An area that no manual serves, with those that are served."""
    message = phrases.AREA_UNKNOWN.format(area=" ".join(name.split())[:80], areas=", ".join(known.areas))
    return Reply(Outcome.UNAVAILABLE, message, choices=_areas(known))


def empty_reply(area: str) -> Reply:
    """A message without words."""
    return Reply(Outcome.ASK_BACK, phrases.EMPTY, area=area, choices=help_reply(area).choices)


def english_only_reply(area: str, calls: tuple[Call, ...]) -> Reply:
    """A message in another script: the limit, and whom to call."""
    safe = unavailable(area=area, calls=calls)
    return Reply(
        Outcome.UNAVAILABLE,
        f"{phrases.DANGER_CARD}\n\n{phrases.ENGLISH_ONLY}\n{safe.message}",
        area=area,
        danger=True,
        contacts=calls,
    )


def _areas(known: LastKnown) -> tuple[Choice, ...]:
    return tuple(Choice(area, area) for area in known.areas)
