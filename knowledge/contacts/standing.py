"""How a name stands in its sentence: who is called, who is only spoken of, who explains or leads to somebody else."""

from collections.abc import Sequence

from knowledge.contacts import lexicon
from knowledge.contacts.phrases import Phrase, Strength
from knowledge.contacts.tokens import Kind, Token
from knowledge.contacts.weights import REACH

_BEFORE_OBJECT = lexicon.DETERMINERS | {"and", "either", "also", "then"}
_BEFORE_SUBJECT = lexicon.DETERMINERS | {"after", "from", "at", "on", "outside", "before", "between", "during", ","}
_LEADS = frozenset(("to", "with", "by", "from", "through"))
_LEAD_REACH = 8  # words before "to" in which "speak", "refer" or "report" is looked for
_WHERE = frozenset(("at", "in", "within"))
_DONE = frozenset(("rung", "called", "phoned", "telephoned", "contacted", "emailed", "notified", "informed", "told"))
_ENDS_CONDITION = (lexicon.REACHING | {"or"}) - _DONE
_SOMEBODY = frozenset(("someone", "somebody", "anyone"))
_ASIDE = frozenset(
    ("about", "regarding", "concerning", "against", "formerly", "previously", "old", "former", "part", "known", "than")
)
_SAYS_MORE = frozenset(
    ("which", "who", "based", "located", "hosted", "led", "run", "staffed", "covering", "including", "part", "within")
)
_WAYS = frozenset({"switchboard", "reception"})


class Standing:
    """The names of a line with the words around them."""

    def __init__(self, tokens: Sequence[Token], phrases: Sequence[Phrase]) -> None:
        self.tokens, self.phrases = tokens, phrases
        self._by_end = {phrase.last: phrase for phrase in phrases}

    def is_governed(self, first: int) -> bool:
        """Whether what begins at token `first` is the object of a verb of calling, or of "speak to", "taken by"."""
        index = first - 1
        while index >= 0 and self.tokens[index].low in _BEFORE_OBJECT:
            index -= 1
        if index < 0:
            return False
        low = self.tokens[index].low
        if low in lexicon.REACHING or low == "via":
            return True
        before = [token.low for token in self.tokens[max(0, index - _LEAD_REACH) : index]]
        if low in ("for", "of"):
            return any(word in lexicon.REACHED_BY or word in ("ask", "asking", "details") for word in before[-2:])
        if low in _LEADS:
            return any(word in lexicon.TOWARDS or word in ("touch", "through", "call", "calls") for word in before)
        return low in ("in", "at", "within") and self._somebody_governed(index - 1)

    def _somebody_governed(self, last: int) -> bool:
        """Whether somebody without a name, who ends at `last`, is called: "speak to a social worker in the Duty Team"."""
        if last >= 0 and self.tokens[last].low in _SOMEBODY:
            return self.is_governed(last)
        inner = self._by_end.get(last)
        return (
            inner is not None
            and inner.strength is Strength.PLAIN
            and inner.article != "the"
            and self.is_governed(inner.first)
        )

    def begins_sentence(self, phrase: Phrase) -> bool:
        """Whether a sentence begins with the phrase, its article and any time in front of it left out."""
        for index in range(phrase.first - 1, max(phrase.first - REACH, -1), -1):
            if self.tokens[index + 1].opens:
                break
            token = self.tokens[index]
            timed = token.kind is Kind.HOURS or token.text[:1].isdigit()
            if not timed and token.low not in _BEFORE_SUBJECT:
                return False
        return True

    def is_transparent(self, phrase: Phrase) -> bool:
        """Whether a phrase between a name and its number only tells who or how, and takes nothing from the name."""
        return phrase.person or self.is_on_the_way(phrase) or self.only_explains(phrase)

    def is_on_the_way(self, phrase: Phrase) -> bool:
        """Whether a phrase is the way to somebody else: "through switchboard", "via its secretary"."""
        if phrase.strength is not Strength.PLAIN:
            return False
        before = self._before(phrase)
        bare = phrase.article == "" or self.tokens[phrase.last].low in _WAYS
        led = before >= 0 and self.tokens[before].low in ("via", "through")
        care_of = before >= 0 and self.tokens[before].low == "c/o"
        return phrase.article in ("its", "their") or care_of or (bare and led)

    def only_explains(self, phrase: Phrase) -> bool:
        """Whether a phrase only says what a name beside it is: "Families First, our early help service"."""
        before = self._before(phrase)
        if phrase.strength is Strength.PLAIN and phrase.article and before > 0:
            is_one = self.tokens[before].low in ("is", "are")
            said_of = self._by_end.get(before - 1)
            predicate = is_one and (phrase.article in ("a", "an") or (said_of is not None and not said_of.person))
            apposed = self.tokens[before].text == "," and before - 1 in self._by_end
            if predicate or apposed:
                return True
        return self._in_further_clause(phrase)

    def _in_further_clause(self, phrase: Phrase) -> bool:
        """Whether a phrase stands in what is said of a name before it: ", which is staffed by social workers"."""
        for index in range(phrase.first - 1, max(phrase.first - REACH, 0), -1):
            token = self.tokens[index]
            if token.kind is Kind.NUMBER or token.text in (".", ",", ";", ":"):
                return False
            if token.low in _SAYS_MORE and self.tokens[index - 1].text == ",":
                return index - 2 in self._by_end
        return False

    def _before(self, phrase: Phrase) -> int:
        """The index of the token before a phrase and its article."""
        return phrase.first - 1 - (phrase.article != "")

    def is_beside_another(self, phrase: Phrase) -> bool:
        """Whether a name only tells where another in front of it is: "Support Team, Civic Centre", "Officer at the county FA"."""
        before = self._before(phrase)
        inside = range(max(before - 2, 0), before + 1)
        before = next((index for index in inside if self.tokens[index].low in _WHERE), before)  # "at the county FA"
        joint = self.tokens[before].low if before > 0 else ""
        other = self._by_end.get(before - 1)
        if other is None or other.person:
            return False
        called = other.strength is Strength.PLAIN and other.article == "the" and self.is_governed(other.first)
        named = other.strength is Strength.HEADED or called
        return named and (joint in _WHERE or (joint == "," and phrase.article == ""))

    def is_aside(self, phrase: Phrase) -> bool:
        """Whether a phrase is only what something is about, or an earlier name."""
        return any(token.low in _ASIDE for token in self.tokens[max(0, phrase.first - 3) : phrase.first])

    def is_in_condition(self, phrase: Phrase, at: int) -> bool:
        """Whether a phrase stands in a clause that begins with "if" or "when" and ends before the number's own clause."""
        for index in range(phrase.first - 1, max(phrase.first - REACH, -1), -1):
            token = self.tokens[index]
            if token.kind is Kind.SIGN and token.text in ".!?;:,":
                return False
            if token.low in lexicon.CLAUSE_OPENERS:
                between = self.tokens[phrase.last + 1 : at]
                return any(each.text == "," or each.low in _ENDS_CONDITION for each in between)
        return False


def strange_words(between: Sequence[Token]) -> int:
    """The words between a name and a number that do more than link the two; brackets and asides count for nothing."""
    count, depth, abbreviated = 0, 0, False
    closing = sum(token.text == ")" for token in between)
    for token in _without_asides(between):
        if token.text == "(" and closing:
            depth += 1
        elif token.text == ")" and depth:
            depth, closing = depth - 1, closing - 1
        elif depth == 0 and token.kind is Kind.WORD:
            count += token.low not in lexicon.LINKING and not token.low.isdigit()
        elif depth == 0 and token.kind is Kind.SIGN and token.text in ".!?":
            count += not abbreviated
        abbreviated = token.low in lexicon.ABBREVIATED
    return count


def _without_asides(between: Sequence[Token]) -> list[Token]:
    """The tokens without clauses set off by commas: ", based at the health centre,", ", which covers the county:"."""
    kept: list[Token] = []
    index = 0
    while index < len(between):
        closes = next((i for i in range(index + 2, len(between)) if between[i].text in (",", ":")), 0)
        ordered = index + 1 < len(between) and between[index + 1].low in lexicon.REACHING
        numbered = any(token.kind is Kind.NUMBER for token in between[index:closes])
        if between[index].text == "," and closes and not (ordered or numbered):
            index = closes + 1
            continue
        kept.append(between[index])
        index += 1
    return kept
