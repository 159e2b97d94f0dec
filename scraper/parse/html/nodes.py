"""A page's markup as a tree of our own, made from lxml's, of bounded depth.

lxml stops at a depth of 2,048 tags and leaves the rest out, and walking a tree that deep by recursion would
crash. So tags nested deeper than any page means are taken out (their words stay), and a warning says so."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

DEEPEST = 120  # tags inside each other; real pages stay under about 40
# The lengths are bounded so that quotes that never close cannot make it scan the page once for each tag.
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]{0,40})(?:\"[^\"]{0,2000}\"|'[^']{0,2000}'|[^'\">]){0,400}>")
_VOID = frozenset(
    {
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    }
)
_LXML_DEEPEST = 250  # below the depth at which lxml's own parser gives up
_DEEP = "This page nests its tags deeper than Signpost reads; its words were kept, but check its headings and lists."


@dataclass(slots=True, eq=False)
class Node:
    """An element: its tag in small letters, attributes, and children (elements and text) in order."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: "list[Node | str]" = field(default_factory=list)
    parent: "Node | None" = None

    def get(self, name: str) -> str:
        """The attribute's value, "" where absent."""
        return self.attributes.get(name, "")

    def has(self, name: str) -> bool:
        """Whether the attribute stands there, with or without a value."""
        return name in self.attributes

    def elements(self) -> "Iterator[Node]":
        """The child elements."""
        return (child for child in self.children if isinstance(child, Node))

    def walk(self) -> "Iterator[Node]":
        """This element and all below it, in printed order."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(reversed([child for child in node.children if isinstance(child, Node)]))

    def ancestors(self) -> "Iterator[Node]":
        """The elements around this one, nearest first."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    def text(self) -> str:
        """All text below, as it stands in the source, with a space at each element's edge."""
        parts: list[str] = []
        stack: list[Node | str] = [self]
        while stack:
            item = stack.pop()
            if isinstance(item, str):
                parts.append(item)
            else:
                stack.extend(reversed(item.children))
                if item.tag in _VOID or item.tag in _EDGED:
                    parts.append(" ")
        return "".join(parts)

    def names(self) -> set[str]:
        """Its classes and id, in small letters."""
        return {*self.get("class").lower().split(), *self.get("id").lower().split()}

    def drop(self, gone: "list[Node]") -> None:
        """Take these children out."""
        if gone:
            named = {id(child) for child in gone}
            self.children = [child for child in self.children if id(child) not in named]
            for child in gone:
                child.parent = None

    def remove(self) -> None:
        """Take this element out of its parent."""
        if self.parent is not None:
            self.parent.children = [child for child in self.parent.children if child is not self]
            self.parent = None

    def append(self, child: "Node | str") -> None:
        """Add `child` as the last one."""
        self.children.append(child)
        if isinstance(child, Node):
            child.parent = self


_EDGED = frozenset(
    {
        "p",
        "div",
        "li",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "table",
        "tr",
        "td",
        "th",
        "caption",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "section",
        "article",
        "header",
        "footer",
    }
)


def parse_markup(text: str) -> tuple[Node, tuple[str, ...]]:
    """The tree of a page's `text`, and warnings. The root is the `html` element; never deeper than `DEEPEST`."""
    cleaned = text.replace("\x00", "").replace("\v", " ")
    element, too_deep = _parse(cleaned)
    if too_deep:
        element, _ = _parse(_without_deep_tags(cleaned))
    if element is None:
        return Node("html"), ()
    root, cut = _converted(element)
    return root, (_DEEP,) if too_deep or cut else ()


def _parse(text: str) -> "tuple[etree._Element | None, bool]":
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        element = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:  # nothing but comments or white space
        return None, False
    deep = any("depth" in entry.message.lower() for entry in parser.error_log)
    return element, deep


def _without_deep_tags(text: str) -> str:
    """`text` without the tags nested deeper than lxml reads; a space stands in the place of each."""
    depth = 0

    def kept(found: re.Match[str]) -> str:
        nonlocal depth
        closing, name = found[1], found[2].lower()
        if name in _VOID or found[0].endswith("/>"):
            return found[0]
        if closing:
            depth = max(depth - 1, 0)
            return found[0] if depth < _LXML_DEEPEST else " "
        depth += 1
        return found[0] if depth <= _LXML_DEEPEST else " "

    return _TAG.sub(kept, text)


def _converted(element: "etree._Element") -> tuple[Node, bool]:
    """lxml's tree as ours. Elements below `DEEPEST` become children of the one at that depth."""
    root = Node("html")
    stack: list[Node] = []
    cut = False
    for event, item in etree.iterwalk(element, events=("start", "end")):
        if not isinstance(item.tag, str):
            continue
        if event == "start":
            node = Node(item.tag.lower().split("}")[-1], {str(k).lower(): str(v) for k, v in item.attrib.items()})
            holder = stack[min(len(stack), DEEPEST) - 1] if stack else None
            cut = cut or len(stack) >= DEEPEST
            if holder is None:
                root = node
            else:
                holder.append(node)
            stack.append(node)
            if item.text:
                node.append(item.text)
        else:
            stack.pop()
            if item.tail and stack:
                stack[min(len(stack), DEEPEST) - 1].append(item.tail)
    return root, cut
