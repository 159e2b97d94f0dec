"""Web pages: bytes to a flow of printed things.

The steps, in order: decode, build a tree of bounded depth, let the site's family put right what is odd about
it, take out what stands on every page of the site and what nobody sees, unfold accordions, and walk what is
left."""

import re
from urllib.parse import urljoin

from scraper.parse.html.accordions import controlled, unfold
from scraper.parse.html.encoding import decode
from scraper.parse.html.families import family_of
from scraper.parse.html.furniture import strip, strip_contents
from scraper.parse.html.hidden import Hiding
from scraper.parse.html.named_titles import embolden
from scraper.parse.html.nodes import Node, parse_markup
from scraper.parse.html.styles import Styles
from scraper.parse.html.title import page_title
from scraper.parse.html.walk import Walker
from scraper.parse.printed import Close, Flow, Line, Reading, Run
from scraper.parse.words import count, fold

_HIDDEN = "Hidden words were left out of this page: “{words}”. Look at the page: they may have been planted."
_TOLD = re.compile(r"\b999\b|(?:\d[ -]?){9,}|\b(?:amended|updated|reviewed|next review|next update)\b", re.IGNORECASE)
_MOST_QUOTED = 12  # words of a hidden text that a warning repeats


def read_html(content: bytes, url: str, media_type: str = "") -> Reading:
    """Read a web page. Never raises for what stands in it; a page without words gives an empty flow."""
    text, warnings = decode(content, media_type)
    root, deep = parse_markup(text)
    family_of(url, root).prepare(root)
    embolden(root)
    styles = Styles(root)
    opened = controlled(root)
    base = _base(root, url)
    body = next((node for node in root.walk() if node.tag == "body"), root)
    hiding = Hiding(styles, opened, [])
    hiding.remove_from(body)
    dated = _strip_around(body)
    title = page_title(root)
    unfold(body)
    strip_contents(body)
    walker = Walker(base, styles)
    flow = walker.flow(body)
    told = (*warnings, *deep, *(_suspicion(words) for words in hiding.suspicious[:10]), *walker.warnings)
    return Reading((*flow, *_footer(dated, flow)), title, told)


def _strip_around(body: Node) -> list[str]:
    """Take furniture out; of a page whose main part can be told, keep that part, and what has words of its
    own below.

    What stands above the main part (a site's name, a banner on every page) goes, unless someone may have to
    ring it."""
    dated = strip(body)
    main = _main(body)
    if main is None:
        return dated
    inside = {id(main), *(id(node) for node in main.ancestors())}
    for node in (main, *main.ancestors()):
        above = True
        for beside in list(node.parent.elements()) if node.parent else ():
            if id(beside) in inside:
                above = False
            elif not _is_content(beside, above=above):
                beside.remove()
    return dated


def _main(body: Node) -> Node | None:
    """The element that the page marks as its main part, or the closest one around its H1, that holds most
    words.
    """
    whole = count(body.text())
    marked = [node for node in body.walk() if node.tag == "main" or node.get("role") == "main"]
    titles = [node for node in body.walk() if node.tag == "h1"]
    around = [node for title in titles[:1] for node in title.ancestors() if node.tag not in {"body", "html"}]
    for node in (*marked, *around):
        if count(node.text()) >= (0.3 if node in marked else 0.5) * whole:
            return node
    return None


def _is_content(node: Node, *, above: bool) -> bool:
    """Whether something beside the main part is kept: it is more than links, and stands below or tells a
    number.
    """
    linked = sum(count(one.text()) for one in node.walk() if one.tag == "a")
    words = fold(node.text())
    if above:
        return bool(_TOLD.search(words)) and count(words) > 2 * linked
    return count(words) > 2 * linked


def _footer(dated: list[str], flow: Flow) -> Flow:
    """Dated sentences out of the page's furniture, each once, after the last section and under no heading."""
    said = " ".join(item.text for item in flow if isinstance(item, Line))
    lines = [Line((Run(text),), plain=True) for text in dict.fromkeys(dated) if text not in said]
    return (Close(()), *lines) if lines else ()


def _base(root: Node, url: str) -> str:
    given = next((node.get("href") for node in root.walk() if node.tag == "base" and node.get("href")), "")
    return urljoin(url, given) if given else url


def _suspicion(words: str) -> str:
    told = fold(words).split()
    shown = " ".join(told[:_MOST_QUOTED]) + (" ..." if len(told) > _MOST_QUOTED else "")
    return _HIDDEN.format(words=shown)
