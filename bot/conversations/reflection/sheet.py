"""A reflection's sheet as people read it."""

from bot import phrases
from bot.replies import CheckItem, CheckList


def lines(checklist: CheckList, ticked: frozenset[int] = frozenset()) -> list[str]:
    """The checklist under its headings, numbered from 1; `ticked` are the numbers ticked."""
    parts: dict[str, list[tuple[int, CheckItem]]] = {group: [] for group in checklist.groups}
    for number, item in enumerate(checklist.items, 1):
        parts.setdefault(item.group, []).append((number, item))
    shown = [checklist.title, checklist.lead_in]
    for part, items in parts.items():
        shown += ["", part]
        shown += [_line(number, item, ticked=number in ticked) for number, item in items]
        shown += [] if items else [phrases.REFLECT_EMPTY_PART]
    return [*shown, "", *(f"{ending} ____" for ending in phrases.REFLECT_END)]


def _line(number: int, item: CheckItem, *, ticked: bool) -> str:
    prompt = f"{item.prompt} " if item.prompt else ""
    return f"[{'x' if ticked else ' '}] {number}. {prompt}“{item.text}” [{item.citation}]"
