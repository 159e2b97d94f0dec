"""What every request goes through before it is served: whose browser it is, where the form came from, how many there are."""

from collections.abc import Mapping
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from bot.front.web import browsers
from bot.front.web.site import Site

LASTING = (
    90 * 86_400
)  # seconds that a browser bound to a person keeps its cookie: as long as a person counts as verified


@dataclass(frozen=True, slots=True)
class Cookies:
    """Our one cookie. Over https its name keeps it to this host."""

    secure: bool

    @property
    def name(self) -> str:
        """Its name."""
        return "__Host-signpost" if self.secure else "signpost"

    def secret(self, request: Request) -> str:
        """The browser's secret, "" where it sent none of ours."""
        given = request.cookies.get(self.name, "")
        return given if browsers.is_secret(given) else ""

    def give(self, response: Response, secret: str, *, lasting: bool = False) -> None:
        """Hand the browser its secret: until it is closed, or `lasting`."""
        response.set_cookie(
            self.name,
            secret,
            max_age=LASTING if lasting else None,
            path="/",
            secure=self.secure,
            httponly=True,
            samesite="strict",
        )


def is_own(headers: Mapping[str, str], site: Site) -> bool:
    """Whether a form was sent from a page of ours, as the browser says. No page can make a browser say otherwise."""
    fetched = headers.get("sec-fetch-site", "")
    if "origin" not in headers:
        return fetched == "same-origin"  # a proxy on the way may have taken the other away
    return headers["origin"].casefold() in site.origins and fetched in ("", "same-origin", "none")


def is_here(headers: Mapping[str, str], site: Site) -> bool:
    """Whether the host asked for is ours: a name that somebody else points at this machine is not."""
    host = headers.get("host", "").casefold()
    return any(origin.split("://", 1)[1] == host for origin in site.origins)
