"""Rasa's REST channel, made quiet: it logs no message text, and a failure is a failure.

Rasa's own channel logs the text of a message that failed and then answers 200. This one has the same address and the
same JSON, answers 500 where handling a message raised, and logs only what kind of error it was.
"""

from __future__ import annotations

import asyncio
import inspect
import logging
from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.channels.channel import CollectingOutputChannel, UserMessage
from rasa.core.channels.rest import RestInput
from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse

from components import leash
from components.action_schema import check_actions_with_one_validator

logger = logging.getLogger(__name__)


class QuietRest(RestInput):
    """POST /webhooks/rest/webhook with {sender, message, metadata}; GET /webhooks/rest/ says whether it is up."""

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> QuietRest:
        """Called once, when the server starts; so what belongs to the server's start is done here."""
        leash.hold()
        check_actions_with_one_validator()
        return cls()

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[None]]) -> Blueprint:
        """The channel's two addresses."""
        channel = Blueprint("quiet_rest", inspect.getmodule(self).__name__)

        @channel.route("/", methods=["GET"])
        async def health(request: Request) -> HTTPResponse:
            return response.json({"status": "ok"})

        @channel.route("/webhook", methods=["POST"])
        async def receive(request: Request) -> HTTPResponse:
            collector = CollectingOutputChannel()
            message = UserMessage(
                self._extract_message(request),
                collector,
                await self._extract_sender(request),
                input_channel=self.name(),
                metadata=self.get_metadata(request),
            )
            try:
                await on_new_message(message)
            except asyncio.CancelledError:
                logger.error("a message was cancelled")
                return response.json({"error": "cancelled"}, status=500)
            except Exception as error:  # whatever it is, its text may hold the message's
                logger.error("a message failed: %s", type(error).__name__)
                return response.json({"error": "failed"}, status=500)
            return response.json(collector.messages)

        return channel
