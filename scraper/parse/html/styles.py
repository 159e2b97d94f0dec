"""The little of a page's styling that changes what a reader sees: from style attributes and <style> elements.

Selectors are understood where they are made of tags, classes and ids with spaces or ">" between them. Rules
inside @media (print, narrow screens) are left out, except for "screen" and "all"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scraper.parse.html.nodes import Node

Declarations = dict[str, str]

_AT_BLOCK = re.compile(r"@(media|supports|layer)([^{;]*)\{((?:[^{}]*\{[^{}]*\})*[^{}]*)\}", re.IGNORECASE)
_COMPOUND = re.compile(r"^([a-zA-Z][\w-]*|\*)?((?:[.#][\w-]+)*)$")
_MOST_RULES = 4000
_MOST_CHARACTERS = 400_000


@dataclass(frozen=True, slots=True)
class _Compound:
    tag: str
    classes: frozenset[str]
    id: str

    def fits(self, node: Node) -> bool:
        if self.tag and self.tag != node.tag:
            return False
        if self.id and self.id != node.get("id"):
            return False
        return not self.classes or self.classes <= set(node.get("class").split())


@dataclass(frozen=True, slots=True)
class _Rule:
    chain: tuple[_Compound, ...]  # outermost first
    declarations: tuple[tuple[str, str], ...]

    def fits(self, node: Node) -> bool:
        """Whether the selector matches; a child combinator is read as a descendant one."""
        if not self.chain[-1].fits(node):
            return False
        wanted = list(self.chain[:-1])
        for ancestor in node.ancestors():
            if not wanted:
                break
            if wanted[-1].fits(ancestor):
                wanted.pop()
        return not wanted


class Styles:
    """What a page's own styling says of an element."""

    def __init__(self, root: Node) -> None:
        """Read every <style> element below `root`."""
        text = "\n".join("".join(str(c) for c in n.children) for n in root.walk() if n.tag == "style")
        self._by_key: dict[str, list[_Rule]] = {}
        for rule in _rules(text[:_MOST_CHARACTERS]):
            last = rule.chain[-1]
            key = f"#{last.id}" if last.id else f".{min(last.classes)}" if last.classes else last.tag
            self._by_key.setdefault(key, []).append(rule)
        self._done: dict[int, Declarations] = {}

    def of(self, node: Node) -> Declarations:
        """The declarations that apply to `node` itself: the page's rules, then its style attribute."""
        known = self._done.get(id(node))
        if known is None:
            known = self._done[id(node)] = self._read(node)
        return known

    def _read(self, node: Node) -> Declarations:
        found: Declarations = {}
        keys = [node.tag, *(f".{name}" for name in node.get("class").split())]
        if node.get("id"):
            keys.append(f"#{node.get('id')}")
        for key in keys if self._by_key else ():
            for rule in self._by_key.get(key, ()):
                if rule.fits(node):
                    found.update(rule.declarations)
        if node.has("style"):
            found.update(declarations(node.get("style")))
        return found


def declarations(text: str) -> Declarations:
    """A style attribute's declarations, names and values in small letters, "!important" left out."""
    found = {}
    for part in text.split(";"):
        name, colon, value = part.partition(":")
        if colon:
            found[name.strip().lower()] = value.lower().replace("!important", "").strip()
    return found


def _rules(text: str) -> Iterator[_Rule]:
    text = _AT_BLOCK.sub(_screen_rules, _without_comments(text))
    for block in text.split("}")[:_MOST_RULES]:
        selectors, _, body = block.rpartition("{")
        told = tuple(declarations(body).items())
        for selector in selectors.rpartition("{")[2].split(","):
            chain = _chain(selector)
            if chain and told:
                yield _Rule(chain, told)


def _without_comments(text: str) -> str:
    first, *commented = text.split("/*")
    return " ".join([first, *(part.partition("*/")[2] for part in commented)])


def _screen_rules(found: re.Match[str]) -> str:
    query = found[2].strip().lower()
    plain = found[1].lower() != "media" or query in {"screen", "all", "only screen"}
    return found[3] if plain else " "


def _chain(selector: str) -> tuple[_Compound, ...]:
    """The compounds of a selector, or nothing where it holds more than is understood."""
    chain = []
    for part in selector.replace(">", " ").split():
        found = _COMPOUND.match(part)
        if not found or part == "*":
            return ()
        names = re.findall(r"([.#])([\w-]+)", found[2])
        classes = frozenset(name for sign, name in names if sign == ".")
        ids = [name for sign, name in names if sign == "#"]
        tag = (found[1] or "").lower()
        chain.append(_Compound("" if tag == "*" else tag, classes, ids[0] if ids else ""))
    return tuple(chain)
