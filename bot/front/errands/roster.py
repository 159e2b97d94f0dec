"""All errands, each found by its commands."""

from collections.abc import Iterator, Sequence

from bot.front.commands import Command, command_in
from bot.front.errands.errand import Errand
from bot.front.messages import Asked, Served
from bot.replies import Reply


class Errands:
    """The errands in the order in which they are asked. Raises ValueError where two claim one command."""

    def __init__(self, errands: Sequence[Errand]) -> None:
        self._errands = tuple(errands)
        self._by_name: dict[str, Errand] = {}
        for errand in errands:
            for name in errand.names:
                if self._by_name.setdefault(name, errand) is not errand:
                    raise ValueError(f"two errands run /{name}")

    def __iter__(self) -> Iterator[Errand]:
        return iter(self._errands)

    def command_in(self, text: str) -> Command | None:
        """The command that a cleaned message is, with a slash or without, None where it is none."""
        found = command_in(text, self._by_name)
        return found or next(filter(None, (errand.meant(text) for errand in self._errands)), None)

    def stands_alone(self, command: Command | None) -> bool:
        """Whether nothing may be put before a command's reply; of a plain message it may."""
        return command is not None and self._by_name[command.name].alone

    async def run(self, command: Command, asked: Asked) -> Served:
        """Carry a command out."""
        return await self._by_name[command.name].run(command, asked)

    def take_up(self, asked: Asked, reply: Reply) -> Served:
        """An answer as it goes out: taken up by the errand that it begins something in, else as it is."""
        taken = (errand.take_up(asked, reply) for errand in self._errands)
        return next(filter(None, taken), None) or Served(reply)
