"""Find the noun phrases of a line that may name a service or a post: runs of capitals, and nouns that can be called."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from knowledge.contacts import lexicon
from knowledge.contacts.tokens import Kind, Token, tokens_of

_FUNCTION = (
    lexicon.DETERMINERS
    | lexicon.PREPOSITIONS
    | lexicon.CONJUNCTIONS
    | lexicon.AUXILIARIES
    | lexicon.PRONOUNS
    | lexicon.ADVERBS
)
_VERBAL = lexicon.REACHING | lexicon.VERBS | (lexicon.TOWARDS - lexicon.FIELDS_OF_WORK)
_HEADS = lexicon.BODIES | lexicon.POSTS
_LONGEST_TAIL = 4  # lower-case words that may stand between a proper name and its noun
_LOOSE_JOINS = frozenset({"in", "to", "with", "upon"})
_WAYS = frozenset({"gateway", "access", "door", "duty", "point"})  # nouns that "to" and "in" may follow inside a name
_ROLE_OF = lexicon.POSTS | {"point"}


class Strength(IntEnum):
    """How surely a phrase names somebody to call."""

    PROPER = 1  # capitals alone: "Lingua Link"
    PLAIN = 2  # a noun that can be called, without capitals: "duty desk"
    FIELD = 3  # capitals and a field of work: "Early Help"
    HEADED = 4  # capitals and a service, a post or an abbreviation


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: tokens [first, last] of its line, its words as printed, and how surely they name somebody."""

    first: int
    last: int
    text: str
    strength: Strength
    person: bool = False
    article: str = ""  # the determiner in front, in lower case


def phrases_in(text: str, tokens: Sequence[Token]) -> list[Phrase]:
    """The phrases of a line in printed order; none overlap."""
    finder = _Finder(text, tokens)
    found: list[Phrase] = []
    at = 0
    while at < len(tokens):
        phrase = finder.proper(at) or finder.plain(at)
        if phrase is None:
            at += 1
            continue
        found.append(phrase)
        at = phrase.last + 1
    return _without_people(found, tokens)


class _Finder:
    def __init__(self, text: str, tokens: Sequence[Token]) -> None:
        self.text, self.tokens = text, tokens

    def _at(self, index: int) -> Token | None:
        return self.tokens[index] if 0 <= index < len(self.tokens) else None

    def _low(self, index: int) -> str:
        token = self._at(index)
        return token.low if token else ""

    def _capital(self, index: int) -> bool:
        """Whether a token has a capital of its own, and not only because a sentence begins with it."""
        token = self._at(index)
        if token is None or not token.capital:
            return False
        if token.acronym or not token.opens:
            return token.acronym or token.low not in _FUNCTION or self._inside_name(index)
        return not self._is_opener(index)

    def _inside_name(self, index: int) -> bool:
        """Whether a function word with a capital stands within a name: "Out of Hours Team", "First Call"."""
        after = self._at(index + 1)
        return after is not None and (after.capital or after.low in ("of", "point"))

    def _is_opener(self, index: int) -> bool:
        """Whether a word is capital only for its place: "The", "Contact" before a name, "Parents" before a verb."""
        low, after = self._low(index), self._at(index + 1)
        heads = after is not None and (after.low in _HEADS or after.low in ("&", "and")) and after.low != "police"
        if low in lexicon.REACHING or low in lexicon.VERBS:
            lone = heads and not (self._capital_word(index + 2) and after is not None and after.low not in ("&", "and"))
            return not (lone and after is not None and (after.capital or after.text == "&"))
        if low in _FUNCTION:
            return not (
                low in ("single", "first", "out") and after is not None and (after.capital or after.low == "of")
            )
        return False

    def _capital_word(self, index: int) -> bool:
        token = self._at(index)
        return token is not None and token.capital

    def _headed(self, first: int, last: int) -> bool:
        """Whether a run of tokens ends in what can be called, a bracket after it left out."""
        token = self.tokens[last]
        return _stem(token.low) in _HEADS or token.acronym

    def proper(self, at: int) -> Phrase | None:
        """A name that begins with the capital at `at`, None where none begins there."""
        if not self._capital(at):
            return None
        if self._low(at) in _OWNERS and self._low(at - 1) in ("the", "our", "your") and self._capital_word(at + 1):
            at += 1  # "the Trust's Named Doctor" is the Named Doctor
        first, last = at, at
        while (further := self._further(first, last)) > last:
            last = further
        owned = self._owner_of_field(first, last)
        if owned is None:
            tail = self._tail(last)
            last = tail or last
            last = self._modified(last)
            last = self._bracket(first, last)
        while last > first and self._low(last) in lexicon.NUMBER_LABELS:
            last -= 1
        if first == last and any(sign.isdigit() for sign in self._low(first)):
            return None  # "SC7", a form or a road
        if self._low(first) in lexicon.REFERENCES and not self._has_head(first, last):
            return None
        if first == last and self._low(first) in lexicon.NUMBER_LABELS | lexicon.REACHING | _KINDS:
            return None
        text = self._printed(first, last)
        return Phrase(first, last, text, self._strength(first, last), article=self._article(first))

    def _further(self, first: int, last: int) -> int:
        """The last token of a name that goes on after `last`, `last` itself where it ends."""
        after, token = self._at(last + 1), self.tokens[last]
        if after is None or (token.low.endswith(("'s", "s'")) and not self._capital_word(last + 1)):
            return last
        if self._capital_word(last + 1) and after.kind is Kind.WORD and after.text != "&":
            return last + 1
        if after.low in ("and", "&"):
            return self._conjoined(first, last)
        if after.low == "," and not self._headed(first, last):
            return self._listed(first, last)
        if after.low in ("of", "for"):
            return self._of(last)
        if after.low in _LOOSE_JOINS and self._capital_word(last + 2) and not self._has_head(first, last):
            return last + 2
        if after.low in ("-", "/") and self._capital_word(last + 2) and after.start == token.end:
            return last + 2
        return last

    def _has_head(self, first: int, last: int) -> bool:
        run = self.tokens[first : last + 1]
        return any((_stem(token.low) in _HEADS and token.low not in _WAYS) or token.acronym for token in run)

    def _conjoined(self, first: int, last: int) -> int:
        """After "and": on where both sides share one noun ("Fostering and Kinship Services"), not between two names."""
        if not self._capital_word(last + 2):
            return last
        if not self._headed(first, last):
            return last + 2
        right = last + 2
        while self._capital_word(right + 1):
            right += 1
        return last if self._headed(last + 2, right) or self._followed_by_number(last) else last + 2

    def _followed_by_number(self, last: int) -> bool:
        return any(token.kind is Kind.NUMBER for token in self.tokens[last + 1 : last + 3])

    def _listed(self, first: int, last: int) -> int:
        """After a comma: on where a list of fields shares one noun: "Information, Advice and Support Service"."""
        at, joined = last, False
        for _ in range(4):
            if self._low(at + 1) in (",", "and", "&") and self._capital_word(at + 2):
                joined = joined or self._low(at + 1) != ","
                at += 2
                while self._capital_word(at + 1):
                    at += 1
                if joined:
                    return at if self._headed(last + 2, at) else last
                if self._headed(last + 2, at):
                    return last
        return last

    def _of(self, last: int) -> int:
        """After "of" or "for": on to a further name, or to what a post is for ("Head of quality")."""
        article = self._low(last + 2) == "the"
        right = last + 3 if article else last + 2
        token = self.tokens[last]
        headed = _stem(token.low) in _HEADS or token.acronym
        if self._capital_word(right) and not (self._low(last + 1) == "for" and (article or not headed)):
            return right
        if token.acronym or (self._low(last + 1) != "of" and _stem(token.low) not in lexicon.POSTS):
            return last
        if _stem(token.low) in _ROLE_OF and not article and self._is_content(right):
            end = right
            while end - right < 2 and self._is_content(end + 1):
                end += 1
            about = self._low(end)
            return last if about in ("advice", "concerns", "matters", "help") or about not in _TOPICS else end
        return last

    def _owner_of_field(self, first: int, last: int) -> int | None:
        """Whether a name only owns what follows: "the LADO's voicemail", "the Panel Manager's direct line"."""
        if not self.tokens[last].low.endswith(("'s", "s'")):
            return None
        ahead = [self._low(index) for index in range(last + 1, last + 4)]
        fields = lexicon.REACHED_BY
        return last if ahead[0] in fields or (ahead[1] in fields and ahead[0] not in _FUNCTION) else None

    def _tail(self, last: int) -> int:
        """The last noun of a name that ends without capitals ("Gateway to Care team"), 0 where it has none."""
        end = 0
        for index in range(last + 1, last + 1 + _LONGEST_TAIL):
            if not self._is_content(index):
                break
            low = _stem(self._low(index))
            if self._low(index + 1) in lexicon.DETERMINERS:
                break  # "the Coordinator chairs the panel": a verb
            if low in _HEADS or low in _TAILS:
                end = index
            elif end:
                break
        return end

    def _modified(self, last: int) -> int:
        """What a post is for, or when it is held: "Named Doctor for child deaths", "consultant on call"."""
        token = self.tokens[last]
        if _stem(token.low) == "point" and self._low(last + 1) == "of" and self._at(last + 2):
            return last + 2  # "Single point of contact"
        if _stem(token.low) not in lexicon.POSTS:
            return last
        if self._low(last + 1) == "on" and self._low(last + 2) in ("call", "duty"):
            return last + 2
        return max(self._of(last), last) if self._low(last + 1) in ("of", "for") else last

    def _bracket(self, first: int, last: int) -> int:
        """The end of a short bracket that is part of a name: "(MASH)", "(North)", and "(emergency)" before a number."""
        if self._low(last + 1) != "(" or self._low(last + 2) in _ASIDES | lexicon.TITLES:
            return last
        for index in range(last + 2, last + 7):
            token = self._at(index)
            if token is None or token.kind in (Kind.NUMBER, Kind.HOURS):
                return last
            if token.text == ")" and index > last + 2:
                if not self._has_head(first, last) and self._has_head(last + 2, index):
                    return last  # "Karen Lowe (Safeguarding Lead)": a person and a post
                return index if self._capital_word(last + 2) or self._number_follows(index) else last
        return last

    def _number_follows(self, index: int) -> bool:
        """Whether a number, with or without its label, comes next."""
        labelled = self._low(index + 1) in lexicon.NUMBER_LABELS or self._low(index + 1) in (":", "-", "–")
        after = self._at(index + 2 if labelled else index + 1)
        return after is not None and after.kind is Kind.NUMBER

    def _strength(self, first: int, last: int) -> Strength:
        inside = [token for token in self.tokens[first : last + 1] if token.kind is Kind.WORD]
        if any(token.acronym or _stem(token.low) in _HEADS for token in inside):
            return Strength.HEADED
        return Strength.FIELD if any(_stem(t.low) in lexicon.FIELDS_OF_WORK for t in inside) else Strength.PROPER

    def plain(self, at: int) -> Phrase | None:
        """A phrase without capitals that begins at `at` and ends in a noun that can be called."""
        token = self._at(at)
        if token is None or not self._is_content(at):
            return None
        last = -1
        for index in range(at, at + _LONGEST_TAIL + 1):
            if not self._is_content(index):
                break
            if (_stem(self._low(index)) in _HEADS and self._low(index) not in _NOT_ALONE) or self._is_care(index):
                last = index
        if last < 0:
            return None
        joined = self._joined_name(last)
        last = joined or self._modified(last)
        if last == at and self._low(at) in lexicon.VAGUE:
            return None
        if _stem(self._low(at)) in lexicon.PEOPLE and self._low(last) in ("line", "lines"):
            return None  # "professionals' line": who may call, not who answers
        text = self._printed(at, last)
        strong = joined > 0 or any(t.acronym for t in self.tokens[at : last + 1])
        return Phrase(at, last, text, Strength.HEADED if strong else Strength.PLAIN, article=self._article(at))

    def _is_care(self, index: int) -> bool:
        return self._low(index) == "care" and self._low(index - 1) == "social"

    def _joined_name(self, last: int) -> int:
        """The end of a named body that a post belongs to: "duty manager of the Safeguarding Hub"; 0 where there is none."""
        if _stem(self._low(last)) not in lexicon.POSTS or self._low(last + 1) != "of":
            return 0
        right = last + 3 if self._low(last + 2) == "the" else last + 2
        name = self.proper(right) if self._capital(right) else None
        return name.last if name else 0

    def _is_content(self, index: int) -> bool:
        """Whether a token is a word without a capital that may stand in a name."""
        token = self._at(index)
        if token is None or token.kind is not Kind.WORD or token.text == "&":
            return False
        if token.capital and not token.opens:
            return False
        low = token.low
        if low in _HEADS and low not in ("lead", "leads", "lines"):
            return True  # "call" and "contact" are verbs, "support" and "visitor" are not
        adverb = low.endswith("ly") and low not in ("early", "family")
        return low not in _FUNCTION and low not in _VERBAL and low[0].isalpha() and not adverb

    def _article(self, first: int) -> str:
        before = self._low(first - 1)
        return before if before in lexicon.DETERMINERS else ""

    def _printed(self, first: int, last: int) -> str:
        text = self.text[self.tokens[first].start : self.tokens[last].end]
        ends = self._low(last + 1) not in _HEADS and re.search(r"[’']s?$", text) is not None
        return re.sub(r"[’']s$|(?<=s)[’']$", "", text) if ends else text


_OWNERS = frozenset({"trust's", "council's", "board's", "partnership's", "hospital's", "school's", "authority's"})
_KINDS = frozenset({"secure", "main", "general", "direct", "daytime", "switchboard", "duty"})
_TAILS = frozenset({"care", "help", "nursing", "visiting"})
_NOT_ALONE = frozenset({"duty", "access"})
_ASIDES = frozenset(["formerly", "previously", "once", "was", "open", "ext", "tel"])
_TOPICS = frozenset(
    [
        "children",
        "child",
        "protection",
        "safeguarding",
        "deaths",
        "death",
        "care",
        "governors",
        "families",
        "quality",
        "adults",
        "people",
        "education",
        "exploitation",
        "abuse",
        "inclusion",
        "service",
        "services",
        "practice",
        "health",
        "school",
    ]
)


def _stem(low: str) -> str:
    """A word without what shows whose it is."""
    return low.removesuffix("'s").removesuffix("'")


def _without_people(found: list[Phrase], tokens: Sequence[Token]) -> list[Phrase]:
    """The phrases with those marked that name a person: titled, or beside a post and with no noun of their own."""
    marked: list[Phrase] = []
    for index, phrase in enumerate(found):
        titled = tokens[phrase.first].low in lexicon.TITLES or (
            phrase.first > 0 and tokens[phrase.first - 1].low in lexicon.TITLES
        )
        words = [token for token in tokens[phrase.first : phrase.last + 1] if token.kind is Kind.WORD]
        nameless = phrase.strength is Strength.PROPER and len(words) in (2, 3)
        beside = [other for other in (*found[max(0, index - 1) : index], *found[index + 1 : index + 2])]
        posted = nameless and any(_is_post(other, tokens) and _touches(phrase, other, tokens) for other in beside)
        told = nameless and [token.text for token in tokens[phrase.last + 1 : phrase.last + 3]] == [",", "who"]
        person = (titled and not _is_post(phrase, tokens)) or posted or told
        marked.append(replace(phrase, person=True) if person else phrase)
    return marked


def _is_post(phrase: Phrase, tokens: Sequence[Token]) -> bool:
    return any(_stem(token.low) in lexicon.POSTS or token.acronym for token in tokens[phrase.first : phrase.last + 1])


def _touches(phrase: Phrase, other: Phrase, tokens: Sequence[Token]) -> bool:
    """Whether only a sign, "is" or an article stands between two phrases."""
    left, right = sorted((phrase, other), key=lambda each: each.first)
    between = tokens[left.last + 1 : right.first]
    return len(between) <= 3 and all(
        token.kind is Kind.SIGN or token.low in ("is", "the", "our", "-", "–") for token in between
    )


def names_post(words: str) -> bool:
    """Whether words hold a noun for a post ("Named Nurse", "LADO")."""
    return any(_stem(token.low) in lexicon.POSTS for token in tokens_of(words))


def post_held(label: str) -> str:
    """The post in a label that names a person and the post they hold ("Ann Example, Head of Safeguarding"), else ""."""
    tokens = tokens_of(label)
    found = phrases_in(label, tokens)
    posts = [phrase for phrase in found if not phrase.person and _is_post(phrase, tokens)]
    if len(posts) != 1 or len(found) - len(posts) != sum(phrase.person for phrase in found) or len(found) == 1:
        return ""
    person = next(phrase for phrase in found if phrase.person)
    comma = tokens[posts[0].last + 1 : person.first] and tokens[posts[0].last + 1].text == ","
    titled = tokens[person.first].low in lexicon.TITLES
    return "" if comma and not titled else posts[0].text  # "Designated Nurse, Harrowby Place" is a place
