"""Word documents (DOCX): the package's XML to a flow of printed things.

Headings come from styles and outline levels, numbers and bullets are counted as Word counts them, merged
cells are repeated, hidden words are left out and reported. Nothing in a document is ever run, and nothing
outside it is loaded."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from scraper.parse.docx.body import Body
from scraper.parse.docx.names import child, children, local, value
from scraper.parse.docx.numbering import Numbering
from scraper.parse.docx.package import Package, open_package
from scraper.parse.docx.styles import Styles
from scraper.parse.printed import Close, Flow, Heading, Line, Reading, Run
from scraper.parse.words import fold

_DATED = re.compile(
    r"\b(?:amended|amendment|updated?|review(?:ed)?|revised|version|issued|published|approved)\b.*\d",
    re.IGNORECASE,
)
_HIDDEN = "Hidden words were left out of this document: “{words}”. Open it: they may have been planted."
_SAFE = ("http://", "https://", "mailto:", "tel:")


def read_docx(content: bytes, url: str) -> Reading:
    """Read a Word document. Raises ParseError where it is damaged, protected, unsafe or a bomb."""
    package = open_package(content, url)
    body = Body(
        Styles(package.part("word/styles.xml")),
        Numbering(package.part("word/numbering.xml")),
        _links(package),
    )
    holder = child(package.part("word/document.xml"), "body")
    flow = body.flow(holder) if holder is not None else ()
    flow = (*flow, *_notes(package, body), *_margins(package))
    hidden = tuple(_HIDDEN.format(words=" ".join(fold(words).split()[:12])) for words in body.hidden[:10])
    return Reading(flow, _title(body, package, flow), (*package.warnings, *body.warnings, *hidden))


def _links(package: Package) -> dict[str, str]:
    """Relationship ids and the addresses they lead to; only of kinds that are safe to show."""
    relations = children(package.part("word/_rels/document.xml.rels"), "Relationship")
    found = ((value(one, "Id"), value(one, "Target")) for one in relations if value(one, "TargetMode") == "External")
    return {name: target for name, target in found if target.lower().startswith(_SAFE)}


def _title(body: Body, package: Package, flow: Flow) -> str:
    """A title-styled paragraph; else the one heading of the highest level, where it stands first; else a
    property.
    """
    if body.title:
        return body.title
    headings = [item for item in flow if isinstance(item, Heading)]
    highest = [item for item in headings if item.rank == min(one.rank for one in headings)]
    if len(highest) == 1 and highest[0] is headings[0]:
        return highest[0].line.text
    core = package.part("docProps/core.xml")
    return fold(next((one.text or "" for one in core if local(one) == "title"), "")) if core is not None else ""


def _notes(package: Package, body: Body) -> Iterator[Line | Close]:
    """Footnotes and endnotes, after the last section: they often carry the exception to a rule."""
    first = True
    for name in ("word/footnotes.xml", "word/endnotes.xml"):
        for note in package.part(name) if package.part(name) is not None else ():  # type: ignore[union-attr]
            if value(note, "type"):
                continue  # separators
            for item in body.flow(note):
                if isinstance(item, Line):
                    if first:
                        yield Close(())
                    first = False
                    yield item


def _margins(package: Package) -> Iterator[Line | Close]:
    """Dated sentences in the document's headers and footers, each once."""
    found = dict.fromkeys(
        text
        for part in (*package.named("word/header"), *package.named("word/footer"))
        for text in _texts(part)
        if _DATED.search(text)
    )
    if found:
        yield Close(())
    for text in found:
        yield Line((Run(text),), plain=True)


def _texts(part: Element) -> list[str]:
    paragraphs = [one for one in part.iter() if local(one) == "p"]
    return [fold("".join(one.text or "" for one in each.iter() if local(one) == "t")) for each in paragraphs]
