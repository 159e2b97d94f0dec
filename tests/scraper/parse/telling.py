"""A chapter told as plain lists and strings, short enough to be read beside its page."""

from knowledge.manual import Block, Bullets, Cell, Chapter, Figure, Item, Paragraph, Section, Table

Told = object


def told_chapter(chapter: Chapter) -> dict[str, Told]:
    """The chapter without its address, digest and dates."""
    return {
        "title": chapter.title,
        "number": chapter.number,
        "warnings": list(chapter.warnings),
        "sections": [told_section(section) for section in chapter.sections],
    }


def told_section(section: Section) -> dict[str, Told]:
    """A section; what is empty is left out."""
    told: dict[str, Told] = {"heading": section.heading, "level": section.level}
    if section.number:
        told["number"] = section.number
    if section.anchor:
        told["anchor"] = section.anchor
    if section.blocks:
        told["blocks"] = [told_block(block) for block in section.blocks]
    if section.sections:
        told["sections"] = [told_section(inner) for inner in section.sections]
    return told


def told_block(block: Block) -> Told:
    """A paragraph as a string where it is only words; else a mapping."""
    match block:
        case Paragraph():
            links = [[link.text, link.href] for link in block.links]
            told = {"p": block.text, "number": block.number, "label": block.label, "links": links}
            kept = {name: value for name, value in told.items() if value}
            return block.text if list(kept) == ["p"] else kept
        case Bullets():
            return {"ol" if block.ordered else "ul": [_item(item) for item in block.items]}
        case Table():
            rows = [[_cell(cell) for cell in row] for row in block.rows]
            return {"table": rows, **({"caption": block.caption} if block.caption else {})}
        case Figure():
            return {"figure": block.alt, "href": block.href}


def _item(item: Item) -> Told:
    told = {
        "item": item.text,
        "marker": item.marker,
        "label": item.label,
        "links": [[link.text, link.href] for link in item.links],
        "blocks": [told_block(block) for block in item.blocks],
    }
    kept = {name: value for name, value in told.items() if value}
    return item.text if list(kept) == ["item"] else kept


def _cell(cell: Cell) -> Told:
    blocks = [told_block(block) for block in cell.blocks]
    words: Told = blocks[0] if len(blocks) == 1 and isinstance(blocks[0], str) else blocks
    return {"th": words} if cell.header else words
