"""A reply as parts of a page: headings, steps, whom to call, sources, each line with its marks. Pure; templates draw it."""

import logging
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, zip_longest

from bot import phrases
from bot.front.links import allowed
from bot.front.terminal.page import is_heading
from bot.replies import Call, Outcome, Quote, Reply

logger = logging.getLogger(__name__)
_NEXT_STAGE = phrases.NEXT_STAGE.split("{", maxsplit=1)[0]
_SIGNAL = "🔴"
_KINDS = {
    phrases.NEXT: "next", phrases.BEFORE_STAGE: "next", phrases.WHEN: "when", phrases.CALL: "call",
    phrases.DANGER_THEN: "call", phrases.UNAVAILABLE_CALLS: "call", phrases.UNLESS: "note",
    phrases.SOURCES: "sources", phrases.LEARNING: "learning", phrases.ALSO: "also", phrases.AUDIT: "audit",
}  # fmt: skip
# A line: what it begins with, its words, the quotations it cites, and whether they are a duty.
_LINE = re.compile(
    r"^(?P<mark>\s*(?:\d{1,3}\. |- |\[[ x]\] \d+\. )?)(?P<words>.*?)(?P<cited>(?: ?\[\d+\])*)(?P<force> (?:MUST|SHOULD))?$",
    re.DOTALL,
)
_SHOUTED = re.compile(r"^[A-Z]{2,}(?: [A-Z]+)+(?:[:?].*)?$")  # two words or more in capitals: a block's own heading
_CAPITALS = re.compile(r"^[A-Z][A-Z ]*[A-Z]\b")
_CITED = re.compile(r"\[(\d+)\]")
_MORE = re.compile(
    "|".join(
        re.escape(one.split("{", maxsplit=1)[0]) for one in (phrases.MORE_STEPS, phrases.MORE_LIMITS) if "{" in one
    )
)
_URL = re.compile(r"https?://[^\s<>“”\"')\]]+")
# The national numbers, which may be shown and dialled anywhere. 0800 and 116 numbers as the fixed sentences print them.
_NATIONAL = {
    "999": "999", "101": "101", "0808 800 5000": "08088005000", "0800 028 0285": "08000280285", "0800 1111": "08001111",
    "116 123": "116123", "NHS 111": "111",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Run:
    """Some words of a line; `href` where they can be followed or dialled."""

    text: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line. `mark` is "numbered", "bullet", "tick" or ""; `force` is "must", "should" or ""; `call` where it names one.

    `heads` is true of a plain line that the lines below it belong to.
    """

    runs: tuple[Run, ...]
    mark: str = ""
    force: str = ""
    quotes: tuple[Quote, ...] = ()
    call: Call | None = None
    indented: bool = False
    heads: bool = False

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Part:
    """A heading, empty for none, with its lines. `kind` is "danger", "warning", "next", "when", "call", ... or "text"; of lists
    to tick, "checklist" where the page alone keeps the ticks, "ready" where the conversation does.

    `more` is what the message leaves out and the reply holds: a page has room to open it in place.
    """

    kind: str
    heading: tuple[Run, ...]
    lines: tuple[Line, ...]
    more: tuple[Line, ...] = ()

    @property
    def numbered(self) -> int:
        """How many of its lines are numbered."""
        return sum(line.mark == "numbered" for line in self.lines)

    @property
    def runs(self) -> list[tuple[str, list[Line]]]:
        """The lines in stretches of one mark, so that each becomes one list."""
        return [(mark, list(lines)) for mark, lines in groupby(self.lines, key=lambda line: line.mark)]


def parts(reply: Reply, hosts: Collection[str]) -> list[Part]:
    """The parts of a reply in the order of its message. One that cannot be laid out is shown line by line."""
    try:
        reader = _Reader(reply, hosts)
        return [reader.part(heading, lines) for heading, lines in _blocks(reply.message)]
    except Exception as error:  # whatever was wrong with it, the person must see the answer
        logger.error("a reply could not be laid out: %s", type(error).__name__)
        return [Part("text", (), tuple(Line((Run(line),)) for line in reply.message.split("\n")))]


def plain_lines(text: str) -> Iterator[Line]:
    """A fixed text line by line, its national numbers to be dialled."""
    reader = _Reader(Reply(Outcome.ANSWERED, text), ())
    return (reader.line(line, "text") for line in text.split("\n"))


def _blocks(message: str) -> Iterator[tuple[str, list[str]]]:
    """Headings with the lines below them. A blank line ends a block, a heading begins one."""
    heading, lines = "", list[str]()
    for line in message.split("\n"):
        if not line.strip() or is_heading(line) or _SHOUTED.match(line):
            if heading or lines:
                yield heading, lines
            heading, lines = (line if line.strip() else ""), []
        else:
            lines.append(line)
    if heading or lines:
        yield heading, lines


class _Reader:
    """Reads the lines of one reply."""

    def __init__(self, reply: Reply, hosts: Collection[str]) -> None:
        self._reply, self._hosts = reply, hosts
        self._list = reply.checklist if reply.checklist and reply.checklist.kind != "reflection" else None
        self._quotes = {quote.number: quote for quote in reply.quotes}
        self._calls = reply.contacts
        numbers = dict(_NATIONAL)
        for call in reply.contacts:
            numbers.update(zip(call.telephones, call.e164, strict=False))
        self._numbers = numbers
        shown = sorted((re.escape(number) for number in numbers), key=len, reverse=True)
        self._number = re.compile(rf"(?<![\d\w])(?:{'|'.join(shown)})(?![\d\w])")

    def part(self, heading: str, lines: Sequence[str]) -> Part:
        """One part of the page."""
        kind = _kind(heading, lines)
        title = self._runs(_as_sentence(heading.removeprefix(_SIGNAL).strip()))
        if kind == "warning":
            return Part(kind, (), (Line(title),))
        if self._list and lines and lines[0] == self._list.title:
            told = any(line.startswith("[") for line in lines)
            return Part("ready" if told else "checklist", (Run(self._list.title),), ())
        if not heading and self._reply.banner and "\n".join(lines) == self._reply.banner:
            kind = "banner"
        shown = _with_heads(tuple(self.line(line, kind) for line in lines))
        more = self._left_out(kind, shown)
        if more:
            shown = tuple(line for line in shown if line.mark or not _MORE.match(line.text))
        return Part(kind, title, shown, more)

    def _left_out(self, kind: str, shown: Sequence[Line]) -> tuple[Line, ...]:
        """The steps, or what limits them, that the message does not show."""
        if kind == "next":
            numbers = {quote.number for line in shown for quote in line.quotes}
            left = [step for step in self._reply.steps if step.citation not in numbers]
            return tuple(self._quoted(step.citation, "numbered", step.force) for step in left)
        if kind == "note":
            numbers = {quote.number for line in shown for quote in line.quotes}
            return tuple(self._quoted(one, "bullet") for one in self._reply.exceptions if one not in numbers)
        return ()

    def _quoted(self, number: int, mark: str, force: str = "") -> Line:
        quote = self._quotes[number]
        words = f"“{quote.text}”"
        return Line(self._runs(words), mark, force if force in ("must", "should") else "", (quote,))

    def line(self, line: str, kind: str) -> Line:
        """One line of the message."""
        found = _LINE.match(line)
        assert found is not None, "every line matches"
        mark = found["mark"].strip()
        call = self._call(line) if mark == "-" and kind != "sources" else None
        cited = [int(number) for number in _CITED.findall(line)]
        words = found["words"] if kind != "sources" else f"{found['words']}{found['cited']}"
        return Line(
            self._runs(words),
            "tick" if mark.startswith("[") else "bullet" if mark == "-" else "numbered" if mark else "",
            (found["force"] or "").strip().casefold(),
            tuple(self._quotes[number] for number in cited if number in self._quotes and kind != "sources"),
            call,
            found["mark"].startswith("  "),
        )

    def _call(self, line: str) -> Call | None:
        """The contact point that a line is about: it begins with its service and holds all its numbers, or else addresses."""
        for call in self._calls:
            reach = call.telephones or call.emails
            if reach and line.startswith(f"- {call.service}") and all(one in line for one in reach):
                return call
        return None

    def _runs(self, text: str) -> tuple[Run, ...]:
        runs: list[Run] = []
        place = 0
        for start, end, href in self._links(text):
            runs += [Run(text[place:start])] if start > place else []
            runs.append(Run(text[start:end], href))
            place = end
        return (*runs, *([Run(text[place:])] if place < len(text) else []))

    def _links(self, text: str) -> Iterator[tuple[int, int, str]]:
        found = [(one.start(), one.end(), one.group()) for one in _URL.finditer(text)]
        addresses = [(start, start + len(url.rstrip(".,;:!?")), url.rstrip(".,;:!?")) for start, _, url in found]
        links = [one for one in addresses if allowed(one[2], self._hosts)]
        for one in self._number.finditer(text):
            if not any(start <= one.start() < end for start, end, _ in found):
                links.append((one.start(), one.end(), f"tel:{self._numbers[one.group()]}"))
        return iter(sorted(links))


def _as_sentence(heading: str) -> str:
    """A heading whose first words are in capitals, in small letters: pages have other ways to set it off."""
    return _CAPITALS.sub(lambda found: found.group().capitalize(), heading)


def _with_heads(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines, each plain one marked that indented or listed lines stand below, unless it is a sentence."""
    return tuple(
        replace(line, heads=True)
        if not (line.mark or line.indented or line.text.endswith((".", ":", "”"))) and (after.mark or after.indented)
        else line
        for line, after in zip_longest(lines, lines[1:], fillvalue=Line(()))
    )


def _kind(heading: str, lines: Sequence[str]) -> str:
    if heading.startswith(_SIGNAL):
        return "danger" if lines else "warning"
    if heading.startswith(_NEXT_STAGE):
        return "next"
    return _KINDS.get(heading, "text")
