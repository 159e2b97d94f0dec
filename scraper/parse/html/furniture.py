"""What stands on every page of a site: menus, banners, cookie notices, breadcrumbs, footers, "Next" links.

It is told by the element or role, by a class or id that names nothing else, or by its words; never by a word
that a chapter may be about ("consent", "sharing", "search for a missing child"). Dates that stand in a footer
are kept."""

import re
from collections.abc import Iterable

from scraper.parse.html.nodes import Node
from scraper.parse.words import count, fold

_DROPPED = frozenset(
    {
        "script",
        "style",
        "template",
        "noscript",
        "svg",
        "math",
        "canvas",
        "iframe",
        "object",
        "embed",
        "audio",
        "video",
        "map",
        "head",
        "nav",
        "select",
        "datalist",
        "textarea",
        "input",
        "option",
        "dialog",
        "progress",
        "meter",
        "frame",
        "frameset",
        "noframes",
        "applet",
    }
)
_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "dialog", "alertdialog", "menu", "menubar"})
_NAMES = re.compile(
    r"(?:(?:site|page|main|global|top|left|right|side|sub|sect(?:ion)?|primary|secondary|mobile|header|footer|"
    r"local|user|utility|skip|chapter|content|inpage|in-page|book|block|region|block-system|js|l|c|o|m)[-_]*)?"
    r"(?:nav(?:bar|igation|list)?|menus?|(?:skip|jump)[-_]?(?:to[-_]?)?(?:link|nav|content|main)s?|"
    r"breadcrumbs?|crumbs?|pagination|pager|prev(?:ious)?[-_]?next|next[-_]?prev(?:ious)?|"
    r"quick[-_]?exit|exit[-_]?(?:site|page|button)|exit[-_]?this[-_]?page|leave[-_]?(?:this[-_]?)?site|"
    r"cookies?|back[-_]?to[-_]?top|print[-_]?(?:page|button|link)|"
    r"social(?:[-_]?(?:links?|media|share|icons?))?|"
    r"share[-_]?(?:links?|buttons?|this|page)|addthis|sharethis|toc|on[-_]?this[-_]?page|masthead|"
    r"site[-_]?(?:header|footer|search|logo)|search[-_]?(?:form|box|bar)|feedback[-_]?(?:form|banner|widget)?|"
    r"phase[-_]?banner|language[-_]?(?:switcher|selector)|translate|logo|branding)"
    r"(?:[-_]*(?:wrap(?:per)?|container|inner|outer|list|bar|banner|block|area|section|links?|holder|box|row|"
    r"notice|message|overlay|consent|bottom|top|left|right|component))*"
)
_PREFIXES = re.compile(r"^(?:govuk|nhsuk|moj|app|gem-c|lgd|localgov|wp|elementor|dnn|bs|mat)[-_]+")
_COOKIES = re.compile(r"^(?:onetrust|ccc|cky|cc-(?:window|banner)|civic|cookie|cmp|cybot)")
_SPLIT_CASE = re.compile(r"(?<=[a-z])(?=[A-Z])")

_MOST_IN_LINE = 200  # links and words in one line beyond which it is a menu, and not weighed
_ARROWS = r"[\s<>«»‹›←→⟵⟶➔➜|:.\-–—]*"
_MOVES = re.compile(
    rf"{_ARROWS}(?:(?:go to )?(?:next|previous|prev)(?: (?:page|section|chapter|part|topic|step))?|back|"
    r"(?:back|return|go back) to (?:the )?(?:top|contents?(?: (?:page|list))?|home|homepage|start|main page|"
    r"previous page|top of (?:this )?page|index)|top|top of (?:this )?page|"
    r"skip to (?:the )?(?:main )?(?:content|navigation|main)|home|contents page|"
    r"(?:quick|fast|emergency|safety)? ?(?:exit|escape|leave)(?: (?:this|the))?"
    r"(?: (?:site|page|website|quickly))?|"
    r"hide (?:this )?(?:page|site)|print(?: (?:this|the))?(?: (?:page|chapter|section|document|guide))?|"
    r"share(?: (?:this|the))?(?: page)?|e-?mail (?:this|the) (?:page|chapter)|"
    r"download (?:this )?(?:page|as pdf)|"
    r"(?:open|close|show|hide|expand|collapse) all(?: (?:sections|panels|items))?|"
    r"view (?:a )?printable version|"
    r"is (?:this|there anything wrong with this) page(?: useful)?\??|was this page (?:helpful|useful)\??|"
    r"report a problem with this page|give feedback(?: (?:on|about) this page)?|menu|close|search|log ?in|"
    rf"sign in){_ARROWS}",
    re.IGNORECASE,
)
_NAMED_MOVE = re.compile(
    r"[\s<«‹←]*(?:next|previous|prev)\b(?:\s+(?:page|section|chapter))?\s*[:\-–—›»>→]+\s*\S.*", re.I
)
_COOKIE_WORDS = re.compile(
    r"\b(?:we (?:would like to )?use|this (?:web)?site uses|accept(?: all)?|manage|essential) "
    r"(?:\w+ )?cookies\b",
    re.I,
)
_DATED = re.compile(
    r"\b(?:(?:last |next |date |page )?(?:updated?|amended|amendment|review(?:ed)?|revis(?:ed|ion)|modified|"
    r"published|approved|version|issued?|effective)\b.{0,60}?(?:\d{4}|\d{1,2}[./-]\d{1,2}[./-]\d{2}))",
    re.IGNORECASE,
)
_CONTENTS = re.compile(
    r"(?:table of )?contents(?: of this (?:chapter|page))?|"
    r"(?:on|in) this (?:page|chapter|section|guide|document)|"
    r"in this section|jump to|quick links|page contents|chapter contents|sections?",
    re.IGNORECASE,
)


def strip(root: Node) -> list[str]:
    """Take the furniture below `root` out of the tree; give back the dated sentences that stood in it."""
    whole = max(count(root.text()), 1)
    kept: list[str] = []
    stack = [root]
    while stack:
        node = stack.pop()
        gone = []
        for child in node.elements():
            if child.tag in _DROPPED or (_is_furniture(child) and not _is_page_itself(child, whole)):
                kept.extend(_dated(child))
                gone.append(child)
            else:
                stack.append(child)
        node.drop(gone)
    return kept


def is_move(text: str) -> bool:
    """Whether `text`, being all of a link or button, only moves about the site ("Next", "Quick exit",
    "Print").
    """
    return bool(_MOVES.fullmatch(text) or _NAMED_MOVE.fullmatch(text))


def is_contents_title(text: str) -> bool:
    """Whether `text` heads a page's list of its own sections."""
    return bool(_CONTENTS.fullmatch(text.strip(" :")))


def strip_contents(root: Node) -> None:
    """Take out lists of links to the page's own headings, with their heading."""
    for node in [node for node in root.walk() if node.tag in {"ul", "ol", "table", "p", "div"}]:
        if node.parent is None or not _is_own_contents(node):
            continue
        before = _element_before(node)
        if before is not None and is_contents_title(fold(before.text())):
            before.remove()
        node.remove()


def _is_furniture(node: Node) -> bool:
    if node.get("role") in _ROLES:
        return True
    if node.tag in {"header", "footer"}:
        return not any(one.tag in {"article", "main", "section"} for one in node.ancestors()) or _is_moves_only(node)
    if node.get("rel") in {"next", "prev", "previous"} or _is_named(node):
        return True
    if node.tag in {"a", "button"} and is_move(fold(node.text())):
        return _stands_alone(node) or _leads_up(node)
    return node.tag in {"div", "section", "aside", "form", "p"} and _is_cookie_notice(node)


def _is_named(node: Node) -> bool:
    if node.tag in {"h1", "body", "html", "main", "article", "td", "li"}:
        return False
    names = node.get("class").split() + node.get("id").split()
    return any(_names_furniture(name) for name in names)


def _names_furniture(name: str) -> bool:
    plain = _PREFIXES.sub("", _SPLIT_CASE.sub("-", name).lower()).split("__")[0].split("--")[0]
    return bool(_NAMES.fullmatch(plain) or _COOKIES.match(plain))


def _is_page_itself(node: Node, whole: int) -> bool:
    """Whether the element holds the page's own words, so that its name or role must mean something else."""
    if node.tag == "nav" or node.get("role") == "navigation":
        return False
    has_title = any(one.tag == "h1" for one in node.walk())
    own = count(node.text())
    if has_title and node.tag == "header":
        return not _is_site_banner(node)
    return own > 0.6 * whole and own > 60


def _is_site_banner(node: Node) -> bool:
    """A header of the whole site, whose H1 is the site's name, rather than of the chapter."""
    root = list(node.ancestors())[-1] if node.parent else node
    titles = [one for one in root.walk() if one.tag == "h1"]
    return len(titles) > 1


def _leads_up(node: Node) -> bool:
    """Whether a link only leads to the top of its own page."""
    return node.get("href") in {"#", "#top", "#content", "#main", "#contents", "#header", "#page"}


def _stands_alone(node: Node) -> bool:
    """Whether nothing but links and buttons stands around it in its line."""
    around = node.parent
    if around is None or around.tag not in {"p", "li", "span", "td", "em", "strong", "center"}:
        return True
    if len(around.children) > _MOST_IN_LINE:
        return True
    linked = sum(len(fold(one.text())) for one in around.elements() if one.tag in {"a", "button"})
    return linked >= 0.8 * len(re.sub(r"[|\s]", "", fold(around.text())))


def _is_moves_only(node: Node) -> bool:
    links = [fold(one.text()) for one in node.walk() if one.tag in {"a", "button"}]
    return bool(links) and all(is_move(text) for text in links) and count(node.text()) <= sum(map(count, links))


def _is_cookie_notice(node: Node) -> bool:
    text = fold(node.text())
    if count(text) > 150 or not _COOKIE_WORDS.search(text):
        return False
    return any(one.tag in {"button", "a", "input"} for one in node.walk())


def _is_own_contents(node: Node) -> bool:
    links = [one for one in node.walk() if one.tag == "a" and one.has("href")]
    if len(links) < 2 or not all(link.get("href").startswith("#") and len(link.get("href")) > 1 for link in links):
        return False
    linked = sum(count(link.text()) for link in links)
    return linked >= 0.75 * count(node.text())


def _element_before(node: Node) -> Node | None:
    before: Node | None = None
    for sibling in node.parent.elements() if node.parent else ():
        if sibling is node:
            return before
        before = sibling
    return None


def _dated(node: Node) -> Iterable[str]:
    """Sentences in furniture that tell when the page was reviewed or will be."""
    if node.tag in _DROPPED - {"nav"}:
        return []
    lines = _lines(node)
    return [line for line in lines if _DATED.search(line) and count(line) <= 40 and "©" not in line[:2]]


def _lines(node: Node) -> list[str]:
    """The text of each lowest block below `node`."""
    blocks = {"p", "li", "div", "span", "td", "dd", "small", "time", "address", "footer", "aside", "section"}
    lowest = [
        one
        for one in node.walk()
        if one.tag in blocks and not any(c.tag in blocks - {"span", "time", "small"} for c in one.elements())
    ]
    outer = [one for one in lowest if not any(up in lowest for up in one.ancestors())]
    return [fold(one.text()) for one in outer]
