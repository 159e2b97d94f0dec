"""Descriptors that run on in a line or a sentence, parted by semicolons."""

import re

from knowledge.outline import sentences

_JOINED = re.compile(r"^(?:and/or|and|or)\s+", re.IGNORECASE)
_INNER_STOP = re.compile(r"[.?!]\s+\S")
# Whom a sentence describes, before the signs it lists ("They may be cheerful; well fed; at ease").
_SUBJECT = re.compile(
    r"(?:(?:they|he or she|(?:the |a |an |these |this |many |some )?(?:child(?:ren)?|young (?:person|people)|famil(?:y|ies)|parents?|carers?))\b"
    r"(?: (?:at|in|on) (?:this|each) \w+)?|(?:a |the )?child at \w+ \w+) (?:may|might|could|can|will)(?: also| often)?(?: be| have| show)?\s+",
    re.IGNORECASE,
)
_RUN = 3  # pieces that make a run on their own; two need a lead-in, or a cell of a table, to be one
_LEAD_WORDS = 16  # more words before a colon are a sentence of their own


def parted(text: str, fewest: int = _RUN) -> list[str]:
    """A run of descriptors parted by semicolons, piece by piece; else the text whole. Lines part before semicolons."""
    pieces = [_JOINED.sub("", piece.strip()) for piece in text.split(";")]
    pieces = [piece for piece in pieces if piece]
    if len(pieces) < fewest or (len(pieces) < _RUN and _INNER_STOP.search(text)):
        return [text]
    return [*pieces[:-1], pieces[-1].rstrip(".")]


def told_signs(text: str) -> tuple[list[str], list[str]]:
    """The descriptors that the sentences of a paragraph list, and its other sentences with what leads each list in."""
    signs: list[str] = []
    rest: list[str] = []
    for sentence in sentences(text):
        lead, colon, run = sentence.partition(":")
        led = bool(colon) and ";" not in lead and len(lead.split()) <= _LEAD_WORDS
        subject = None if led else _SUBJECT.match(sentence)
        pieces = parted(run.strip(), 2) if led else parted(sentence[subject.end() :] if subject else sentence)
        if len(pieces) < 2:
            rest.append(sentence)
            continue
        signs += pieces
        rest += [f"{lead}:"] if led else [subject[0].strip()] if subject else []
    return signs, rest
