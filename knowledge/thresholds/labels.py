"""A heading, cell or run-in as a level's title: its label, its name, its numbers."""

import re
from dataclasses import dataclass

from knowledge.thresholds.wording import COLOURS, is_domain, only_need_words, strength

_WORDS = ("zero", "one", "two", "three", "four", "five", "six")
_ROMANS = ("", "i", "ii", "iii", "iv", "v", "vi")
_NUM = r"(?:[0-6][a-d]?|zero|one|two|three|four|five|six|iii|ii|iv|vi|i|v|[A-F])"
_OF = r"(?:\s+of\s+(?:needs?|support|help|intervention|concern|vulnerability|response))?"
_WORD = rf"(?:(?:need|support|needs|help|vulnerability)\s+)?(?P<word>level|tier|stage|band|step|layer|ring|threshold|zone){{plural}}{_OF}"
_JOIN = r"\s*(?:,|and|&|to|/|-|–|—|or|\+)\s*"
_COLOUR_TAIL = rf"(?:\s*[(\[]\s*{COLOURS}\s*[)\]]|\s*[-–—:,/]\s*{COLOURS}\b)?"
_LABEL = (
    _WORD.replace("{plural}", "s?")
    + rf"\s*(?:no\.?\s*|number\s*)?[:#]?\s*(?P<nums>{_NUM}(?:{_JOIN}(?:(?:level|tier|stage|band|step)s?\s*)?{_NUM})*)(?![\w%]|\.\d)"
    + r"(?:\s+of\s+need)?"
    + _COLOUR_TAIL
)
_LEADING = re.compile(
    rf"^\W*(?:\d+(?:\.\d+)*[.)]?\s+)?(?P<label>(?:{COLOURS}\s*[-–—:/(]?\s*)?{_LABEL})\)?(?P<sep>\s*[-–—:.|,;/]+\s*|\s*(?=\()|\s+|$)(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_TRAILING = re.compile(
    rf"^(?P<name>[^()]{{3,90}}?)\s*(?:[(\[]\s*(?P<boxed>{_LABEL})\s*[)\]]|\s[-–—]\s(?P<dashed>{_LABEL.replace('?P<word>', '?P<word2>').replace('?P<nums>', '?P<nums2>')})|[:,]\s(?P<colon>{_LABEL.replace('?P<word>', '?P<word3>').replace('?P<nums>', '?P<nums3>')}))\s*[:.]?$",
    re.IGNORECASE,
)
_COLOUR_FIRST = re.compile(rf"^(?P<label>{COLOURS})\s*[-–—:/(]+\s*(?P<name>.+?)\)?$", re.IGNORECASE)
_COLOUR_LAST = re.compile(rf"^(?P<name>.+?)\s*(?:[-–—:/]|\()\s*(?P<label>{COLOURS})\)?$", re.IGNORECASE)
_PROSE_START = re.compile(
    r"^(?:is|are|was|were|means|applies|should|may|must|can|will|and|or|of|in|on|for|to|at|the|this|these|have|has|cases?|concerns?|referrals?"
    r"|requires?|would|where|when|if|then|threshold|criteria|descriptors?|assessments?|services|meetings?|plans?|who|that|not|as|by|with|from)\b",
)
# A line of a contents list leads the eye to a page number.
_CONTENTS_LINE = re.compile(r"(?:\s\.+|\.{3,}|…+|_{3,}|\t)\s*\d{1,3}\s*$")
_SECTION_NUMBER = re.compile(r"^\d+(?:\.\d+)*[.)]?\s+(?=[A-Z])")
_COLOUR_LEAD = re.compile(rf"^{COLOURS}\s*[-–—:/|,]+\s*", re.IGNORECASE)
_COLOUR_TAIL_OF_NAME = re.compile(rf"(?<=\w)\s*(?:[(\[]\s*{COLOURS}\s*[)\]]|\s[-–—|]\s*{COLOURS})$", re.IGNORECASE)
_NAME_END = re.compile(r"\s*(?::|\.\s|\.$|\s[-–—]\s|;|\n)\s*")
_BARE_NUMBER = re.compile(
    rf"(?P<nums>[0-6](?:{_JOIN}[0-6])*)(?:\s*[-–—:.)]+\s*|\s+(?=[A-Z(]))(?P<name>[A-Z(][^.;?]{{3,80}})$", re.IGNORECASE
)
_MENTION = re.compile(
    rf"\b(?P<label>{_LABEL})(?:\s*[,(:–—-]\s*|\s+)(?:or\s+|(?:which\s+)?(?:is|we call)\s+(?:called\s+|known as\s+|named\s+)?)?(?:the\s+)?[\"“‘']?"
    r"(?-i:(?P<name>[A-Z][^.,;:()\"”’]{2,60}?))(?=\s*[.,;:()\"”’]|\s+(?:is|are|means|where|for|covers?|has|have|and then|describes?)\b|\s*$)",
    re.IGNORECASE,
)
_MENTION_AFTER = re.compile(
    rf"(?-i:\b(?P<name>[A-Z][\w'’-]+(?: [\w'’-]+){{0,4}}?)) (?:level )?\((?P<label>{_LABEL})\)", re.IGNORECASE
)
_CLOSING = re.compile(
    rf"^(?P<lead>[A-Z][^.:;()]{{2,60}}?)\s+(?:(?:at|for|of|in|to|within|on)\s+)?(?P<label>{_LABEL})(?:\s*\((?P<boxed>[^()]+)\)|\s*[-–—:]\s*(?P<dashed>[^.;]{{2,60}}))?\s*[:.]?$",
    re.IGNORECASE,
)
_OPENING = re.compile(rf"(?:At )?(?P<label>{_LABEL}),?\s+(?-i:[a-z])", re.IGNORECASE)
_SENTENCE_LENGTH = 600  # characters: a longer run is no sentence that names a level
_TITLE_LENGTH = 300  # characters: nothing longer is a heading or a cell that names a level
NAME_WORDS = 9  # a run-in name longer than this is a sentence


@dataclass(frozen=True, slots=True)
class Title:
    """A level's title as printed. `numbers` is empty for words alone; `after` is what follows the name in
    its paragraph or cell, a line to each paragraph."""

    label: str
    name: str
    word: str = ""
    numbers: tuple[int, ...] = ()
    suffix: str = ""
    after: str = ""

    @property
    def key(self) -> tuple[str, tuple[int, ...], str]:
        """What makes two titles the same level: word and numbers, or the name (or label) where there are none."""
        if self.numbers:
            return self.word, self.numbers, self.suffix
        return "", (), plain(self.name or self.label)


def plain(text: str) -> str:
    """Letters and digits only, in lower case: for comparing printed words."""
    return " ".join(re.findall(r"[a-z0-9]+", text.lower()))


def title_of(text: str) -> Title | None:
    """The title in a whole heading or cell, or None. The label must open or close it."""
    text = " ".join(text.split())
    if not text or len(text) > _TITLE_LENGTH or len(text.split()) > 22 or _CONTENTS_LINE.search(text):
        return None
    return _leading(text) or _trailing(text) or _coloured(text)


def words_title(text: str) -> Title | None:
    """A title of need words alone ("Universal services"); only a group of these counts as levels."""
    clean = _SECTION_NUMBER.sub("", " ".join(text.split()).strip(" :-–—"))
    if not clean.endswith((".", "?", ";")) and only_need_words(clean):
        return Title("", clean)
    return None


def run_in_title(text: str, label: str = "") -> Title | None:
    """The title with which a paragraph or list item opens, the rest in `after`."""
    text = " ".join(text.split())
    if _CONTENTS_LINE.search(text[-_TITLE_LENGTH:]):
        return None
    if label and len(label) < len(text):
        found = title_of(label.strip(" :-–—.")) or words_title(label)
        if found:
            rest = text[text.find(label) + len(label) :].lstrip(" :-–—.")
            return with_run_in_name(found, rest)
    match = _LEADING.match(text)
    if match is None or not (match["sep"].strip() or match["rest"].startswith("(") or not match["rest"]):
        return words_run_in(text)
    return with_run_in_name(_built(match["label"], "", match["word"], match["nums"]), match["rest"])


def words_run_in(text: str) -> Title | None:
    """Need words and a separator at the start of a paragraph or item ("Universal: all children ...")."""
    parts = re.split(r"\s*(?::|\s[-–—]\s)\s*", text, maxsplit=1)
    head = words_title(parts[0])
    coloured = _coloured(parts[0])
    if coloured is None and len(parts) > 1 and re.fullmatch(COLOURS, parts[0], re.IGNORECASE):
        rest = re.split(r"\s*(?::|\s[-–—]\s)\s*", parts[1], maxsplit=1)
        if only_need_words(rest[0].strip(" .")):
            return Title(parts[0], rest[0].strip(" ."), after=rest[1] if len(rest) > 1 else "")
    found = coloured or head
    if found is None:
        return None
    after = parts[1] if len(parts) > 1 else ""
    return Title(found.label, found.name, after=after)


def numbered(word: str, number: str, name: str = "") -> Title | None:
    """A title put together from a column's heading ("Level") and a cell that opens with the number."""
    match = re.fullmatch(
        rf"(?P<nums>{_NUM}(?:{_JOIN}{_NUM})*)(?:(?P<sep>\s*[-–—:.)(]+\s*|\s+)(?P<name>[A-Z][^.;]{{2,60}}?)\)?)?",
        number.strip(),
        re.IGNORECASE,
    )
    if match is None or (match["name"] and not match["sep"].strip() and strength(match["name"]) is None):
        return None
    return _built(f"{word} {match['nums']}", match["name"] or name, word.lower(), match["nums"])


def bare_numbered(text: str) -> Title | None:
    """A cell that opens with a number and goes on with need words ("1. Universal", "3 & 4: Specialist")."""
    text = " ".join(text.split())
    match = _BARE_NUMBER.match(text) if len(text) <= _TITLE_LENGTH else None
    if match is None or strength(match["name"]) is None:
        return None
    return _built(match["nums"], _bare_of_colour(_unboxed(match["name"].strip(" :-–—"))), "", match["nums"])


def closing_title(heading: str) -> tuple[str, Title] | None:
    """The words of a heading before the level that closes it, and the level ("Indicators at Level 2 (Early Help)")."""
    match = _CLOSING.match(heading.strip()) if len(heading) <= _TITLE_LENGTH else None
    if match is None:
        return None
    name = (match["boxed"] or match["dashed"] or "").strip()
    return match["lead"], _built(match["label"], name, match["word"], match["nums"])


def mentioned_titles(sentence: str) -> tuple[Title, ...]:
    """Each single level that a sentence names with its number and its name ("Level 2, Early Help"; "Early Help (Level 2)")."""
    if len(sentence) > _SENTENCE_LENGTH:
        return ()
    found = [
        _built(match["label"], match["name"].strip(), match["word"], match["nums"])
        for match in _MENTION.finditer(sentence)
    ]
    found = found or [
        _built(match["label"], match["name"].strip(), match["word"], match["nums"])
        for match in _MENTION_AFTER.finditer(sentence)
    ]
    return tuple(title for title in found if len(title.numbers) == 1 and strength(title.name) is not None)


def opening_title(sentence: str) -> Title | None:
    """The level that a sentence is about, by its number alone ("Level 2 describes children who ...")."""
    match = _OPENING.match(sentence)
    found = _built(match["label"], "", match["word"], match["nums"]) if match else None
    return found if found and len(found.numbers) == 1 else None


def with_run_in_name(title: Title, rest: str) -> Title:
    """A label's title with the name that the words after it open with, if they open with one, and the rest in `after`."""
    if title.name or not rest:
        return Title(title.label, title.name, title.word, title.numbers, title.suffix, rest)
    boxed = re.match(r"\(([^()]{2,80})\)\s*[-–—:.]?\s*", rest)
    if boxed:
        return Title(title.label, boxed[1], title.word, title.numbers, title.suffix, rest[boxed.end() :])
    end = _NAME_END.search(rest)
    name, after = (rest[: end.start()], rest[end.end() :]) if end else (rest, "")
    sentence = (
        len(name.split()) > NAME_WORDS
        or name[:1].islower()
        or (strength(name) is None and not after and rest.endswith("."))
    )
    if sentence:
        name, after = "", rest
    return Title(title.label, name.strip(), title.word, title.numbers, title.suffix, after.strip())


def _leading(text: str) -> Title | None:
    match = _LEADING.match(text)
    if match is None:
        return None
    rest = _bare_of_colour(match["rest"].strip(" .:;"))
    if _PROSE_START.match(rest) and not re.search(r"[-–—:|/]", match["sep"]):
        return None
    if not match["sep"].strip() and rest[:1].islower() and not is_domain(rest) and strength(rest) is None:
        return None
    if re.search(r"[.?!]\s+[A-Z]", rest) or match["rest"].rstrip().endswith("?"):
        return None
    return _built(match["label"], _unboxed(rest), match["word"], match["nums"])


def _trailing(text: str) -> Title | None:
    match = _TRAILING.match(text)
    if match is None:
        return None
    label = match["boxed"] or match["dashed"] or match["colon"]
    word = match["word"] or match["word2"] or match["word3"]
    nums = match["nums"] or match["nums2"] or match["nums3"]
    name = _bare_of_colour(_SECTION_NUMBER.sub("", match["name"].strip(" :-–—")))
    return _built(label, name, word, nums)


def _bare_of_colour(name: str) -> str:
    """A numbered level's name without the colour printed beside it ("Amber: Targeted", "Targeted (amber)")."""
    return _COLOUR_TAIL_OF_NAME.sub("", _COLOUR_LEAD.sub("", name)) or name


def _coloured(text: str) -> Title | None:
    for pattern in (_COLOUR_FIRST, _COLOUR_LAST):
        match = pattern.match(text)
        if match and only_need_words(match["name"]):
            return Title(match["label"], match["name"].strip())
    return None


def _built(label: str, name: str, word: str, nums: str) -> Title:
    tokens = re.findall(rf"\b{_NUM}\b", nums, re.IGNORECASE)
    return Title(label.strip(), name, word.lower(), _numbers(nums, tokens), "".join(_letters(tokens)))


def _numbers(nums: str, tokens: list[str]) -> tuple[int, ...]:
    found = sorted({_number(token) for token in tokens})
    if len(found) == 2 and re.search(r"\bto\b|[-–—]", nums, re.IGNORECASE):
        return tuple(range(found[0], found[1] + 1))
    return tuple(found)


def _number(token: str) -> int:
    token = token.lower()
    if token[0].isdigit():
        return int(token[0])
    if token in _WORDS:
        return _WORDS.index(token)
    if token in _ROMANS:
        return _ROMANS.index(token)
    return "abcdef".index(token) + 1


def _letters(tokens: list[str]) -> list[str]:
    return [token[1:].lower() for token in tokens if token[:1].isdigit() and len(token) > 1]


def _unboxed(rest: str) -> str:
    match = re.fullmatch(r"\(([^()]+)\)", rest)
    return match[1].strip() if match else rest
