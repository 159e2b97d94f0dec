"""Lines that a person or a program types, without blocking what else goes on."""

import asyncio
import os
import sys
import threading
from collections.abc import AsyncIterator
from typing import Protocol

_READ = 65_536


class Lines(Protocol):
    """Where lines come from."""

    def __aiter__(self) -> AsyncIterator[str]:
        """The lines, without their ends, until there are no more."""
        ...


async def piped_lines(descriptor: int) -> AsyncIterator[str]:
    """Lines of a file descriptor, in UTF-8; what is no UTF-8 becomes a replacement sign.

    Read in a thread of its own that never keeps the process alive: a blocked read cannot be cancelled.
    """
    loop, queue = asyncio.get_running_loop(), asyncio.Queue[bytes]()

    def read() -> None:
        while True:
            try:
                part = os.read(descriptor, _READ)
            except OSError:  # a terminal that went away
                part = b""
            try:
                loop.call_soon_threadsafe(queue.put_nowait, part)
            except RuntimeError:  # the loop is closed: nobody listens any more
                return
            if not part:
                return

    threading.Thread(target=read, name="typing", daemon=True).start()
    rest = b""
    while part := await queue.get():
        *whole, rest = (rest + part).split(b"\n")
        for line in whole:
            yield line.decode("utf-8", "replace").rstrip("\r")
    if rest:
        yield rest.decode("utf-8", "replace").rstrip("\r")


async def typed_lines(prompt: str) -> AsyncIterator[str]:
    """Lines typed at a terminal, with editing and a history that lasts as long as the conversation. Ctrl-D ends them.

    What is typed while an answer is on its way, Ctrl-D too, waits for the next prompt: so the terminal stays in the
    prompt's own mode in between.
    """
    from prompt_toolkit import PromptSession  # noqa: PLC0415  # slow to import, and only terminals need it
    from prompt_toolkit.history import InMemoryHistory  # noqa: PLC0415

    session: PromptSession[str] = PromptSession(history=InMemoryHistory(), reserve_space_for_menu=0)
    with session.input.raw_mode():
        while True:
            try:
                yield await session.prompt_async(prompt)
            except EOFError:
                return


def is_terminal() -> bool:
    """Whether a person sits at both ends."""
    return sys.stdin.isatty() and sys.stdout.isatty()
