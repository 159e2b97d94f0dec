"""Accordions, tabs and "show more" buttons, unfolded into headings with what they open below.

Council pages keep one stage or one level behind each button. The button's words work as a heading, and end
with its panel: so each panel begins with a heading of our own tag, `x-heading`, and the panel gets the tag
`x-panel`."""

import re

from scraper.parse.html.nodes import Node
from scraper.parse.words import count, fold

HEADING, PANEL = "x-heading", "x-panel"
_REAL = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LONGEST_TITLE = 30  # words
_NAMELESS = re.compile(
    r"(?:show|hide|view|read|see|open|close|expand|collapse|toggle|click (?:here )?(?:to|for)|more|less)"
    r"(?: (?:more|less|all|this|the|details|amendments?|section|sections|answer|content|information|here|to|for))*|[+-]",
    re.IGNORECASE,
)  # the words of a button that do not name what it opens


def controls(node: Node) -> list[str]:
    """The ids of what a button, tab or link opens; none for an ordinary link."""
    ids = node.get("aria-controls").split()
    target = node.get("data-target") or node.get("data-bs-target") or node.get("href")
    toggles = node.get("role") == "tab" or any(
        node.get(name) in {"collapse", "tab", "pill", "accordion"} for name in ("data-toggle", "data-bs-toggle")
    )
    if target.startswith("#") and (toggles or node.has("aria-expanded")):
        ids.append(target[1:])
    return ids


def controlled(root: Node) -> frozenset[str]:
    """The ids of all that some button, tab or link on the page opens."""
    return frozenset(one for node in root.walk() for one in controls(node))


def unfold(root: Node) -> None:
    """Turn every accordion, tab and disclosure below `root` into headings and panels."""
    _unfold_details(root)
    by_id = {node.get("id"): node for node in root.walk() if node.get("id")}
    opened: set[int] = set()
    for toggle in [node for node in root.walk() if controls(node)]:
        panel = next((by_id[one] for one in controls(toggle) if one in by_id), None)
        if panel is not None and id(panel) not in opened and not _is_within(toggle, panel):
            opened.add(id(panel))
            _join(toggle, panel)
    _unfold_neighbours(root, opened)


def _unfold_details(root: Node) -> None:
    for details in [node for node in root.walk() if node.tag == "details"]:
        summary = next((child for child in details.elements() if child.tag == "summary"), None)
        details.tag = PANEL
        if summary is None:
            continue
        if _real_heading(summary) is None and _is_title(summary):
            summary.tag = HEADING
        else:
            summary.tag = "div"


def _join(toggle: Node, panel: Node) -> None:
    """Give `panel` the toggle's words as its heading, and take the toggle away; a real heading around it
    stays.
    """
    if not _is_title(toggle):
        return
    if _NAMELESS.fullmatch(fold(toggle.text())):
        panel.tag = "div"
        toggle.remove()
        return
    around = next((node for node in toggle.ancestors() if node.tag in _REAL), None)
    if around is not None or _real_heading(toggle) is not None:
        _make_inline(toggle)
        panel.tag = "div" if panel.tag != "section" else panel.tag
        return
    if panel.tag in {"td", "tr", "tbody", "li"}:
        return
    heading = Node(HEADING, {"id": panel.get("id")}, list(toggle.children), panel)
    for child in heading.elements():
        child.parent = heading
    panel.children.insert(0, heading)
    panel.tag = PANEL
    toggle.remove()


def _unfold_neighbours(root: Node, opened: set[int]) -> None:
    """Buttons that name nothing they open: the element just after one is its panel."""
    for toggle in [node for node in root.walk() if node.has("aria-expanded") or node.tag == "button"]:
        if id(toggle) in opened or controls(toggle) or not _is_title(toggle):
            continue
        around = next((node for node in toggle.ancestors() if node.tag in _REAL), None)
        if around is not None:
            _make_inline(toggle)
            continue
        panel = _next_element(toggle)
        if panel is not None and panel.tag in {"div", "section", "article"} and count(fold(panel.text())) > 3:
            _join(toggle, panel)


def _make_inline(node: Node) -> None:
    node.tag = "span"
    node.attributes.pop("href", None)


def _next_element(node: Node) -> Node | None:
    found = False
    for sibling in node.parent.elements() if node.parent else ():
        if found:
            return sibling
        found = sibling is node
    return None


def _real_heading(node: Node) -> Node | None:
    return next((child for child in node.walk() if child.tag in _REAL), None)


def _is_title(node: Node) -> bool:
    return 0 < count(fold(node.text())) <= _LONGEST_TITLE


def _is_within(inner: Node, outer: Node) -> bool:
    return any(node is outer for node in inner.ancestors())
