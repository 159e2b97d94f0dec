"""Where the pages are served: the address people type, whether it is https, and who may ask there."""

import ipaddress
from dataclasses import dataclass
from urllib.parse import urlsplit

from bot.settings import FrontSettings, SettingWrong

_LOOPBACK_NAMES = ("localhost", "127.0.0.1", "[::1]")


@dataclass(frozen=True, slots=True)
class Site:
    """`origins` are the addresses, scheme and host, under which the pages may be asked for; `secure` says they are https."""

    host: str
    port: int
    origins: frozenset[str]
    secure: bool
    open_to_all: bool

    @property
    def address(self) -> str:
        """An address to show to whoever started it."""
        return sorted(self.origins)[0] if self.secure else f"http://127.0.0.1:{self.port}"

    def at(self, port: int) -> "Site":
        """The same on another port: the one that the machine gave where 0 was asked for."""
        origins = frozenset(f"http://{name}:{port}" for name in _LOOPBACK_NAMES)
        return Site(self.host, port, self.origins if self.port else origins, self.secure, self.open_to_all)


def site(settings: FrontSettings, *, demonstration: bool) -> Site:
    """The site that the settings describe. `demonstration` says that the built-in demonstration is published.

    Raises SettingWrong where strangers could reach it unasked or a password-like cookie would travel in the clear.
    """
    local = _is_loopback(settings.web_host)
    address = settings.web_address.strip().rstrip("/")
    if not local and not address:
        raise SettingWrong(
            f"SIGNPOST_WEB_HOST is {settings.web_host}, which others can reach, so SIGNPOST_WEB_ADDRESS must name the "
            "https address that people type, such as https://signpost.northshire.example."
        )
    if address:
        return Site(settings.web_host, settings.web_port, frozenset([_public(address)]), True, _closed(settings))
    names = frozenset(f"http://{name}:{settings.web_port}" for name in _LOOPBACK_NAMES)
    open_to_all = settings.web_open == "yes" or (settings.web_open == "auto" and demonstration)
    return Site(settings.web_host, settings.web_port, names, False, open_to_all)


def _public(address: str) -> str:
    split = urlsplit(address)
    if split.scheme != "https" or not split.hostname or split.path or split.query or split.username:
        raise SettingWrong(
            "SIGNPOST_WEB_ADDRESS must be https:// and a host, with nothing behind it, such as "
            "https://signpost.northshire.example. A proxy in front of Signpost does the https: see docs/running.md."
        )
    return f"https://{split.netloc.casefold()}"


def _closed(settings: FrontSettings) -> bool:
    if settings.web_open == "yes":
        raise SettingWrong(
            "SIGNPOST_WEB_OPEN is yes and others can reach the pages. Without invitations they may be open on this machine "
            "only: set SIGNPOST_WEB_OPEN to no, or take SIGNPOST_WEB_ADDRESS and SIGNPOST_WEB_HOST away."
        )
    return False


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
