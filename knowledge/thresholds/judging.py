"""Whether titles seen side by side are levels of need, or the rungs of something else.

"Level 2" is also a stage of a dispute, a course, a qualification, a grade of supervision. The innermost heading that
speaks for or against decides, unless the names themselves are plainly those of need.
"""

import re

from knowledge.outline import sentences
from knowledge.thresholds.sightings import Group
from knowledge.thresholds.wording import DISPUTE, DISPUTE_RUNG, NEED_CONTEXT, NO_LEVELS, OTHER_SCALE, strength

_POINTER = re.compile(
    r"\b(?:see|refer to|set out in|available (?:at|in|on)|read)\b.*\b(?:document|chapter|guidance|page|thresholds?)\b",
    re.I,
)
MOST_LEVELS = 12  # half-levels and ranges counted: a longer scale is about something else
_SURE_WORDS = {"level", "tier", "band"}


def is_scheme(group: Group, about: str) -> bool:
    """True where a group is levels of need. `about` is the chapter's opening words, used where headings are silent."""
    keys = {seen.title.key for seen in group.sightings}
    if not 0 < len(keys) <= MOST_LEVELS:
        return False
    strengths = {value for seen in group.sightings if (value := strength(seen.title.name)) is not None}
    if all(not seen.title.numbers for seen in group.sightings):
        if len(keys) < 3 or len(strengths) < 2 or NO_LEVELS.search(f"{group.near} {about}"):
            return False
        return _for(group, about) or (_whole_scale(group, strengths) and _stance(group) == 0)
    return _numbered(group, len(keys), len(strengths), about)


def _numbered(group: Group, count: int, strengths: int, about: str) -> bool:
    if _disputed(group):
        return False
    stance = _stance(group)
    if stance < 0:
        return False
    need_words = strengths >= min(2, count)
    if count == 1:
        return need_words and stance > 0
    if stance > 0:
        return strengths >= 2 or not any(_named(group)) or _certain(group)
    if need_words:
        return True
    return count >= 3 and _certain(group) and bool(NEED_CONTEXT.search(f"{group.near} {about}"))


def _whole_scale(group: Group, strengths: set[int]) -> bool:
    """Names that run the whole way from universal to statutory; or, where each has a colour, most of it."""
    coloured = all(seen.title.label for seen in group.sightings)
    return min(strengths) == 0 and max(strengths) >= 3 and len(strengths) >= (3 if coloured else 4)


def is_one_level(group: Group) -> bool:
    """True where a page's title is a level's, its name a need's, and nothing near it speaks of another scale."""
    seen = group.sightings[0]
    return _certain(group) and strength(seen.title.name) is not None and _stance(group) >= 0


def _certain(group: Group) -> bool:
    return all(seen.title.word in _SURE_WORDS for seen in group.sightings if seen.title.numbers)


def _named(group: Group) -> list[str]:
    return [seen.title.name for seen in group.sightings if seen.title.name]


def _disputed(group: Group) -> bool:
    names = _named(group)
    rungs = [name for name in names if DISPUTE_RUNG.search(name) and strength(name) is None]
    return bool(names) and 2 * len(rungs) >= len(names)


def _stance(group: Group) -> int:
    """1 where the innermost telling heading is about need, -1 where it is about another scale, 0 where none tells."""
    for heading in (group.near, *group.contexts) if _short(group.near) else group.contexts:
        against = OTHER_SCALE.search(heading) or DISPUTE.search(heading)
        if NEED_CONTEXT.search(heading):
            return 1
        if against:
            return -1
    return 0


def _short(near: str) -> bool:
    return bool(near) and len(near.split()) <= 40


def _no_reference(near: str) -> str:
    """The words before a group without sentences that only point to another document."""
    return " ".join(one for one in sentences(near) if not _POINTER.search(one))


def _for(group: Group, about: str) -> bool:
    """Words alone need a heading or lead-in to say that they are levels; or, from universal up, the chapter's opening."""
    if _stance(group) < 0:
        return False
    if any(NEED_CONTEXT.search(text) for text in (*group.contexts, _no_reference(group.near))):
        return True
    lowest = min((value for seen in group.sightings if (value := strength(seen.title.name)) is not None), default=1)
    return lowest == 0 and bool(NEED_CONTEXT.search(about))
