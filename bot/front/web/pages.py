"""Draws pages from templates. Everything that is put into one is escaped; nothing is marked as safe."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot import phrases
from bot.front.links import allowed
from bot.front.web.layout import Part, plain_lines
from bot.replies import CheckItem, CheckList, Choice, Quote, Reply

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Frame:
    """What every page needs: the token of its forms, the key of its question, and what stands in its header."""

    token: str = ""
    key: str = ""
    area: str = ""
    demonstration: bool = False
    hosts: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class Trouble:
    """A page that says what went wrong: `todo` are sentences, `typed` what the person had typed, kept for another try."""

    title: str
    why: str
    todo: Sequence[str] = ()
    typed: str = ""
    danger: Sequence[Part] = field(default_factory=tuple)


class _Quoting(Protocol):
    @property
    def quotes(self) -> tuple[Quote, ...]: ...


class Pages:
    """The templates, read once."""

    def __init__(self) -> None:
        self._templates = Environment(
            loader=FileSystemLoader(FOLDER / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._templates.globals["say"] = phrases
        self._templates.filters.update(
            day=_day, host=_host, sentence=_sentence, groups=_groups, cited=_cited, picks=_picks
        )
        self._national = tuple(plain_lines(phrases.NATIONAL_NUMBERS))

    def draw(self, name: str, frame: Frame, **told: object) -> str:
        """The page `name` as HTML."""
        template = self._templates.get_template(f"{name}.html")

        def may_be_followed(url: str) -> bool:
            return allowed(url, frame.hosts)

        return template.render(frame=frame, national=self._national, may_be_followed=may_be_followed, **told)


def _day(when: date) -> str:
    return f"{when.day} {when:%B %Y}"


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"


def _host(url: str) -> str:
    return urlsplit(url).hostname or url


def _groups(checklist: CheckList) -> list[tuple[str, list[tuple[int, CheckItem]]]]:
    """A checklist's items in their groups, in order, each with its number from 1; a reflection's empty groups too."""
    groups: dict[str, list[tuple[int, CheckItem]]] = {group: [] for group in checklist.groups}
    for number, item in enumerate(checklist.items, 1):
        groups.setdefault(item.group, []).append((number, item))
    return list(groups.items())


def _cited(checklist: CheckList, reply: _Quoting) -> Iterable[Quote]:
    """One quotation for each section that a checklist was read from."""
    wanted = {item.citation for item in checklist.items}
    sections = {(one.chapter, one.path): one for one in reversed(reply.quotes) if one.number in wanted}
    return sorted(sections.values(), key=lambda one: one.number)


def _picks(reply: Reply) -> list[Choice]:
    """What can be picked next. Sources open in place here, lists have their own ticks, a reflection has its own page."""
    if reply.checklist and reply.checklist.kind == "reflection":
        return []
    ticks = (
        {phrases.WEB_TICK.format(number=number) for number in range(1, 1 + len(reply.checklist.items))}
        if reply.checklist
        else set()
    )
    return [choice for choice in reply.choices if choice.send not in {phrases.SOURCES_WORDS, *ticks}]
