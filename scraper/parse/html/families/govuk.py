"""Pages of gov.uk, and of councils built with the same components (`govuk-accordion`, `gem-c-`).

Odd, because: an accordion's section button is a <span> that only becomes a button by script; a summary line
stands inside the heading's button; contents lists, step-by-step side bars and "was this page useful" stand in
the main element."""

from scraper.parse.html.families.family import Family, is_host
from scraper.parse.html.nodes import Node

_BUTTON = "govuk-accordion__section-button"
_SUMMARY = ("govuk-accordion__section-summary",)


def _fits(url: str, root: Node) -> bool:
    return is_host(url, "gov.uk") and not is_host(url, "nhs.uk") and _has_components(root)


def _has_components(root: Node) -> bool:
    return any(
        name.startswith(("govuk-accordion", "gem-c-", "govuk-template"))
        for node in root.walk()
        for name in node.names()
    )


def _prepare(root: Node) -> None:
    """Show the accordion's sections, and take its hidden toggling words away."""
    for node in list(root.walk()):
        names = node.names()
        if _BUTTON in names:
            node.tag = "span"
            node.attributes.pop("aria-controls", None)
            node.attributes.pop("aria-expanded", None)
            _part_summary(node)
        elif "govuk-accordion__section-content" in names:
            for name in ("hidden", "aria-hidden", "style"):
                node.attributes.pop(name, None)


def _part_summary(button: Node) -> None:
    """Keep only the title's words in the button; a summary line goes below the heading."""
    for child in list(button.elements()):
        if any(one in child.names() for one in ("govuk-accordion__section-toggle", "govuk-visually-hidden")):
            child.remove()


FAMILY = Family("gov.uk", _fits, _prepare)
