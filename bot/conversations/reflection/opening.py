"""Opens a reflection: on the topic that is named, or on what the thread was about, by the model that is chosen."""

import re
from dataclasses import replace

from bot import phrases
from bot.conversations.cards import Numbering, sources
from bot.conversations.enquiry import manual_names
from bot.conversations.reflection.choosing import chosen
from bot.conversations.reflection.gathering import questions, signs
from bot.conversations.reflection.models import COLUMNS, CYCLE, MODELS, Model
from bot.conversations.reflection.sheet import lines
from bot.conversations.turns import Thread, Turn
from bot.replies import CheckItem, CheckList, Choice, Outcome, Reply
from knowledge.answers import Shelf

EXPORTS = tuple(Choice(label, f"/export {form}") for form, label in phrases.REFLECT_FORMS)
_COMMAND = re.compile(
    r"^\s*/?(?:(?:please |can we |i want to |help me )*)(?:reflect(?:ion|ive)?|supervision)\b[\s:,-]*(?:on|about|checklist|questions)?\b",
    re.I,
)
_COLUMNS = re.compile(
    r"\b(?:(?:as|in|with|by|using)\s+)?(?:the\s+)?(?:signs of safety(?: columns?)?|(?:three\s+)?columns?)\b[:,]?", re.I
)
_CYCLE = re.compile(
    r"\b(?:(?:as|in|with|by|using)\s+)?(?:the\s+)?(?:4\s?x\s?4\s?x\s?4(?: cycle)?|(?:reflective )?cycle)\b[:,]?", re.I
)


def reflect(turn: Turn, shelf: Shelf) -> tuple[Reply, Thread]:
    """8 to 12 prompts with their citations, where the manuals hold as many."""
    area = turn.thread.area or turn.area
    model, topic = asked_for(turn.text)
    subject = topic or " ".join((turn.thread.subject, *turn.thread.told))
    asked = questions(shelf, area, subject)
    if not asked:
        return Reply(Outcome.NOT_FOUND, phrases.REFLECT_NONE, area=turn.area), turn.thread
    numbers = Numbering(manual_names(shelf))
    items = tuple(
        CheckItem(prompt.citation.quote, numbers.of(prompt.citation), heading, prompt=prompt.asks)
        for heading, prompt in chosen(model, asked, signs(shelf, area, subject), shelf)
    )
    checklist = CheckList(
        phrases.REFLECT_BY.format(title=_title(topic, subject), model=model.name),
        "reflection",
        items,
        phrases.REFLECT_LEAD,
        tuple(part.heading for part in model.parts),
    )
    quotes = numbers.quotes()
    reply = Reply(
        outcome=Outcome.ANSWERED,
        message="\n".join([*lines(checklist), "", phrases.SOURCES, *sources(quotes)]),
        area=area,
        quotes=quotes,
        checklist=checklist,
        choices=(*_other_models(model, topic), *EXPORTS),
    )
    return reply, replace(turn.thread, topic="", offered=tuple(choice.send for choice in reply.choices))


def asked_for(text: str) -> tuple[Model, str]:
    """The model that a message asks for, the cycle where it asks for none, and its topic."""
    words = _COMMAND.sub("", text)
    model = COLUMNS if _COLUMNS.search(words) else CYCLE
    for named in (_COLUMNS, _CYCLE):
        words = named.sub(" ", words)
    topic = " ".join(words.split()).strip(" .?:,")
    return model, re.sub(r"^(?:on|about)\b\s*", "", topic, flags=re.I)


def _title(topic: str, subject: str) -> str:
    """A person's own words of the thread are no title: they would stand in the file's properties."""
    if topic:
        return phrases.REFLECT_TITLE.format(subject=topic)
    return phrases.REFLECT_THREAD_TITLE if subject.strip() else phrases.REFLECT_PLAIN_TITLE


def _other_models(model: Model, topic: str) -> list[Choice]:
    return [
        Choice(phrases.REFLECT_AS.format(model=other.name), f"/reflect {other.key}: {topic}".rstrip(" :"))
        for other in MODELS
        if other is not model
    ]
