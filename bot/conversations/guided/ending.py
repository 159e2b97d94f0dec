"""What every guided help ends in: whom to call, and what can be done next."""

from bot import phrases
from bot.conversations.cards import Numbering, as_calls, calls_block
from bot.conversations.enquiry import manual_names
from bot.conversations.turns import Turn
from bot.replies import Call, Choice, Outcome, Reply
from knowledge.answers import Shelf
from knowledge.answers.calling import calls, front_doors

NEXT = (
    Choice("Compare with the levels", "compare with the levels"),
    Choice("Warning signs so far", "warning signs so far"),
    Choice("Referral list", "referral list"),
    Choice("Chronology starter", "start a chronology"),
    Choice("Who do I call", "who do I call?"),
)


def doors(turn: Turn, shelf: Shelf, numbers: Numbering) -> tuple[Call, ...]:
    """The front doors of the turn's area, open or not."""
    return as_calls(calls(shelf, front_doors(shelf, area_of(turn)), turn.now), numbers)


def area_of(turn: Turn) -> str:
    """The area that the thread is about."""
    return turn.thread.area or turn.area


def nothing_printed(turn: Turn, shelf: Shelf, missing: str, send: str) -> Reply:
    """What is said where the manual prints nothing for a help: that it is missing, whom to discuss it with, whom to call.

    `send` is the help itself, which is not offered again.
    """
    numbers = Numbering(manual_names(shelf))
    people = doors(turn, shelf, numbers)
    lines = [phrases.DANGER_LINE, "", missing, phrases.DISCUSS, "", *calls_block(people)]
    return Reply(
        Outcome.NOT_FOUND,
        "\n".join(lines),
        area=area_of(turn),
        quotes=numbers.quotes(),
        contacts=people,
        choices=others(send),
    )


def asking(turn: Turn, *lines: str) -> Reply:
    """A question back."""
    return Reply(Outcome.ASK_BACK, "\n".join(lines), area=area_of(turn))


def others(*sends: str) -> tuple[Choice, ...]:
    """What can be done next, without the ones named."""
    return tuple(choice for choice in NEXT if choice.send not in sends)
