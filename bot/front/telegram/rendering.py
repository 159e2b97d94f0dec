"""A Reply as Telegram messages: entities instead of markup, places in UTF-16 units, buttons with opaque keys. Pure."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, MessageEntity

from bot import phrases
from bot.front.links import addresses, allowed
from bot.front.telegram.units import MOST, cuts, length
from bot.front.terminal.page import is_heading
from bot.replies import Choice, Reply

MOST_ENTITIES = 100  # of one message; Telegram passes over the rest
_LABEL = 60  # characters of a button; longer ones are cut off by phones anyway
_ROW = 4  # ticks beside each other
_LINKS = 2  # link buttons below a reply
_SOURCE = re.compile(r"^(?P<where>.*\S)\s+(?P<url>https?://\S+)$")
_NUMBERS = re.compile(r"^(?:\[\d+\])+\s*")
BOLD, LINK, CODE, QUOTE = (
    MessageEntity.BOLD,
    MessageEntity.TEXT_LINK,
    MessageEntity.CODE,
    MessageEntity.EXPANDABLE_BLOCKQUOTE,
)


@dataclass(frozen=True, slots=True)
class Mark:
    """What a run of a text is, from `start` to `end` in characters."""

    kind: str
    start: int
    end: int
    url: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One message: its text, of at most 4096 units, and its entities."""

    text: str
    entities: tuple[MessageEntity, ...]


def sheets(message: str, hosts: Collection[str], most: int = MOST) -> list[Sheet]:
    """A reply's text as messages, cut between blocks where that is possible."""
    text, marks = _marked(_sendable(message), hosts)
    return [Sheet(text[start:end], _entities(text, marks, start, end)) for start, end in cuts(text, most)]


def keyboard(
    choices: Sequence[tuple[str, str]], reply: Reply, hosts: Collection[str], ticks: Sequence[tuple[str, str]] = ()
) -> InlineKeyboardMarkup | None:
    """Buttons below a reply: ticks in rows, then choices, each (label, key), then links to the sections quoted."""
    rows = [
        [InlineKeyboardButton(label, callback_data=key) for label, key in ticks[start : start + _ROW]]
        for start in range(0, len(ticks), _ROW)
    ]
    rows += [[InlineKeyboardButton(_cut(label), callback_data=key)] for label, key in choices]
    rows += [[InlineKeyboardButton(label, url=url)] for label, url in _links(reply, hosts)]
    return InlineKeyboardMarkup(rows) if rows else None


def labels(choices: Sequence[Choice]) -> list[str]:
    """What the buttons of choices say."""
    return [_cut(choice.label) for choice in choices]


def tick_label(number: int, *, ticked: bool) -> str:
    """A tick's button: a box and the question's number."""
    return f"{'☑' if ticked else '☐'} {number}"


def _links(reply: Reply, hosts: Collection[str]) -> Iterator[tuple[str, str]]:
    sections = {quote.url: quote for quote in reversed(reply.quotes) if allowed(quote.url, hosts)}
    for quote in sorted(sections.values(), key=lambda one: one.number)[:_LINKS]:
        yield _cut(f"{phrases.READ_SECTION}: {quote.path[-1] if quote.path else quote.chapter}"), quote.url


def _cut(label: str) -> str:
    plain = " ".join(_sendable(label).split()) or "-"
    return plain if len(plain) <= _LABEL else f"{plain[: _LABEL - 1].rstrip()}…"


def _sendable(text: str) -> str:
    """Text that Telegram takes: no lone surrogates, no null, nothing blank."""
    clean = "".join(sign for sign in text if not 0xD800 <= ord(sign) <= 0xDFFF and sign not in "\x00\r")
    return clean.strip() or "-"


def _marked(message: str, hosts: Collection[str]) -> tuple[str, list[Mark]]:
    """The text with its marks. A source's line loses its address, which becomes the link of its title."""
    lines: list[str] = []
    marks: list[Mark] = []
    place, sources = 0, -1
    for line in message.split("\n"):
        shown, found = _line(line, hosts)
        marks += [Mark(mark.kind, mark.start + place, mark.end + place, mark.url) for mark in found]
        if line == phrases.SOURCES:
            sources = place + len(shown) + 1
        elif not line.strip() and 0 <= sources < place:
            marks.append(Mark(QUOTE, sources, place - 1))
            sources = -1
        lines.append(shown)
        place += len(shown) + 1
    if 0 <= sources < place - 1:
        marks.append(Mark(QUOTE, sources, place - 1))
    return "\n".join(lines), marks


def _line(line: str, hosts: Collection[str]) -> tuple[str, list[Mark]]:
    guards = [Mark(CODE, one.start, one.end) for one in addresses(line, hosts) if not one.allowed]
    if is_heading(line):
        return line, guards or [Mark(BOLD, 0, len(line))]  # Telegram takes no code within bold
    source = _SOURCE.match(line)
    if source and allowed(source["url"], hosts):
        where = source["where"]
        numbers = _NUMBERS.match(where)
        start = numbers.end() if numbers else 0
        inside = [Mark(CODE, one.start, one.end) for one in addresses(where, hosts) if not one.allowed]
        return where, inside or [Mark(LINK, start, len(where), source["url"])]
    return line, guards


def _entities(text: str, marks: Sequence[Mark], start: int, end: int) -> tuple[MessageEntity, ...]:
    """The marks of one part, cut to it, with places in units from the part's start."""
    found = []
    for mark in marks:
        first, last = max(mark.start, start), min(mark.end, end)
        while first < last and text[first].isspace():
            first += 1
        while last > first and text[last - 1].isspace():
            last -= 1
        if first < last:
            place, long = length(text[start:first]), length(text[first:last])
            found.append(MessageEntity(mark.kind, place, long, url=mark.url or None))
    if len(found) > MOST_ENTITIES:
        found = _fewer(found, length(text[start:end]))
    return tuple(sorted(found, key=lambda entity: (entity.offset, -entity.length)))


def _fewer(entities: list[MessageEntity], whole: int) -> list[MessageEntity]:
    """As many entities as Telegram takes: those that keep an address from being clicked first, or all in one."""
    guards = [entity for entity in entities if entity.type == CODE]
    if len(guards) > MOST_ENTITIES:
        return [MessageEntity(CODE, 0, whole)]
    return [*guards, *(entity for entity in entities if entity.type != CODE)][:MOST_ENTITIES]
