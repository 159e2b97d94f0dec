"""Whether words speak of children's need at all, and which end of a scale of need a part tells of."""

import re

from knowledge.manual import Paragraph
from knowledge.outline import Node, sentences
from knowledge.thresholds.wording import is_definition, is_indicator, is_response, is_strengths, strength

_ABOUT = re.compile(
    r"\b(?:of|for|in|about|unmet|higher|more|different|family|children[’']s|child[’']s|their) needs?\b(?! to\b)"
    r"|\bneeds? (?:is|are|in|of|at|looks?|rises?|grows?)\b|\b(?:how much|what|the) help\b.{0,40}\bneeds?\b"
    r"|\bthresholds?\b|\bcontinuum\b|\bright help\b|\b(?:levels?|words?|bands?|marks?|signs?|steps?) (?:of|for) (?:help|support|worry|concern|need)\b"
    r"|\bhow (?:worried|serious|worrying)\b",
    re.IGNORECASE,
)
_WELL = re.compile(
    r"\b(?:does|do|doing) well\b|\bneeds? (?:are|is) (?:all )?(?:being )?met\b|\b(?:all|every|most) (?:child(?:ren)?|famil(?:y|ies))\s*(?:$|[,.;:]|\b(?:whose|who|with|and|have|get|never|need no)\b)"
    r"|\bfor (?:all|everyone)\b|\bcop(?:es?|ing) well\b|\bworries are small\b|\bno (?:extra|additional|special|worries|concerns?)\b|\bthriv\w+|\buniversal\b|\bgrows? up well\b",
    re.IGNORECASE,
)
_HARMED = re.compile(
    r"\b(?:being|been|be|is|are|was) (?:\w+ ){0,2}(?:harmed|hurt|abused)\b|\b(?:significant|serious|real|immediate) (?:harm|danger)\b|\bharm is\b|\bin danger\b"
    r"|\b(?:section|s\.?) ?47\b|\bchild protection\b|\b(?:without|needs?) a social worker\b|\brisk of (?:\w+ )?harm\b|\b(?:is|are) (?:not safe|unsafe)\b",
    re.IGNORECASE,
)
_AGE = re.compile(
    r"\b(?:bab(?:y|ies)|infants?|toddlers?|teen\w*|adolescen\w+|pre-?schoolers?|unborn|newborns?)\b", re.I
)
_HARM = re.compile(r"\b(?:abuse|neglect|exploitation|violence|grooming|trafficking|radicali[sz]ation|bullying)\b", re.I)
_ENDS = (re.compile(r"\bgreen\b", re.IGNORECASE), re.compile(r"\bred\b", re.IGNORECASE))
_SENTENCES = 4  # of a part's first words, before what it looks like and what is done
_ASKS = re.compile(
    r"^(?:what|when|who|how|why|where|which|about|more|further|before|after|during|while|inside|outside|afterwards|finally|foreword|introduction|background|contents?|the law|sharing|(?:at|in|on|from|to) the)\b|\b(?:sharing|moving|between|decid\w+)\b",
    re.I,
)


def is_about_need(text: str) -> bool:
    """True for headings or opening words that speak of how much need or help there is."""
    return bool(_ABOUT.search(text))


def is_section(heading: str) -> bool:
    """True for a heading that names a part of any chapter ("Signs", "What to do"), and so no level."""
    tells = is_response(heading) or is_indicator(heading) or is_definition(heading) or is_strengths(heading)
    return (
        tells
        or bool(_HARM.search(heading) or _AGE.search(heading))
        or is_about_need(heading)
        or bool(_ASKS.search(heading))
    )


def told_need(node: Node) -> int | None:
    """0 where a part's heading or first sentences tell of children who do well, 1 of children who are harmed, else None.

    "Cannot do well without a social worker" is the second: harm is looked for first.
    """
    said = (one for block in node.blocks if isinstance(block, Paragraph) for one in sentences(block.text))
    words = [node.heading, *(one for _, one in zip(range(_SENTENCES), said, strict=False))]
    if any(_HARMED.search(text) for text in words):
        return 1
    if any(_WELL.search(text) for text in words):
        return 0
    return _by_name(node.heading)


def _by_name(heading: str) -> int | None:
    level = strength(heading)
    if level is not None and level in (0, 3, 4):
        return int(level > 0)
    return next((end for end, colour in enumerate(_ENDS) if colour.search(heading)), None)
