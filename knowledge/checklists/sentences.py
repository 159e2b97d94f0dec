"""Signs that a sentence lists: after a colon and parted by semicolons, or after "signs include" and parted by commas."""

import re
from collections.abc import Iterator

from knowledge.checklists.wording import last_cue, names_a_list
from knowledge.outline import sentences

INLINE = re.compile(r"\s+[•·▪◦‣●○➢☐□☑✔❑❏]\s*")
_VERB = re.compile(
    r"\b(?:(?:may|might|can|could|will|would|often|usually|also|commonly|sometimes|typically) ){0,3}(?:includes?|including|are|were|be)\s*:?\s+(?=\w)"
    r"|\bsuch as\s*:?\s+",
    re.IGNORECASE,
)
_JOINT = re.compile(r"\s(?:and/or|and|or)\s", re.IGNORECASE)
_JOINED = re.compile(r"^(?:and/or|and|or)\s+", re.IGNORECASE)
_LABEL_WORDS = 8
_MOST = 4000  # characters: a longer run is no sentence


def listed_in(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each sentence of a text that lists three things or more: the words that lead in, and the things verbatim."""
    for sentence in sentences(text):
        if len(sentence) > _MOST:
            continue
        found = _after_colon(sentence) or _after_verb(sentence)
        if found:
            yield found


def labelled(text: str, label: str = "") -> tuple[str, tuple[str, ...]] | None:
    """A line that names a part of a list and gives its items ("In the home: bare cupboards; no beds"), else None.

    Three items or more between semicolons need no name: "" stands for it.
    """
    head, colon, rest = text.partition(":")
    if not colon and text.count(";") > 1 and len(text) <= _MOST and len(sentences(text)) == 1:
        return "", _cleaned(text.split(";"))
    if label and text.startswith(label) and len(label) < len(text):
        head, colon, rest = label, ":", text[len(label) :].lstrip(" :-–—")
    head, rest = head.strip(" :-–—"), rest.strip()
    if not colon or not rest or len(head.split()) > _LABEL_WORDS or len(rest) > _MOST or len(sentences(rest)) > 1:
        return None
    pieces = rest.split(";") if ";" in rest else _by_commas(rest)
    return (head, _cleaned(pieces)) if len(pieces) > 1 and (";" in rest or len(pieces) > 2) else None


def _after_colon(sentence: str) -> tuple[str, tuple[str, ...]] | None:
    lead, colon, rest = sentence.partition(":")
    if not colon or last_cue(lead) is None:
        return None
    pieces = [piece for piece in INLINE.split(" " + rest.strip()) if piece.strip()]
    if len(pieces) < 2:
        pieces = rest.split(";")
    if len(pieces) < 3 and names_a_list(lead):
        pieces = _by_commas(rest)
    return (f"{lead}:", _cleaned(pieces)) if len(pieces) > 2 else None


def _after_verb(sentence: str) -> tuple[str, tuple[str, ...]] | None:
    """ "Signs may include a, b and c": the words before the verb must name a list of signs."""
    verb = _VERB.search(sentence)
    if verb is None or not names_a_list(sentence[: verb.start()]):
        return None
    rest = sentence[verb.end() :]
    pieces = rest.split(";") if rest.count(";") > 1 else _by_commas(rest)
    return (sentence[: verb.end()].strip(), _cleaned(pieces)) if len(pieces) > 2 else None


def _by_commas(text: str) -> list[str]:
    """Parts between commas. The last comma may go before "and"; where it does not, the last "and" parts the last two."""
    parts = [part for part in re.split(r",\s+(?![^()]*\))", text) if part.strip()]
    if len(parts) < 2:
        return []
    last = parts[-1]
    if _JOINED.match(last.strip()):
        return parts
    joints = list(_JOINT.finditer(last))
    return [*parts[:-1], last[: joints[-1].start()], last[joints[-1].end() :]] if joints else []


def _cleaned(pieces: list[str]) -> tuple[str, ...]:
    bare = [_JOINED.sub("", piece.strip()) for piece in pieces if piece.strip()]
    return tuple(piece.rstrip(".") if at == len(bare) - 1 else piece for at, piece in enumerate(bare) if piece)
