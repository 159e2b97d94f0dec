"""Requests that are refused, and the pages that say why in plain words and what to do."""

from bot import phrases
from bot.front.web.pages import Trouble


class Refused(Exception):
    """A request that is not served. `typed` is what the person had typed, "" where it must not be shown again.

    `heard` is what was sent all the same, so that danger gets its card whoever sent it.
    """

    def __init__(self, status: int, typed: str = "", heard: str = "") -> None:
        super().__init__(status)
        self.status, self.typed, self.heard = status, typed, heard or typed


_TOLD = {
    400: (phrases.WEB_UNREADABLE, phrases.WEB_UNREADABLE_WHY, phrases.WEB_GO_BACK),
    401: (phrases.WEB_STRANGER, phrases.WEB_STRANGER_WHY, phrases.WEB_STRANGER_DO),
    403: (phrases.WEB_FORGED, phrases.WEB_FORGED_WHY, phrases.WEB_SEND_AGAIN),
    404: (phrases.WEB_MISSING, phrases.WEB_MISSING_WHY, phrases.WEB_START),
    405: (phrases.WEB_MISSING, phrases.WEB_MISSING_WHY, phrases.WEB_START),
    408: (phrases.WEB_SLOW, phrases.WEB_SLOW_WHY, phrases.WEB_GO_BACK),
    413: (phrases.WEB_LARGE, phrases.WEB_LARGE_WHY, phrases.WEB_LARGE_DO),
    419: (phrases.WEB_ENDED, phrases.WEB_ENDED_WHY, phrases.WEB_SEND_AGAIN),
    421: (phrases.WEB_ELSEWHERE, phrases.WEB_ELSEWHERE_WHY, phrases.WEB_ELSEWHERE_DO),
    429: (phrases.WEB_FLOOD, phrases.FLOOD, phrases.WEB_FLOOD_DO),
    503: (phrases.WEB_DOWN, phrases.WEB_DOWN_WHY, phrases.WEB_DOWN_DO),
}
_SHOWN_AS = {419: 403}  # not every program knows the first, and it is a refusal all the same


def trouble_of(status: int, typed: str = "") -> Trouble:
    """What the page of a refusal says."""
    title, why, todo = _TOLD.get(status, _TOLD[503])
    again = typed if status in (403, 408, 419, 429, 503) else ""
    return Trouble(title, why, (todo,), again)


def status_of(status: int) -> int:
    """The status that goes over the wire."""
    return _SHOWN_AS.get(status, status)
