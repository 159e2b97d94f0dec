"""Lists that a page prints as plain lines: each begins with a bullet sign, a dash, or a marker such as "a)".

Pages made from word processors, plain text and PDFs hold no list marks, only lines. Lines that follow each
other and begin so are put together as one list; a line set deeper, or with a lesser sign under a list of
another sign, is nested in the item before it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from scraper.parse.numbers import Start, begins, bullet_at, follows, is_bullet, marker_at
from scraper.parse.printed import Entry, Flow, Grid, Heading, Line, Listing, Printed, Slot

_DASHES = "-–—"
_LESSER = frozenset("-–—o◦○▪‣⁃")  # signs that word processors print before the items of an inner list


@dataclass(slots=True)
class _Growing:
    """A list being put together, with the sign and indent its items share."""

    sign: str
    indent: float
    ordered: bool
    entries: list[Entry] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Found:
    line: Line
    sign: str  # the bullet sign, or "a" for any marker
    marker: str


def gather_lists(flow: Flow) -> Flow:
    """`flow` with lines that make up a list put together as one, inside items and cells too."""
    gathered: list[Printed] = []
    run: list[_Found] = []
    for at, item in enumerate(flow):
        found = _item_at(flow, at, run)
        if found is not None:
            run.append(found)
            continue
        gathered.extend(_lists(run))
        run = []
        gathered.append(_inside(item))
    gathered.extend(_lists(run))
    return tuple(_joined(gathered))


def _item_at(flow: Flow, at: int, run: Sequence[_Found]) -> _Found | None:
    line = flow[at]
    if not isinstance(line, Line) or line.number:
        return None
    if line.marker:
        bullet = is_bullet(line.marker)
        return _Found(line, line.marker if bullet else "a", "" if bullet else line.marker)
    text = _raw(line)
    sign = bullet_at(text, dashes=_dash_is_bullet(flow, at, run))
    if sign:
        return _Found(line.without_start(sign.length), sign.marker, "")
    marker = marker_at(text)
    if marker and _marks_list(marker, flow, at, run):
        return _Found(line.without_start(marker.length), "a", marker.marker)
    return None


def _raw(line: Line) -> str:
    return "".join(run.text for run in line.runs)


def _dash_is_bullet(flow: Flow, at: int, run: Sequence[_Found]) -> bool:
    """A dash begins an item only beside another such line, or under a list or a lead-in."""
    before = flow[at - 1] if at else None
    after = flow[at + 1] if at + 1 < len(flow) else None
    if run or (isinstance(before, Line) and before.text.endswith(":")):
        return True
    return isinstance(after, Line) and after.text[:1] in _DASHES and bool(after.text)


def _marks_list(marker: Start, flow: Flow, at: int, run: Sequence[_Found]) -> bool:
    """A letter or numeral begins an item where it goes on from the one before, or the next goes on from it."""
    earlier = [found.marker for found in run if found.marker]
    if earlier:
        return follows(earlier[-1], marker.marker) or begins(marker.marker) or _is_bracketed(marker.marker)
    if not begins(marker.marker):
        return False
    for later in flow[at + 1 : at + 4]:
        if isinstance(later, Line):
            following = marker_at(_raw(later))
            if following and (follows(marker.marker, following.marker) or begins(following.marker)):
                return True
    return False


def _is_bracketed(marker: str) -> bool:
    return marker.endswith(")")


def _lists(run: Sequence[_Found]) -> Iterator[Listing]:
    """The found items as lists, nested by indent or by sign."""
    stack: list[_Growing] = []
    for found in run:
        _settle(stack, found)
        if stack and not _belongs(stack[-1], found) and not _nests(stack[-1], found):
            while len(stack) > 1:
                _fold_last(stack)
            yield _finished(stack.pop())
        entry = Entry((replace(found.line, marker=""),), found.marker)
        if stack and _belongs(stack[-1], found):
            stack[-1].entries.append(entry)
        else:
            stack.append(_Growing(found.sign, found.line.indent, bool(found.marker), [entry]))
    while len(stack) > 1:
        _fold_last(stack)
    yield from (_finished(growing) for growing in stack)


def _settle(stack: list[_Growing], found: _Found) -> None:
    """Close the lists that the found item is no part of."""
    while len(stack) > 1 and not _belongs(stack[-1], found):
        if any(_belongs(growing, found) for growing in stack[:-1]) or found.line.indent < stack[-1].indent - 1:
            _fold_last(stack)
        else:
            return


def _belongs(growing: _Growing, found: _Found) -> bool:
    if abs(growing.indent - found.line.indent) > 4:
        return False
    if found.marker and growing.entries and growing.entries[-1].marker:
        last = growing.entries[-1].marker
        return follows(last, found.marker) or not begins(found.marker)
    return _same_kind(growing, found)


def _nests(growing: _Growing, found: _Found) -> bool:
    """Whether the found item begins a list inside the last item: set deeper, led in, or with a lesser sign."""
    if found.line.indent > growing.indent + 4:
        return True
    last = growing.entries[-1].flow[-1]
    if isinstance(last, Line) and last.text.endswith(":"):
        return True
    return found.sign in _LESSER and growing.sign not in _LESSER and growing.sign != "a"


def _same_kind(growing: _Growing, found: _Found) -> bool:
    return growing.sign == found.sign and growing.ordered == bool(found.marker)


def _fold_last(stack: list[_Growing]) -> None:
    """Put the innermost list into the last item of the one around it."""
    inner = _finished(stack.pop())
    last = stack[-1].entries[-1]
    stack[-1].entries[-1] = replace(last, flow=(*last.flow, inner))


def _finished(growing: _Growing) -> Listing:
    return Listing(tuple(growing.entries), growing.ordered)


def _inside(item: Printed) -> Printed:
    match item:
        case Listing():
            entries = tuple(replace(entry, flow=_in_item(entry)) for entry in item.entries)
            return replace(item, entries=entries)
        case Grid():
            done: dict[int, Slot] = {}
            for slot in (slot for row in item.rows for slot in row):
                if id(slot) not in done:
                    done[id(slot)] = replace(slot, flow=gather_lists(slot.flow))
            return replace(item, rows=tuple(tuple(done[id(slot)] for slot in row) for row in item.rows))
        case Heading():
            return item
        case _:
            return item


def _in_item(entry: Entry) -> Flow:
    """An item's flow; a bullet sign typed inside a real list item is only a second bullet."""
    first, *rest = entry.flow or (None,)
    if isinstance(first, Line):
        start = bullet_at(_raw(first), dashes=False)
        opened = first.without_start(start.length) if start else first
        return (opened, *gather_lists(tuple(rest)))
    return gather_lists(entry.flow)


def _joined(items: Sequence[Printed]) -> Iterator[Printed]:
    """Lists of one item that follow each other (rows of a layout table) as one list."""
    held: Listing | None = None
    for item in items:
        if isinstance(item, Listing) and held and len(item.entries) == 1 and item.ordered == held.ordered:
            held = replace(held, entries=(*held.entries, *item.entries))
            continue
        if held:
            yield held
        held = item if isinstance(item, Listing) and len(item.entries) == 1 else None
        if held is None:
            yield item
    if held:
        yield held
