"""Sightings of the same levels put together into schemes, least need first."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from knowledge.manual import Chapter
from knowledge.thresholds.labels import plain
from knowledge.thresholds.levels import Descriptor, Level, LevelScheme
from knowledge.thresholds.sightings import Body, Group, Sighting
from knowledge.thresholds.wording import is_domain, strength

MOST_SCHEMES = 40  # a page that prints more is no threshold document, and comparing them would take too long

Key = tuple[str, tuple[int, ...], str]


@dataclass(frozen=True, slots=True)
class Pile:
    """Groups that tell of one scheme."""

    groups: tuple[Group, ...]

    def sightings(self) -> list[Sighting]:
        """All sightings, in printed order."""
        return [seen for group in self.groups for seen in group.sightings]

    def names(self) -> dict[Key, str]:
        """The first printed name of each level, one with words under it before one that is only named."""
        found: dict[Key, str] = {}
        for seen in sorted(self.sightings(), key=lambda seen: seen.body == Body()):
            if seen.title.name and seen.title.key not in found:
                found[seen.title.key] = seen.title.name
        return found


def piles(groups: Sequence[Group]) -> list[Pile]:
    """Groups gathered into schemes: those whose words agree and whose names do not clash. At most `MOST_SCHEMES`."""
    heaps: list[_Heap] = []
    for group in groups:
        new = _Heap([group])
        agreeing = next((heap for heap in heaps if _agree(heap, new)), None)
        if agreeing is not None:
            agreeing.add(group)
        elif len(heaps) < MOST_SCHEMES:
            heaps.append(new)
    return [Pile(tuple(heap.groups)) for heap in heaps]


class _Heap:
    """A pile while it grows, with what is compared kept at hand: one page may print thousands of tables."""

    def __init__(self, groups: list[Group]) -> None:
        self.groups: list[Group] = []
        self.words: set[str] = set()
        self.names: dict[Key, str] = {}
        self.unseen: set[Key] = set()  # levels whose name was printed with nothing under it
        for group in groups:
            self.add(group)

    def add(self, group: Group) -> None:
        self.groups.append(group)
        for seen in group.sightings:
            key, name = seen.title.key, seen.title.name
            self.words.add(key[0])
            if name and (key not in self.names or (key in self.unseen and seen.body != Body())):
                self.names[key] = name
                (self.unseen.discard if seen.body != Body() else self.unseen.add)(key)


def _agree(held: _Heap, new: _Heap) -> bool:
    if held.groups[0].scale or new.groups[0].scale:
        return False
    if not held.words & new.words:
        return _same_words(held.names, new.names)
    clashes = sum(not _alike(held.names[key], name) for key, name in new.names.items() if key in held.names)
    return clashes < 2 and not _crossed(held.names, new.names)


def _crossed(held: dict[Key, str], new: dict[Key, str]) -> bool:
    """True where a name that one gives to a level the other gives to another level."""
    keys: dict[str, set[Key]] = {}
    for key, name in held.items():
        keys.setdefault(plain(name), set()).add(key)
    return any(keys.get(plain(name), {key}) != {key} for key, name in new.items())


def _same_words(held: dict[Key, str], new: dict[Key, str]) -> bool:
    """A table of names and a set of numbered headings are one scheme if their names are the same."""
    return len({plain(name) for name in held.values()} & {plain(name) for name in new.values()}) >= 2


def _alike(one: str, other: str) -> bool:
    first, second = set(plain(one).split()), set(plain(other).split())
    return bool(first & second)


def scheme(pile: Pile, chapter: Chapter) -> LevelScheme:
    """One scheme from its groups."""
    heads = {group.contexts[0] for group in pile.groups if group.contexts and is_domain(group.contexts[0])}
    if len(heads) > 1:
        pile = Pile(tuple(_with_domain(group) for group in pile.groups))
    by_key: dict[Key, list[Sighting]] = {}
    worded = _worded(pile)
    aliases = {plain(name): key for key, name in pile.names().items() if key[1]}
    for seen in pile.sightings():
        key = seen.title.key if seen.title.numbers else aliases.get(plain(seen.title.name), seen.title.key)
        by_key.setdefault(worded.get(key, key), []).append(seen)
    ordered = _ordered([key for key in by_key if not _whole_range(key, by_key)], pile)
    levels = tuple(_level(by_key[key], at) for at, key in enumerate(ordered, start=1))
    return LevelScheme(
        name=_scheme_name(pile, chapter),
        levels=levels,
        manual=chapter.manual,
        chapter=chapter.title,
        slug=chapter.slug,
        url=chapter.url,
        areas=_areas(pile, chapter),
        audience=chapter.audience,
        amended=chapter.dates.amended,
    )


def _worded(pile: Pile) -> dict[Key, Key]:
    """A number printed without a word ("2 Early help") is the level of that number, where the scheme has a word for it."""
    keys = (seen.title.key for seen in reversed(pile.sightings()) if seen.title.numbers and seen.title.word)
    return {("", *key[1:]): key for key in keys}


def _whole_range(key: Key, keys: dict[Key, list[Sighting]]) -> bool:
    """ "Levels 1 to 4" is the scale itself, not a level on it."""
    others = {number for other in keys if other != key for number in other[1]}
    return len(key[1]) > 2 and set(key[1]) <= others


def _with_domain(group: Group) -> Group:
    """Levels that stand under several domains' headings in turn take each heading as their domain."""
    heading = group.contexts[0] if group.contexts else ""
    if not is_domain(heading):
        return group
    return replace(group, sightings=tuple(replace(seen, body=_body_in(seen, heading)) for seen in group.sightings))


def _body_in(seen: Sighting, domain: str) -> Body:
    """What a level is like in one domain: with no list under it, what is said of it there."""
    body = seen.body
    listed = (*body.descriptors, *body.prose)
    if listed:
        return Body(_in_domain(listed, domain), body.summary)
    return Body(tuple(Descriptor(text, replace(seen.place, text=text), domain) for text in body.summary))


def _in_domain(descriptors: tuple[Descriptor, ...], domain: str) -> tuple[Descriptor, ...]:
    return tuple(one if one.domain else replace(one, domain=domain) for one in descriptors)


def _ordered(keys: list[Key], pile: Pile) -> list[Key]:
    """Keys from least need to most. Numbers decide, and the printed order where there are none; both are turned round
    where the names say plainly that need runs the other way (protection first, or at number one)."""
    printed = list(keys)
    if all(key[1] for key in keys):
        printed.sort(key=lambda key: (key[1], key[2]))
    names = {**{seen.title.key: seen.title.name for seen in pile.sightings()}, **pile.names()}
    strengths = [strength(names.get(key, "")) for key in printed]
    known = [value for value in strengths if value is not None]
    rising = sum(later > earlier for at, earlier in enumerate(known) for later in known[at + 1 :])
    falling = sum(later < earlier for at, earlier in enumerate(known) for later in known[at + 1 :])
    return printed[::-1] if falling > rising else printed


def _level(seen: Sequence[Sighting], order: int) -> Level:
    first = next((one for one in seen if one.body != Body()), seen[0])
    name = next((one.title.name for one in sorted(seen, key=lambda one: one.body == Body()) if one.title.name), "")
    label = next((one.title.label for one in seen if one.title.label), "")
    descriptors = {(one.domain, one.text): one for sighting in seen for one in sighting.body.descriptors}
    prose = [one for sighting in seen for one in sighting.body.prose]
    if not descriptors:
        descriptors = {(one.domain, one.text): one for one in prose}
    described = {one.text for one in descriptors.values()}
    said = [text for sighting in seen for text in (*sighting.body.summary, *(one.text for one in sighting.body.prose))]
    summary = dict.fromkeys(text for text in said if text not in described)
    return Level(label, name, order, first.place, tuple(descriptors.values()), tuple(summary))


def _scheme_name(pile: Pile, chapter: Chapter) -> str:
    group = pile.groups[0]
    if group.scale:
        return group.scale
    if len(pile.groups) == 1 and group.contexts:
        return group.contexts[0]
    return chapter.title


def _areas(pile: Pile, chapter: Chapter) -> tuple[str, ...]:
    """The chapter's areas, narrowed to those a scheme's own heading names."""
    group = pile.groups[0]
    headings = " ".join((group.scale, *group.contexts[:-1]))
    named = tuple(area for area in chapter.areas if area and area.lower() in headings.lower())
    return named or chapter.areas
