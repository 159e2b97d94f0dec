"""Choose whose a number is among the names around it: a few features of each name's place, weighed and added.

A name is an owner when its sum reaches the least of `weights`; otherwise the words name nobody, and what stands around
the line (its label, its row, the heading) decides.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.contacts import lexicon
from knowledge.contacts.opening_words import hour_spans
from knowledge.contacts.phrases import Phrase, Strength, phrases_in
from knowledge.contacts.service_words import is_general
from knowledge.contacts.standing import Standing, strange_words
from knowledge.contacts.tokens import Kind, Span, tokens_of
from knowledge.contacts.weights import LEAST, MOST_NAMES, MOST_WORDS, REACH, WEIGHTS
from knowledge.contacts.words import is_head

_STRENGTH = {
    Strength.HEADED: "headed",
    Strength.FIELD: "field",
    Strength.PLAIN: "plain",
    Strength.PROPER: "proper",
}
_INDEFINITE = frozenset(("a", "an", "any", "each", "every", "some", "another"))
_PASSIVE = 6  # words in "... are picked up by the"
_PREDICATE = 4  # words after "is a" in which the noun is looked for
_TURNS = frozenset((";", "|", "•", "·"))
_TURNING = frozenset(("or", "but", "otherwise", "alternatively"))
_AGAIN = frozenset(("its", "their", "whose"))
_SIGNS_BEHIND = frozenset(("(", "–", "—", "-", ":", ",", "="))
_WORDS_BEHIND = frozenset(
    ("for", "is", "the", "our", "ask", "asking", "and", "to", "speak", "with", "by", "which", "answered", "this", "of")
) | frozenset(
    (
        "option",
        "number",
        "line",
        "telephone",
        "phone",
        "address",
        "email",
        "be",
        "connected",
        "put",
        "through",
        "talk",
        "reach",
    )
)


@dataclass(frozen=True, slots=True)
class Choice:
    """The name chosen for a number, and each candidate with its sum and the features that made it."""

    name: str = ""
    candidates: tuple[tuple[str, float, tuple[str, ...]], ...] = ()


class NamedLine:
    """The names and numbers of a run of words; ask each number's owner in printed order."""

    def __init__(self, text: str, numbers: Sequence[Span], *, number_first: bool = False, label_end: int = 0) -> None:
        """`number_first`: the line gives numbers and then whose they are. `label_end`: where its marked label ends."""
        self.text, self.number_first = text, number_first
        self.tokens = tokens_of(text, numbers, hour_spans(text), label_end)
        self.phrases = [phrase for phrase in phrases_in(text, self.tokens) if not is_general(phrase.text)]
        self._firsts = [phrase.first for phrase in self.phrases]
        self._standing = Standing(self.tokens, self.phrases)
        self._numbers = {token.start: at for at, token in enumerate(self.tokens) if token.kind is Kind.NUMBER}
        self._owners: set[Phrase] = set()
        self._behind_last = False  # the number before was followed by its owner: "01632 960123 for Childline or ..."

    def owner(self, number: Span, *, bounds: Span | None = None, least: float = LEAST) -> Choice:
        """Whose the number at `number` is, of the names within `bounds` that reach `least`; the nearest of equals."""
        at = self._numbers.get(number[0])
        if at is None:
            return Choice()
        start, end = bounds or (0, len(self.text))
        near = [
            phrase
            for phrase in self.phrases[bisect_left(self._firsts, at - REACH) : bisect_left(self._firsts, at + REACH)]
            if start <= self.tokens[phrase.first].start and self.tokens[phrase.last].end <= end
        ]
        features = [self._features(phrase, near, at) for phrase in near]
        sums = [sum(WEIGHTS[name] * times for name, times in each.items()) for each in features]
        shown = tuple((p.text, total, tuple(each)) for p, total, each in zip(near, sums, features, strict=True))
        best = max(range(len(near)), key=lambda index: (sums[index], index), default=-1)
        if best < 0 or sums[best] < least:
            return Choice(candidates=shown)
        self._owners.add(near[best])
        self._behind_last = near[best].first > at
        return Choice(near[best].text, shown)

    def spoken_of(self) -> str:
        """The last name that is the object of a verb of calling, else the name that the words begin with; "" for neither."""
        known = [
            phrase for phrase in self.phrases if not (phrase.person or self._is_aside(phrase) or self._explains(phrase))
        ]
        begins = [p for p in known[:1] if self._standing.begins_sentence(p) and self._is_told_of(p)]
        called = [p for p in known if self._standing.is_governed(p.first) and p.strength is not Strength.PLAIN]
        told = [*begins, *called]
        alone = bool(told) and len(self.tokens) <= told[-1].last - told[-1].first + 2
        return told[-1].text if told and not alone else ""

    def _is_told_of(self, phrase: Phrase) -> bool:
        """Whether a name is a service's by its own noun or by what is said of it: "Kinlink is a helpline"."""
        said = [token.low for token in self.tokens[phrase.last + 1 : phrase.last + 3 + _PREDICATE]]
        predicate = said[:1] in (["is"], ["are"]) and said[1:2] and said[1] in lexicon.DETERMINERS
        return phrase.strength is Strength.HEADED or bool(predicate and any(is_head(low) for low in said[2:]))

    def _is_aside(self, phrase: Phrase) -> bool:
        return self._standing.is_aside(phrase)

    def _explains(self, phrase: Phrase) -> bool:
        return self._standing.only_explains(phrase)

    def _features(self, phrase: Phrase, near: Sequence[Phrase], at: int) -> dict[str, float]:
        found = {
            _STRENGTH[phrase.strength]: 1.0,
            "opens a sentence": self._only_opens(phrase),
            "may be a place": self._may_be_place(phrase),
            "indefinite": _is_indefinite(phrase),
            "person": phrase.person,
            "aside": self._is_aside(phrase),
            "beside another": self._standing.is_beside_another(phrase),
            "on the way": self._standing.is_on_the_way(phrase),
            "explains": self._explains(phrase),
        }
        found |= self._in_front(phrase, near, at) if phrase.last < at else self._behind(phrase, at)
        return {name: float(times) for name, times in found.items() if times}

    def _only_opens(self, phrase: Phrase) -> bool:
        before = self.tokens[phrase.first - 1].text if phrase.first else ""
        lone = phrase.first == phrase.last and self.tokens[phrase.first].opens and before not in (":", ";")
        return lone and phrase.strength in (Strength.PROPER, Strength.FIELD)

    def _may_be_place(self, phrase: Phrase) -> bool:
        before = self.tokens[phrase.first - 1].low if phrase.first else ""
        lone = (phrase.first == phrase.last and before == ",") or before in ("in", "near", "across")
        return phrase.strength is Strength.PROPER and (lone or self.tokens[phrase.last].low in lexicon.PLACES)

    def _in_front(self, phrase: Phrase, near: Sequence[Phrase], at: int) -> dict[str, float]:
        """The features of a name in front of the number at token `at`."""
        inner = [other for other in near if phrase.last < other.first and other.last < at]
        through = [other for other in inner if self._standing.is_transparent(other)]
        skipped = {index for other in through for index in range(other.first - 1, other.last + 1)}
        between = [self.tokens[index] for index in range(phrase.last + 1, at) if index not in skipped]
        strange = strange_words(between)
        names = sum(
            not (other in through or self._only_opens(other) or self._is_aside(other) or _is_indefinite(other))
            and not self._standing.is_beside_another(other)
            for other in inner
        )
        subject = strange > 0 and names == 0 and self._standing.begins_sentence(phrase)
        return {
            "linked": strange == 0,
            "word between": min(strange, MOST_WORDS),
            "governed": self._standing.is_governed(phrase.first),
            "name between": min(names, MOST_NAMES),
            "in a condition": self._standing.is_in_condition(phrase, at),
            "subject": subject,
            "spoken of again": subject and any(token.low in _AGAIN for token in between),
            "crosses a turn": any(t.text in _TURNS or (t.low in _TURNING and strange > 0) for t in between),
            "owns another number": phrase in self._owners,
        }

    def _behind(self, phrase: Phrase, at: int) -> dict[str, float]:
        """The features of a name behind the number at token `at`."""
        between = self.tokens[at + 1 : phrase.first]
        linking = all(t.text in _SIGNS_BEHIND or t.low in _WORDS_BEHIND or t.kind is Kind.HOURS for t in between)
        passive = 0 < len(between) <= _PASSIVE and any(token.low == "by" for token in between[-2:])
        linked = bool(between) and (linking or passive)
        surely = linked and (between[0].text != "," or len(between) > 1)
        bracketed = bool(between) and between[0].text == "("
        return {
            "behind": 1,
            "behind, linked": surely,
            "word between": 0 if surely else min(strange_words(between) + 2, MOST_WORDS),
            "name between": 2 * any(token.kind is Kind.NUMBER for token in between),
            "line begins with its number": (self.number_first or self._behind_last) and linked,
            "behind, with a number of its own": not (self.number_first or bracketed) and self._has_own(phrase),
        }

    def _has_own(self, phrase: Phrase) -> bool:
        """Whether a name behind a number leads to the next number, as in "..., or the Duty Desk on 01632 960123"."""
        following = self.tokens[phrase.last + 1 : phrase.last + 1 + REACH]
        after = next((index for index, token in enumerate(following) if token.kind is Kind.NUMBER), None)
        if after is None or strange_words(following[:after]) > 0:
            return False
        parted = all(token.text in (",", "and", "or", ";") for token in following[:after])
        for_another = after + 1 < len(following) and following[after + 1].low == "for"
        return not (parted and for_another)  # "01632 960123 for the Officer, 01632 960124 for the Manager"


def _is_indefinite(phrase: Phrase) -> bool:
    """Whether a phrase without capitals names nobody in particular: "a coordinator"."""
    return phrase.article in _INDEFINITE and phrase.strength is Strength.PLAIN


def name_in_front(words: str) -> str:
    """The name in words that stand before a number ("..., or call the Emergency Duty Team on"), "" where none does."""
    number = (len(words) + 1, len(words) + 2)
    return NamedLine(f"{words} 0", [number]).owner(number).name


def spoken_of(sentence: str) -> str:
    """The service that a sentence without a number tells of: its subject, or whom it says to call; "" where there is none."""
    return NamedLine(sentence, ()).spoken_of()


def begins_with(sentence: str) -> str:
    """The name with capitals and an article that a sentence begins with ("The Lantern is at Beech House."), else ""."""
    line = NamedLine(sentence, ())
    first = line.phrases[0] if line.phrases else None
    named = first is not None and first.first == 1 and first.article in ("the", "our") and not first.person
    return first.text if first is not None and named and first.strength is not Strength.PLAIN else ""
