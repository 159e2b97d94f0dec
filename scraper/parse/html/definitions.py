"""Definition lists: terms with what is said of them, short ones as labelled items."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from scraper.parse.html.grids import wrapped
from scraper.parse.html.nodes import Node
from scraper.parse.printed import Entry, Flow, Line, Run


def pairs_of(node: Node) -> list[tuple[list[Node], list[Node]]]:
    """Each run of <dt> with the run of <dd> that follows; what stands in neither, against the rules, is a <dd>."""
    pairs: list[tuple[list[Node], list[Node]]] = []
    for one in _parts(node):
        if not pairs or (one.tag == "dt" and pairs[-1][1]):
            pairs.append(([], []))
        pairs[-1][0 if one.tag == "dt" else 1].append(one)
    return pairs


def _parts(node: Node) -> Iterator[Node]:
    for child in node.children:
        if isinstance(child, str):
            if child.strip():
                yield wrapped("dd", child)
        elif child.tag in {"dt", "dd"}:
            yield child
        elif any(one.tag in {"dt", "dd"} for one in child.elements()):
            yield from _parts(child)
        else:
            yield wrapped("dd", child)


def is_long(flows: Sequence[Flow]) -> bool:
    """Whether a definition holds more than a paragraph: a list, a table, or several paragraphs."""
    items = [item for flow in flows for item in flow]
    if any(not isinstance(item, Line) for item in items):
        return True
    return len(items) > 2 and sum(len(item.text.split()) for item in items if isinstance(item, Line)) > 40


def defined(term: Line, flows: Sequence[Flow]) -> Entry:
    """A term and its definitions as one item, the term as its label."""
    marked = tuple(replace(run, bold=True) for run in term.runs)
    lines = [item for flow in flows for item in flow if isinstance(item, Line)]
    first = lines[0].runs if lines else ()
    line = Line((*marked, Run(" "), *(replace(run, bold=False) for run in first)))
    return Entry((line, *lines[1:]))
