"""Names of WordprocessingML elements and attributes, and how their values are read."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"


def local(element: Element) -> str:
    """The element's name without its namespace."""
    tag = element.tag
    return tag.rsplit("}", 1)[-1] if isinstance(tag, str) else ""


def child(element: Element | None, *names: str) -> Element | None:
    """The first element at the path `names` below `element`, whatever the namespaces."""
    for name in names:
        if element is None:
            return None
        element = next((one for one in element if local(one) == name), None)
    return element


def children(element: Element | None, name: str) -> Iterator[Element]:
    """The child elements of that name."""
    return (one for one in (element if element is not None else ()) if local(one) == name)


def value(element: Element | None, name: str = "val") -> str:
    """An attribute by its local name, "" where the element or attribute is absent."""
    if element is None:
        return ""
    for key, text in element.attrib.items():
        if key.rsplit("}", 1)[-1] == name:
            return text
    return ""


def number(element: Element | None, name: str = "val", default: int = 0) -> int:
    """An attribute as a whole number."""
    text = value(element, name)
    return int(text) if text.lstrip("-").isdigit() else default


def switched(holder: Element | None, name: str) -> bool | None:
    """A toggle such as bold: True, False, or None where nothing is said."""
    found = child(holder, name)
    if found is None:
        return None
    return value(found).lower() not in {"0", "false", "off", "none"}
