"""What an errand is: a family of commands that the front carries out itself."""

from collections.abc import Sequence
from typing import ClassVar

from bot.front.commands import Command
from bot.front.messages import Asked, Served
from bot.replies import Reply


class Errand:
    """A family of commands. A new one is a subclass in this folder, named in `wiring.counter_over`.

    `names` are its commands without the slash; no other errand may have them. `alone` says that nothing is put before their
    replies, which a page may well show nowhere: reminders then wait for the next message.
    """

    names: ClassVar[frozenset[str]] = frozenset()
    alone: ClassVar[bool] = False

    async def run(self, command: Command, asked: Asked) -> Served:
        """Carry out one of `names`."""
        raise NotImplementedError(f"{type(self).__name__} does not run /{command.name}")

    def meant(self, text: str) -> Command | None:
        """The command that a cleaned message without a slash stands for, None where it is none of this errand's."""
        return None

    def take_up(self, asked: Asked, reply: Reply) -> Served | None:
        """What becomes of an answer that begins something here (a sheet to tick), None for any other answer."""
        return None

    def kept(self, asked: Asked) -> Sequence[str]:
        """What is kept here for a conversation, a plain sentence each: /mydata shows them.

        The journal forgets every row of a conversation by itself; only what lies elsewhere needs `forget`.
        """
        return ()

    def forget(self, asked: Asked) -> None:
        """Let go of what this errand holds for a conversation outside the journal."""
