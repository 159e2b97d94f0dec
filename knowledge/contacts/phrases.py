"""Find the noun phrases of a line that may name a service or a post: runs of capitals, and nouns that can be called."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from knowledge.contacts import lexicon
from knowledge.contacts.proper import end_of_name, end_of_post, has_head
from knowledge.contacts.tokens import Kind, Token, tokens_of
from knowledge.contacts.words import HEADS, Words, is_head, stem

_LONGEST_PLAIN = 5  # words without capitals in one name
_NEVER_ALONE = frozenset({"duty", "access"})
_KINDS = frozenset({"secure", "main", "general", "direct", "daytime", "switchboard", "duty"})
_NO_NAME_ALONE = lexicon.NUMBER_LABELS | lexicon.REACHING | _KINDS


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
    words = Words(text, tokens)
    found: list[Phrase] = []
    at = 0
    while at < len(tokens):
        phrase = _proper(words, at) if words.begins_name(at) else _plain(words, at)
        if phrase:
            found.append(phrase)
        at = phrase.last + 1 if phrase else at + 1
    return _with_people_marked(found, tokens)


def _proper(words: Words, first: int) -> Phrase | None:
    """The name that begins with the capital at `first`, None where it is a reference or a label."""
    owner = words.tokens[first].acronym and words.low(first).endswith("'s")
    if (owner or words.low(first) in lexicon.OWNERS) and words.article(first) and words.is_upper(first + 1):
        first += 1  # "the Trust's Named Doctor" is the Named Doctor
    last = end_of_name(words, first)
    numbered = first == last or any(sign.isdigit() for sign in words.low(first + 1)) or words.is_number(last + 1)
    nobody = words.low(first) in lexicon.NO_SERVICES or (words.low(first) in lexicon.REFERENCES and numbered)
    reference = nobody and not has_head(words, first, last)
    lone = first == last and (words.low(first) in _NO_NAME_ALONE or any(sign.isdigit() for sign in words.low(first)))
    if reference or lone:
        return None
    inside = range(first, last + 1)
    if any(words.is_headed(index) for index in inside):
        strength = Strength.HEADED
    else:
        working = any(words.noun(index) in lexicon.FIELDS_OF_WORK for index in inside)
        strength = Strength.FIELD if working else Strength.PROPER
    ages = words.low(first - 1).isdigit() and words.low(first - 2) == "to" and words.low(first - 3).isdigit()
    begin = first - 3 if ages else first  # "the 0 to 19 Team"
    return Phrase(begin, last, _printed(words, begin, last), strength, article=words.article(begin))


def _plain(words: Words, first: int) -> Phrase | None:
    """A phrase without capitals that begins at `first` and ends in a noun that can be called."""
    last = -1
    out_of_hours = words.low(first) == "hours" and words.low(first - 1) == "of" and words.low(first - 2) == "out"
    begin = first - 2 if out_of_hours else first
    for index in range(first, first + _LONGEST_PLAIN):
        if not words.is_content(index):
            break
        social_care = words.low(index) == "care" and words.low(index - 1) == "social"
        if (is_head(words.low(index)) and words.low(index) not in _NEVER_ALONE) or social_care:
            last = index
    if last < 0:
        return None
    body = _body_of_post(words, last)
    last = body or end_of_post(words, last)
    vague = words.low(first) in lexicon.VAGUE or words.low(first).removesuffix("s") in lexicon.VAGUE
    verb = words.low(last + 1) in lexicon.DETERMINERS  # "chairs the panel"
    alone = last == first and (vague or verb)
    callers = words.noun(first) in lexicon.PEOPLE and words.low(last) in ("line", "lines")  # "professionals' line"
    if alone or callers:
        return None
    named = body > 0 or any(token.acronym for token in words.tokens[first : last + 1])
    strength = Strength.HEADED if named else Strength.PLAIN
    return Phrase(begin, last, _printed(words, begin, last), strength, article=words.article(begin))


def _body_of_post(words: Words, last: int) -> int:
    """The end of the named body that a post belongs to ("duty manager of the Safeguarding Hub"), 0 where there is none."""
    if words.noun(last) not in lexicon.POSTS or words.low(last + 1) != "of":
        return 0
    right = last + 3 if words.low(last + 2) == "the" else last + 2
    return end_of_name(words, right) if words.begins_name(right) else 0


def _printed(words: Words, first: int, last: int) -> str:
    """The words as they stand, without the sign that they own what follows."""
    text = words.text[words.tokens[first].start : words.tokens[last].end]
    return text if words.noun(last + 1) in HEADS else re.sub(r"[’']s$|(?<=s)[’']$", "", text)


def _with_people_marked(found: list[Phrase], tokens: Sequence[Token]) -> list[Phrase]:
    """The phrases with those marked that name a person: titled, or beside a post and with no noun of their own."""
    return [
        replace(phrase, person=_is_person(phrase, found[max(0, at - 1) : at], found[at + 1 : at + 2], tokens))
        for at, phrase in enumerate(found)
    ]


def _is_person(phrase: Phrase, earlier: list[Phrase], later: list[Phrase], tokens: Sequence[Token]) -> bool:
    if is_post(phrase, tokens):
        return False
    if any(token.low in lexicon.TITLES for token in tokens[max(0, phrase.first - 1) : phrase.first + 1]):
        return True
    words = [token for token in tokens[phrase.first : phrase.last + 1] if token.kind is Kind.WORD]
    if phrase.strength is not Strength.PROPER or len(words) not in (2, 3) or phrase.article:
        return False
    held = phrase.first > 0 and tokens[phrase.first - 1].low == "is" and any(is_post(each, tokens) for each in earlier)
    told = held or [token.text for token in tokens[phrase.last + 1 : phrase.last + 3]] == [",", "who"]
    return told or any(is_post(other, tokens) and _touches(phrase, other, tokens) for other in (*earlier, *later))


def is_post(phrase: Phrase, tokens: Sequence[Token]) -> bool:
    """Whether a phrase names a post, or an abbreviation that may be one."""
    return any(stem(token.low) in lexicon.POSTS or token.acronym for token in tokens[phrase.first : phrase.last + 1])


def _touches(phrase: Phrase, other: Phrase, tokens: Sequence[Token]) -> bool:
    """Whether only a sign, "is" or an article stands between two phrases."""
    left, right = sorted((phrase, other), key=lambda each: each.first)
    between = tokens[left.last + 1 : right.first]
    linking = ("is", "the", "our")
    return len(between) <= len(linking) and all(token.kind is Kind.SIGN or token.low in linking for token in between)


def names_post(words: str) -> bool:
    """Whether words hold a noun for a post ("Named Nurse", "LADO")."""
    return any(stem(token.low) in lexicon.POSTS for token in tokens_of(words))


def is_rank(name: str) -> bool:
    """Whether a name is only a rank that many services have ("Detective Inspector", "Duty Manager")."""
    words = name.lower().split()
    return len(words) > 1 and words[-1] in lexicon.POSTS and all(word in lexicon.RANKS for word in words[:-1])


def is_lone_noun(words: str) -> bool:
    """Whether words are one noun that names nobody alone ("Centre", "Team")."""
    return words.lower() in lexicon.VAGUE | HEADS and " " not in words and not words.isupper()


def post_held(label: str) -> str:
    """The post in a label that names a person and the post they hold ("Ann Example, Head of Safeguarding"), else ""."""
    tokens = tokens_of(label)
    found = phrases_in(label, tokens)
    people = [phrase for phrase in found if phrase.person]
    posts = [phrase for phrase in found if not phrase.person and is_post(phrase, tokens)]
    if len(posts) != 1 or not people or len(people) + 1 != len(found):
        return ""
    post, person = posts[0], people[0]
    after_comma = post.first < person.first and tokens[post.last + 1].text == ","
    titled = tokens[person.first].low in lexicon.TITLES
    return "" if after_comma and not titled else post.text  # "Designated Nurse, Harrowby Place" is a place
