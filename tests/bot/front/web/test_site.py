"""Where the pages are served, and who may ask there: what is unsafe does not start."""

import pytest

from bot.front.web.site import site
from bot.settings import FrontSettings, SettingWrong


def settings(**told: object) -> FrontSettings:
    return FrontSettings(_env_file=None, **told)  # type: ignore[arg-type]


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "127.0.0.7"])
def test_the_demonstration_on_this_machine_is_open(host: str) -> None:
    """A fresh machine needs no account."""
    assert site(settings(web_host=host), demonstration=True).open_to_all


def test_a_real_manual_is_not_open_by_itself() -> None:
    """Nor is anything once the setting says no."""
    assert not site(settings(), demonstration=False).open_to_all
    assert not site(settings(web_open="no"), demonstration=True).open_to_all
    assert site(settings(web_open="yes"), demonstration=False).open_to_all


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.4", "::", "signpost.example", ""])
def test_others_need_an_address(host: str) -> None:
    """Bound to what others can reach, it starts only with an https address, and then for people who were invited."""
    with pytest.raises(SettingWrong, match="SIGNPOST_WEB_ADDRESS"):
        site(settings(web_host=host), demonstration=True)
    reached = site(settings(web_host=host, web_address="https://signpost.example"), demonstration=True)
    assert (reached.open_to_all, reached.secure) == (False, True)


@pytest.mark.parametrize("told", [{"web_host": "0.0.0.0"}, {}])
def test_open_to_others_is_refused(told: dict[str, str]) -> None:
    """The sentence names the setting."""
    with pytest.raises(SettingWrong, match="SIGNPOST_WEB_OPEN"):
        site(settings(web_open="yes", web_address="https://signpost.example", **told), demonstration=True)


@pytest.mark.parametrize("address", ["http://signpost.example", "signpost.example", "https://", "https://x.example/path", "https://user@x.example", "https://x.example?y"])  # fmt: skip
def test_an_address_that_cannot_be_used(address: str) -> None:
    """Not https, or more than a host."""
    with pytest.raises(SettingWrong, match="SIGNPOST_WEB_ADDRESS"):
        site(settings(web_address=address), demonstration=True)


def test_a_free_port() -> None:
    """Where the machine gives the port, forms of that port are ours."""
    assert "http://127.0.0.1:4711" in site(settings(web_port=0), demonstration=True).at(4711).origins
