"""Reports of reviews and learning events, which recommend and never require.

A source says of itself whether it is learning. A report that somebody added without saying so must still not be served as
procedure, nor its officers as people to call, so its own opening words are read too.
"""

import re

from knowledge.manual import Chapter, block_texts

_OPENING = 4000  # characters; a report says what it is in its title and first pages
_NAMES_ITSELF = re.compile(
    r"\b(?:serious case review|child safeguarding practice review|(?:local|rapid|thematic|multi-agency case) (?:learning )?review|"
    r"learning (?:review|report|event|lessons review)|case review|overview report|domestic homicide review)\b",
    re.I,
)
_SPEAKS_AS_ONE = re.compile(
    r"\bthis (?:report|review|overview)\b.{0,80}\b(?:commissioned|considers?|examines?|sets? out|was (?:written|undertaken|carried out)|"
    r"concerns?|outlines?|concludes?|identifies)\b|\blessons (?:needed to be|to be|that (?:can|should) be) learn(?:ed|t)\b|"
    r"\bterms of reference\b|\bthe (?:following|present) (?:report|review)\b",
    re.I | re.S,
)


def is_review(chapter: Chapter) -> bool:
    """Whether a document is a review's report: it names itself one, and speaks as one, where it begins."""
    opening = f"{chapter.title}\n{_words(chapter)}"[:_OPENING]
    return bool(_NAMES_ITSELF.search(opening) and _SPEAKS_AS_ONE.search(opening))


def _words(chapter: Chapter) -> str:
    return "\n".join(text for _, section in chapter.walk() for block in section.blocks for text in block_texts(block))
