"""The cards of everything that is not an answer: a question back, two procedures, nothing found, nothing looked up."""

from collections.abc import Iterable

from bot import phrases
from bot.conversations.cards.audit import audit_line
from bot.conversations.cards.calls import as_calls, call_line, calls_block
from bot.conversations.cards.numbering import Numbering, sources
from bot.conversations.cards.stages import stage_title
from bot.replies import Call, Choice, Missed, Outcome, Reply
from knowledge.answers import AskBack, Conflicting, NotFound
from knowledge.answers.outcomes import Section
from knowledge.retrieval import Rejected


def unavailable(*, area: str = "", calls: tuple[Call, ...] = (), why: str = "") -> Reply:
    """The safe card for when nothing could be looked up. It needs no index and no Rasa."""
    lines = [phrases.UNAVAILABLE, *(call_line(call) for call in calls)]
    return Reply(Outcome.UNAVAILABLE, "\n".join([*lines, *([why] if why else [])]), area=area, contacts=calls)


def ask_back(answer: AskBack, area: str, numbers: Numbering, explain: bool) -> Reply:
    """The question that decides, with what it may be."""
    question = {"area": phrases.ASK_AREA, "stage": phrases.ASK_STAGE}.get(answer.wanted, phrases.ASK_SUBJECT)
    calls = as_calls(answer.calls, numbers)
    lines = [
        phrases.DANGER_LINE,
        "",
        question,
        *(f"- {choice}" for choice in answer.choices),
        *(call_line(call) for call in calls),
    ]
    return Reply(
        Outcome.ASK_BACK,
        "\n".join(lines),
        area=area,
        quotes=numbers.quotes(),
        contacts=calls,
        choices=tuple(Choice(choice, choice) for choice in answer.choices),
        rejected=missed(answer.rejected) if explain else (),
    )


def conflicting(answer: Conflicting, area: str, numbers: Numbering, explain: bool) -> Reply:
    """Each procedure with whom it is for and its own words; none is merged with another."""
    for citation in answer.citations:
        numbers.of(citation)
    quotes = numbers.quotes()
    calls = as_calls(answer.calls, numbers)
    audit = audit_line(quotes, answer.at)
    record = ["", phrases.AUDIT, audit] if audit else []
    names = [ladder.name for ladder in answer.ladders] or [quote.chapter for quote in quotes]
    readers = [phrases.WRITTEN_FOR.format(audience=ladder.audience) for ladder in answer.ladders] or [""] * len(names)
    lines = [
        f"- {name}{reader}: “{quote.text}” [{quote.number}]"
        for name, reader, quote in zip(names, readers, quotes, strict=False)
    ]
    return Reply(
        Outcome.CONFLICTING,
        "\n".join(
            [
                phrases.DANGER_LINE,
                "",
                phrases.CONFLICTING,
                *lines,
                "",
                *calls_block(calls, brief=True),
                "",
                phrases.SOURCES,
                *sources(numbers.quotes()),
                *record,
            ]
        ),
        area=area,
        quotes=numbers.quotes(),
        contacts=calls,
        audit=audit,
        choices=tuple(Choice(name, name) for name in dict.fromkeys(names)),
        rejected=missed(answer.rejected) if explain else (),
    )


def not_found(answer: NotFound, area: str, numbers: Numbering, explain: bool) -> Reply:
    """The manual does not say: the sections that come nearest, and whom to ask."""
    calls = as_calls(answer.calls, numbers)
    silent = phrases.STAGE_STATES_NONE.format(stage=stage_title(answer.stage)) if answer.stage else ""
    lines = [phrases.DANGER_LINE, "", silent or phrases.NOT_FOUND]
    if answer.closest:
        lines += ["", phrases.NOT_FOUND_CLOSEST, *(_section_line(section) for section in answer.closest)]
    lines += ["", phrases.NOT_FOUND_LEAD, "", *calls_block(calls, brief=True)]
    return Reply(
        Outcome.NOT_FOUND,
        "\n".join(lines).rstrip(),
        area=area,
        quotes=numbers.quotes(),
        contacts=calls,
        rejected=missed(answer.rejected) if explain else (),
    )


def missed(rejected: Iterable[Rejected]) -> tuple[Missed, ...]:
    """What was found and not used, with the reasons."""
    return tuple(Missed(one.passage.id, round(one.score, 4), one.why) for one in rejected)


def _section_line(section: Section) -> str:
    path = dict.fromkeys((section.chapter, *section.path))
    return f"- {' > '.join(path)} {section.url}".rstrip()
