"""Stage labels as printed: "Stage 2", "Step Two", "Second stage", "Level 1", "Stage 2a", before or after a role.

Only where words stand at the head of something is a label one: in running text "move to Stage 3" refers to a stage and
makes none. The caller says where the words stand.
"""

import re
from dataclasses import dataclass, replace

from knowledge.ladders.numerals import NUMBER_WORD, ORDINAL, ROMAN, number_of, ordinal_of, roman_of

STAGE_WORDS = ("stage", "step", "level", "tier", "phase", "part", "rung", "round", "gate", "layer")
ANY_STAGE_WORD = "|".join(STAGE_WORDS)
_WITH_ORDINAL = "|".join(word for word in STAGE_WORDS if word != "part")  # "the first part" is of anything
_WORD = rf"(?P<word>{ANY_STAGE_WORD})"
_NUMERAL = rf"(?:\d{{1,2}}(?!\d|[./]\d)|{NUMBER_WORD}\b|{ROMAN}\b|[A-F]\b)"
_NAMED = r"(?:informal|formal|preliminary|initial|final|last|opening|pre-?escalation)"
_COUNTED = (
    rf"{_WORD}(?P<plural>s)?\s*(?:no\.?\s*|number\s+|#\s*)?[-–—:]?\s*\(?(?P<number>{_NUMERAL})(?:\s?(?P<letter>[a-h])\b|\s?\((?P<letter2>[a-h])\))?\)?"
    rf"(?P<join>\s*(?:-|–|—|to|and|&|/|\+)\s*(?:(?:{ANY_STAGE_WORD})\s+)?(?P<last>{_NUMERAL})(?![\w-]))?"
)
_PLACED = rf"(?P<ordinal>{ORDINAL}|{_NAMED})(?:,?\s+(?:and|or)\s+(?:final|last)|,\s+(?:in)?formal)?\s+(?P<word2>{_WITH_ORDINAL})\b"
_NUMBERING = r"(?:\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-z]|[ivx]+)[.)]?\s+)?"
_OPENING = r"[\"'‘“*•·→>\-–—\s]*"
_PREFIX = (
    r"(?:(?:the|our|multi-?agency|inter-?agency|internal|professional|escalations?|resolution|formal|informal|dispute|conflict|challenge|"
    r"disagreements?|case|concerns?|process|procedure|pathway|protocol)\s+(?:[-–—:]\s*)?){0,4}"
)
_LEADING = re.compile(
    rf"^{_OPENING}{_NUMBERING}(?P<prefix>{_PREFIX})(?P<printed>(?:{_COUNTED}|{_PLACED}))(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_SPOKEN = re.compile(
    rf"^(?:at|in|during|for|under)\s+(?:the\s+)?(?P<printed>(?:{_COUNTED}|{_PLACED}))\s*(?:\([^)]{{1,40}}\)\s*)?,\s+(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_TRAILING = re.compile(
    rf"^(?P<name>.{{2,120}}?)\s*(?:[-–—:,|(\[/]\s*)(?P<printed>(?:{_COUNTED}|{_PLACED}))\s*[)\]]?\s*[.:]?\s*(?:\(?(?P<tail>(?:in)?formal)\)?)?$",
    re.IGNORECASE | re.DOTALL,
)
_SEPARATOR = re.compile(r"^\s*(?:\((?:in)?formal\)\s*[-–—:]?|[:.–—|)\]]|-(?=\s))\s*", re.IGNORECASE)
_DASH = re.compile(r"^\s*[-–—]\s*")
_REFERENCE_AFTER = re.compile(
    r"^\s*(?:of\s+(?:the|this|that|its|an?)\b|above\b|below\b|and\s+(?:stage|step|level)|or\s+(?:stage|step|level)|complaint|"
    r"qualification|training|pupils?|teach|needs?\b|threshold|carers?|adoption|assessment\b|onwards\b|has\s+not\b|have\s+not\b|is\s+not\s+(?:successful|resolved)|"
    r"did\s+not|does\s+not|was\s+not|fails?\b|may\s+be\s+(?:skipped|missed)|can\s+be\s+(?:skipped|missed|omitted)|,)",
    re.IGNORECASE,
)
_REFERENCE_BEFORE = re.compile(
    r"(?:\b(?:see|to|at|of|in|from|under|per|after|before|following|until|through|via|by|during|than|beyond|with|key|go|invoke|initiate|start|repeat|"
    r"complete[ds]?|use|enter|this|that|each|any|every|and|or|is|are|as)\s*$)",
    re.IGNORECASE,
)
_KEY_STAGE = re.compile(r"\bkey\s+stages?\b", re.IGNORECASE)
_FORMAL = re.compile(r"\b(in)?formal\b", re.IGNORECASE)


_NAMED_FIRST = re.compile(r"^[a-z]+(?:\s[a-z]+){0,2}:\s")


@dataclass(frozen=True, slots=True)
class Label:
    """A stage label. `number` is its place as printed (None for "Final stage"), `letter` that of "2a", `last` the end
    of "Stages 1-2". `name` is the rest of the words it heads, `separated` whether a mark stands between the two."""

    printed: str
    word: str
    number: int | None
    letter: str = ""
    last: int | None = None
    name: str = ""
    separated: bool = True
    trailing: bool = False

    @property
    def opens(self) -> bool:
        """Whether what follows the label begins anew ("Stage 1: ...", "Stage 1 The worker ...", "Level 1 challenge: ..."),
        rather than going on with a sentence about that stage ("Stage 1 should be ...")."""
        return self.separated or self.name[:1].isupper() or bool(_NAMED_FIRST.match(self.name))

    @property
    def place(self) -> tuple[int, str]:
        """What tells one stage of a ladder from another."""
        return (self.number if self.number is not None else -1, self.letter)


def leading_label(text: str) -> Label | None:
    """The label that begins a text: "Stage 1: Discussion". None where the text only speaks of a stage."""
    match = _LEADING.match(text[:400])
    if not match or _KEY_STAGE.search(text[:40]):
        return None
    rest = text[match.end("printed") :]
    mark = _SEPARATOR.match(rest) or _DASH.match(rest)
    separated = bool(mark) or not rest.strip()
    if not mark and _REFERENCE_AFTER.match(rest):
        return None
    name = rest[mark.end() :] if mark else rest
    return _label(match, name.strip(), separated=separated)


def spoken_label(text: str) -> Label | None:
    """The label of a sentence that says what is done at that stage: "At stage one, the worker speaks to ..."."""
    match = _SPOKEN.match(text[:400])
    return _label(match, "", separated=True) if match else None


def trailing_label(text: str) -> Label | None:
    """The label that ends a short heading: "Safeguarding Lead - Stage Two", "Line managers (Stage 2)"."""
    if len(text) > 160 or _KEY_STAGE.search(text):
        return None
    match = _TRAILING.match(text)
    if (
        not match
        or _REFERENCE_BEFORE.search(match["name"])
        or re.match(r"\s*(?:see|go to|move to|refer to|return to)\b", match["name"], re.IGNORECASE)
    ):
        return None
    label = _label(match, match["name"].strip(" -–—:,("), separated=True)
    return replace(label, trailing=True) if label else None


def head_label(text: str) -> Label | None:
    """The label of a heading, pseudo-heading or short cell, at its start or its end."""
    return leading_label(text) or trailing_label(text)


def numeral(text: str) -> int | None:
    """The value of a cell or marker that holds a stage's number and nothing else: "2", "Two", "II", "2nd"."""
    bare = text.strip(" .:)(-–")
    if re.fullmatch(r"\d{1,2}", bare):
        return int(bare)
    value = number_of(bare) if bare.isalpha() else None
    if value is not None and value <= 10:
        return int(value)
    return ordinal_of(bare) or (roman_of(bare) if bare.isupper() else None)


def formality(text: str) -> bool | None:
    """True for words that call a stage formal, False for informal, None where they say neither or both."""
    said = {match[1] is None for match in _FORMAL.finditer(text)}
    return said.pop() if len(said) == 1 else None


def _label(match: re.Match[str], name: str, *, separated: bool) -> Label | None:
    printed = match["printed"].strip()
    if printed.count("(") != printed.count(")"):
        printed = printed.rstrip(")") if printed.count(")") > printed.count("(") else printed
    if match["word"]:
        return _counted(match, printed, name, separated=separated)
    word = match["word2"].lower()
    return Label(printed, word, ordinal_of(match["ordinal"]), name=name, separated=separated)


def _counted(match: re.Match[str], printed: str, name: str, *, separated: bool) -> Label | None:
    number = _value(match["number"])
    if number is None or number > 12:
        return None
    last = _value(match["last"]) if match["last"] else None
    if last is not None and not (last > number and _is_range(match)):
        cut = match.start("join") - match.start("printed")
        printed, last = match["printed"][:cut].strip(), None
        rest = match["printed"][cut:] + match["rest"] if "rest" in match.groupdict() else match["printed"][cut:]
        name, separated = re.sub(r"^\s*[-–—:]?\s*", "", rest).strip(), True
    if match["word"].islower() and not separated and not match["number"][0].isdigit():
        return None
    return Label(
        printed,
        match["word"].lower(),
        number,
        (match["letter"] or match["letter2"] or "").lower(),
        last,
        name,
        separated,
    )


def _is_range(match: re.Match[str]) -> bool:
    """ "Stages 1 - 2", "Stage 1-2", "Stage 1 and Stage 2", but not "Stage 1 - 2 working days" or "Step 2 - a word"."""
    if match["number"].isdigit() != match["last"].isdigit():
        return False
    tight = not re.search(r"\s", match["join"]) and not re.match(
        r"\s*(?:\w+\s+)?(?:hour|day|week)", match.groupdict().get("rest") or "", re.IGNORECASE
    )
    return bool(match["plural"]) or tight or bool(re.search(ANY_STAGE_WORD, match["join"], re.IGNORECASE))


def _value(printed: str) -> int | None:
    if printed.isdigit():
        return int(printed)
    if (word := number_of(printed)) is not None:
        return int(word)
    if (roman := roman_of(printed)) is not None:
        return roman
    return "abcdef".index(printed.lower()) + 1 if printed.isupper() and printed.lower() in "abcdef" else None
