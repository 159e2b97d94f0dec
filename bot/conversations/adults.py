"""A worry about an adult: not this manual's matter, but whom to call is, where the manual prints it."""

from bot import phrases
from bot.conversations.cards import Numbering, as_calls, calls_block, sources
from bot.conversations.enquiry import manual_names
from bot.conversations.freshness import held_to_date
from bot.conversations.turns import Thread, Turn
from bot.replies import Outcome, Reply
from knowledge.answers import Shelf
from knowledge.answers.calling import calls, contact_points


def for_adults(turn: Turn, shelf: Shelf) -> tuple[Reply, Thread]:
    """What this service does not hold, and the services for adults that the area's manual prints."""
    area = turn.thread.area or turn.area
    numbers = Numbering(manual_names(shelf))
    points = [point for point in contact_points(shelf, area, adults=True) if point.for_adults]
    people = as_calls(calls(shelf, points, turn.now), numbers)
    quotes = numbers.quotes()
    blocks = [
        [phrases.ADULT_SAFEGUARDING],
        calls_block(people),
        [phrases.SOURCES, *sources(quotes)] if quotes else [],
    ]
    message = "\n\n".join("\n".join(block) for block in blocks if block)
    reply = Reply(Outcome.NOT_FOUND, message, area=area, quotes=quotes, contacts=people)
    if held_to_date(reply, shelf, area, turn.now).outcome is Outcome.UNAVAILABLE:  # too old to give numbers from
        return without_numbers(turn)
    return reply, turn.thread


def without_numbers(turn: Turn) -> tuple[Reply, Thread]:
    """The same where no manual can be read."""
    return Reply(Outcome.NOT_FOUND, phrases.ADULT_SAFEGUARDING, area=turn.thread.area or turn.area), turn.thread
