"""A doubt where a document seems not to be in English: Signpost answers in English, from English words."""

import re

from knowledge.manual import Section, block_texts

_ENGLISH = frozenset(
    {
        "the",
        "of",
        "and",
        "to",
        "a",
        "in",
        "is",
        "be",
        "that",
        "for",
        "or",
        "by",
        "with",
        "as",
        "are",
        "on",
        "at",
        "it",
        "this",
        "not",
        "from",
        "should",
        "must",
    }
)
_WELSH = frozenset(
    {
        "y",
        "yr",
        "yn",
        "i",
        "a",
        "o",
        "ac",
        "ar",
        "am",
        "gan",
        "mae",
        "ei",
        "bod",
        "wedi",
        "neu",
        "i'r",
        "o'r",
        "gyda",
        "plant",
        "plentyn",
        "dylai",
    }
)
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_ENOUGH = 60  # words below which nothing is said
_FEW = 0.06  # English procedures have a quarter to a half of such words, lists of contacts a tenth


def doubt_language(sections: tuple[Section, ...]) -> tuple[str, ...]:
    """A warning where too few of the commonest English words stand in the text."""
    texts = (text for top in sections for _, one in top.walk() for block in one.blocks for text in block_texts(block))
    words = [word.lower() for text in texts for word in _WORD.findall(text)][:5000]
    if len(words) < _ENOUGH:
        return ()
    english = sum(word in _ENGLISH for word in words) / len(words)
    if english >= _FEW:
        return ()
    welsh = sum(word in _WELSH for word in words) / len(words)
    named = "to be in Welsh" if welsh > 0.15 else "not to be in English"
    return (f"This document seems {named}; Signpost reads English only, so check what it took from it.",)


_DECLARED = re.compile(rb"<html\b[^>]*?\b(?:xml:)?lang\s*=\s*[\"']?\s*([A-Za-z]{2,3})\b", re.IGNORECASE)
_NAMES = {"cy": "Welsh", "ga": "Irish", "gd": "Scottish Gaelic", "pl": "Polish", "fr": "French"}


def doubt_declared(content: bytes) -> tuple[str, ...]:
    """A warning where a web page declares that it is in another language, however few its words."""
    found = _DECLARED.search(content[:5000].replace(b"\0", b""))
    code = found[1].decode().lower() if found else "en"
    if code in {"en", "eng"}:
        return ()
    named = _NAMES.get(code, f'the language "{code}"')
    return (f"This page says that it is in {named}; Signpost reads English only, so check what it took from it.",)
