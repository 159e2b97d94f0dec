"""A table's rows with spans expanded: a cell that spans places is the same object in each."""

from collections.abc import Callable, Iterator

from scraper.parse.html.nodes import Node
from scraper.parse.printed import Slot

MOST_CELLS = 40_000  # a page's tables together; a threshold matrix has some hundreds
_MOST_COLUMNS = 60
_TOO_LARGE = "A table on this page is larger than Signpost reads; the rows after its row {row} were left out."

ReadCell = Callable[[Node, bool], Slot]
Rows = tuple[tuple[Slot, ...], ...]


def expand(table: Node, read: ReadCell, used: int) -> tuple[Rows, Node | None, str]:
    """The rows of `table` (every one of the same width), its caption, and a warning where rows were left out.

    `used` is how many cells the page's earlier tables took.
    """
    caption = next((child for child in table.elements() if child.tag == "caption"), None)
    grid: list[list[Slot | None]] = []
    spans: dict[int, tuple[int, Slot]] = {}  # column -> rows still to fill, and with what
    cells = used
    for at, (row, heading) in enumerate(_rows(table)):
        if cells > MOST_CELLS:
            return _even(grid), caption, _TOO_LARGE.format(row=at)
        line = _row(row, heading, spans, read)
        cells += len(line)
        grid.append(line)
    return _even(grid), caption, ""


def _rows(table: Node) -> Iterator[tuple[Node, bool]]:
    """Each row of this table (not of those inside it), and whether it stands in the table's head.

    What stands in a table but in no row, against the rules, is a row of its own.
    """
    for child in table.children:
        if isinstance(child, str):
            if child.strip():
                yield wrapped("tr", child), False
        elif child.tag == "tr":
            yield child, False
        elif child.tag in {"thead", "tbody", "tfoot"}:
            for row, _ in _rows(child):
                yield row, child.tag == "thead"
        elif child.tag not in {"caption", "colgroup", "col"}:
            yield wrapped("tr", child), False


def _cells(row: Node) -> Iterator[Node]:
    """Each cell of a row; what stands in no cell, against the rules, is a cell of its own."""
    for child in row.children:
        if isinstance(child, str):
            if child.strip():
                yield wrapped("td", child)
        else:
            yield child if child.tag in {"td", "th"} else wrapped("td", child)


def wrapped(tag: str, child: Node | str) -> Node:
    """`child` inside a new element, without taking it out of its own."""
    return Node(tag, {}, [child])


def _row(row: Node, heading: bool, spans: dict[int, tuple[int, Slot]], read: ReadCell) -> list[Slot | None]:
    line: list[Slot | None] = []
    _fill(line, spans)
    for cell in _cells(row):
        slot = read(cell, heading or cell.tag == "th" or cell.get("role") in {"columnheader", "rowheader"})
        down = _span(cell, "rowspan", 1000)
        for _ in range(_span(cell, "colspan", _MOST_COLUMNS)):
            if len(line) >= _MOST_COLUMNS * 4:
                break
            if down > 1:
                spans[len(line)] = (down - 1, slot)
            line.append(slot)
        _fill(line, spans)
    while any(column >= len(line) for column in spans):
        line.append(None)
        _fill(line, spans)
    return line


def _fill(line: list[Slot | None], spans: dict[int, tuple[int, Slot]]) -> None:
    """Put in the cells that reach down from rows above."""
    while len(line) in spans:
        at = len(line)
        left, slot = spans.pop(at)
        line.append(slot)
        if left > 1:
            spans[at] = (left - 1, slot)


def _span(cell: Node, name: str, most: int) -> int:
    given = cell.get(name).strip()
    return min(max(int(given), 1), most) if given.isdigit() else 1


def _even(grid: list[list[Slot | None]]) -> Rows:
    width = max((len(row) for row in grid), default=0)
    return tuple(tuple(slot or Slot(()) for slot in (*row, *([None] * (width - len(row))))) for row in grid)
