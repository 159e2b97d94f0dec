"""Whom to call, as a card shows it."""

from collections.abc import Iterable

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
    name = call.service + (f" ({', '.join(call.areas)})" if call.areas else "")
    reach = " or ".join((*call.telephones, *call.emails))
    state = phrases.OPEN_NOW if call.open_now else phrases.CLOSED_NOW if call.open_now is False else ""
    said_already = call.hours.casefold() == phrases.OUT_OF_HOURS
    notes = [phrases.OUT_OF_HOURS] if call.out_of_hours else []
    notes += [note for note in ("" if said_already else call.hours, state) if note]
    notes.append(phrases.VERIFIED.format(date=day(call.verified)) if call.verified else phrases.AS_PRINTED)
    number = f" [{call.citation}]" if call.citation else ""
    return f"- {name}: {reach} ({'; '.join(notes)}){number}"


def calls_block(calls: Iterable[Call]) -> list[str]:
    """All calls under their heading, nothing where there are none."""
    lines = [call_line(call) for call in calls]
    return [phrases.CALL, *lines] if lines else []
