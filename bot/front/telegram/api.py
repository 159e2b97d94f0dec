"""Telegram's Bot API through python-telegram-bot: calls by name, plain JSON back, and errors told apart."""

import base64
import binascii
import os
from collections.abc import Mapping
from datetime import timedelta
from types import TracebackType
from typing import Any, Self

import telegram
from telegram.request import HTTPXRequest

from bot.settings import SettingWrong

_PATIENCE = 10.0  # seconds for a call
_POOL = 64
_DOCUMENT = "document"


class TokenRefused(SettingWrong):
    """Telegram does not know the token."""

    def __init__(self) -> None:
        super().__init__(
            "Telegram refused the token in SIGNPOST_TELEGRAM_TOKEN. Ask @BotFather for the bot's token and set it again."
        )


class _Caller(telegram.Bot):
    """A Bot whose answers stay plain JSON: one odd update must not cost the others, nor a sent message be sent again."""

    async def call(self, method: str, arguments: Mapping[str, Any], patience: float) -> Any:
        return await self._post(method, dict(arguments), read_timeout=patience)


class Api:
    """A Bot API server, Telegram's or another one. Use it in `async with`."""

    def __init__(self, token: str, address: str) -> None:
        base = address.rstrip("/")
        os.environ.setdefault("PTB_TIMEDELTA", "true")  # times to wait as timedelta, which the library is changing to
        self._requests = (
            HTTPXRequest(connection_pool_size=2),
            HTTPXRequest(connection_pool_size=_POOL, pool_timeout=30.0),
        )
        try:
            self._bot = _Caller(
                token,
                base_url=f"{base}/bot",
                base_file_url=f"{base}/file/bot",
                get_updates_request=self._requests[0],
                request=self._requests[1],
            )
        except telegram.error.InvalidToken:
            raise TokenRefused from None

    async def __aenter__(self) -> Self:
        for request in self._requests:
            await request.initialize()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for request in self._requests:
            await request.shutdown()

    async def name(self) -> str | None:
        """The bot's own name, None where the server does not answer now. Raises TokenRefused."""
        try:
            me = await self.call("getMe", {})
        except telegram.error.TelegramError:
            return None
        return str(me.get("username", "")) if isinstance(me, dict) else ""

    async def updates(self, offset: int | None, wait: int) -> list[dict[str, Any]]:
        """New updates from `offset` on; the server may hold the call for `wait` seconds.

        Raises TokenRefused, or telegram.error.TelegramError.
        """
        asked: dict[str, Any] = {
            "timeout": wait,
            "allowed_updates": ["message", "edited_message", "callback_query", "my_chat_member"],
        }
        if offset is not None:
            asked["offset"] = offset
        found = await self.call("getUpdates", asked, wait + _PATIENCE)
        return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []

    async def call(self, method: str, arguments: Mapping[str, Any], patience: float = _PATIENCE) -> Any:
        """Make a call. A "document" is {"name", "base64"}. Raises TokenRefused, or telegram.error.TelegramError."""
        told = {**arguments, _DOCUMENT: _file(arguments[_DOCUMENT])} if _DOCUMENT in arguments else arguments
        try:
            return await self._bot.call(method, told, patience)
        except telegram.error.InvalidToken:
            raise TokenRefused from None


def told_to_wait(error: Exception) -> float:
    """Seconds that Telegram said to wait, 0.0 where it said nothing of the kind."""
    if not isinstance(error, telegram.error.RetryAfter):
        return 0.0
    told = error.retry_after
    return float(told.total_seconds() if isinstance(told, timedelta) else told)


def _file(document: Mapping[str, str]) -> telegram.InputFile:
    try:
        content = base64.b64decode(document["base64"], validate=True)
    except binascii.Error:
        content = b""
    return telegram.InputFile(content, filename=document["name"])
