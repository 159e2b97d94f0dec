"""A list's items and the markers a browser prints for them, which stand nowhere in the page's text."""

from collections.abc import Iterator

from scraper.parse.html.nodes import Node
from scraper.parse.html.styles import Styles
from scraper.parse.numbers import letters, roman
from scraper.parse.words import fold

_KINDS = {
    "decimal": "1",
    "lower-alpha": "a",
    "lower-latin": "a",
    "upper-alpha": "A",
    "upper-latin": "A",
    "lower-roman": "i",
    "upper-roman": "I",
    "none": "",
}
_LISTS = frozenset({"ul", "ol", "menu", "dir"})


def entries_of(node: Node, styles: Styles) -> Iterator[tuple[str, Node]]:
    """Each item with its marker ("3.", "b.", "" for a bullet). A list set beside items belongs to the one
    before.
    """
    items = _items(node)
    ordered = node.tag == "ol"
    kind = _kind(node, styles)
    value = _start(node, len(items))
    step = -1 if node.has("reversed") else 1
    for item in items:
        if item.get("value").lstrip("-").isdigit():
            value = int(item.get("value"))
        yield (_marker(value, kind) if ordered else ""), item
        value += step


def _items(node: Node) -> list[Node]:
    items: list[Node] = []
    for child in node.children:
        if isinstance(child, str):
            if fold(child):
                items.append(_wrapped(child, node))
        elif child.tag in _LISTS and items:
            items[-1].append(child)
        else:
            items.append(child if child.tag == "li" else _wrapped(child, node))
    return items


def _wrapped(child: Node | str, holder: Node) -> Node:
    item = Node("li", parent=holder)
    item.append(child)
    return item


def _kind(node: Node, styles: Styles) -> str:
    told = styles.of(node)
    named = told.get("list-style-type") or told.get("list-style", "").split(" ")[0]
    return _KINDS.get(named, node.get("type") or "1")


def _start(node: Node, length: int) -> int:
    given = node.get("start")
    if given.lstrip("-").isdigit():
        return int(given)
    return length if node.has("reversed") else 1


def _marker(value: int, kind: str) -> str:
    if not kind:
        return ""
    if kind in {"a", "A"} and value > 0:
        text = letters(value)
    elif kind in {"i", "I"} and 0 < value < 4000:
        text = roman(value)
    else:
        return f"{value}."
    return f"{text.upper() if kind.isupper() else text}."
