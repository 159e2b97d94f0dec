"""Names of people: told by the words around them, and by lists of names where they stand alone.

Capital letters help where a message uses them as usual; in a message without any, or in capitals throughout, only the
words around and the lists tell. A name that is nowhere listed and stands without such words is not found.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from bot.conversations.privacy.finding import Finding, Kind
from bot.conversations.privacy.known_words import KnownWords, known_words

_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’-](?=[^\W\d_]))*")
_CHILD = (
    r"(?:child|children|kids?|boys?|girls?|lad|lass|bab(?:y|ies)|toddler|infant|newborn|pupils?|students?|son|sons|daughters?|brothers?|sisters?|siblings?|twins?|"
    r"teenager|teen|youngster|young\sperson|yp|cousin|niece|nephew|friend|mate|grandson|granddaughter|stepson|stepdaughter|\d{1,2}\s?(?:yo|yr\s?old|year\sold|y/o)|subject)"
)
_ADULT = (
    r"(?:mum|mother|mom|mam|dad|father|stepdad|stepmum|step-?father|step-?mother|parents?|carer|foster\scarer|uncle|aunt|auntie|aunty|nan|gran|grandma|grandad|grandmother|grandfather|"
    r"partner|boyfriend|girlfriend|husband|wife|ex|neighbour|man|woman|perpetrator|social\sworker|sw|teacher|head|headteacher|hv|health\svisitor|midwife|gp|doctor|officer|manager|"
    r"dsl|colleague|worker|keyworker|key\sworker|support\sworker|ta|nurse|perp|suspect|fella|lodger|babysitter|coach|tutor|chair|team\smanager|supervisor)"
)
_NAME = r"[^\W\d_][\w'’-]{0,40}"
_CALLED = re.compile(
    rf"\b(?P<who>{_CHILD}|{_ADULT}|someone|somebody)\b(?:,?\s(?:who|that))?(?:['’]?s|\sis|\swas|\sare|\swere)?\s?(?P<cut>,?\s?\(?(?:called|named|known\sas|goes\sby|by\sthe\sname\sof|with\sthe\sname))\s(?:[\"“'])?(?P<name>{_NAME})",
    re.I,
)
_NAMED = re.compile(
    rf"\b(?:his|her|their|child['’]?s|childs|pupil['’]?s|mum['’]?s|dad['’]?s|girl['’]?s|boy['’]?s|baby['’]?s|kid['’]?s|full|first|last|family|the|student['’]?s|mother['’]?s|father['’]?s|brother['’]?s|sister['’]?s)\s(?:full\s|first\s|last\s|sur)?names?(?:['’]s|\sis|\sare|\swas|:|\s=|\s-)\s?(?P<name>{_NAME})",
    re.I,
)
_NAME_FIELD = re.compile(
    rf"(?:^|[\s(])(?:child\s|full\s|pupil\s|first\s|sur|fore)?name\s?[:=]\s?(?P<name>{_NAME})", re.I
)
_CALLED_IT = re.compile(rf"\b(?:he|she|they)(?:['’]?s|\sis|\sare|\swas)\s(?:called|named)\s(?P<name>{_NAME})", re.I)
_LABELLED = re.compile(rf"\b(?:{_CHILD}|{_ADULT}|patient|client)\s?:\s(?P<name>(?-i:[A-Z][a-z])[\w'’-]{{0,40}})", re.I)
_SIGNED = re.compile(
    r"\b(?i:thanks|thank\syou|thx|cheers|ta|regards|signed|sincerely|yours)[,!]?\s(?P<name>[A-Z][a-z'’-]+)(?=[\W\s]*$)"
)
_BESIDE_CHILD = re.compile(rf"\b(?P<who>{_CHILD})(?P<cut>(?:,|:|\s-)?\s\(?)(?P<name>{_NAME})", re.I)
_BESIDE_ADULT = re.compile(rf"\b(?P<who>{_ADULT})(?P<cut>(?:,|:|\s-)?\s\(?)(?P<name>{_NAME})", re.I)
_TITLED = re.compile(
    rf"\b(?P<title>(?:Mr\s(?:and|&)\s)?(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Rev|Sgt|PC|DC|DS|DI|Sir|Master|Sergeant|Inspector|Constable|Detective\sSergeant|Detective\sConstable|Detective\sInspector|Superintendent|Father|Imam|Pastor|Judge|Nurse|Sister|Councillor|Cllr))\.?\s(?P<name>{_NAME})",
    re.I,
)
_ABOUT = re.compile(
    rf"(?<!['’\w])(?:re|ref|regarding|concerning|iro|in\srespect\sof|fao|cc)(?:\s?:|\s-)?\s(?P<name>{_NAME})", re.I
)
_KIN = (
    r"(?:mum|mother|mam|mom|dad|father|parents?|family|brothers?|sisters?|siblings?|son|daughter|kids|children|baby|house|home|school|nursery|case|file|referral|plan|social\sworker|sw|gp|teacher|"
    r"nan|nana|nanna|nanny|nain|taid|mamgu|gran|granny|grandma|grandpa|grandad|uncle|aunt|auntie|boyfriend|girlfriend|partner|ex|stepdad|stepmum|foster\scarer|cousin|behaviour|attendance|bruis\w+|injur\w+|medical|assessment|needs|class|health\svisitor|hv|mental\shealth|bedroom|friends?)"
)
_OWNER = re.compile(rf"(?<![\w'’-])(?P<name>[^\W\d_][\w-]{{0,40}}?)(?:['’]s|s['’])\s(?:\w+\s)?(?={_KIN}\b)", re.I)
_AGED = re.compile(
    rf"(?<![\w'’-])(?P<name>{_NAME}),?\s(?:\(\s?(?:aged?\s?)?\d{{1,2}}\s?(?:yo|yrs?|years?|months?|mths?|wks?|weeks?|m|f)?(?:\sold)?\s?\)|(?:is\s|was\s)?(?:aged?\s\d{{1,2}}|\d{{1,2}}\s?(?:yo|y/o|yrs?\sold|years?\sold|months?\sold))\b)",
    re.I,
)
_BRACKETED_AGE = re.compile(
    r"(?<![\w'’])(?P<name>[^\W\d_]{4,})\s\((?:aged?\s)?(?:\d|1[0-8])\s?(?:yo|yrs?|years?|m|f)?\)", re.I
)
_MET = re.compile(
    r"\b(?:spoke\s(?:to|with)|spoken\s(?:to|with)|speaking\s(?:to|with)|met\swith|met|saw|seen|visited|rang|phoned|emailed|worried\sabout|concerned\sabout|supporting|working\swith|referr(?:ed|al\s(?:for|on|about))|for|about|with|and|from|by)\s(?P<name>[A-Z][\w'’-]+)(?=\s[A-Z][a-z'’-]+)"
)
# What tells a name, whether any word that is nobody's will do for one there, and what stands in its place.
_TOLD_BY = (
    (_CALLED, True, "[name]"),
    (_NAMED, True, "[name]"),
    (_NAME_FIELD, True, "[name]"),
    (_CALLED_IT, True, "[name]"),
    (_LABELLED, True, "[name]"),
    (_SIGNED, True, "someone"),
    (_BESIDE_CHILD, False, "the child"),
    (_BESIDE_ADULT, False, "someone"),
    (_ABOUT, False, "the child"),
    (_OWNER, True, "the child"),
    (_BRACKETED_AGE, True, "the child"),
    (_AGED, False, "the child"),
    (_MET, False, "the child"),
)
_BORN = re.compile(
    rf"(?<![\w'’-])(?P<name>{_NAME}(?:\s{_NAME}){{0,2}}),?\s\(?(?:d\.?\s?o\.?\s?b\b|born\s\d|date\sof\sbirth)", re.I
)
_INITIAL = re.compile(r"(?<![\w.])[A-Z]\.\s?(?P<name>[A-Z][^\W\d_A-Z][\w'’-]+)")
_BEFORE_A_LETTER = re.compile(
    r"\b(?:section|appendix|annex|part|chapter|paragraph|para|level|option|table|schedule|figure|form|note|step)\s$",
    re.I,
)
# Endings of words that are nobody's name, however they are written ("Disguised Compliance").
_ORDINARY_ENDING = re.compile(
    r"(?:ance|ence|tion|sion|ment|ments|ity|ities|ness|ised|ulties|ship|ional|ical|ative|aire|ology)$", re.I
)
_ACRONYM = re.compile(r"[A-Z]{2}")  # "TAs", "DSLs"
_JOINED = re.compile(r"(?:,\s|\s(?:and|&|\+)\s|,\sand\s)")
_PARTS_OF_NAMES = frozenset({"de", "van", "von", "bin", "al", "el", "ap", "o'", "mc", "da", "dos"})
# What stands before a word in the middle of a sentence where a person may follow, and seldom a place or an office.
_GOES_ON = re.compile(
    r"(?<!\bthe)(?<!\b[aA])(?<!\b(?:in|on|of|is|at|as|an|or|to))(?<!\b(?:and|are|our|was|via|per|any|The))(?<!\b(?:from|near|Dear|dear|into|does|area))(?<!\bunder)[a-z,;]\s$"
)
_OF_AN_OFFICE = re.compile(
    r"(?:['’]s)?\s(?:street|hospital|trust|council|house|centre|review|inquiry|protocol|model|act|law|rule|team|committee|foundation|partnership|report|scale|tool|checklist|assessment|"
    r"framework|guidance|university|city|county|town|village|police|mash|borough|nhs|lodge|hub|surgery|clinic|ward|court|week|day|policy|procedures?|manual|area|scheme|project|service|scandal|case)\b",
    re.I,
)
_SHORTEST_CAPITAL = 3
_MONTHS = frozenset({"may", "june", "april", "august", "will", "mark", "grant", "christmas", "summer's"})
_LONGEST = 3  # words after the first that a name may have
_SHOUTED = 0.7  # share of capitals among the letters, from which they tell nothing
_TITLED_STYLE = 0.75  # share of words with a capital, from which capitals tell nothing
_FEW_WORDS = 5
_SHORTEST_ALONE = 4  # letters of a listed name that is taken for one in lower case, without any words around it


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int

    @property
    def plain(self) -> str:
        bare = unicodedata.normalize("NFKD", self.text.replace("’", "'"))
        return "".join(sign for sign in bare if not unicodedata.combining(sign)).casefold().removesuffix("'s")


def names(text: str, allowed_words: frozenset[str] = frozenset()) -> Iterator[Finding]:
    """Every name that can be told for one. Lower-case `allowed_words` are never part of one."""
    yield from _Names(text, allowed_words).all()


class _Names:
    def __init__(self, text: str, allowed: frozenset[str]) -> None:
        self._text = text
        self._lists: KnownWords = known_words()
        self._allowed = allowed
        self._words = {match.start(): _Word(match[0], match.start(), match.end()) for match in _WORD.finditer(text)}
        self._seen: set[int] = set()  # where names begin that have been found
        self._starts = sorted(self._words)
        self._capitals_tell = _capitals_tell([self._words[start].text for start in self._starts])
        self._has_small_words = any(word.text.islower() and len(word.text) > 1 for word in self._words.values())

    def all(self) -> Iterator[Finding]:
        for pattern, sure, instead in _TOLD_BY:
            for found in pattern.finditer(self._text):
                yield from self._told(found, sure=sure, instead=instead)
        for found in _TITLED.finditer(self._text):
            yield from self._titled(found)
        for found in _BORN.finditer(self._text):
            yield from self._before_birth(found)
        for found in _INITIAL.finditer(self._text):
            word = self._words.get(found.start("name"))
            if word and not self._passes(word) and not _BEFORE_A_LETTER.search(self._text[: found.start()]):
                yield Finding(found.start(), self._without_s(self._end(word.start)), Kind.NAME, "someone")
        for start in self._starts:
            if self._is_listed(self._words[start]):
                yield from self._whole(self._first_listed(start), "the child")
            elif self._stands_out(start):
                yield from self._whole(self._first(start), "the child")

    def _before_birth(self, found: re.Match[str]) -> Iterator[Finding]:
        """The words right before a date of birth, from the first that could be a name on."""
        inside = [word for start, word in self._words.items() if found.start("name") <= start < found.end("name")]
        while inside and self._passes(inside[0]):
            inside.pop(0)
        if inside and not any(self._passes(word) for word in inside):
            yield Finding(inside[0].start, inside[-1].end, Kind.NAME, "the child")

    def _told(self, found: re.Match[str], *, sure: bool, instead: str) -> Iterator[Finding]:
        """A name that the words around it tell. With `sure` ones, any word that is nobody's will do."""
        word = self._words.get(found.start("name"))
        if word is None or not (self._could_be(word) if sure else self._looks_like(word)):
            return
        cut = found.groupdict().get("cut")
        yield from self._whole(word.start, "" if cut else instead, found.start("cut") if cut else None)

    def _titled(self, found: re.Match[str]) -> Iterator[Finding]:
        word = self._words.get(found.start("name"))
        if word is None or self._passes(word):
            return
        title_written = found["title"][0].isupper()
        listed = word.plain in self._lists.surnames or word.plain in self._lists.first_names
        if listed or (title_written and word.text[0].isupper()):
            yield Finding(found.start(), self._without_s(self._end(word.start)), Kind.NAME, "someone")
        elif found["title"].casefold() in ("mr", "mrs", "mx"):
            yield Finding(found.start(), self._without_s(word.end), Kind.NAME, "someone")

    def _whole(self, start: int, instead: str, cut: int | None = None) -> Iterator[Finding]:
        """The name from its first word on, with its surname, and the names joined to it by a comma or "and"."""
        if start in self._seen:
            return
        one = self._one(start, instead, cut)
        yield one
        while following := self._joined_to(one.end):
            one = self._one(following.start, "the child", None)
            yield one

    def _one(self, start: int, instead: str, cut: int | None) -> Finding:
        """One name. From `cut` on the words that lead to it go with it ("called", an opening bracket)."""
        self._seen.add(start)
        end = self._end(start)
        begin = start if cut is None else cut
        bracket = cut is not None and "(" in self._text[cut:start]
        if bracket and self._text[end : end + 1] == ")":
            end += 1
        elif bracket:
            begin, instead = start, "[name]"
        if self._without_s(end) != end:
            begin, end, instead = start, self._without_s(end), instead or "the child"
        return Finding(begin, end, Kind.NAME, instead)

    def _without_s(self, end: int) -> int:
        return end - 2 if self._text[end - 2 : end] in ("'s", "’s", "'S", "’S") else end

    def _joined_to(self, end: int) -> _Word | None:
        joined = _JOINED.match(self._text, end)
        word = self._words.get(joined.end()) if joined else None
        if word is None or word.start in self._seen:
            return None
        return word if self._is_listed(word) or (self._capitals_tell and self._unknown_capital(word)) else None

    def _end(self, start: int) -> int:
        """Where a name ends that begins here: first name, middle ones, surname or initial."""
        word = self._words[start]
        end = word.end
        for _ in range(_LONGEST):
            following = self._words.get(end + 1)
            if (
                following is None
                or self._text[end] not in " -"
                or not self._goes_on(following, shouted=word.text.isupper())
            ):
                break
            end = following.end
            if len(following.text) == 1 and self._text[end : end + 1] == ".":
                end += 1
        return end

    def _goes_on(self, word: _Word, *, shouted: bool) -> bool:
        if self._passes(word) and not (len(word.text) == 1 and word.text.isupper() and word.text not in "IA"):
            return False
        if len(word.text) == 1:
            return word.text.isupper() and word.text not in "IA"
        if word.plain in self._lists.surnames or word.plain in self._lists.first_names:
            return True
        told = self._capitals_tell or self._has_small_words
        return told and word.text[0].isupper() and word.text.isupper() == shouted

    def _could_be(self, word: _Word) -> bool:
        return not self._passes(word) and len(word.text) > 1

    def _looks_like(self, word: _Word) -> bool:
        if self._passes(word) or len(word.text) < 2:
            return False
        if word.plain in self._lists.first_names or self._has_surname(word):
            return True
        return self._capitals_tell and word.text[0].isupper() and not word.text.isupper()

    def _written_with_surname(self, word: _Word) -> bool:
        """A name that is a word as well ("Summer"), with a capital, and a surname with one behind it. Months need more."""
        following = self._words.get(word.end + 1)
        capitals = self._capitals_tell and following and word.text[0].isupper() and following.text[0].isupper()
        return (
            bool(capitals) and word.plain not in _MONTHS and word.plain not in self._allowed and self._has_surname(word)
        )

    def _has_surname(self, word: _Word) -> bool:
        """A first name that is a word as well, with a surname behind it."""
        following = self._words.get(word.end + 1)
        if following is None or self._text[word.end] != " ":
            return False
        if following.plain in self._lists.plain_surnames:
            return len(word.text) >= _SHORTEST_CAPITAL
        return word.plain in self._lists.also_words and following.plain in self._lists.surnames

    def _is_listed(self, word: _Word) -> bool:
        """A listed name that needs no words around it."""
        if self._written_with_surname(word):
            return True
        if self._passes(word):
            return False
        if word.plain in self._lists.plain_surnames:
            return len(word.plain) > _SHORTEST_ALONE
        if self._has_surname(word) and self._text[word.end : word.end + 1] == " ":
            return True
        if not any(part in self._lists.first_names for part in word.plain.split("-")):
            return False
        written = word.text[0].isupper() and self._capitals_tell
        return written or len(word.plain) >= _SHORTEST_ALONE

    def _stands_out(self, start: int) -> bool:
        """A word with a capital in the middle of a sentence that is nobody's and is written with others that are not."""
        word = self._words[start]
        if not self._capitals_tell or not self._unknown_capital(word) or len(word.text) < _SHORTEST_CAPITAL:
            return False
        if word.text.startswith(("I'", "I’")) or not _GOES_ON.search(self._text[max(0, start - 8) : start]):
            return False
        return not _OF_AN_OFFICE.match(self._text, self._end(start))

    def _first(self, start: int) -> int:
        """Where a name begins of which the word at `start` is a part: "Brayden Stubbs" where the list holds neither."""
        for earlier in reversed(self._starts[: bisect_left(self._starts, start)]):
            word = self._words[earlier]
            if word.end + 1 != start or not self._unknown_capital(word):
                break
            start = word.start
        return start

    def _first_listed(self, start: int) -> int:
        """Where a name begins whose listed part is at `start`: first names before it go with it, however short."""
        for earlier in reversed(self._starts[: bisect_left(self._starts, start)]):
            word = self._words[earlier]
            if word.end + 1 != start or word.plain not in self._lists.first_names or self._passes(word):
                break
            start = word.start
        return start

    def _unknown_capital(self, word: _Word) -> bool:
        if _ACRONYM.match(word.text) or _ORDINARY_ENDING.search(word.plain):
            return False
        return word.text[0].isupper() and not self._passes(word)

    def _passes(self, word: _Word) -> bool:
        plain = word.plain
        return plain in self._lists.passing or plain in self._allowed or plain in _PARTS_OF_NAMES


def _capitals_tell(words: list[str]) -> bool:
    """Whether capital letters say anything in this message: it has some, and not everywhere."""
    letters = "".join(words)
    if not letters or sum(letter.isupper() for letter in letters) > _SHOUTED * len(letters):
        return False
    long = [word for word in words if len(word) > 3]
    return len(words) < _FEW_WORDS or not long or sum(word[0].isupper() for word in long) <= _TITLED_STYLE * len(long)
