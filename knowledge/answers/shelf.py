"""The published generation as the answers see it: what was read, how to search it, and how to cite it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np

from knowledge.answers.points import placed, without_repeats
from knowledge.checklists import Checklist
from knowledge.contacts import ContactPoint
from knowledge.encoder import Vectors
from knowledge.errors import IndexMismatch, UnknownArea
from knowledge.freshness import Freshness
from knowledge.index.contents import Contents
from knowledge.index.words import terms
from knowledge.ladders import Ladder
from knowledge.manual import Citation, Manual, Passage
from knowledge.retrieval import Found, Retriever, Situation
from knowledge.thresholds import LevelScheme


@dataclass(frozen=True)
class Shelf:
    """A generation, open for reading. `generation` is its id; `register` are contact points a person has verified;
    `freshness` says of each manual when it was last checked."""

    generation: str
    contents: Contents
    retriever: Retriever
    register: tuple[ContactPoint, ...] = ()
    freshness: tuple[Freshness, ...] = ()

    @cached_property
    def manuals(self) -> Mapping[str, Manual]:
        """Manuals by id."""
        return {manual.id: manual for manual in self.contents.manuals}

    @cached_property
    def standing(self) -> frozenset[str]:
        """The ids of the manuals that answer. Where a real manual is published, the built-in demonstration of its kind
        (procedures, or a review's learning) answers nothing."""
        real = {manual.learning for manual in self.contents.manuals if not manual.demonstration}
        return frozenset(
            manual.id for manual in self.contents.manuals if not manual.demonstration or manual.learning not in real
        )

    @cached_property
    def ladders(self) -> tuple[Ladder, ...]:
        """The ladders of the manuals that answer."""
        return tuple(one for one in self.contents.ladders if one.manual in self.standing)

    @cached_property
    def schemes(self) -> tuple[LevelScheme, ...]:
        """The level schemes of the manuals that answer."""
        return tuple(one for one in self.contents.schemes if one.manual in self.standing)

    @cached_property
    def checklists(self) -> tuple[Checklist, ...]:
        """The checklists of the manuals that answer."""
        return tuple(one for one in self.contents.checklists if one.manual in self.standing)

    @cached_property
    def contacts(self) -> tuple[ContactPoint, ...]:
        """The contact points of the manuals that answer; a review names nobody to call."""
        return tuple(
            one
            for one in self.contents.contacts
            if one.manual in self.standing and not self.manuals[one.manual].learning
        )

    @cached_property
    def points(self) -> Callable[[str, bool], tuple[ContactPoint, ...]]:
        """By area ("" for every area) and whether those for adults are meant too: the contact points, each number once.
        Every answer asks for them several times, so they are worked out once for each area."""
        every = placed((*self.register, *self.contacts))

        @lru_cache(maxsize=256)
        def served(area: str, adults: bool) -> tuple[ContactPoint, ...]:
            own = (one for one in every if self.serves(one.areas, one.manual, area))
            return without_repeats(one for one in own if adults or not one.for_adults)

        return served

    @cached_property
    def mentions(self) -> Callable[[str], int]:
        """How often the procedures that answer use a name, by the name as printed."""
        whole = "\n".join(
            passage.text
            for passage in self.contents.passages
            if passage.manual in self.standing and not passage.learning
        )
        return lru_cache(maxsize=1024)(whole.count)

    @cached_property
    def areas(self) -> tuple[str, ...]:
        """The areas that the manuals serve, as printed, in the order they are declared."""
        return tuple(
            dict.fromkeys(
                area for manual in self.contents.manuals if manual.id in self.standing for area in manual.areas
            )
        )

    @cached_property
    def _chapters(self) -> Mapping[tuple[str, str], tuple[Passage, ...]]:
        chapters: dict[tuple[str, str], list[Passage]] = defaultdict(list)
        for passage in self.contents.passages:
            chapters[passage.manual, passage.slug].append(passage)
        return {key: tuple(passages) for key, passages in chapters.items()}

    def chapter(self, manual: str, slug: str) -> tuple[Passage, ...]:
        """The passages of a chapter in printed order; none where there is no such chapter."""
        return self._chapters.get((manual, slug), ())

    def area(self, name: str) -> str:
        """The area as printed, whatever case it was typed in; "" for "". Raises UnknownArea, which names those served."""
        if not name.strip():
            return ""
        for area in self.areas:
            if area.casefold() == name.strip().casefold():
                return area
        served = ", ".join(self.areas) or "no areas by name"
        raise UnknownArea(
            f'"{name}" is not an area of the published manuals. They serve: {served}. Choose one of these.'
        )

    def serves(self, thing_areas: Iterable[str], manual: str, area: str) -> bool:
        """Whether something of a manual, narrowed to `thing_areas` where it is, is for a person in `area`."""
        if not area:
            return True
        own = tuple(thing_areas)
        wide = self.manuals[manual].areas if manual in self.manuals else ()
        served = own or wide
        return not served or area.casefold() in (one.casefold() for one in served)

    def stems(self, text: str) -> frozenset[str]:
        """The stems of a text's words that carry a topic."""
        return frozenset(terms(text))

    def weight(self, stems: Iterable[str]) -> float:
        """How telling stems are together: the sum of their inverse document frequencies in this generation."""
        return sum(self.retriever.generation.lexical.idf(stem) for stem in stems)

    def vectors(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors of words that people typed, shape (texts, dimensions). None is kept."""
        encoder = self.retriever.generation.encoder
        if encoder is None:
            raise IndexMismatch("This generation was opened for reading only; comparing words needs its encoder.")
        return encoder.encode(list(texts))

    def vectors_of_items(self, items: Sequence[str]) -> Vectors:
        """The same for the manuals' own words, remembered as long as the generation is open."""
        unknown = [item for item in dict.fromkeys(items) if item not in self._item_vectors]
        if unknown:
            self._item_vectors.update(zip(unknown, self.vectors(unknown), strict=True))
        return np.stack([self._item_vectors[item] for item in items])

    @cached_property
    def _item_vectors(self) -> dict[str, Vectors]:
        return {}

    def search(
        self, text: str, *, area: str = "", said: tuple[str, ...] = (), learning: bool = False, limit: int = 8
    ) -> Found:
        """Search what this person may be answered from. Raises UnknownArea where no manual serves the area."""
        return self.retriever.search(
            text,
            Situation(area=area, said=said, manuals=tuple(sorted(self.standing))),
            limit=limit,
            include_learning=learning,
        )

    def cite(self, manual: str, slug: str, quote: str, path: tuple[str, ...] = ()) -> Citation | None:
        """The citation for words of a chapter, or None where no stored passage holds them exactly.

        The passage under `path` is preferred, since the same sentence may stand in two sections.
        """
        holding = [passage for passage in self._chapters.get((manual, slug), ()) if quote and quote in passage.text]
        if not holding:
            return None
        return cite(next((passage for passage in holding if path and passage.path == path), holding[0]), quote)


def cite(passage: Passage, quote: str) -> Citation:
    """A citation of words of a passage. Raises ValueError where they do not stand in it exactly."""
    if not quote or quote not in passage.text:
        raise ValueError(f"not an exact quotation of {passage.id}")
    return Citation(
        passage=passage.id,
        manual=passage.manual,
        chapter=passage.chapter,
        path=passage.path,
        url=passage.url,
        quote=quote,
        amended=passage.amended,
        fetched=passage.fetched,
        learning=passage.learning,
        demonstration=passage.demonstration,
        number=passage.number,
        version=passage.version,
    )
