"""Lists printed in tables: a column of items, groups down the side, groups along the top, a row to each item."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.checklists.found import Entry, Found
from knowledge.checklists.lists import ChecklistKind
from knowledge.checklists.wording import Cue, Neighbour, heading_cue, is_learning_action
from knowledge.manual import Bullets, Cell, Item, Paragraph, Table
from knowledge.outline import sentences

_TICK = re.compile(
    r"^(?:yes|no|y|n|tick|ticked|✓|done|date|notes?|comments?|n/?a|seen|not seen|score|evidence|present|initials|completed|unsure|sometimes|never|always|\W*)(?:\s*[/?]\s*\w+)*\??$",
    re.IGNORECASE,
)
_NAME_WORDS = 8
_BRIEF = 2
# The heading of a first column that only names the rows.
_NAME_TOP = re.compile(
    r"^(?:(?:the )?(?:child['’]?s )?(?:ages?(?: \w+)?|types?(?: of .{1,40})?|categor(?:y|ies)(?: of .{1,40})?|areas?(?: of .{1,40})?|domains?|themes?|settings?|topics?|headings?|stages?(?: of .{1,40})?|phases?|forms? of .{1,40}))?$",
    re.IGNORECASE,
)
# Columns that say who does a thing and by when, beside the column that says what.
_ADMIN = re.compile(
    r"^(?:no|number|ref(?:erence)?|lead|owner|who|by whom|led by|lead (?:agency|officer|person|professional)|agency|responsib\w+(?: \w+){0,2}|due(?: date| by)?|by when|when|deadline|time-?scales?|target(?: date)?|status|progress|rag(?: rating)?|update)s?\.?$",
    re.IGNORECASE,
)


def table_lists(table: Table, base: Found) -> Iterator[Found]:
    """The lists of a table. Each keeps, in `column`, what its own column or row heading says of it."""
    base = replace(base, caption=table.caption)
    rows = _squared(table.rows)
    if not rows:
        return
    header = _header(rows)
    body = rows[1:] if header else rows
    if len(header) > 1 and len(set(header)) == 1:
        base, header = replace(base, caption=" ".join(part for part in (table.caption, header[0]) if part)), []
    columns = _columns(body, header)
    if not columns:
        return
    if len(columns) == 1:
        yield from _one_column(body, header, columns[0], base)
    elif header and _only_groups([header[at] for at in columns], base):
        yield from (_column(body, at, replace(base, column=None), header[at]) for at in columns)
    elif header and any(_cue(header[at]) is not None for at in columns):
        yield from _by_headings(body, header, columns, base)
    elif header and _NAME_TOP.match(header[columns[0]].strip()) and _names(body, columns[0]):
        rows_of = (row for row in body if any(row[at].text for at in columns[1:]))
        entries = [
            entry for row in rows_of for at in columns[1:] for entry in cell_entries(row[at], row[columns[0]].text)
        ]
        yield replace(base, entries=tuple(entries))
    elif header and all(len(header[at].split()) <= _NAME_WORDS for at in columns) and not _sided(body, columns):
        yield from (_column(body, at, replace(base, column=None), header[at]) for at in columns)
    else:
        yield from _by_rows(body, columns, base)


def _only_groups(tops: Sequence[str], base: Found) -> bool:
    """Under a heading of things to have ready or to ask, columns headed by what they are about ("The worry") are its groups."""
    own = heading_cue(base.contexts[0])
    if own not in (ChecklistKind.REFERRAL, ChecklistKind.QUESTIONS):
        return False
    return all(_cue(top) in (None, ChecklistKind.SIGNS) for top in tops) and len(tops) > 1


def _squared(rows: Sequence[tuple[Cell, ...]]) -> list[tuple[Cell, ...]]:
    """Rows that hold cells, short ones filled out with empty cells."""
    width = max((len(row) for row in rows), default=0)
    return [(*row, *(Cell() for _ in range(width - len(row)))) for row in rows if row]


def _header(rows: Sequence[tuple[Cell, ...]]) -> list[str]:
    first = rows[0]
    if len(rows) < 2 or any(_listed(cell) for cell in first):
        return []
    marked = all(cell.header or not cell.text for cell in first)
    side = all(row[0].header for row in rows if row)
    told = any(_cue(cell.text) is not None and len(cell.text.split()) <= 10 for cell in first)
    ticks = any(cell.text and _TICK.match(cell.text) for cell in first[1:])
    if marked and not (side and len(first) == 1):
        return [cell.text for cell in first]
    if (told and len(first) > 1 and any(_cue(cell.text) for cell in first[1:])) or ticks:
        return [cell.text for cell in first]
    return []


def _columns(body: Sequence[tuple[Cell, ...]], header: Sequence[str]) -> list[int]:
    """Columns that hold words: not empty, not for ticks, not numbers of rows."""
    width = max((len(row) for row in body), default=0)
    kept = []
    for at in range(width):
        texts = [row[at].text for row in body if at < len(row)]
        top = header[at] if at < len(header) else ""
        if all(_TICK.match(text) or re.fullmatch(r"\d+[.)]?", text) for text in texts) or (top and _TICK.match(top)):
            continue
        kept.append(at)
    return _without_admin(kept, header)


def _without_admin(columns: list[int], header: Sequence[str]) -> list[int]:
    """The columns up to the one that holds the list, and those after it that say more than who and by when."""
    if not header:
        return columns
    main = next((at for at in columns if _cue(header[at]) is not None or is_learning_action(header[at])), None)
    if main is None:
        return columns
    return [at for at in columns if at <= main or not _ADMIN.match(header[at].strip())]


def _one_column(body: Sequence[tuple[Cell, ...]], header: Sequence[str], at: int, base: Found) -> Iterator[Found]:
    top = header[at] if at < len(header) else ""
    found = _column(body, at, replace(base, column=_cue(top)), "")
    yield replace(found, caption=" ".join(part for part in (base.caption, top) if part))


def _column(body: Sequence[tuple[Cell, ...]], at: int, base: Found, group: str) -> Found:
    entries: list[Entry] = []
    held: Cell | None = None
    for row in body:
        if at < len(row) and row[at] is not held:
            entries += cell_entries(row[at], group)
            held = row[at]
    return replace(base, entries=tuple(entries))


def _by_headings(
    body: Sequence[tuple[Cell, ...]], header: Sequence[str], columns: Sequence[int], base: Found
) -> Iterator[Found]:
    """Columns whose headings say what they hold; the first column, where it says nothing, names groups."""
    telling = [at for at in columns if _cue(header[at]) is not None and not _only_names(body, header, columns, at)]
    opposite = _opposite(body, header, columns, telling)
    if opposite is not None and not any(isinstance(_cue(header[at]), ChecklistKind) for at in telling):
        telling = [opposite, *telling]
    side = next((at for at in columns if at not in telling), None)
    strengths = any(_cue(header[at]) is Neighbour.STRENGTHS for at in telling)
    cues = {at: _cue(header[at]) or (ChecklistKind.SIGNS if strengths and at == opposite else None) for at in telling}
    several = sum(_cue(header[at]) is ChecklistKind.SIGNS for at in telling) > 1
    for at in telling:
        entries: list[Entry] = []
        for row in body:
            named = side is not None and side < at and len(row[side].text.split()) <= _NAME_WORDS
            name = row[side].text if named and side is not None else ""
            entries += cell_entries(row[at], name or (header[at] if several else ""))
        yield replace(base, entries=tuple(entries), column=cues[at])


def _only_names(body: Sequence[tuple[Cell, ...]], header: Sequence[str], columns: Sequence[int], at: int) -> bool:
    """A first column of short names ("Category") beside one that holds a checklist."""
    if at != columns[0] or _cue(header[at]) not in (Neighbour.REFERENCE, Neighbour.DUTIES):
        return False
    short = all(len(row[at].text.split()) <= _NAME_WORDS and not _listed(row[at]) for row in body)
    return short and any(isinstance(_cue(header[other]), ChecklistKind) for other in columns[1:])


def _opposite(
    body: Sequence[tuple[Cell, ...]], header: Sequence[str], columns: Sequence[int], telling: Sequence[int]
) -> int | None:
    """The first column whose heading says nothing, once one that only names the rows is passed over."""
    silent = [at for at in columns if at not in telling]
    if len(silent) > 1 and silent[0] == columns[0] and (_sided(body, silent) or _names(body, silent[0])):
        return silent[1]
    return silent[0] if silent and silent[0] == columns[0] else None


def _names(body: Sequence[tuple[Cell, ...]], at: int) -> bool:
    """True for a column of single short lines."""
    return all(len(row[at].text.split()) <= _NAME_WORDS and len(row[at].blocks) < 2 for row in body)


def _sided(body: Sequence[tuple[Cell, ...]], columns: Sequence[int]) -> bool:
    """True where the first column only names the rows."""
    return all(
        row[columns[0]].header
        or (
            len(row[columns[0]].text.split()) <= _NAME_WORDS
            and not _listed(row[columns[0]])
            and _listed(row[columns[1]])
        )
        for row in body
        if len(row) > columns[1]
    )


def _named_briefly(body: Sequence[tuple[Cell, ...]], columns: Sequence[int]) -> bool:
    """Two columns of which the first holds a word or two, in each row fewer than the second: a name and its items."""
    if len(columns) != 2:
        return False
    pairs = [(len(row[columns[0]].text.split()), len(row[columns[1]].text.split())) for row in body]
    return all(0 < first <= _BRIEF and first < second for first, second in pairs)


def _by_rows(body: Sequence[tuple[Cell, ...]], columns: Sequence[int], base: Found) -> Iterator[Found]:
    """Groups down the side, each row's list beside its name; or cells that are only laid out side by side."""
    sided = _sided(body, columns) or _named_briefly(body, columns)
    together: list[Entry] = []
    for row in body:
        name = row[columns[0]].text.strip(" :") if sided else ""
        cue = None if _only_groups([name, ""], base) else _cue(name)
        entries = [
            entry for at in columns[1 if sided else 0 :] if at < len(row) for entry in cell_entries(row[at], name)
        ]
        if cue is None or cue is ChecklistKind.SIGNS:
            together += entries
        if cue is not None:
            yield replace(base, entries=tuple(entries), column=cue, caption=name)
            together = together[: -len(entries)] if cue is ChecklistKind.SIGNS and entries else together
    if together:
        yield replace(base, entries=tuple(together))


def cell_entries(cell: Cell, group: str) -> list[Entry]:
    """A cell's items: those of its lists, else its paragraphs, a run of three or more semicolons parted."""
    entries: list[Entry] = []
    if _listed(cell):
        name = group
        for block in cell.blocks:
            if isinstance(block, Paragraph):
                name = block.text.strip(" :") if len(block.text.split()) <= _NAME_WORDS else group
            if isinstance(block, Bullets) and _cue(name) is not Neighbour.STRENGTHS:
                entries += [entry for item in block.items for entry in _items(item, name)]
        return entries
    for block in cell.blocks:
        if isinstance(block, Paragraph):
            entries += [Entry(text, group) for text in _parted(block.text)]
    return entries


def _parted(text: str) -> list[str]:
    """The pieces between semicolons, or several questions one by one. Two pieces may be halves of a sentence, unless the
    cell holds no full stop before its end."""
    asked = sentences(text)
    if len(asked) > 1 and all(one.endswith("?") for one in asked):
        return asked
    parts = [part.strip() for part in text.split(";") if part.strip()]
    if len(parts) > 2 or (len(parts) > 1 and not re.search(r"[.?!]\s", text)):
        return parts
    return [text]


def _items(item: Item, group: str) -> Iterator[Entry]:
    yield Entry(item.text, group)
    for block in item.blocks:
        if isinstance(block, Bullets):
            for inner in block.items:
                yield from _items(inner, item.text.strip(" :"))


def _cue(text: str) -> Cue | None:
    return heading_cue(text) if text and len(text.split()) <= 14 else None


def _listed(cell: Cell) -> bool:
    return any(isinstance(block, Bullets) for block in cell.blocks)
