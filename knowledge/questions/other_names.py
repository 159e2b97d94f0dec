"""What a manual says that a thing is also called: "Quay Team: the front door. Others say MASH."

Manuals keep lists of their words, as tables or as terms with their meanings. An entry leads from the manual's own word to
what others call the thing, so that a person who types the usual name finds the local one. Only what the entry says is taken.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from knowledge.index.words import STOP_WORDS, words
from knowledge.manual import Passage
from knowledge.questions.language import language

Phrase = tuple[str, ...]  # words, folded

_LISTS = re.compile(
    r"\b(?:glossary|abbreviations?|acronyms?|jargon|terms?|terminology|words|short forms?|definitions?|vocabulary|names?|"
    r"what we (?:call|mean)|language)\b",
    re.I,
)
_LONGEST = 5  # words of a name
_LEAST_INITIALS = 3
_SHORT_GLOSS = 5  # words; a gloss as short as this is another name, a longer one describes
_NAME = r"(?:the |an? |our )?(?P<name>[A-Z][\w'’&/-]*(?: [\w'’&/()-]+){0,4}?|[a-z][\w'’-]*(?: [a-z][\w'’-]*){0,3}?)"
_END = r"(?=[.,;:)]|\s+(?:in|for|and|or|here|instead|now)\b|$)"
_CALLED = re.compile(
    r"\b(?i:others?(?: areas?| places| manuals| people)? (?:say|call (?:it|this|them))|what (?:others|other areas|other places|some people|most people) call|also (?:called|known as|named)|"
    r"(?:sometimes|often|once|formerly|previously|still|better) (?:called|known as|said for|named)|used to be(?: called)?|"
    r"some(?: people)?(?: still)? (?:say|call it)|(?:we|which we)(?: now)? (?:say|call (?:it|this|them))|now(?: called| known as)|"
    r"replaced by|old name:? now|(?:our|the|a|another|an old|the old|the new|the local|local|usual|common) (?:name|word|term) for|the same as|"
    r"known (?:elsewhere|nationally|in law) as|see(?: also)?)\s+" + _NAME + _END
)
_SHORT_FORM = re.compile(r"[A-Za-z]{0,3}[A-Z]{2,6}s?|[a-z]\d{2}")
_ARTICLES = frozenset(
    ("The", "A", "An", "Our", "Any", "Anyone", "Someone", "What", "When", "Where", "Those", "People", "Not", "No")
)
_CHANGED = re.compile(
    r"\b(?:chang\w+|amend\w+|editions?|versions?|updates?)\b", re.I
)  # a list of what was altered names nothing
_ELSEWHERE = re.compile(
    r" (?:(?:in|for) (?:other|most|some|many) (?:areas|places|manuals|counties|councils)|elsewhere)$", re.I
)
_SHORT_NAME = 3  # words behind an article
_DESCRIBES = re.compile(r"\b(?:who|that|which|for|to|of|in|on|at|with|person|people|someone|anyone)\b", re.I)
_ARTICLE = re.compile(r"^(?:the|an?|our) ", re.I)
_IN_BRACKETS = re.compile(r"\(([A-Z][A-Za-z&-]{1,9})\)")


# "Multi-Agency Safeguarding Hub (MASH), the front door", "the Quay Team is the way in": a name and what every area has one of.
_THE_ONE = re.compile(
    r"(?P<name>[A-Z][\w'’-]+(?: (?:and |of |for )?[A-Z][\w'’-]+){0,4})(?: \((?P<short>[A-Z][A-Za-z-]{1,7})\))?(?:,| is| are|:)? (?:also )?"
    r"(?:the|our|its|your) (?P<what>front door|single point of (?:access|contact|entry)|first point of contact|way in\b)"
)
_FRONT_DOOR = "front door"


def other_names(passages: Iterable[Passage]) -> Mapping[Phrase, tuple[str, ...]]:
    """For each name, in words, what the manuals' own lists of words say it is also called; both ways."""
    found: dict[Phrase, dict[str, None]] = defaultdict(dict)
    passages = tuple(passages)
    for head, gloss in _entries(passages):
        for short in _initials(head):
            found[short].setdefault(head)
        for name in _names(head, gloss):
            one, other = tuple(words(head)), tuple(words(name))
            if _is_name(one) and _is_name(other) and one != other:
                found[one][name] = None
                for known_as in (other, *_spelled_out(other)):
                    found[known_as][head] = None
    for name in _front_doors(passages):
        if _is_name(tuple(words(name))) and name.casefold() != _FRONT_DOOR:
            found[tuple(words(name))].setdefault(_FRONT_DOOR)
    return {phrase: tuple(names) for phrase, names in found.items()}


def _front_doors(passages: Iterable[Passage]) -> Iterator[str]:
    """The names that are given to the service which takes referrals: every area has one, and calls it something else."""
    for passage in passages:
        if not passage.learning:
            for match in _THE_ONE.finditer(passage.text):
                name = re.sub(r"^(?:The|Our|Your) ", "", match["name"])
                if " " in name or name.isupper():  # a capital alone begins a sentence
                    yield name
                if match["short"]:
                    yield match["short"]


def _initials(head: str) -> Iterator[Phrase]:
    """The short form that people make of a long name, whether the manual prints it or not."""
    capital = [word for word in head.split() if word[:1].isupper()]
    if len(capital) >= _LEAST_INITIALS and len(capital) == len(head.split()):
        yield ("".join(word[0] for word in capital).casefold(),)


def _is_name(phrase: Phrase) -> bool:
    return 0 < len(phrase) <= _LONGEST and phrase[0] not in STOP_WORDS


def _spelled_out(name: Phrase) -> Iterator[Phrase]:
    """What a usual short form stands for, so that those who spell it out are understood too."""
    for long in language().short.get(" ".join(name), ()):
        yield tuple(words(long))


def _entries(passages: Iterable[Passage]) -> Iterator[tuple[str, str]]:
    """Words with what is said of them, from passages that a heading calls a list of words."""
    every = list(passages)
    lists = [one for one in every if not one.learning and is_list_of_words(one)]
    listed = {one.id for one in lists}
    elsewhere = "\n".join(one.text for one in every if one.id not in listed) if lists else ""
    for passage in lists:
        for line in passage.text.split("\n"):
            head, gloss = _cells(line) if " | " in line else _cut(line, elsewhere)
            if gloss and any(sign.isalpha() for sign in head) and len(head.split()) <= _LONGEST:
                yield head, gloss


def is_list_of_words(passage: Passage) -> bool:
    """Whether a passage stands under headings that call it a list of words: what it holds explains, and lays down nothing."""
    heading = " ".join(passage.path[-1:])
    return bool(_LISTS.search(f"{passage.chapter} {heading}")) and not _CHANGED.search(heading)


def _cells(row: str) -> tuple[str, str]:
    head, _, rest = row.partition(" | ")
    return head.strip(), ". ".join(cell.strip() for cell in rest.split(" | "))


def _cut(line: str, elsewhere: str) -> tuple[str, str]:
    """A term and its meaning printed one after the other. The term is what the manual uses elsewhere, the longest there is;
    else what stands before the first further capital."""
    before = re.match(r"^([^:–—]{2,60}?)(?::| [–—-]) +(.+)$", line)
    if before:
        return before[1], before[2]
    parts = line.split()
    starts = [at for at in range(1, min(len(parts), _LONGEST + 1)) if parts[at][:1].isupper()]
    used = [at for at in starts if " ".join(parts[:at]) in elsewhere]
    if not starts:
        return "", ""
    articles = [at for at in starts if parts[at] in _ARTICLES]
    first = starts[:1] if _SHORT_FORM.fullmatch(parts[0]) else articles or starts
    at = max(used) if used else min(first)
    return " ".join(parts[:at]), " ".join(parts[at:])


def _bare(gloss: str) -> str:
    """A gloss without its article where it is a plain name: "The front door". "The person who leads" only describes."""
    bare = _ARTICLE.sub("", gloss)
    return bare if len(bare.split()) <= _SHORT_NAME and not _DESCRIBES.search(bare) else gloss


def _names(head: str, gloss: str) -> Iterator[str]:
    """The names that a gloss gives: after words that say so, in brackets, or the whole of a short one. What a short form
    stands for is no other name: it is known from its definition."""
    named = [match["name"].strip(" ()") for match in _CALLED.finditer(gloss)]
    yield from named
    if _SHORT_FORM.fullmatch(head):
        return
    yield from _IN_BRACKETS.findall(gloss)
    whole = _ELSEWHERE.sub("", _bare(gloss.partition(";")[0].strip(" .")))
    if (
        (not named or ";" in gloss)
        and 0 < len(whole.split()) <= _SHORT_GLOSS
        and "." not in whole
        and not any(sign.isdigit() for sign in whole)
    ):
        yield re.sub(r"\s*\([^)]*\)", "", whole)
