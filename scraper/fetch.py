"""Reading a source over HTTP: politely, within the site's robots rules, with a cap on everything.

One connection at a time, a pause between pages, the site's own name only. A redirect is followed by hand so that each hop
is checked. What is not http or https is never asked for.
"""

import re
import time
import zlib
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import httpcore
import stamina
from protego import Protego

from knowledge.errors import ChallengePage, FetchFailed, SourceError
from knowledge.snapshots import Page
from scraper.addresses import GuardedNetwork, Named
from scraper.parse.links import links

AGENT = "Signpost (safeguarding procedures reader)"
_LARGEST = 20 * 1024 * 1024  # bytes of one page, unpacked
_MOST_PAGES = 3000
_MOST_HOPS = 5
_TIMEOUTS = {"connect": 10.0, "read": 20.0, "write": 10.0, "pool": 10.0}  # seconds
_WANTED = re.compile(
    r"^(?:text/html|application/xhtml\+xml|application/pdf|text/plain|application/vnd\.openxmlformats-officedocument\.wordprocessingml\.document)\b"
)
_ASSET = re.compile(r"\.(?:css|js|png|jpe?g|gif|svg|ico|woff2?|ttf|mp[34]|zip|xlsx?|pptx?|ics|xml|json)$", re.I)
_CHALLENGE = re.compile(
    r"verify (?:that )?you are (?:a )?human|checking your browser|enable javascript and cookies to continue|"
    r"are you a robot|captcha",
    re.I,
)
_CHALLENGE_LENGTH = 20_000  # characters; a real chapter that mentions such words is longer, or has headings


@dataclass(frozen=True, slots=True)
class Answer:
    """What an address answered: status, media type, bytes, and where the redirects ended."""

    url: str
    status: int
    media_type: str
    content: bytes


class Client:
    """Fetches pages of one site. `pause` is the seconds between requests; `wait` is how it waits (for tests)."""

    def __init__(self, start: str, *, pause: float = 0.5, wait: Callable[[float], None] = time.sleep) -> None:
        parts = urlsplit(start)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise SourceError(f"{start} is not a web address. It must start with https:// or http://.")
        port = parts.port or (443 if parts.scheme == "https" else 80)
        self._pool = httpcore.ConnectionPool(
            network_backend=GuardedNetwork(Named(parts.hostname, port)), max_connections=1, retries=0
        )
        self._pause, self._wait, self._asked = pause, wait, False

    def __enter__(self) -> "Client":
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.close()

    def get(self, url: str) -> Answer:
        """Fetch one address, following redirects. Raises FetchFailed with a reason for people."""
        for _ in range(_MOST_HOPS):
            answer, onward = self._ask(url)
            if onward is None:
                return answer
            url = urljoin(url, onward)
            if urlsplit(url).scheme not in ("http", "https"):
                raise FetchFailed(f"{answer.url} leads to {url}, which is not a web address.")
        raise FetchFailed(f"{url} leads from one address to the next without end.")

    def _ask(self, url: str) -> tuple[Answer, str | None]:
        if self._asked:
            self._wait(self._pause)
        self._asked = True
        for attempt in stamina.retry_context(
            on=(httpcore.TimeoutException, httpcore.NetworkError), attempts=3, wait_initial=0.2
        ):
            with attempt:
                try:
                    return self._once(url)
                except httpcore.ConnectError as error:
                    raise FetchFailed(
                        f"{url} could not be reached: {error}. Check the address and the connection."
                    ) from error
                except httpcore.ProtocolError as error:
                    raise FetchFailed(f"{url} did not answer as a web site does: {error}.") from error
        raise FetchFailed(f"{url} did not answer in time.")

    def _once(self, url: str) -> tuple[Answer, str | None]:
        headers: dict[bytes | str, bytes | str] = {
            "User-Agent": AGENT,
            "Accept": "text/html,application/pdf;q=0.9,*/*;q=0.5",
            "Accept-Encoding": "gzip, identity",
        }
        with self._pool.stream("GET", url, headers=headers, extensions={"timeout": _TIMEOUTS}) as response:
            named = {key.decode("ascii").casefold(): value.decode("latin-1") for key, value in response.headers}
            answer = Answer(url, response.status, named.get("content-type", ""), b"")
            if response.status in (301, 302, 303, 307, 308) and "location" in named:
                return answer, named["location"]
            content = _capped(response.iter_stream(), named.get("content-encoding", ""), url)
            return Answer(url, response.status, answer.media_type, content), None


def _capped(chunks: Iterator[bytes], packing: str, url: str) -> bytes:
    """All bytes of a page, unpacked, up to the cap: a small packed page may unpack to gigabytes."""
    unpack = zlib.decompressobj(wbits=31) if "gzip" in packing else None
    content = bytearray()
    for chunk in chunks:
        content += unpack.decompress(chunk, _LARGEST + 1 - len(content)) if unpack else chunk
        if len(content) > _LARGEST:
            raise FetchFailed(f"{url} is larger than 20 MB, too large to be a chapter.")
    return bytes(content)


def read_site(
    start: str, now: Callable[[], datetime], *, pause: float = 0.5, tell: Callable[[str], None] = lambda _: None
) -> tuple[list[Page], list[str]]:
    """The pages of a site, from `start` on, that stand below the same folder; and a sentence for each left out.

    Raises FetchFailed where the start does not answer, ChallengePage where it asks whether the reader is a person.
    """
    with Client(start, pause=pause) as client:
        robots = _robots(client, start)
        return _Crawl(client, start, now, robots, tell).run()


class _Crawl:
    """One pass over a site, breadth first."""

    def __init__(
        self,
        client: Client,
        start: str,
        now: Callable[[], datetime],
        robots: Protego | None,
        tell: Callable[[str], None],
    ) -> None:
        self._client, self._start, self._now, self._robots, self._tell = client, urldefrag(start)[0], now, robots, tell
        self._base = _folder_of(self._start)
        self._queue: deque[str] = deque([self._start])
        self._seen = {self._start}
        self.pages: list[Page] = []
        self.skipped: list[str] = []

    def run(self) -> tuple[list[Page], list[str]]:
        """Fetch until there is nothing left or the cap is reached."""
        while self._queue:
            if len(self.pages) >= _MOST_PAGES:
                self.skipped.append(f"The site has more than {_MOST_PAGES} pages; the rest was not read.")
                break
            self._visit(self._queue.popleft())
        return self.pages, self.skipped

    def _visit(self, url: str) -> None:
        if self._robots and not self._robots.can_fetch(url, AGENT):
            if url == self._start:
                raise FetchFailed(
                    f"{url} asks programs not to read it (robots.txt). Ask the site's owner, or use saved copies of the pages."
                )
            self.skipped.append(f"{url} asks programs not to read it.")
            return
        try:
            answer = self._client.get(url)
        except FetchFailed as error:
            if url == self._start:
                raise
            self.skipped.append(str(error))
            return
        self._take(url, answer)

    def _take(self, url: str, answer: Answer) -> None:
        if answer.status != 200:
            if url == self._start:
                raise FetchFailed(f"{url} answered with status {answer.status} and no page. Check the address.")
            self.skipped.append(f"{url} answered with status {answer.status}.")
            return
        if not _WANTED.match(answer.media_type.casefold()):
            self.skipped.append(f"{url} is of a type that Signpost does not read ({answer.media_type or 'unnamed'}).")
            return
        html = "html" in answer.media_type.casefold()
        if html and is_challenge(answer.content):
            raise ChallengePage(
                f"{url} asks whether the reader is a person. Ask the site's owner to let Signpost in, or use saved copies."
            )
        self.pages.append(Page(answer.url, answer.content, answer.media_type, self._now()))
        self._tell(answer.url)
        if html:
            self._follow(answer.url, answer.content)

    def _follow(self, url: str, content: bytes) -> None:
        for link in links(content, url):
            if link not in self._seen and link.startswith(self._base) and not _ASSET.search(urlsplit(link).path):
                self._seen.add(link)
                if "templates" not in urlsplit(link).path.split("/"):  # drafts stand there
                    self._queue.append(link)


def is_challenge(content: bytes) -> bool:
    """Whether a page only asks if the reader is a person."""
    text = content[: 2 * _CHALLENGE_LENGTH].decode("utf-8", errors="replace")
    return (
        len(text) < _CHALLENGE_LENGTH
        and bool(_CHALLENGE.search(text))
        and len(re.findall(r"<h[1-4]\b", text, re.I)) < 3
    )


def _folder_of(url: str) -> str:
    """Everything up to the last slash of an address's path: pages below it belong to the manual."""
    parts = urlsplit(url)
    folder = unquote(parts.path).rsplit("/", 1)[0] + "/"
    return f"{parts.scheme}://{parts.netloc}{folder}"


def _robots(client: Client, start: str) -> Protego | None:
    """The site's robots rules. A server error means that nothing may be read; a missing file, that everything may."""
    parts = urlsplit(start)
    answer = client.get(f"{parts.scheme}://{parts.netloc}/robots.txt")
    if answer.status >= 500:
        raise FetchFailed(f"{parts.netloc} answered its robots.txt with an error ({answer.status}). Try again later.")
    return Protego.parse(answer.content.decode("utf-8", errors="replace")) if answer.status == 200 else None
