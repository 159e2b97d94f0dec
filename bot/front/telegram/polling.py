"""Asking Telegram for what is new: for ever, and only past what has been taken."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

import telegram

from bot.front.telegram.api import Api, told_to_wait

WAIT = 25  # seconds that Telegram holds a poll open
NOTHING_NEW = 0.3  # seconds before the next poll of a server that does not hold polls open
FORGET_OFFSET = 6 * 86_400.0  # Telegram may begin to number anew after a week without updates
_PAUSES = (1.0, 2.0, 5.0, 10.0, 30.0)
Update = dict[str, Any]
logger = logging.getLogger(__name__)


class Polling:
    """Polls. `taken` is handed each batch, and says whether it is safe with us: only then may Telegram forget it."""

    def __init__(self, api: Api, taken: Callable[[Sequence[Update]], Awaitable[bool]], wait: int = WAIT) -> None:
        self._api, self._taken, self._wait = api, taken, wait

    async def run(self) -> None:
        """Poll until cancelled. Raises TokenRefused."""
        offset: int | None = None
        failures, last = 0, time.monotonic()
        while True:
            if time.monotonic() - last > FORGET_OFFSET:
                offset = None
            asked = time.monotonic()
            try:
                updates = await self._api.updates(offset, self._wait)
            except telegram.error.TelegramError as error:
                failures += 1
                await _failed(error, failures)
                continue
            failures = 0
            if updates:
                if not await self._taken(updates):
                    await asyncio.sleep(_PAUSES[0])
                    continue  # the offset stays, so Telegram keeps them
                numbers = [one["update_id"] for one in updates if isinstance(one.get("update_id"), int)]
                offset = max(numbers, default=(offset or 1) - 1) + 1
                last = time.monotonic()
            elif time.monotonic() - asked < NOTHING_NEW:
                await asyncio.sleep(NOTHING_NEW)


async def _failed(error: telegram.error.TelegramError, failures: int) -> None:
    if isinstance(error, telegram.error.Conflict):
        logger.error("another program polls with this bot's token: stop one of them")
    elif failures in (1, 10) or failures % 100 == 0:
        logger.warning("Telegram could not be asked for messages (%s), attempt %d", type(error).__name__, failures)
    await asyncio.sleep(max(told_to_wait(error), _PAUSES[min(failures, len(_PAUSES)) - 1]))
