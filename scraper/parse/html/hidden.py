"""Words that a person looking at the page would not see: left out, since hidden text may be planted.

Hidden by attribute (hidden, aria-hidden), by style (display, visibility, size nought, clipped, off the
screen, white on white), or kept for screen readers only. A collapsed accordion's or tab's panel is no hidden
text: a person opens it with one press, and most councils keep their procedures there."""

import re
from dataclasses import dataclass

from scraper.parse.html.nodes import Node
from scraper.parse.html.styles import Declarations, Styles
from scraper.parse.words import count, fold

_READER_ONLY = re.compile(
    r"(?:^|[-_])(?:sr-?only(?:-focusable)?|visually-?hidden(?:-focusable)?|screen-?reader(?:-text|-only)?|"
    r"element-invisible|offscreen|off-screen|assistive-text)$"
)
_HIDING_CLASSES = frozenset({"hidden", "d-none", "hide", "display-none", "is-hidden", "u-hidden", "invisible"})
_PANEL_NAMES = re.compile(
    r"accordion|collaps|expand|toggle|tab-?(?:pane|panel|content)|tabs__panel|panel|disclosure|details|dropdown-?content"
    r"|show-?hide|faq|read-?more",
)
_ZERO = re.compile(r"0+(?:\.0*)?(?:px|pt|em|rem|%|ex|vw|vh)?")
_FAR = re.compile(r"-\d{3,}(?:\.\d+)?(?:px|em|rem|%|pt|vw)|-\d{2,}(?:\.\d+)?(?:em|rem|vw)")
_CLIPPED = re.compile(r"rect\(\s*(?:0|1)(?:px)?[\s,]+(?:0|1)(?:px)?[\s,]+(?:0|1)(?:px)?[\s,]+(?:0|1)(?:px)?\s*\)")
_INSET = re.compile(r"inset\(\s*(?:[5-9]\d|100)%")
_WHITE = re.compile(
    r"(?:#fff(?:fff)?|white|rgba?\(\s*255\s*,\s*255\s*,\s*255.*\)|#f[ef]f[ef]f[ef]|transparent|rgba\(.*,\s*0\s*\))"
)
_COLOURED_HOLDERS = frozenset({"th", "thead", "button", "a", "h1", "h2", "h3", "h4", "h5", "h6", "summary", "caption"})


@dataclass(slots=True)
class Hiding:
    """Takes hidden elements out of a tree, remembering what may have been planted."""

    styles: Styles
    controlled: frozenset[str]  # ids of panels that a button, tab or link opens
    suspicious: list[str]

    def remove_from(self, root: Node) -> None:
        """Take every hidden element below `root` out of the tree."""
        stack = [root]
        while stack:
            node = stack.pop()
            gone = []
            before: Node | None = None
            for child in node.elements():
                if self._is_hidden(child, before):
                    gone.append(child)
                else:
                    stack.append(child)
                before = child
            node.drop(gone)

    def _is_hidden(self, node: Node, before: Node | None) -> bool:
        if _is_for_readers_only(node):
            return True
        told = self.styles.of(node)
        if _is_switched_off(node, told):
            return not self._is_panel(node, before)
        trick = _trick(told) or self._is_white(node, told)
        words = fold(node.text()) if trick else ""
        if trick and words:
            self.suspicious.append(words)
        return trick

    def _is_panel(self, node: Node, before: Node | None) -> bool:
        """Whether `node` is what an accordion, tab or "show more" button opens."""
        if node.get("role") in {"dialog", "alertdialog", "menu", "tooltip"} or node.has("aria-modal"):
            return False
        if node.get("id") and node.get("id") in self.controlled:
            return True
        if node.get("role") == "tabpanel" or node.get("hidden") == "until-found":
            return True
        around = [node, *list(node.ancestors())[:3]]
        if not any(_PANEL_NAMES.search(name) for near in around for name in near.names()):
            return _is_only_toggle(before)
        return _is_only_toggle(before) or bool(node.get("aria-labelledby")) or _is_named_panel(node)

    def _is_white(self, node: Node, told: Declarations) -> bool:
        """White (or see-through) words with no ground of another colour behind them, as far as the page
        itself says.
        """
        colour = told.get("color", node.get("color").lower() if node.tag == "font" else "")
        if not colour or not _WHITE.fullmatch(colour) or node.tag in _COLOURED_HOLDERS:
            return False
        for near in [node, *node.ancestors()]:
            ground = self._ground(near)
            if ground:
                return bool(_WHITE.fullmatch(ground))
            if near.tag in _COLOURED_HOLDERS or (near is not node and near.tag == "td" and near.get("class")):
                return False
        return True

    def _ground(self, node: Node) -> str:
        told = self.styles.of(node)
        ground = told.get("background-color") or told.get("background") or node.get("bgcolor").lower()
        return "" if ground in {"transparent", "none", "inherit", "initial"} else ground


def _is_for_readers_only(node: Node) -> bool:
    return any(_READER_ONLY.search(name) for name in node.get("class").lower().split())


def _is_switched_off(node: Node, told: Declarations) -> bool:
    """Hidden in a manner that scripts undo when a button is pressed."""
    if node.has("hidden") or node.get("aria-hidden").lower() == "true":
        return True
    if told.get("display") == "none" or told.get("visibility") in {"hidden", "collapse"}:
        return True
    folded = told.get("overflow", told.get("overflow-y", "")) == "hidden"
    if folded and (_ZERO.fullmatch(told.get("max-height", "x")) or _ZERO.fullmatch(told.get("height", "x"))):
        return True
    return bool(_HIDING_CLASSES & set(node.get("class").lower().split()))


def _trick(told: Declarations) -> bool:
    """Styled so that nobody sees the words, though nothing would ever show them."""
    if not told:
        return False
    if _ZERO.fullmatch(told.get("font-size", "x")) or _ZERO.fullmatch(told.get("opacity", "x")):
        return True
    if _FAR.search(told.get("text-indent", "")):
        return True
    placed = told.get("position") in {"absolute", "fixed"}
    far = any(_FAR.search(told.get(side, "")) for side in ("left", "right", "top", "bottom"))
    clipped = _CLIPPED.search(told.get("clip", "")) or _INSET.search(told.get("clip-path", ""))
    tiny = told.get("overflow") == "hidden" and any(
        re.fullmatch(r"[01](?:px)?", told.get(side, "")) for side in ("width", "height")
    )
    return bool((placed and far) or clipped or tiny)


def _is_named_panel(node: Node) -> bool:
    return any(_PANEL_NAMES.search(name) for name in node.names())


def _is_only_toggle(node: Node | None) -> bool:
    """Whether an element is, or holds nothing but, a button that expands something."""
    toggle = next((one for one in node.walk() if _is_toggle(one)), None) if node else None
    return toggle is not None and node is not None and count(toggle.text()) == count(node.text())


def _is_toggle(node: Node) -> bool:
    return node.has("aria-expanded") or node.tag in {"button", "summary"} or node.get("data-toggle") == "collapse"
