"""The errands: each family runs its own commands, and the counter knows none of them by name."""

from datetime import UTC, datetime

import pytest

from bot.front.commands import Command
from bot.front.errands import Errand, Errands
from bot.front.messages import Asked, Served
from bot.replies import Outcome, Reply

ASKED = Asked("sender", "text", datetime(2026, 11, 23, 10, tzinfo=UTC))


class Weather(Errand):
    """A family that stands for one that somebody adds."""

    names = frozenset(("rain", "sun"))

    async def run(self, command: Command, asked: Asked) -> Served:
        return Served(Reply(Outcome.ANSWERED, f"{command.name}: {command.rest}"))

    def meant(self, text: str) -> Command | None:
        return Command("rain", "wet") if text == "umbrella" else None

    def take_up(self, asked: Asked, reply: Reply) -> Served | None:
        return Served(Reply(Outcome.ANSWERED, "taken up"), ticking=True) if reply.message == "clouds" else None


class Idle(Errand):
    """A family that does nothing beyond what every family must."""

    names = frozenset(("idle",))


async def test_a_family_runs_its_commands_alone() -> None:
    """A command reaches the errand that names it; what none names is no command."""
    errands = Errands((Idle(), Weather()))
    command = errands.command_in("/Rain later")
    assert command == Command("rain", "later")
    assert (await errands.run(command, ASKED)).reply.message == "rain: later"
    assert errands.command_in("umbrella") == Command("rain", "wet")
    assert errands.command_in("/snow") is None and errands.command_in("rain") is None


def test_an_answer_that_begins_something_is_taken_up() -> None:
    """The first errand that begins something with an answer has it; any other answer goes out as it is."""
    errands = Errands((Idle(), Weather()))
    assert errands.take_up(ASKED, Reply(Outcome.ANSWERED, "clouds")).ticking
    other = Reply(Outcome.ANSWERED, "anything else")
    assert errands.take_up(ASKED, other) == Served(other)


def test_two_families_never_share_a_command() -> None:
    """Found when the counter is put together, not when somebody types it."""
    with pytest.raises(ValueError, match="two errands run /"):
        Errands((Weather(), Weather()))


async def test_a_family_that_cannot_run_its_command_says_so() -> None:
    """A half-written errand is an error with its name in it, never silence."""
    with pytest.raises(NotImplementedError, match="Idle does not run /idle"):
        await Errands((Idle(),)).run(Command("idle"), ASKED)
