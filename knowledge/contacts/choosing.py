"""Choose whose a number is among the names of its sentence: a few features of each name's place, weighed and added.

The weights were set by hand, in half points, on the folders of golden pages; the tests' README says how they were measured.
A name is an owner when its sum reaches `LEAST`; otherwise the sentence names nobody, and what stands around it decides.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from knowledge.contacts import lexicon
from knowledge.contacts.opening_words import hour_spans
from knowledge.contacts.phrases import Phrase, Strength, phrases_in
from knowledge.contacts.service_words import is_general
from knowledge.contacts.tokens import Kind, Span, Token, tokens_of

WEIGHTS = {
    "headed": 3.5,
    "field": 2.5,
    "plain": 2.5,
    "proper": 2.0,
    "opens a sentence": -2.5,  # one capital that may only be the sentence's
    "may be a place": -1.5,  # one capital after a comma: "PO Box 12, Wendlebury"
    "indefinite": -1.5,
    "person": -6.0,
    "governed": 2.0,  # the object of a verb of calling
    "subject": 1.5,
    "spoken of again": 2.0,  # "Ofsted must be told; its number is ..."
    "linked": 2.0,  # only linking words between it and the number
    "word between": -0.5,
    "name between": -1.0,
    "in a condition": -3.0,
    "aside": -3.0,
    "on the way": -3.0,  # "through switchboard", "via its secretary": the way to somebody else
    "explains": -3.0,  # "Families First, our early help service"
    "crosses a turn": -1.5,
    "owns another number": -1.0,
    "has a number of its own": -4.0,
    "behind": -1.5,
    "behind, linked": 2.5,
    "number first": 3.0,
}
LEAST = 2.0
LEAST_BESIDE_LABEL = 4.0  # a line whose label names its service needs a surer name to overrule it
_MOST_WORDS = 8  # words between that still count against a name
_LONGEST_LABEL = 6
_NEVER_LABEL = (
    lexicon.REACHING
    | lexicon.AUXILIARIES
    | lexicon.PRONOUNS
    | lexicon.DETERMINERS
    | lexicon.ADVERBS
    | lexicon.CONJUNCTIONS - {"and"}
    | lexicon.PEOPLE - {"children", "families", "people", "family", "child"}
)
_REMARKS = lexicon.AUXILIARIES | lexicon.PRONOUNS | lexicon.CLAUSE_OPENERS | {"open", "to"}
_HEADS_AFTER_VERB = lexicon.BODIES | lexicon.POSTS | {"and", "&", "of"}
_BEFORE_OBJECT = lexicon.DETERMINERS | {"and", "either", "also", "then"}
_TURNS = frozenset(";|•·")
_TURNING = frozenset(["or", "but", "otherwise", "alternatively"])
_SAYS_MORE = frozenset("which who based located hosted led run staffed covering including part within".split())
_SPEAKING_AGAIN = frozenset({"its", "their", "whose"})
_ASIDE = frozenset(
    [
        "about",
        "regarding",
        "concerning",
        "against",
        "formerly",
        "previously",
        "old",
        "former",
        "part",
        "known",
        "known-as",
        "than",
    ]
)
_BEHIND = frozenset(
    [
        "(",
        "–",
        "—",
        "-",
        ":",
        ",",
        "=",
        "for",
        "is",
        "the",
        "ask",
        "asking",
        "and",
        "to",
        "speak",
        "with",
        "by",
        "which",
        "answered",
        "this",
        "option",
        "number",
        "line",
        "telephone",
        "phone",
        "address",
        "of",
        "our",
        "email",
    ]
)
_STRENGTH = {
    Strength.HEADED: "headed",
    Strength.FIELD: "field",
    Strength.PLAIN: "plain",
    Strength.PROPER: "proper",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """The name chosen for a number ("" where none was sure enough), and each candidate with what spoke for and against it."""

    name: str = ""
    phrase: Phrase | None = None
    score: float = 0.0
    weighed: tuple[tuple[str, float, tuple[str, ...]], ...] = ()


class Sentences:
    """The names in a run of words and the numbers in it, each number's owner to be asked for in printed order."""

    def __init__(self, text: str, numbers: Sequence[Span], *, number_first: bool = False, label_end: int = 0) -> None:
        self.text, self.number_first = text, number_first
        self.tokens = tokens_of(text, numbers, hour_spans(text), label_end)
        self.phrases = [phrase for phrase in phrases_in(text, self.tokens) if not is_general(phrase.text)]
        self.owned: dict[int, int] = {}  # index of a phrase -> index of the number token that it owns

    def owner(self, number: Span, *, bounds: Span | None = None, least: float = LEAST) -> Choice:
        """Whose the number at `number` is, of the names within `bounds` that reach `least`."""
        at = next(
            (i for i, token in enumerate(self.tokens) if token.kind is Kind.NUMBER and token.start == number[0]), None
        )
        if at is None:
            return Choice()
        start, end = bounds or (0, len(self.text))
        weighed = []
        for index, phrase in enumerate(self.phrases):
            if self.tokens[phrase.first].start < start or self.tokens[phrase.last].end > end:
                continue
            features = self._features(phrase, index, at)
            score = sum(WEIGHTS[name] * times for name, times in features.items())
            weighed.append((score, phrase.first, index, phrase, tuple(features)))
        if not weighed:
            return Choice()
        table = tuple((phrase.text, score, features) for score, _, _, phrase, features in weighed)
        score, _, index, phrase, _ = max(weighed, key=lambda each: (each[0], each[1]))
        if score < least:
            return Choice(weighed=table)
        self.owned.setdefault(index, at)
        return Choice(phrase.text, phrase, score, table)

    def spoken_of(self) -> str:
        """The last name that is the object of a verb of calling, else the name that the words begin with; "" for neither."""
        known = [
            phrase for phrase in self.phrases if not (phrase.person or self._aside(phrase) or self._relative(phrase))
        ]
        called = [phrase for phrase in known if self._governed(phrase) and phrase.strength is not Strength.PLAIN]
        opening = [
            phrase for phrase in known[:1] if self._begins_sentence(phrase) and phrase.strength is Strength.HEADED
        ]
        told = [*opening, *called]
        return told[-1].text if told and len(self.tokens) > told[-1].last - told[-1].first + 2 else ""

    def label_before(self, number: Span, start: int) -> str:
        """The words from `start` to a number where they can only be its label: a few, with a capital and no verb."""
        front = [token for token in self.tokens if start <= token.start and token.end <= number[0]]
        marked = next((index for index, token in enumerate(front) if token.start == token.end), 0)
        front = front[:marked] if marked else front
        while front and (front[-1].low in lexicon.NUMBER_LABELS or front[-1].kind is Kind.SIGN):
            front.pop()
        while front and front[0].kind is Kind.SIGN:
            front.pop(0)
        least = 0 if marked else 1  # one word that no sign marks may begin a sentence
        if not least < len(front) <= _LONGEST_LABEL or not front[0].capital:
            return ""
        plain = all(token.kind is Kind.WORD and token.low not in _NEVER_LABEL for token in front)
        return self.text[front[0].start : front[-1].end] if plain else ""

    def _features(self, phrase: Phrase, index: int, at: int) -> dict[str, float]:
        found: dict[str, float] = {_STRENGTH[phrase.strength]: 1}
        lone = phrase.first == phrase.last and self.tokens[phrase.first].opens
        alone = phrase.first == phrase.last and self._after_comma(phrase)
        if phrase.strength is Strength.PROPER and (alone or self.tokens[phrase.last].low in lexicon.PLACES):
            found["may be a place"] = 1
        if lone and phrase.strength in (Strength.PROPER, Strength.FIELD):
            found["opens a sentence"] = 1
        if (
            phrase.article in ("a", "an", "any", "each", "every", "some", "another")
            and phrase.strength is Strength.PLAIN
        ):
            found["indefinite"] = 1
        if phrase.person:
            found["person"] = 1
        if self._aside(phrase):
            found["aside"] = 1
        if self._on_the_way(phrase):
            found["on the way"] = 1
        if self._explains(phrase) or self._relative(phrase):
            found["explains"] = 1
        if phrase.last < at:
            found |= self._in_front(phrase, index, at)
        else:
            found |= self._behind(phrase, at)
        return found

    def _begins_sentence(self, phrase: Phrase) -> bool:
        first = phrase.first - (phrase.article != "")
        return first == 0 or self.tokens[first].opens

    def _after_comma(self, phrase: Phrase) -> bool:
        return phrase.first > 0 and self.tokens[phrase.first - 1].text == ","

    def _in_front(self, phrase: Phrase, index: int, at: int) -> dict[str, float]:
        between = [
            token
            for place, token in enumerate(self.tokens[phrase.last + 1 : at], start=phrase.last + 1)
            if not any(other.first - 1 <= place <= other.last for other in self.phrases if self._transparent(other))
        ]
        found: dict[str, float] = {}
        strange = self._strange(between)
        if strange == 0:
            found["linked"] = 1
        else:
            found["word between"] = min(strange, _MOST_WORDS)
        if self._governed(phrase):
            found["governed"] = 1
        names = sum(
            1
            for other in self.phrases
            if phrase.last < other.first
            and other.last < at
            and other.strength >= Strength.PLAIN
            and not self._transparent(other)
            and not self._aside(other)
        )
        if names:
            found["name between"] = min(names, 3)
        if self._in_condition(phrase, at):
            found["in a condition"] = 1
        if strange and not names and self._begins_sentence(phrase):
            found["subject"] = 1
            if any(token.low in _SPEAKING_AGAIN for token in between):
                found["spoken of again"] = 1
        if any(token.text in _TURNS or (token.low in _TURNING and strange) for token in between):
            found["crosses a turn"] = 1
        if index in self.owned:
            found["owns another number"] = 1
        return found

    def _behind(self, phrase: Phrase, at: int) -> dict[str, float]:
        between = self.tokens[at + 1 : phrase.first]
        found: dict[str, float] = {"behind": 1}
        linked = bool(between) and all(token.low in _BEHIND or token.kind is Kind.HOURS for token in between)
        if linked and (between[0].text != "," or len(between) > 1):
            found["behind, linked"] = 1
        else:
            found["word between"] = min(self._strange(between) + 2, _MOST_WORDS)
        if any(token.kind is Kind.NUMBER for token in between):
            found["name between"] = 2
        if self.number_first and linked:
            found["number first"] = 1
        bracketed = bool(between) and between[0].text == "("
        after = next((i for i in range(phrase.last + 1, len(self.tokens)) if self.tokens[i].kind is Kind.NUMBER), None)
        if after is not None and not self.number_first and not bracketed:
            if self._strange(self.tokens[phrase.last + 1 : after]) == 0 and not self._comma_only(phrase, after):
                found["has a number of its own"] = 1
        return found

    def _comma_only(self, phrase: Phrase, after: int) -> bool:
        """Whether only a comma or "and" parts a name from the number after it: "01632 1 for the Officer, 01632 2 for ..."."""
        return all(token.text in (",", "and", ";") for token in self.tokens[phrase.last + 1 : after]) and (
            after + 1 < len(self.tokens) and self.tokens[after + 1].low == "for"
        )

    def _strange(self, between: Sequence[Token]) -> int:
        """The words between a name and a number that do more than link the two; a bracket of its own counts for nothing."""
        count, depth, abbreviated = 0, 0, False
        closed = sum(token.text == ")" for token in between)
        for token in _without_asides(between):
            if token.text == "(" and closed:
                depth += 1
            elif token.text == ")" and depth:
                depth, closed = depth - 1, closed - 1
            elif depth:
                continue
            elif token.kind is Kind.WORD:
                count += token.low not in lexicon.LINKING and not token.low.isdigit()
            elif token.text in ".!?" and token.kind is Kind.SIGN:
                count += not abbreviated
            abbreviated = token.low in lexicon.ABBREVIATED
        return count

    def _governed(self, phrase: Phrase) -> bool:
        """Whether a name is the object of a verb of calling, or of "to" after "speak", or "by" after "taken"."""
        return self._governed_at(phrase.first)

    def _governed_at(self, first: int) -> bool:
        index = first - 1
        while index >= 0 and self.tokens[index].low in _BEFORE_OBJECT:
            index -= 1
        if index < 0:
            return False
        low = self.tokens[index].low
        if low in lexicon.REACHING or low == "via":
            return True
        words = [token.low for token in self.tokens[max(0, index - 8) : index]]
        if low in ("for", "of"):
            return any(word in lexicon.REACHED_BY or word in ("ask", "asking", "details") for word in words[-2:])
        if low in ("to", "with", "by", "from", "through"):
            return any(word in lexicon.TOWARDS or word in ("touch", "through") for word in words)
        return low in ("in", "at", "within") and self._somebody_governed(index - 1)

    def _somebody_governed(self, last: int) -> bool:
        """Whether somebody without a name, who ends at `last`, is called: "speak to a social worker in the Duty Team"."""
        if last >= 0 and self.tokens[last].low in ("someone", "somebody", "anyone"):
            return self._governed_at(last)
        inner = next((each for each in self.phrases if each.last == last and each.strength is Strength.PLAIN), None)
        return inner is not None and self._governed_at(inner.first)

    def _transparent(self, phrase: Phrase) -> bool:
        """Whether a phrase between a name and its number only tells who or how, and takes nothing from the name."""
        return phrase.person or self._on_the_way(phrase) or self._explains(phrase) or self._relative(phrase)

    def _relative(self, phrase: Phrase) -> bool:
        """Whether a phrase only stands in what is said of a name before it: ", which is staffed by social workers"."""
        for index in range(phrase.first - 1, 0, -1):
            token = self.tokens[index]
            if token.kind is Kind.NUMBER or token.text in (".", ",", ";", ":"):
                return False
            if token.low in _SAYS_MORE and self.tokens[index - 1].text == ",":
                return any(other.last == index - 2 for other in self.phrases)
        return False

    def _on_the_way(self, phrase: Phrase) -> bool:
        before = phrase.first - 1 - (phrase.article != "")
        led = before >= 0 and self.tokens[before].low in ("via", "through")
        bare = phrase.article == "" or phrase.text.lower() in ("switchboard", "reception")
        return phrase.strength is Strength.PLAIN and (phrase.article in ("its", "their") or (led and bare))

    def _explains(self, phrase: Phrase) -> bool:
        """Whether a phrase without capitals stands beside a name to say what it is."""
        before = phrase.first - 1 - (phrase.article != "")
        if phrase.article in ("a", "an") and self.tokens[max(before, 0)].low in ("is", "are"):
            return True
        named = any(other.last == before - 1 for other in self.phrases)
        return phrase.strength is Strength.PLAIN and phrase.article != "" and named and self.tokens[before].text == ","

    def _aside(self, phrase: Phrase) -> bool:
        before = [token.low for token in self.tokens[max(0, phrase.first - 3) : phrase.first]]
        return any(word in _ASIDE for word in before) or phrase.article in ("old",)

    def _in_condition(self, phrase: Phrase, at: int) -> bool:
        """Whether a name stands in a clause that begins with "if" or "when" and ends before the number's own clause."""
        for index in range(phrase.first - 1, -1, -1):
            token = self.tokens[index]
            if token.kind is Kind.SIGN and token.text in ".!?;:,":
                return False
            if token.low in lexicon.CLAUSE_OPENERS:
                between = self.tokens[phrase.last + 1 : at]
                return any(each.text == "," or each.low in lexicon.REACHING | {"try", "or"} for each in between)
        return False


def _without_asides(between: Sequence[Token]) -> list[Token]:
    """The tokens without a clause set off by commas: ", based at the health centre,", ", which covers the county,"."""
    kept: list[Token] = []
    index = 0
    while index < len(between):
        close = next((i for i in range(index + 2, len(between)) if between[i].text in (",", ":")), 0)
        follows = between[index + 1].low if index + 1 < len(between) else ""
        if between[index].text == "," and close and follows not in lexicon.REACHING:
            index = close + 1
            continue
        kept.append(between[index])
        index += 1
    return kept


def reads_as_label(words: str) -> bool:
    """Whether words in front of a colon are a name as they stand, and no order or remark ("Escalate to the Manager")."""
    tokens = tokens_of(words)
    if (
        len(tokens) > 1
        and not tokens[1].capital
        and tokens[0].low in lexicon.REACHING | lexicon.TOWARDS | lexicon.VERBS
    ):
        return tokens[1].low in _HEADS_AFTER_VERB
    inner = [token for token in tokens[1:] if not token.capital and token.kind is Kind.WORD]
    reached = any(
        token.low in lexicon.REACHING and before.low != "of" and not token.capital for before, token in pairwise(tokens)
    )
    return not reached and not any(token.low in _REMARKS for token in inner)


def name_in_front(words: str) -> str:
    """The name in words that stand before a number ("..., or call the Emergency Duty Team on"), "" where none does."""
    end = len(words)
    return Sentences(f"{words} 0", [(end + 1, end + 2)]).owner((end + 1, end + 2)).name


def name_behind(words: str) -> str:
    """The name in words that stand behind a number ("... to speak to the MASH"), "" where none does."""
    return Sentences(f"0 {words}", [(0, 1)]).owner((0, 1)).name


def spoken_of(sentence: str) -> str:
    """The service that a sentence without a number tells of: its subject, or whom it says to call; "" where there is none."""
    return Sentences(sentence, ()).spoken_of()
