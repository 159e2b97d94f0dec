"""Find where a name that begins with a capital ends: its joins, its last noun, what a post is for, its bracket."""

from knowledge.contacts import lexicon
from knowledge.contacts.tokens import Kind
from knowledge.contacts.words import Words, is_head

_LONGEST_TAIL = 4  # lower-case words that may stand between a proper name and its noun
_LONGEST_BRACKET = 5
_MOST_LISTED = 4
_LOOSE_JOINS = frozenset({"in", "to", "with", "upon"})
_WAYS = frozenset({"gateway", "access", "door", "duty", "point"})  # nouns that "to" and "in" may follow inside a name
_TAILS = frozenset({"care", "help", "nursing", "visiting"})
_NO_BRACKET = lexicon.TITLES | frozenset(("formerly", "previously", "once", "was", "open", "ext", "tel"))
_POST_TOPICS = lexicon.POST_TOPICS
_POST_OF = lexicon.POSTS | {"point"}


def end_of_name(words: Words, first: int) -> int:
    """The index of the last token of the name that begins at `first`."""
    last = first
    while (further := _further(words, first, last)) > last:
        last = further
    if not _owns_way_to_reach(words, last):
        last = _with_tail(words, last)
        last = end_of_post(words, last)
        last = _with_bracket(words, first, last)
    while last > first and words.low(last) in lexicon.NUMBER_LABELS:
        last -= 1
    return last


def has_head(words: Words, first: int, last: int) -> bool:
    """Whether a name holds a noun that can be called, or an abbreviation."""
    return any(words.is_headed(index) and words.low(index) not in _WAYS for index in range(first, last + 1))


def _further(words: Words, first: int, last: int) -> int:
    """The last token of a name that goes on after `last`, `last` itself where it ends."""
    after, joined = words.at(last + 1), last
    owner = words.low(last).endswith(("'s", "s'"))
    if after is None or (owner and not after.capital):
        return last
    if after.capital and after.text != "&":
        return last + 1
    if after.low in ("and", "&"):
        joined = _conjoined(words, last)
    elif after.low == "," and not words.is_headed(last):
        joined = _listed(words, last)
    elif after.low in ("of", "for"):
        joined = _with_of(words, last)
    elif after.low in _LOOSE_JOINS and not has_head(words, first, last) and _may_be_joined(words, first, last):
        joined = last + 2
    return joined if joined == last or words.is_upper(joined) or words.is_content(joined) else last


def _may_be_joined(words: Words, first: int, last: int) -> bool:
    """Whether "in" or "with" may go on a name: after "Children", not after "Sian", who only sits in a team."""
    common = lexicon.PEOPLE | lexicon.FIELDS_OF_WORK | _WAYS | {"missing", "women", "steps"}
    return first < last or words.noun(first) in common


def _conjoined(words: Words, last: int) -> int:
    """After "and": on where both sides share one noun ("Fostering and Kinship Services"), not between two names."""
    if not words.is_upper(last + 2):
        return last
    right = last + 2
    while words.is_upper(right + 1):
        right += 1
    two_names = words.is_headed(last) and words.is_headed(right)
    return last if two_names else last + 2


def _listed(words: Words, last: int) -> int:
    """After a comma: on where a list of fields shares one noun: "Information, Advice and Support Service"."""
    at, joined = last, False
    for _ in range(_MOST_LISTED):
        if words.low(at + 1) not in (",", "and", "&") or not words.is_upper(at + 2):
            return last
        joined = words.low(at + 1) != ","
        at += 2
        while words.is_upper(at + 1):
            at += 1
        if joined or words.is_headed(at):
            break
    return at if joined and words.is_headed(at) else last


def _with_of(words: Words, last: int) -> int:
    """After "of" or "for": on to a further name, or to what a post is for ("Head of quality")."""
    join, article = words.low(last + 1), words.low(last + 2) == "the"
    right = last + 3 if article else last + 2
    if words.is_upper(right):
        return right if join == "of" or (words.is_headed(last) and not article) else last
    if article or words.noun(last) not in _POST_OF or not words.is_content(right):
        return last
    end = right
    while end - right < 2 and words.is_content(end + 1):  # "looked after children"
        end += 1
    if words.low(end) not in _POST_TOPICS:
        return last
    return end + 2 if words.low(end + 1) == "in" and words.low(end + 2) in _POST_TOPICS else end


def _owns_way_to_reach(words: Words, last: int) -> bool:
    """Whether a name only owns what follows: "the LADO's voicemail", "the Panel Manager's direct line"."""
    if not words.low(last).endswith(("'s", "s'")):
        return False
    one, two = words.low(last + 1), words.low(last + 2)
    return one in lexicon.REACHED_BY or (two in lexicon.REACHED_BY and words.is_content(last + 1))


def _with_tail(words: Words, last: int) -> int:
    """The last noun of a name that ends without capitals ("Gateway to Care team")."""
    end = last
    for index in range(last + 1, last + 1 + _LONGEST_TAIL):
        verb = words.low(index + 1) in lexicon.DETERMINERS  # "the Coordinator chairs the panel"
        if not words.is_content(index) or verb:
            break
        if is_head(words.low(index)) or words.noun(index) in _TAILS:
            end = index
        elif end > last:
            break
    return end


def end_of_post(words: Words, last: int) -> int:
    """The end of what a post is for, or of when it is held: "Named Doctor for child deaths", "consultant on call"."""
    if words.noun(last) == "point" and words.low(last + 1) == "of" and words.at(last + 2):
        return last + 2  # "Single point of contact"
    if words.noun(last) not in lexicon.POSTS:
        return last
    if words.low(last + 1) == "on" and words.low(last + 2) in ("call", "duty"):
        return last + 2
    if [words.low(index) for index in range(last + 1, last + 4)] == ["of", "the", "day"]:
        return last + 3
    return _with_of(words, last) if words.low(last + 1) in ("of", "for") else last


def _with_bracket(words: Words, first: int, last: int) -> int:
    """The end of a short bracket that is part of a name: "(MASH)", "(North)", and "(emergency)" before a number."""
    if words.low(last + 1) != "(" or words.low(last + 2) in _NO_BRACKET:
        return last
    for index in range(last + 3, last + 3 + _LONGEST_BRACKET):
        token = words.at(index)
        if token is None or token.kind in (Kind.NUMBER, Kind.HOURS):
            return last
        if token.text == ")":
            post = not has_head(words, first, last) and has_head(words, last + 2, index)  # "Karen Lowe (Named Nurse)"
            belongs = words.is_upper(last + 2) or _number_follows(words, index)
            return index if belongs and not post else last
    return last


def _number_follows(words: Words, index: int) -> bool:
    """Whether a number, with or without its label, comes next."""
    labelled = words.low(index + 1) in lexicon.NUMBER_LABELS or words.low(index + 1) in (":", "-", "–")
    return words.is_number(index + 2 if labelled else index + 1)
