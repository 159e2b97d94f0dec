"""Roles as printed: the people, posts and bodies that raise, receive and decide."""

# ruff: noqa: SIM905 - a list of words reads best as words

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

# Head nouns of posts, people and bodies in English public services. A role is such a noun with the words before it.
_HEADS = (
    "managers? supervisors? leads? leaders? practitioners? professionals? workers? officers? chairs? chairpersons? "
    "chairmen chairwoman directors? heads? headteachers? teachers? counterparts? nurses? doctors? gps? visitors? "
    "midwives midwife paediatricians? boards? partnerships? executives? executive panels? committees? partners? "
    "agencies agency teams? service services superintendents? inspectors? sergeants? commanders? commissioners? "
    "scrutineers? iros? advisers? advisors? representatives? principals? staff members? colleagues? deputies deputy "
    "dsls? dsl sencos? lado mash referrers? co-ordinators? coordinators? organisations? employees? employers? "
    "individuals? persons? people person party parties consultants? peers? constables? governors? trustees? mediators? "
    "facilitators? arbiters? arbitrators? ceo ceos guardians? clinicians? therapists? assistants? authority authorities "
    "sub-group subgroup group cafcass ofsted solicitors? council department reviewer secretary secretariat "
    "administrator administrators author originator initiator originators challenger escalator sponsor champions? "
    "childminders? decision-makers? keyworkers? caseworkers? matrons? dentists? pharmacists? ombudsman regulator directorate leadership office unit"
).split()
_HEAD = re.compile(rf"^(?:{'|'.join(_HEADS)})(?:['’]s?)?$", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z][A-Za-z’'\-/&]*|[&/,()]|\S")
_STOPS = frozenset(
    "the a an this that these those their his her its our your my each both all any every no either neither another "
    "must should will shall may can could would might has have had is are was were be been being do does did need needs "
    "to with from by in on at for into onto upon about between among through via within without under over after before "
    "if where when while who whom whose which what whether as than then so but nor because until unless since "
    "not also still then there here it they them he she we you i one same such own direct "
    "contact contacts contacting inform informs notify notifies raise raises raising discuss discusses discussing speak "
    "speaks speaking ask asks asking involve involves refer refers referring escalate escalates escalated escalating "
    "report reports reported meet meets meeting write writes writing tell tells talk talks email phone call telephone "
    "consult consults consulting approach approaches request requests requested brief seek seeks arrange arranges convene "
    "attend attended chaired led resolve resolved resolves agree agreed decide decided remain remains using including "
    "ensure ensures passed pass passes sent send sends take takes taken bring brings brought relevant appropriate other "
    "respective concerned involved referral discussion disagreement first next normally usually immediately directly "
    "and or of stage step level tier phase who's".split()
)
_KEPT_BEFORE = frozenset("of".split())


@dataclass(frozen=True, slots=True)
class Role:
    """A role's words, an exact run of the text at `start`:`end`."""

    words: str
    start: int
    end: int


@lru_cache(maxsize=4096)
def roles(text: str) -> tuple[Role, ...]:
    """The roles of a text in printed order: a head noun with the words that belong to it, without its article."""
    return tuple(_roles(text))


def _roles(text: str) -> Iterator[Role]:
    words = [(match[0], match.start(), match.end()) for match in _WORD.finditer(text)]
    end_of_last = -1
    position = 0
    while position < len(words):
        if not _HEAD.match(words[position][0]) or _is_hours(words, position):
            position += 1
            continue
        last = _extend(words, position)
        if words[last][0].endswith(("'s", "’s", "s'", "s’")):
            position += 1  # "the agency's ..." owns what follows; it is not itself the role
            continue
        first = position
        while first - 1 > end_of_last and (_belongs(words[first - 1][0]) or _is_first_line(words, first - 1)):
            first -= 1
        start, end = words[first][1], words[last][2]
        yield Role(text[start:end], start, end)
        end_of_last = last
        position = last + 1


def _is_first_line(words: list[tuple[str, int, int]], position: int) -> bool:
    return [word.lower() for word, _, _ in words[position : position + 2]] == ["first", "line"]


def _is_hours(words: list[tuple[str, int, int]], position: int) -> bool:
    return position + 1 < len(words) and words[position + 1][0].lower() == "hours"


def _belongs(word: str) -> bool:
    return word[0].isalpha() and word.lower() not in _STOPS


def _extend(words: list[tuple[str, int, int]], head: int) -> int:
    """Take in what follows a head noun and is still the role: "head of service", "service manager", "manager or equivalent"."""
    last = head
    while last + 1 < len(words):
        following = [word.lower() for word, _, _ in words[last + 1 : last + 5]]
        if _HEAD.match(following[0]) and not words[last][0].endswith(","):
            last += 1
        elif following[0] == "of" and len(following) > 1 and _belongs(following[1]):
            last += 2
            while last + 1 < len(words) and words[last + 1][0][0].isupper() and _belongs(words[last + 1][0]):
                last += 1
        elif (skipped := _of_whose(following)) and _is_body(words[last + skipped + 1][0]):
            last += skipped + 1
            while last + 1 < len(words) and _belongs(words[last + 1][0]) and _is_body(words[last + 1][0]):
                last += 1
        elif following[0] == "who" and words[last][0].lower() in ("person", "persons", "people", "those"):
            return _relative_end(words, last)
        elif following[:2] == ["or", "equivalent"]:
            last += 2
        elif following[0] == "or" and (further := _alternative(words, last)):
            last = further
        else:
            return last
    return last


def _of_whose(following: list[str]) -> int:
    """How many words "of the", "of both", "of the two" are, 0 where another word or nothing comes after the head."""
    if following[0] != "of" or following[1:2] not in (["the"], ["their"], ["both"], ["each"]):
        return 0
    counted = 3 if following[2:3] in (["two"], ["three"], ["other"]) else 2
    return counted if len(following) > counted else 0


def _relative_end(words: list[tuple[str, int, int]], last: int) -> int:
    """The end of "person who made the decision": up to a mark, a modal or eight words."""
    for at in range(last + 2, min(len(words), last + 10)):
        word = words[at][0].lower()
        if not word[0].isalpha() or word in (
            "must",
            "should",
            "will",
            "shall",
            "may",
            "can",
            "within",
            "by",
            "and",
            "or",
            "to",
        ):
            return at - 1
    return min(len(words), last + 10) - 1


def _alternative(words: list[tuple[str, int, int]], last: int) -> int:
    """The end of a second role joined by "or": "line manager or their safeguarding lead". 0 where none follows."""
    at = last + 2
    while at < min(len(words), last + 7):
        if _HEAD.match(words[at][0]):
            return at
        if not _belongs(words[at][0]) and words[at][0].lower() not in ("the", "their", "a", "an"):
            return 0
        at += 1
    return 0


def _is_body(word: str) -> bool:
    return word[0].isupper() or bool(_HEAD.match(word))


# --- how high a role stands ----------------------------------------------------------------------

_RANKS: tuple[tuple[int, re.Pattern[str]], ...] = tuple(
    (rank, re.compile(pattern, re.IGNORECASE))
    for rank, pattern in (
        (6, r"secretary of state|independent (?:scrutineer|chair|reviewer|arbit\w+|mediator)|cafcass|ofsted|ombudsman"),
        (
            5,
            r"\b(?:safeguarding\b[\w\s’']{0,40}(?:partnership|board)|partnership|scp|lscp|lscb|executive (?:group|board|lead)|partnership manager|panel|lead safeguarding partner|statutory partner|chief executive|chief officer|ceo|chair of)",
        ),
        (
            4,
            r"\b(?:assistant director|director|chief|head ?of ?(?:service|safeguarding|children)|superintendent|heads? of service|deputy director|strategic lead|governors?)\b",
        ),
        (
            3,
            r"\b(?:senior (?:manager|leader|officer|lead)s?|service manager|operations? manager|group manager|(?:named|designated) (?:safeguarding )?(?:nurse|doctor|professional|midwi(?:fe|ves)|gp)|head ?teachers?|chief inspector|principal|senior manage\w+)\b",
        ),
        (
            2,
            r"\b(?:line manager|team manager|managers?|supervisors?|safeguarding lead|designated (?:safeguarding )?(?:lead|officer|person)|dsl|team leader|sergeant|inspector|practice lead|leads?)\b",
        ),
        (
            1,
            r"\b(?:practitioners?|professionals?|workers?|front ?-?line|staff|colleagues?|counterparts?|peers?|informal|between the (?:people|individuals)|one to one|direct(?:ly)?|conversation|yourself)\b",
        ),
    )
)


def rank(text: str) -> int:
    """How high the highest role named stands: 0 none, 1 practitioner, 2 line manager, 3 senior manager, 4 director,
    5 partnership, 6 beyond it. An ordering of common posts, used only to see that steps climb."""
    return next((height for height, pattern in _RANKS if pattern.search(text)), 0)
