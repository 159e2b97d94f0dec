"""The small language that the rules are written in, and how a pattern is found among a message's words.

A pattern is a line of elements. An element is a word (`fire`), a phrase (`home_alone`), the name of a word list
(`CHILD`), or several of these (`CHILD|me`). Elements stand in the order given and directly one after the other, unless
`..3` between two of them allows up to three other words. `^` is the beginning of a sentence and `$` its
end.

    CARER ..2 is|are HURTING ..3 PERSON
    CHILD & ALONE & NOW ~12

The second form names things in any order: each within that many words of the first one named.

No backtracking: every word list's places in the message are found once, and a pattern is followed from place to place,
so the time grows with the length of the message (times the logarithm of it) and with nothing else.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

Place = tuple[int, int]  # first word, and the word after the last
Lists = Mapping[str, frozenset[str]]  # the name of a list -> its words and phrases, with single spaces

START, END = "^", "$"
_GAP = re.compile(r"\.\.(\d+)$")
_NEAR = re.compile(r"\s*~(\d+)\s*$")


@dataclass(frozen=True, slots=True)
class Chain:
    """Elements in order; up to `gaps[i]` other words may stand before element i."""

    elements: tuple[frozenset[str], ...]
    gaps: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """One line of a rule: a chain, or several chains in any order within `near` words of the first."""

    text: str
    chains: tuple[Chain, ...]
    near: int = 0


def read_words(text: str) -> frozenset[str]:
    """A word list: words and phrases between commas or line ends."""
    return frozenset(" ".join(one.split()) for one in re.split(r"[,\n]", text) if one.strip())


def verb_forms(text: str) -> frozenset[str]:
    """A list of regular verbs with their forms in -s, -ed and -ing; a capital last letter is doubled ("staB"); of a phrase the first word is the verb."""
    return frozenset(form for verb in read_words(text) for form in _forms(verb))


def _forms(phrase: str) -> tuple[str, ...]:
    verb, _, rest = phrase.partition(" ")
    stem = verb.lower()
    if verb[-1].isupper():
        forms = stem, f"{stem}s", f"{stem}{stem[-1]}ed", f"{stem}{stem[-1]}ing"
    elif stem.endswith("e"):
        forms = stem, f"{stem}s", f"{stem}d", f"{stem[:-1]}ing"
    else:
        third = "es" if stem.endswith(("s", "sh", "ch", "x", "z")) else "s"
        forms = stem, f"{stem}{third}", f"{stem}ed", f"{stem}ing"
    return tuple(f"{form} {rest}".strip() for form in forms)


def read_patterns(text: str, lists: Lists) -> tuple[Pattern, ...]:
    """One pattern a line. Raises ValueError where a line names a list that there is not, or is none."""
    return tuple(_read(line.strip(), lists) for line in text.splitlines() if line.strip())


def _read(line: str, lists: Lists) -> Pattern:
    near = _NEAR.search(line)
    chains = tuple(_chain(part, lists) for part in _NEAR.sub("", line).split(" & "))
    if (near is None) != (len(chains) == 1):
        raise ValueError(f"names joined by & need ~ and a number of words, and nothing else does: {line}")
    return Pattern(line, chains, int(near[1]) if near else 0)


def _chain(text: str, lists: Lists) -> Chain:
    elements, gaps, gap = [], [], 0
    for part in text.split():
        if found := _GAP.match(part):
            gap = int(found[1])
            continue
        elements.append(_element(part, lists))
        gaps.append(gap)
        gap = 0
    if not elements or gap:
        raise ValueError(f"not a pattern: {text}")
    return Chain(tuple(elements), tuple(gaps))


def _element(part: str, lists: Lists) -> frozenset[str]:
    words: set[str] = set()
    for name in part.split("|"):
        if name.isupper():
            if name not in lists:
                raise ValueError(f"there is no word list {name}")
            words |= lists[name]
        else:
            words.add(name.replace("_", " "))
    return frozenset(words)


class Finder:
    """Finds many patterns in one pass over the words."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        self._phrases: dict[str, dict[tuple[str, ...], list[int]]] = {}
        self._followed: list[tuple[Pattern, tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]]] = []
        numbers: dict[frozenset[str], int] = {}
        for pattern in patterns:
            for element in (one for chain in pattern.chains for one in chain.elements):
                if element not in numbers:
                    numbers[element] = len(numbers)
                    self._index(element, numbers[element])
            numbered = tuple((tuple(numbers[one] for one in chain.elements), chain.gaps) for chain in pattern.chains)
            self._followed.append((pattern, numbered))

    @property
    def words(self) -> frozenset[str]:
        """Every single word that some pattern looks for."""
        return frozenset(word for phrases in self._phrases.values() for phrase in phrases for word in phrase)

    def find(self, words: list[str], sentences: list[int] | None = None) -> Iterator[tuple[Pattern, Place]]:
        """Each pattern found, and where: for each place where it ends, the shortest.

        `sentences` numbers the sentence of each word; without it, the words are one sentence.
        """
        places = self._places(words, sentences or [0] * len(words))
        for pattern, chains in self._followed:
            if not all(number in places for elements, _ in chains for number in elements):
                continue
            found = [_in_order([places[number] for number in elements], gaps) for elements, gaps in chains]
            if all(found):
                yield from (
                    (pattern, place) for place in (_together(found, pattern.near) if pattern.near else found[0])
                )

    def _index(self, element: frozenset[str], number: int) -> None:
        for text in element:
            phrase = tuple(text.split())
            self._phrases.setdefault(phrase[0], {}).setdefault(phrase, []).append(number)

    def _places(self, words: list[str], sentences: list[int]) -> dict[int, list[Place]]:
        places: dict[int, list[Place]] = {}
        for start, word in enumerate(words):
            if start and sentences[start] != sentences[start - 1]:
                for number in (
                    *self._phrases.get(END, {}).get((END,), ()),
                    *self._phrases.get(START, {}).get((START,), ()),
                ):
                    places.setdefault(number, []).append((start, start))
            for phrase, numbers in self._phrases.get(word, {}).items():
                end = start + len(phrase)
                if len(phrase) == 1 or tuple(words[start:end]) == phrase:
                    for number in numbers:
                        places.setdefault(number, []).append((start, end))
        return places


def _in_order(elements: list[list[Place]], gaps: tuple[int, ...]) -> list[Place]:
    reached = elements[0]
    for following, gap in zip(elements[1:], gaps[1:], strict=True):
        reached = sorted(reached, key=lambda place: place[1])
        ends = [end for _, end in reached]
        further = []
        for start, end in following:
            last = bisect_right(ends, start) - 1  # the nearest one that ends before this one starts
            if last >= 0 and ends[last] >= start - gap:
                further.append((reached[last][0], end))
        reached = further
        if not reached:
            break
    return reached


def _together(chains: list[list[Place]], near: int) -> list[Place]:
    found = []
    for start, end in chains[0]:
        around = [_nearest(others, start, end, near) for others in chains[1:]]
        if all(around):
            ends = [place for place in around if place]
            found.append((min(start, *(one[0] for one in ends)), max(end, *(one[1] for one in ends))))
    return found


def _nearest(places: list[Place], start: int, end: int, near: int) -> Place | None:
    """A place within `near` words of the one given that is not of the same words; it may stand in a gap of it."""
    first = bisect_left(places, (start - near, 0))
    for place in places[first : first + 2 * near + 2]:
        if place[0] > end + near:
            return None
        if place[0] != start and place[1] != end:
            return place
    return None
