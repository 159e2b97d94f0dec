"""Names of people: told by the words around them, and by lists of names where they stand alone.

Capital letters help where a message uses them as usual; in a message without any, or in capitals throughout, only the
words around and the lists tell. A name that is nowhere listed and stands without such words is not found.
"""

import re
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
_NAME = r"[^\W\d_][\w'’-]*"
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
_BESIDE_CHILD = re.compile(rf"\b(?P<who>{_CHILD})(?P<cut>(?:,|:|\s-)?\s\(?)(?P<name>{_NAME})", re.I)
_BESIDE_ADULT = re.compile(rf"\b(?P<who>{_ADULT})(?P<cut>(?:,|:|\s-)?\s\(?)(?P<name>{_NAME})", re.I)
_TITLED = re.compile(
    rf"\b(?P<title>Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Rev|Sgt|PC|DC|DS|DI|Sir|Master)\.?\s(?P<name>{_NAME})", re.I
)
_ABOUT = re.compile(
    rf"(?<!['’\w])(?:re|ref|regarding|concerning|iro|in\srespect\sof|fao|cc)(?:\s?:|\s-)?\s(?P<name>{_NAME})", re.I
)
_KIN = (
    r"(?:mum|mother|mam|mom|dad|father|parents?|family|brothers?|sisters?|siblings?|son|daughter|kids|children|baby|house|home|school|nursery|case|file|referral|plan|social\sworker|sw|gp|teacher|"
    r"nan|gran|grandma|grandad|uncle|aunt|auntie|boyfriend|girlfriend|partner|ex|stepdad|stepmum|foster\scarer|cousin|behaviour|attendance|bruis\w+|injur\w+|medical|assessment|needs|class|health\svisitor|hv|mental\shealth|bedroom|friends?)"
)
_OWNER = re.compile(rf"(?<![\w'’])(?P<name>[^\W\d_][\w-]*?)(?:['’]s|s['’])\s(?:\w+\s)?(?={_KIN}\b)", re.I)
_AGED = re.compile(
    rf"(?<![\w'’])(?P<name>{_NAME}),?\s(?:\(\s?(?:aged?\s?)?\d{{1,2}}\s?(?:yo|yrs?|years?|months?|mths?|wks?|weeks?|m|f)?(?:\sold)?\s?\)|(?:is\s|was\s)?(?:aged?\s\d{{1,2}}|\d{{1,2}}\s?(?:yo|y/o|yrs?\sold|years?\sold|months?\sold))\b)",
    re.I,
)
_MET = re.compile(
    rf"\b(?:spoke\s(?:to|with)|spoken\s(?:to|with)|speaking\s(?:to|with)|met\swith|met|saw|seen|visited|rang|phoned|emailed|worried\sabout|concerned\sabout|supporting|working\swith|referr(?:ed|al\s(?:for|on|about))|for|about|with|and|from|by)\s(?P<name>[A-Z][\w'’-]+)(?=\s[A-Z][a-z'’-]+)"
)
_PARTS_OF_NAMES = frozenset({"de", "van", "von", "bin", "al", "el", "ap", "o'", "mc", "da", "dos"})
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
        return self.text.replace("’", "'").casefold().removesuffix("'s")


def names(text: str, allowed_words: frozenset[str] = frozenset()) -> Iterator[Finding]:
    """Every name that can be told for one. Lower-case `allowed_words` are never part of one."""
    yield from _Names(text, allowed_words).all()


class _Names:
    def __init__(self, text: str, allowed: frozenset[str]) -> None:
        self._text = text
        self._lists: KnownWords = known_words()
        self._allowed = allowed
        self._words = {match.start(): _Word(match[0], match.start(), match.end()) for match in _WORD.finditer(text)}
        self._starts = sorted(self._words)
        self._capitals_tell = _capitals_tell([self._words[start].text for start in self._starts])

    def all(self) -> Iterator[Finding]:
        for pattern, sure in ((_CALLED, True), (_NAMED, True), (_NAME_FIELD, True), (_CALLED_IT, True)):
            for found in pattern.finditer(self._text):
                yield from self._told(found, sure=sure, instead="[name]")
        for found in _TITLED.finditer(self._text):
            yield from self._titled(found)
        for found in _BESIDE_CHILD.finditer(self._text):
            yield from self._told(found, sure=False, instead="the child")
        for found in _BESIDE_ADULT.finditer(self._text):
            yield from self._told(found, sure=False, instead="someone")
        for pattern in (_ABOUT, _OWNER, _AGED, _MET):
            for found in pattern.finditer(self._text):
                yield from self._told(found, sure=False, instead="the child")
        for start in self._starts:
            if self._is_listed(self._words[start]):
                yield from self._whole(start, "the child")

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
            end = self._end(word.start)
            yield Finding(found.start(), end, Kind.NAME, "someone")
        elif found["title"].casefold() in ("mr", "mrs", "mx"):
            yield Finding(found.start(), word.end, Kind.NAME, "someone")

    def _whole(self, start: int, instead: str, cut: int | None = None) -> Iterator[Finding]:
        """The name from its first word on, with its surname, and the names joined to it by a comma or "and"."""
        end = self._end(start)
        begin = start if cut is None else cut
        if cut is not None and self._text[cut:start].rstrip().endswith("(") and self._text[end : end + 1] == ")":
            end += 1
        elif cut is not None and "(" in self._text[cut:start]:
            begin, instead = start, "[name]"
        if self._text[end - 2 : end] in ("'s", "’s"):
            end -= 2
            instead, begin = (instead or "the child"), start
        yield Finding(begin, end, Kind.NAME, instead)
        joined = re.compile(r"(?:,\s|\s(?:and|&|\+)\s|,\sand\s)").match(self._text, end)
        following = self._words.get(joined.end()) if joined else None
        if following and (self._is_listed(following) or (self._capitals_tell and self._unknown_capital(following))):
            yield from self._whole(following.start, "the child")

    def _end(self, start: int) -> int:
        """Where a name ends that begins here: first name, middle ones, surname or initial."""
        word = self._words[start]
        end = word.end
        for _ in range(_LONGEST):
            following = self._words.get(end + 1)
            if following is None or self._text[end] not in " -" or not self._goes_on(following):
                break
            end = following.end
            if len(following.text) == 1 and self._text[end : end + 1] == ".":
                end += 1
        return end

    def _goes_on(self, word: _Word) -> bool:
        if self._passes(word) and not (len(word.text) == 1 and word.text.isupper() and word.text not in "IA"):
            return False
        if len(word.text) == 1:
            return word.text.isupper() and word.text not in "IA"
        if word.plain in self._lists.surnames or word.plain in self._lists.first_names:
            return True
        return self._capitals_tell and word.text[0].isupper() and not self._passes(word)

    def _could_be(self, word: _Word) -> bool:
        return not self._passes(word) and len(word.text) > 1

    def _looks_like(self, word: _Word) -> bool:
        if self._passes(word) or len(word.text) < 2:
            return False
        if word.plain in self._lists.first_names:
            return True
        return self._capitals_tell and word.text[0].isupper() and not word.text.isupper()

    def _is_listed(self, word: _Word) -> bool:
        """A listed name that needs no words around it."""
        if self._passes(word) or word.plain not in self._lists.first_names:
            return False
        written = word.text[0].isupper() and self._capitals_tell
        return written or len(word.plain) >= _SHORTEST_ALONE

    def _unknown_capital(self, word: _Word) -> bool:
        return word.text[0].isupper() and not self._passes(word) and not word.text.isupper()

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
