"""Made-up manuals of any size, for measuring what grows with a manual. Every page is marked as invented.

The words are drawn, seeded by the chapter's number, so that no two chapters have a paragraph in common and the same
manual comes out every time. Nothing in it means anything.
"""

import random
from pathlib import Path

_WHO = (
    "The designated lead", "The health visitor", "The social worker", "The team manager", "The school nurse",
    "The police officer", "The family support worker", "The duty officer", "The conference chair", "The midwife",
)  # fmt: skip
_MUST = ("must", "should", "may", "will normally", "is expected to", "has to")
_DOES = (
    "record", "discuss", "review", "confirm", "share", "question", "explain", "arrange", "check", "summarise",
    "follow up", "bring forward", "agree", "send", "open", "close",
)  # fmt: skip
_WHAT = (
    "the plan", "the chronology", "a home visit", "the referral", "each missed appointment", "the child's own words",
    "the decision", "the reasons for the decision", "the meeting's notes", "the family's view", "a change of address",
    "the support that is offered", "any delay", "the contact with the other agencies", "a second opinion",
)  # fmt: skip
_WHEN = (
    "within two working days", "before the next meeting", "on the same day", "as soon as it is safe", "every month",
    "at each supervision", "when the family moves", "after a missed visit", "once the manager has agreed",
    "unless this would put the child at risk", "in the first week",
)  # fmt: skip
_TOPICS = (
    "Bruising", "Homelessness", "Private fostering", "Missing from home", "Young carers", "Online harm", "Parental illness",
    "Neglect", "Domestic abuse", "Substance misuse", "Transfers between areas", "Unseen children", "Elective education",
    "Disability", "Pre-birth planning", "Faith settings", "Sport and clubs", "Fire setting", "Self-harm", "Dangerous dogs",
)  # fmt: skip
_SECTIONS = ("Who this is for", "What to do", "What to record", "When someone disagrees", "Afterwards")
_PLACES = (
    "Ashby",
    "Brook",
    "Carr",
    "Dell",
    "Elm",
    "Firth",
    "Gill",
    "Holm",
    "Ings",
    "Kirk",
    "Lea",
    "Moor",
    "Ness",
    "Oak",
)


def write_manual(folder: Path, chapters: int) -> None:
    """Write `chapters` HTML pages into `folder`, about five sections and 350 words each."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(chapters):
        (folder / f"p_chapter_{number:05d}.html").write_text(chapter_page(number), encoding="utf-8")


def chapter_page(number: int, edition: int = 1) -> str:
    """The page of one chapter. A further `edition` has other words in one section, and is the same elsewhere."""
    draw = random.Random(number)  # noqa: S311  # words, not secrets
    title = f"{draw.choice(_TOPICS)} in {draw.choice(_PLACES)}{draw.choice(_PLACES).lower()} ({number})"
    parts = [f"<h2>{heading}</h2>{_paragraphs(draw)}" for heading in _SECTIONS]
    if edition > 1:
        parts[1] = f"<h2>{_SECTIONS[1]}</h2>{_paragraphs(random.Random(f'{number} {edition}'))}"  # noqa: S311
    return (
        f"<!doctype html><html lang=en><head><meta charset=utf-8><title>{title}</title></head><body><main>"
        f"<h1>{title}</h1><p>An invented chapter, made to measure with.</p>{''.join(parts)}</main></body></html>"
    )


def _paragraphs(draw: random.Random) -> str:
    return "".join(f"<p>{' '.join(_sentence(draw) for _ in range(3))}</p>" for _ in range(2))


def _sentence(draw: random.Random) -> str:
    words = (_WHO, _MUST, _DOES, _WHAT)
    first = " ".join(draw.choice(part) for part in words)
    return f"{first} {draw.choice(_WHEN)}, and {draw.choice(_DOES)} {draw.choice(_WHAT)} ({draw.randrange(100, 999)})."
