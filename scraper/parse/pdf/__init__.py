"""PDF documents: pages to a flow of printed things.

A PDF holds characters at places, nothing more. Lines are put together from places; headings are told by size,
weight and number; running headers, footers and page numbers are left out; ruled tables are read cell by cell.
What has no text (a scan) is refused: Signpost does not guess words from pictures."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pdfplumber

from knowledge.errors import ParseError
from scraper.parse.pdf.lines import PrintedLine, Word, lines_of, words_of
from scraper.parse.pdf.margins import without_margins
from scraper.parse.pdf.paragraphs import flow_of, look_of
from scraper.parse.pdf.tables import Placed, joined, runs_on, tables_on
from scraper.parse.pdf.titles import mark_titles
from scraper.parse.printed import Flow, Heading, Line, Picture, Printed, Reading
from scraper.parse.words import fold

MOST_PAGES = 300
_MOST_CHARACTERS = 30_000  # on one page; more is a drawing or a trap
_MARGIN = 0.12

_ENCRYPTED = "{url} is protected by a password, so it cannot be read. Ask its owner for a copy without one."
_DAMAGED = "{url} is a damaged PDF and cannot be read. Save or fetch it again."
_SCANNED = "{url} is a scan: its {pages} page(s) hold pictures of words, no text. Ask its owner for a copy with text."


@dataclass(slots=True)
class _Page:
    number: int
    height: float
    words: list[Word]
    tables: list[Placed]
    pictures: int = 0


def read_pdf(content: bytes, url: str) -> Reading:
    """Read a PDF of up to `MOST_PAGES` pages. Raises ParseError where it is protected, damaged, or only a
    scan.
    """
    try:
        with pdfplumber.open(io.BytesIO(content)) as document:
            return _read(document, url)
    except ParseError:
        raise
    except Exception as error:  # pdfminer raises errors of many kinds for what it cannot follow
        message = _ENCRYPTED if _is_locked(error) else _DAMAGED
        raise ParseError(message.format(url=url)) from error


def _is_locked(error: BaseException) -> bool:
    names = {type(one).__name__ for one in (error, *error.args, error.__cause__, error.__context__)}
    return bool(names & {"PDFPasswordIncorrect", "PDFEncryptionError"})


def _read(document: Any, url: str) -> Reading:
    warnings: list[str] = []
    total = len(document.pages)
    if total > MOST_PAGES:
        warnings.append(f"This PDF has {total} pages; only the first {MOST_PAGES} were read.")
    pages = [page for page in (_page(one, warnings) for one in document.pages[:MOST_PAGES]) if page is not None]
    if not any(page.words for page in pages):
        raise ParseError(_SCANNED.format(url=url, pages=total))
    warnings.extend(_scans(pages))
    flow = _flow(pages)
    title, flow = _titled(flow, document.metadata or {})
    return Reading(flow, title, tuple(warnings))


def _page(page: Any, warnings: list[str]) -> _Page | None:
    number = int(page.page_number)
    if len(page.chars) > _MOST_CHARACTERS:
        warnings.append(f"Page {number} of this PDF holds more than can be read; it was left out.")
        return None
    words = words_of(page, _links(page))
    tables = tables_on(page, words, _cell)
    read = _Page(number, float(page.height), words, tables, len(page.images))
    page.close()  # lets its characters go: memory stays that of one page
    return read


def _cell(words: Sequence[Word]) -> Flow:
    lines = lines_of(words, 0, columns=False)
    return tuple(flow_of(lines, look_of([lines]), headings=False)) if lines else ()


def _links(page: Any) -> list[tuple[float, float, float, float, str]]:
    links = []
    for one in page.hyperlinks:
        address = one.get("uri")
        if isinstance(address, str) and not address.lower().startswith(("javascript:", "file:", "data:")):
            links.append((one["x0"], one["top"], one["x1"], one["bottom"], address))
    return links


def _scans(pages: Sequence[_Page]) -> list[str]:
    blank = [str(page.number) for page in pages if not page.words and page.pictures]
    if not blank:
        return []
    return [f"Page(s) {', '.join(blank)} of this PDF hold only pictures; any words in them were not read."]


# --- the flow -----------------------------------------------------------------------------------


def _flow(pages: Sequence[_Page]) -> Flow:
    lines = [lines_of(_outside_tables(page), page.number) for page in pages]
    kept = without_margins(lines, [page.height for page in pages])
    look = look_of(kept)
    parts: list[list[PrintedLine] | Placed] = []
    for page, own in zip(pages, kept, strict=True):
        _add_page(parts, page, own)
    flow: list[Printed] = []
    for part in parts:
        if isinstance(part, Placed):
            flow.append(part.grid)
        else:
            flow.extend(flow_of(part, look))
    flow.extend(Picture() for page in pages for _ in range(1 if _is_picture_page(page) else 0))
    return tuple(mark_titles(flow, bool(look.sizes)))


def _is_picture_page(page: _Page) -> bool:
    return bool(page.pictures) and not page.words


def _outside_tables(page: _Page) -> list[Word]:
    boxes = [table.box for table in page.tables]
    return [word for word in page.words if not any(_in_box(word, box) for box in boxes)]


def _in_box(word: Word, box: tuple[float, float, float, float]) -> bool:
    across, down = word.middle
    return box[0] <= across <= box[2] and box[1] <= down <= box[3]


def _add_page(parts: list[list[PrintedLine] | Placed], page: _Page, lines: Sequence[PrintedLine]) -> None:
    """Put a page's lines and tables in order behind those of the pages before; a table may run on from the
    last.
    """
    waiting = sorted(page.tables, key=lambda table: table.box[1])
    first = True
    for line in lines:
        while waiting and waiting[0].box[1] < line.top and line.column == 0:
            _add_table(parts, waiting.pop(0), first)
            first = False
        if not parts or isinstance(parts[-1], Placed):
            parts.append([])
        run = parts[-1]
        if isinstance(run, list):
            run.append(line)
        first = False
    for table in waiting:
        _add_table(parts, table, first)
        first = False


def _add_table(parts: list[list[PrintedLine] | Placed], table: Placed, first: bool) -> None:
    last = parts[-1] if parts else None
    if first and isinstance(last, Placed) and runs_on(last, table):
        parts[-1] = joined(last, table)
    else:
        parts.append(table)


def _titled(flow: Flow, metadata: dict[str, Any]) -> tuple[str, Flow]:
    """The document's title: the largest heading near its start, else what its properties say."""
    start = [item for item in flow[:8] if isinstance(item, Heading)]
    if start:
        top = min(item.rank for item in start)
        first = next(item for item in start if item.rank == top)
        others = [item for item in flow if isinstance(item, Heading) and item.rank == top and item is not first]
        if not others or flow.index(first) <= 2:
            return first.line.text, tuple(item for item in flow if item is not first)
    bold = next((item for item in flow[:3] if isinstance(item, Line) and item.is_bold), None)
    if bold is not None and len(bold.text.split()) <= 16:
        return bold.text, tuple(item for item in flow if item is not bold)
    said = metadata.get("Title")
    title = fold(said) if isinstance(said, str) else ""
    return ("" if title.lower().startswith(("microsoft word", "untitled")) else title), flow
