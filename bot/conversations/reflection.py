"""A supervisor's reflection: open questions from the learning and the manual, in the order of the reflective cycle."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot import phrases
from bot.conversations.cards import Numbering, sources
from bot.conversations.enquiry import manual_names
from bot.conversations.turns import Thread, Turn
from bot.replies import CheckItem, CheckList, Choice, Outcome, Reply
from knowledge.answers import Shelf
from knowledge.checklists import Checklist, ChecklistItem, ChecklistKind
from knowledge.manual import Citation

MOST_QUESTIONS = 12
_PART = 3  # questions for each part of the cycle
# The cycle of experience, reflection, analysis and action is Kolb's, as Morrison's 4x4x4 supervision model uses it.
_CYCLE: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        phrases.REFLECT_ACTION,
        re.compile(
            r"\b(?:next|action|differently|plan|who (?:will|needs)|by when|decid|escalat|change|do now)\w*", re.I
        ),
    ),
    (
        phrases.REFLECT_ANALYSIS,
        re.compile(
            r"\b(?:why|mean|evidence|explain|hypothes|learning point|pattern|risk|impact|understand|cause|know about|history|gap)\w*",
            re.I,
        ),
    ),
    (
        phrases.REFLECT_REFLECTION,
        re.compile(
            r"\b(?:feel|felt|uncomfortable|uneas|worr|reaction|assum|challeng|bias|emotion|remind|difficult|concern)\w*",
            re.I,
        ),
    ),
    (phrases.REFLECT_EXPERIENCE, re.compile(r".")),
)
_ORDER = (phrases.REFLECT_EXPERIENCE, phrases.REFLECT_REFLECTION, phrases.REFLECT_ANALYSIS, phrases.REFLECT_ACTION)
_FOR_REFLECTION = re.compile(r"supervis|reflect|key questions", re.I)
_COMMAND = re.compile(r"^\s*/?(?:reflect(?:ion|ive)?|supervision)\b[\s:,-]*(?:on|about|checklist|questions)?\b", re.I)


def reflect(turn: Turn, shelf: Shelf) -> tuple[Reply, Thread]:
    """8 to 12 questions with their citations, on the topic named or on what the thread was about."""
    subject = _COMMAND.sub("", turn.text).strip(" .?") or turn.thread.subject
    numbers = Numbering(manual_names(shelf))
    chosen = _choose(_questions(shelf, turn.thread.area or turn.area, subject), subject, shelf)
    if not chosen:
        return Reply(Outcome.NOT_FOUND, phrases.REFLECT_NONE, area=turn.area), turn.thread
    items = tuple(CheckItem(quote.quote, numbers.of(quote), part) for part, quote in chosen)
    title = phrases.REFLECT_TITLE.format(subject=subject) if subject else phrases.REFLECT_TITLE.split(":")[0]
    quotes = numbers.quotes()
    checklist = CheckList(title, "reflection", items, phrases.REFLECT_LEAD)
    reply = Reply(
        outcome=Outcome.ANSWERED,
        message="\n".join([*lines(checklist), "", phrases.SOURCES, *sources(quotes)]),
        area=turn.thread.area or turn.area,
        quotes=quotes,
        checklist=checklist,
        choices=(Choice("Export as Markdown", "/export md"), Choice("Export as Word", "/export docx")),
    )
    return reply, replace(turn.thread, topic="", offered=tuple(choice.send for choice in reply.choices))


def lines(checklist: CheckList, ticked: frozenset[int] = frozenset()) -> list[str]:
    """The checklist as people read it, numbered from 1; `ticked` are the numbers ticked."""
    shown = [checklist.title, checklist.lead_in]
    part = ""
    for number, item in enumerate(checklist.items, 1):
        if item.group != part:
            part = item.group
            shown += ["", part]
        shown.append(f"[{'x' if number in ticked else ' '}] {number}. “{item.text}” [{item.citation}]")
    return [*shown, "", *(f"{ending} ____" for ending in phrases.REFLECT_END)]


def _questions(shelf: Shelf, area: str, subject: str) -> list[tuple[Checklist, ChecklistItem]]:
    """The questions to reflect on for this area: the learning's, those meant for supervision, and those on the subject."""
    lists = [
        one
        for one in shelf.checklists
        if one.kind is ChecklistKind.QUESTIONS and shelf.serves(one.areas, one.manual, area)
    ]
    asked = shelf.stems(subject)
    meant = [one for one in lists if one.learning or _FOR_REFLECTION.search(f"{one.chapter} {one.title} {one.lead_in}")]
    meant += [one for one in lists if one not in meant and asked & shelf.stems(f"{one.chapter} {one.title}")]
    return [(one, item) for one in meant for item in one.items]


def _choose(
    questions: Sequence[tuple[Checklist, ChecklistItem]], subject: str, shelf: Shelf
) -> list[tuple[str, Citation]]:
    """Up to three questions for each part of the cycle, those nearest to the subject first, learning and manual in turn."""
    asked = shelf.stems(subject)
    cited: dict[str, list[tuple[float, bool, Citation]]] = {part: [] for part in _ORDER}
    for one, item in questions:
        citation = shelf.cite(one.manual, one.slug, item.text, item.place.path)
        if citation:
            near = shelf.weight(asked & shelf.stems(f"{item.text} {item.group} {one.title} {one.chapter}"))
            cited[part_of_cycle(item.text)].append((near, one.learning, citation))
    chosen = []
    for part in _ORDER:
        ranked = sorted(cited[part], key=lambda row: (-row[0], not row[1]))
        kept = _in_turn(ranked)[:_PART]
        chosen += [(part, citation) for citation in kept]
    return chosen[:MOST_QUESTIONS]


def _in_turn(ranked: Sequence[tuple[float, bool, Citation]]) -> list[Citation]:
    """One from the learning, one from the manual, and so on, each in its own order."""
    learning = [citation for _, is_learning, citation in ranked if is_learning]
    manual = [citation for _, is_learning, citation in ranked if not is_learning]
    mixed = [citation for pair in zip(learning, manual, strict=False) for citation in pair]
    shorter = min(len(learning), len(manual))
    return [*mixed, *learning[shorter:], *manual[shorter:]]


def part_of_cycle(question: str) -> str:
    """Which part of the cycle a question belongs to, told from its words."""
    return next(part for part, words in _CYCLE if words.search(question))
