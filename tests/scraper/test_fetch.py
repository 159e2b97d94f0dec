"""Sites are read politely and guardedly: only their own pages, within their rules, never an inner machine."""

import gzip
from datetime import UTC, datetime

import pytest

from knowledge.errors import ChallengePage, FetchFailed, SourceError
from scraper.addresses import is_public
from scraper.fetch import Client, is_challenge, read_site
from scraper.parse.links import links
from tests.scraper.site import Served, site

_NOW = datetime(2026, 5, 12, 9, 0, tzinfo=UTC)


def _read(start: str) -> tuple[list[str], list[str]]:
    pages, skipped = read_site(start, lambda: _NOW, pause=0)
    return [page.url.split("/", 3)[3] for page in pages], skipped


def _page(*hrefs: str) -> Served:
    return Served(("<h1>Page</h1>" + "".join(f'<a href="{href}">x</a>' for href in hrefs)).encode())


def test_the_pages_below_the_start_are_read_once_each() -> None:
    """Links are followed within the manual's folder; other folders, sites, drafts and pictures are left alone."""
    pages = {
        "/manual/contents.html": _page(
            "p_one.html",
            "p_two.html#top",
            "/other/x.html",
            "https://elsewhere.example/y",
            "templates/draft.html",
            "a.png",
        ),
        "/manual/p_one.html": _page("contents.html", "p_two.html"),
        "/manual/p_two.html": _page(),
    }
    with site(pages) as (address, asked):
        read, skipped = _read(f"{address}/manual/contents.html")
    assert read == ["manual/contents.html", "manual/p_one.html", "manual/p_two.html"]
    assert skipped == []
    assert sorted(asked) == ["/manual/contents.html", "/manual/p_one.html", "/manual/p_two.html", "/robots.txt"]


def test_robots_rules_are_kept() -> None:
    """A page that the site asks programs not to read is not asked for, and the report says so."""
    pages = {
        "/robots.txt": Served(b"User-agent: *\nDisallow: /private", headers={"Content-Type": "text/plain"}),
        "/index.html": _page("private.html"),
        "/private.html": _page(),
    }
    with site(pages) as (address, asked):
        read, skipped = _read(f"{address}/index.html")
    assert read == ["index.html"]
    assert "/private.html" not in asked
    assert "asks programs not to read it" in skipped[0]


def test_a_robots_error_means_nothing_may_be_read() -> None:
    """A site whose rules cannot be told is left alone."""
    with (
        site({"/robots.txt": Served(b"", 503), "/index.html": _page()}) as (address, asked),
        pytest.raises(FetchFailed, match="robots"),
    ):
        _read(f"{address}/index.html")
    assert asked == ["/robots.txt"]


def test_a_missing_start_is_an_error_and_a_missing_page_is_a_note() -> None:
    """The start must answer; any other page that does not is named in the report."""
    with site({"/index.html": _page("gone.html")}) as (address, _):
        _, skipped = _read(f"{address}/index.html")
        with pytest.raises(FetchFailed, match="status 404"):
            _read(f"{address}/nothing.html")
    assert skipped == [f"{address}/gone.html answered with status 404."]


def test_redirects_are_followed_by_hand_and_never_inward() -> None:
    """A page that leads to an inner machine is not followed, whatever form its address takes."""
    inward = [
        "http://127.0.0.1:9/",
        "http://localhost:9/",
        "http://2130706433:9/",
        "http://[::1]:9/",
        "http://169.254.169.254/",
        "http://100.64.0.1/",
        "file:///etc/passwd",
    ]
    pages = {f"/{number}.html": Served(b"", 302, {"Location": target}) for number, target in enumerate(inward)}
    with site(pages) as (address, _), Client(f"{address}/0.html", pause=0) as client:
        for number in range(len(inward)):
            with pytest.raises(FetchFailed):
                client.get(f"{address}/{number}.html")


def test_a_redirect_within_the_site_is_followed() -> None:
    """A page that moved is read where it stands now."""
    pages = {"/old.html": Served(b"", 301, {"Location": "/new.html"}), "/new.html": _page()}
    with site(pages) as (address, _), Client(address, pause=0) as client:
        assert client.get(f"{address}/old.html").url == f"{address}/new.html"


def test_redirects_without_end_are_given_up() -> None:
    """A loop ends with a sentence."""
    with (
        site({"/a": Served(b"", 302, {"Location": "/a"})}) as (address, _),
        Client(address, pause=0) as client,
        pytest.raises(FetchFailed, match="without end"),
    ):
        client.get(f"{address}/a")


def test_a_packed_page_that_unpacks_to_too_much_is_refused() -> None:
    """A small packed page of 30 MB is given up at the cap."""
    bomb = Served(gzip.compress(b"\0" * 30_000_000), headers={"Content-Type": "text/html", "Content-Encoding": "gzip"})
    with (
        site({"/bomb.html": bomb}) as (address, _),
        Client(address, pause=0) as client,
        pytest.raises(FetchFailed, match="larger than 20 MB"),
    ):
        client.get(f"{address}/bomb.html")


def test_a_packed_page_is_unpacked() -> None:
    """Packed pages are read like any other."""
    packed = Served(
        gzip.compress(b"<h1>Neglect</h1>"), headers={"Content-Type": "text/html", "Content-Encoding": "gzip"}
    )
    with site({"/p.html": packed}) as (address, _), Client(address, pause=0) as client:
        assert client.get(f"{address}/p.html").content == b"<h1>Neglect</h1>"


def test_a_challenge_page_is_an_error() -> None:
    """A page that asks whether the reader is a person never becomes a manual."""
    with (
        site({"/index.html": Served(b"<title>Just a moment</title>Checking your browser")}) as (address, _),
        pytest.raises(ChallengePage),
    ):
        _read(f"{address}/index.html")


def test_a_chapter_that_mentions_captcha_is_no_challenge() -> None:
    """Online safety chapters speak of such things; their headings tell them apart."""
    assert not is_challenge(b"<h1>Online safety</h1><h2>a</h2><h2>b</h2><p>captcha</p>")


def test_an_address_that_is_no_web_address_is_refused() -> None:
    """Only http and https are ever asked for."""
    with pytest.raises(SourceError, match="not a web address"):
        Client("ftp://manual.example/")


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "::1",
        "10.0.0.1",
        "192.168.1.1",
        "169.254.1.1",
        "100.64.0.1",
        "0.0.0.0",
        "fe80::1%eth0",
        "::ffff:10.0.0.1",
        "224.0.0.1",
    ],
)
def test_inner_addresses_are_not_public(address: str) -> None:
    """Loopback, private, link-local, carriers' and mapped addresses are all inner ones."""
    assert not is_public(address)


def test_links_are_absolute_and_survive_odd_markup() -> None:
    """Any quoting is read; fragments and malformed addresses are dropped."""
    page = (
        b"<a href='a.html#x'>1</a><A HREF=b.html>2</A><a href=\"http://[bad\">3</a><a href='mailto:x@y.example'>4</a>"
    )
    assert list(links(page, "https://m.example/d/i.html")) == [
        "https://m.example/d/a.html",
        "https://m.example/d/b.html",
    ]


def test_links_in_deep_and_broken_markup_are_found_in_bounded_time() -> None:
    """Fifty thousand nested tags do not stop the reading of links."""
    page = b"<div>" * 50_000 + b"<a href=deep.html>x</a>"
    assert list(links(page, "https://m.example/d/i.html")) == ["https://m.example/d/deep.html"]
