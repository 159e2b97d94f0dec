"""What goes with every response: nothing but our own files may run or be shown, and no page is kept by anybody."""

import logging
from collections.abc import Iterable

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot import phrases

logger = logging.getLogger(__name__)
_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
    )
)
# With no-referrer a browser would call the origin of our own forms "null".
_ALWAYS = (
    ("content-security-policy", _POLICY),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()"),
    ("x-robots-tag", "noindex, nofollow"),
)
_HTTPS_ONLY = (("strict-transport-security", "max-age=31536000"),)
_NEVER_KEPT = ("cache-control", "no-store")


class Headers:
    """Adds them to whatever the application answers, errors included."""

    def __init__(self, app: ASGIApp, *, secure: bool) -> None:
        self._app = app
        self._headers = [*_encoded(_ALWAYS), *(_encoded(_HTTPS_ONLY) if secure else [])]
        self._never_kept = _encoded([_NEVER_KEPT])

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        begun = False

        async def with_headers(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                given = [*message.get("headers", []), *self._headers]
                kept = any(name == b"cache-control" for name, _ in given)
                message["headers"] = given if kept else [*given, *self._never_kept]
            await send(message)

        try:
            await self._app(scope, receive, with_headers)
        except Exception as error:  # its text may hold what somebody typed, and a server would log it whole
            logger.error("a request failed: %s", type(error).__name__)
            if not begun:
                await PlainTextResponse(phrases.WEB_DOWN, 500)(scope, receive, with_headers)


def _encoded(headers: Iterable[tuple[str, str]]) -> list[tuple[bytes, bytes]]:
    return [(name.encode(), value.encode()) for name, value in headers]
