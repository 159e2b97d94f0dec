"""Whom to call, as a card shows it."""

from collections.abc import Iterable, Sequence

from bot import phrases
from bot.conversations.cards.numbering import Numbering, day
from bot.replies import Call
from knowledge.answers.outcomes import CitedCall


def as_calls(cited: Iterable[CitedCall], numbers: Numbering) -> tuple[Call, ...]:
    """Contact points with their numbers as printed, each with its citation."""
    return tuple(
        Call(
            service=one.point.service,
            areas=one.point.areas,
            telephones=tuple(phone.shown for phone in one.point.telephones),
            e164=tuple(phone.e164 for phone in one.point.telephones),
            emails=one.point.emails,
            hours=one.point.hours,
            out_of_hours=one.point.out_of_hours,
            open_now=one.open_now,
            verified=one.point.verified,
            citation=numbers.of(one.citation) if one.citation else None,
        )
        for one in cited
    )


def call_line(call: Call) -> str:
    """One line: name, area, how to reach it, its hours, whether it is open, and who vouches for the number."""
    hours = "" if call.hours.casefold() == phrases.OUT_OF_HOURS else call.hours
    vouched = phrases.VERIFIED.format(date=day(call.verified)) if call.verified else phrases.AS_PRINTED
    reach = " or ".join((*call.telephones, *call.emails))
    return _line(call, reach, [_night(call), hours, _state(call), vouched])


def calls_block(calls: Sequence[Call], *, brief: bool = False) -> list[str]:
    """All calls under their heading, nothing where there are none.

    A brief line leaves out the address where there is a telephone, and the hours of a service that is open now; and says
    once that the numbers are as printed.
    """
    if not calls:
        return []
    if not brief:
        return [phrases.CALL, *(call_line(call) for call in calls)]
    printed = [phrases.NUMBERS_AS_PRINTED] if any(call.verified is None for call in calls) else []
    return [phrases.CALL, *map(_brief_line, calls), *printed]


def _brief_line(call: Call) -> str:
    known = call.open_now or (call.out_of_hours and call.open_now is False)
    vouched = phrases.VERIFIED.format(date=day(call.verified)) if call.verified else ""
    reach = " or ".join(call.telephones or call.emails)
    return _line(call, reach, [_night(call), _state(call), "" if known else call.hours, vouched])


def _line(call: Call, reach: str, notes: Iterable[str]) -> str:
    name = call.service + (f" ({', '.join(call.areas)})" if call.areas else "")
    said = "; ".join(note for note in notes if note)
    number = f" [{call.citation}]" if call.citation else ""
    return f"- {name}: {reach}{f' ({said})' if said else ''}{number}"


def _night(call: Call) -> str:
    return phrases.OUT_OF_HOURS if call.out_of_hours else ""


def _state(call: Call) -> str:
    return phrases.OPEN_NOW if call.open_now else phrases.CLOSED_NOW if call.open_now is False else ""
